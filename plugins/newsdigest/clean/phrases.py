"""The wording of boilerplate: one table a rule, sorted, each entry a regular expression for a whole line.

Only what no paragraph of an article says stands here. A line must match from its first to its last character, so
`Share` is cut and `Share prices fell` is not. English wording; the tables say nothing about text in other languages.
Evidence: gathered on the labelled lines of 1,918 web texts; an entry stays only where it takes no body line of the
texts that a scraper had already filtered.
"""

from __future__ import annotations

import re

from newsdigest.clean.wording import whole_line

MAX_LENGTH = 400
"""Longer lines are never matched: they are prose, and the matching stays linear in the size of the file."""


def matches(pattern: re.Pattern[str], text: str) -> bool:
    """Tell whether a line as a whole is of a table's wording."""
    return len(text) <= MAX_LENGTH and pattern.fullmatch(text) is not None


_NETWORK = (
    r"(facebook|flipboard|google\+?|instagram|linkedin|pinterest|reddit|telegram|tumblr|twitter|whatsapp|x|youtube)"
)
_LEGAL = (
    r"(about us|advertise( with us)?|contact us|cookie (policy|preferences|settings)|privacy policy|site ?map"
    r"|terms (and|&) conditions|terms of (service|use))"
)

INTERFACE = whole_line((
    r"(\d+ )?min(ute)?s? read",
    r"(\d[\d,.]*k? )?(comments?|likes?|points?|retweets?|shares?|tweets?|views|votes?)( so far)?",
    r"(add|post) (a|your) (comment|reply)",
    r"(already )?(a )?(member|subscriber)\?( (log|sign) in.{0,30})?",
    r"(back|jump|return|skip) to (content|home|homepage|main|main content|navigation|search|top)",
    r"(click|tap) (here|to) (enlarge|expand|for|listen|print|read|see|share|sign up|subscribe|to|view|watch).{0,80}",
    r"(continue|keep) reading( below| the main story.{0,20})?",
    r"(e-?mail|print|save|share|tweet)( (article|by|on|page|post|story|this|to|via))*( (a friend|" + _NETWORK + r"))*",
    r"(" + _NETWORK + r"|copy link|e-?mail|print|rss|[,|/•· ])+",
    r"(get|receive) (all the|our|the) (best|biggest|day['’]s|latest|top).{0,100}(e-?mail|inbox|newsletter).{0,60}",
    r"(join|find|follow|like) us (at|in|on) .{0,80}",
    r"(login|log in|log ?out|register|sign in|sign up)( (and|or|to|/|\|) .{0,50})?",
    r"(main|primary|site) (menu|navigation)",
    r"(more|most) (commented|e-?mailed|popular|read|shared|viewed)( (articles|in|now|on|posts|stories) ?.{0,40})?",
    r"(newer|next|older|prev|previous) (article|entries|entry|page|post|posts|story)(: .{0,150})?",
    r"(please )?(enable|turn on) (cookies|javascript).{0,120}",
    r"please (log|sign) ?(in|out)\b.{0,120}",
    r"((newer|older) (entries|posts?)[ ,|/·•]*(home[ ,|/·•]*)?)+",
    r"(load|learn|read|see|show|view) (all|full (article|post|story)|more)( (about|at|from|here|in|on)\b.{0,60})?",
    r"(load|read|see|show|view) (all|more) (articles|comments|posts|replies|stories)",
    r"(also read|don['’]t miss|more on this|next article|read more|read next|recommended|see also|up next): .{1,200}",
    r"(check out|read|see) also( ?:.{0,150})?",
    r"(recommended|related|sponsored|suggested|trending)( (articles?|by|content|coverage|for you|links?|news|now))*:?",
    r"(recommended|related|suggested)( (posts?|reading|stories|story|topics?|videos?))*(: .{1,200}|:)?",
    r"(related (article|post|story)): .{1,200}",
    r"(scroll|swipe) (down |left |right )?(for|to) .{0,50}",
    r"(sign|signed) up (for|to) (a|get|my|our|receive|the) .{0,140}",
    r"(subscribe|subscription)( (here|now|today|us))?( (by|for|to|via) .{0,140})?",
    r"(our partners|our (site|website)|this (site|website)|we) uses? cookies.{0,250}",
    r"(this )?(article|page|post|story) (may )?contains? affiliate links.{0,200}",
    r"(see|view) (the|this) (article|gallery|image|page|photo|post|profile|story) (in|on) .{0,60}",
    r"(are you interested in|want to|would you like to) (join the discussion|reading more articles like this).{0,100}",
    r"(the|your) e-?mail (address )?(has been sent|will not be published).{0,200}",
    r"(you )?(may|might) also like( to read)?|you (may|might) like( to read)?",
    r"(" + _LEGAL + r"|[,|/•·&  ]|and)+",
    r"(©|\(c\)|copyright,? (©|\(c\)|by\b|\d{4})).{0,200}",
    r"\"?\*\"? ?(indicates )?required( fields?)?( are marked)?",
    r".{0,40}\ball rights reserved\b.{0,200}",
    r"add to (bookmarks|favorites|favourites|reading list)|save (this )?for later",
    r"ads? by .{0,40}|advertisement|promoted( content| stories)?|sponsored( content| post)?",
    r"audio( version)? of this article|listen to this article.{0,60}",
    r"by (clicking|continuing|entering|signing up|submitting|using) .{0,40}you (agree|accept|consent).{0,250}",
    r"comments (are|have been|were) (closed|disabled|moderated|turned off).{0,100}",
    r"comments? (about|on) this (article|post|story)",
    r"correction requests?|report (a|an) (abuse|correction|error|problem|typo)",
    r"e-?mail address|enter your e-?mail( address)?|your e-?mail( address)?",
    r"feel free to contribute",
    r"filed under:?.{0,120}|posted (in|under):?.{0,120}|tags?:.{0,200}",
    r"follow (her|him|me|the author|them|us)( (at|on|via) .{0,80})?",
    r"for more information,? (please )?(contact|see|visit) (http|www\.).{0,80}",
    r"have a (comment|question|tip)( or (comment|question))?( about this (article|post|story))?",
    r"loading( comments)?|no comments( yet)?",
    r"skip (over |past )?(ad|advert|advertisement|newsletter promotion)",
    r"story continues below( advertisement)?|table of contents",
    r"thank(s| you) for (registering|signing up|subscribing|your subscription).{0,120}",
    r"this (article|form|page|site) is protected by recaptcha.{0,150}",
    r"you must (be (logged|signed) in|confirm your|have an account|log ?in|register|sign ?in).{0,150}",
))  # fmt: skip

OTHER_ARTICLES = whole_line((
    r"(latest|more|recent|top)( related)?( news)? (articles|headlines|news|posts|stories)( (from|in|on) .{1,40})?",
    r"(more|most)( recently)? (commented|discussed|e-?mailed|popular|read|shared|viewed)"
    r"( (articles|in|now|on|posts|stories).{0,40})?",
    r"(recommended|related|sponsored|suggested|trending)"
    r"( (articles?|content|coverage|for you|links?|news|now|posts?|reading|stories|story))*",
    r"more from [^.]{2,40}|you (may|might) also (be interested in|like)( to read)?|also in [^.]{2,40}",
    r"see also|read more|don['’]t miss|what to read next",
))  # fmt: skip
"""Headings of lists of links."""

COMMENT_START = whole_line((
    r".{0,120}\(score: ?-?\d+(, ?[a-z-]+)?\)",
    r"comments? powered by .{0,40}",
    r"join the (discussion|conversation)( .{0,40})?",
    r"cancel reply|leave a (comment|reply|response)( .{0,40})?",
    r"ping ?backs?: .{0,200}|trackbacks?: .{0,200}",
    r"(\d+ comments?[ ,:|]*)?(add|leave|post|write) (a|your) (new )?comment( .{0,40})?",
    r"be the first to (comment|post a).{0,60}",
    r"\{ ?\d+ (comments?|trackbacks?).{0,60}\}|\d+ comments? (loaded|read them below).{0,60}",
    r"(all|latest|newer|newest|older|oldest|reader|recent|some older|top|user)( rated)? comments",
    r"(sort|order) (comments )?by:? (newest|oldest|best|top|popular).{0,40}",
    r"comments (are|have been) (now )?(closed|disabled|turned off)( (for|on) .{0,60})?",
    r"discuss this (article|post|story)|have your say|tell us what you think",
))  # fmt: skip

_NUMBER = r"(?:\d[\d,]*|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en)"
_COUNTED = r"(?:[Cc]omments?|[Rr]eader [Cc]omments|[Rr]eplies|[Rr]esponses?|[Tt]houghts?)"
COMMENT_COUNT = re.compile(
    rf"{_NUMBER} {_COUNTED}(?: (?:for|on|so far|to)\b.{{0,160}})?:?"
    r"|(?:(?:Reader |User )?Comments|COMMENTS|Discussion|Replies|Responses)(?: ?\(\d+\))?:?"
)
"""A counter or a heading. Menus have them too, so some of the article must stand before."""

COMMENT_HEAD = re.compile(
    r"[^\W\d_][\w .'’&-]{0,40} (?:commented|replied|said|says|writes|wrote):?(?: .{0,40}\d{4}.{0,30})?"
    r"|(?:[Pp]osted )?(?:[Bb]y|BY):? .{1,60}(?: (?:[Aa]t|AT|[Oo]n|ON) | ?\| ?).{0,40}\b\d{1,2}[:.]\d\d\b.{0,30}"
)
"""`Jo says`, `Posted by Jo at 10:30 AM`: counts only when it comes twice, after the article."""

_PRAISE = (
    r"(?:amazing|awesome|beautiful|brilliant|cool|excellent|fantastic|good|gorgeous|great|helpful|inspiring|interesting"
    r"|loved?|lovely|nice|useful|wonderful)"
)
_PRAISED = (
    r"(?:advice|article|blog|how|idea|info|information|it|job|list|perspective|piece|points?|post|read|recipe|review"
    r"|story|stuff|summary|that|the|this|tips?|video|work|write-?up|your)"
)
_VOICES = (
    r"(hello|hey|hi)( all| there)? (?-i:[A-Z])[\w.’'-]{1,15}( (?-i:[A-Z])\w+)?[,!.–-]?( .{0,300})?",
    r"(many )?(thanks?|thank[- ]?you|thx)\b(?!.{0,20} to (a|her|his|its|our|the|their)\b).{0,300}",
    rf"((i|really|so|such a|this (has been|is|was)( an?)?|very|what a|wow,?) )*{_PRAISE} {_PRAISED}\b.{{0,300}}",
    r"(agreed|awesome|beautiful|congrat\w*|following|gorgeous|haha\w*|lol|love it|me too|same here|spectacular"
    r"|well (done|said)|wow)\b.{0,80}",
)
COMMENT_VOICE = whole_line(_VOICES)
"""How readers speak to an author: thanks, praise, greetings, smileys. Counts only when it comes often, and not before
the article has begun."""

COMMENT_SIGNS = whole_line((r".{0,160}!!!+.{0,80}", r".{0,200}[:;]-?[)D(]"))
"""Likewise; only lines with such signs are held against it."""

REPORTED = re.compile(r"\b(?:said|says|told)\b", re.IGNORECASE)
"""A line with one of these is no reader's."""

COMMENT_CONTROL = whole_line((r"(quote ?\| ?)?report this( comment| post)?", r"reply( ?delete)?"))
"""What stands below each comment: counts only when it comes twice, after the article."""

_WHICH = r"(?:cover|featured|file|header|hero|lead|main|top)"
_PICTURE = rf"(?:{_WHICH} )?(?:graphic|illustration|image|photo|photograph|picture|video)s?"
_CREDITED = (
    rf"(?:{_PICTURE} ?(?:by\b|courtesy(?: of)?\b|credits?\b:?|via\b)"
    r"|(?:image|photo)s?:|credit:|file (?:image|photo|picture)\b)"
)
CREDIT = re.compile(
    rf"(?:.{{0,300}}[(\[] ?{_CREDITED}[^()]{{0,120}}[)\]]\.?"
    rf"|(?:.{{0,300}}[.!?”\"|)] ?)?{_CREDITED} [^.]{{2,100}})",
    re.IGNORECASE,
)
"""A caption with its credit, or a credit alone. Outside brackets without a full stop: `Pictures by him sell.` stays."""

_LIBRARY = (
    r"(?:creative commons|depositphotos|flickr|istock|pexels|shutterstock|unsplash|wikimedia commons"
    r"|(?:/|via )[a-z]+ images)"
)
CREDIT_TAIL = re.compile(
    rf".{{0,300}}[(\[|/] ?[^()\[\]]{{0,90}}{_LIBRARY}\b[^()\[\]]{{0,50}}[)\]]?\.?",
    re.IGNORECASE,
)
"""A caption that ends with a picture library in brackets or after a stroke."""

CREDIT_WORDS = (
    "creative commons", "credit", "flickr", "graphic", "illustration", "image", "istock", "pexels", "photo", "picture",
    "shutterstock", "unsplash", "video", "wikimedia",
)  # fmt: skip
"""Either pattern needs one of them; a text is searched for them in a tenth of the time."""

_HANDLE = r"(@\w+|at \S+@\S+|on (facebook|instagram|linkedin|twitter|x))"
AUTHOR_CONTACT = whole_line((
    rf"(contact|e-?mail|follow|reach|tweet) [^.]{{0,60}}{_HANDLE}.{{0,80}}",
    r"(contact|reach) the (authors?|editors?|reporters?|writers?)\b.{0,160}",
    r"[^.]{0,60} (can|may) be (contacted|e-?mailed|followed|reached) (at|by|on|via) .{0,120}",
))  # fmt: skip

ABOUT_AUTHOR = whole_line((
    r"(about|meet) the (authors?|reporters?|writers?)",
    r"about me",
    r"article authors?",
    r"written by",
))  # fmt: skip

AUTHOR_TABLES = (
    (AUTHOR_CONTACT, ("contact", "mail", "follow", "reach", "tweet")),
    (ABOUT_AUTHOR, ("author", "reporter", "writer", "about me", "written by")),
)
"""Each with the words of which its lines have one."""

ADVERT_OPENING = re.compile(
    r"(?:hungry for|interested in|looking for|need|ready to|searching for|struggling|thinking of|tired of|want)\b"
    r"[^.?!]{1,80}\?",
    re.IGNORECASE,
)
"""A question put to the reader: `Looking for a new kitchen?`."""

ADVERT_CALL = re.compile(
    r"(?:apply|ask|book|browse|buy|call|check|claim|contact|discover|donate|download|enrol|enroll|explore|find|get|grab"
    r"|hire|join|learn|order|register|request|reserve|save|schedule|see|shop|sign|start|subscribe|talk|try|upgrade"
    r"|visit|watch) \b[^.?!]{2,90}[.!]?",
    re.IGNORECASE,
)
"""An order to the reader: `Get free samples today`."""

ADVERT_READER = re.compile(r"\b(?:deals?|discount|free|here|now|offers?|our|today|us|you|your)\b|% off", re.IGNORECASE)
"""Words without which an order is a heading of the article: `Explore the old town`."""
