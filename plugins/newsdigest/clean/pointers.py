"""What a page uses to lead its readers on: links to other articles, menus, share bars, tags, comments, adverts, bylines.

One table a kind, each entry a regular expression for a whole line, letter case aside; a line is only held against a
table when it has one of the table's words, which keeps the matching fast. Only what no paragraph of an article says
stands here: `Back to top` leads on, `Back to school` is a headline. English wording.
Evidence: of the lines of 1,918 labelled web texts that these tables name .95 stand around the article; most of the
rest are links to other articles between its paragraphs.
"""

from __future__ import annotations

from newsdigest.clean.wording import wording

ADVERT = wording(
    "advertisement", "ad ads advert advertisement buy call consultation continues deal deals demo estimate off offer order"
    " paid price prices promoted quote save scroll shop sponsored tour trial", (
    r"(article|content|story) continues (after|below).{0,40}|scroll to continue.{0,40}",
    r"(buy|order|shop)( (it|now|tickets))?( (at|from|on) [^.]{0,30})?",
    r"(check|get|see|view)( (best|current|latest|the|today['’]s))* (deals?|offers?|prices?)\b[^.]{0,40}",
    r"(close|hide|remove|report|skip) (this )?ads?|why (am i seeing )?(these|this) ads?\??",
    r"(apply for|book|claim|get|request|schedule|start|try)( (a|an|my|our|your))?( free)? (call|consultation|demo"
    r"|estimate|proposal|quote|tour|trial)s?\b[^.]{0,60}",
    r"(promoted|sponsored)( (by|content|post|stories)\b[^.]{0,30})?|paid (content|post|program)",
    r"ads? by [^.]{0,40}|advertisement( continues.{0,20})?|limited[- ]time offer[^.]{0,40}|special offer[^.]{0,20}",
    r"save (up to )?[$£€]?\d+%?( off)?\b[^.]{0,60}",
), 160)  # fmt: skip

AUTHOR = wording("note on the author", "about author authors by contributor editor edited posts profile reporter view"
    " writer written", (
    r"((all|more|see all|view all) (articles|posts|stories) by|about|follow|meet|more (about|by|from))( (our|the|this))?"
    r" (authors?|blogger|columnist|contributors?|editors?|reporters?|writers?)( .{0,40})?",
    r"((assistant|associate|contributing|deputy|guest|managing|senior|staff|the|web) )?(author|columnist|contributor"
    r"|correspondent|editor|editor[- ]in[- ]chief|reporter|writer)s?:?",
    r"(article|authored|contributed|edited|fact[- ]checked|medically reviewed|reported|reviewed|story|submitted|text"
    r"|updated|words|written)( and (edited|fact[- ]checked|reviewed|written))? by:?( .{2,60})?",
    r"view (author|bio|profile)( .{0,20})?",
), 120)  # fmt: skip

COMMENTS = wording(
    "comment thread", "abuse comment comments conversation discussion pingback rating replies reply response responses"
    " say trackback votes", (
    r"(\d[\d,]* )?(comments?|reader comments|replies|responses)( ?\(\d+\))?(( (for|on|so far|to)\b| ?:).{0,120})?",
    r"(add|leave|make|post|submit|write) (a|your) (new )?(comment|reply|response)\b.{0,80}|have your say.{0,20}",
    r"(be the first to (comment|post|reply)|(join|start) the (conversation|debate|discussion))\b.{0,60}",
    r"(flag|report)( (a violation|abuse|as|comment|inappropriate|post|this|user))+.{0,40}|quote ?\| ?report.{0,40}",
    r"(.{0,20}: )?(the )?((below|following|reader|user) )?comments( (below|here|on this (page|site)))?( (are|remain))?( (solely"
    r"|entirely))? (are owned by|belong to|owned by|the (opinions?|property|responsibility|views) of|those of)\b.{0,250}",
    r"(hide|load|read|see|show|sort|view)( (all|more|previous|the|\d+))* (comments|replies|responses)\b.{0,40}",
    r"(ping|track) ?backs?\b.{0,200}|reply to [^.]{2,40}|rating: .{0,30}|\d+ votes?",
    r"(all )?comments (are|have been|were|will be)( now)? (closed|disabled|moderated|published|reviewed|subject"
    r"|turned off)\b.{0,160}|comments? (feed|from|guidelines|policy|powered|rules)\b.{0,60}",
))  # fmt: skip

LINKS = wording(
    "links to other articles", "also like articles blog blogs discover explore full headlines latest links miss missed more"
    " most news next posts previous read recent recommended related see similar stories watch", (
    r"(also read|don['’]t miss|more( (about|coverage|from|here|on))?|must[- ](read|watch)|next (article|post|up)"
    r"|read( (also|here|more|next|on|this))?|recommended( reading)?|related( (article|content|coverage|link|news|post"
    r"|reading|stories|story|video))?|see( (also|more))|up next|watch( (also|more|now))): .{1,200}",
    r"(latest|more|other|popular|recent|related|similar|top)( news| related)? (articles|blogs?|headlines|news|posts|stories)"
    r"( (about|by|for|from|in|like|on|related to|this|you)\b[^.]{0,50})?",
    r"(more|most)( recently)? (commented|discussed|e-?mailed|popular|read|shared|viewed)( (articles|in|now|on|posts"
    r"|stories)\b[^.]{0,40})?",
    r"more from [^.,]{2,50}|also in [^.]{2,40}|(check out|read|see) also[^.]{0,150}|read more (about|at|from|here|in|on)"
    r"\b[^.]{0,60}",
    r"(you ?)?(could|['’]ll|may|might|will) also (be interested in|enjoy|find|like|love)\b[^.]{0,40}",
    r"(around the web|from (our|the) (archives?|blog|network|partners|web)|full list of|in case you missed it)[^.]{0,40}",
    r"what to read next|others are reading|on the (blog|web)|must[- ]reads?|you (may|might) like( to read)?",
), 260)  # fmt: skip

NAVIGATION = wording(
    "navigation", "app back blog browser categories click contents enlarge explore full javascript language larger learn load"
    " main map menu more navigation new newer next older page post previous prev read search see share show site sitemap skip story"
    " tap toc top view » › >", (
    r"(back|go|jump|return|scroll|skip) (back )?(over |past )?(to )?(the )?(all|article|articles|blog|content|home"
    r"|homepage|list|main|menu|navigation|news|search|top)\b[^.]{0,40}",
    r"(next|older|newer|prev|previous)( (article|chapter|entry|episode|issue|lesson|page|photo|post|story))?: .{1,150}",
    r"(next|previous) (article|post|story)\b[^.]{0,120}|((newer|older) (entries|posts?)[ ,|/·•]*(home[ ,|/·•]*)?)+",
    r"(click|tap) (here|on|the|to)\b[^.]{0,100}\.?|(continue|keep) reading\b[^.]{0,60}|(swipe|scroll) (for|to)\b.{0,40}",
    r"(front page|home|homepage|news|you are here)( page)?( ?[>»›/|:→]+ ?[^>»›/|:→.]{1,60}){1,8}",
    r"(all|browse|discover|explore|learn|load|more|read|see|show|view)\b[^.]{0,60}[>»›→]+",
    r"(browse|load|read|see|show|view) (all|full|more)( (articles?|comments|posts?|results|stories|story))?[^.]{0,20}",
    r"(page )?\d+ (of|/) \d+( (next|pages))?|page \d+|site ?map|table of contents?|toc",
    r"(find out|learn) more (about|at|from|here|on)\b[^.]{0,80}",
    r"(please )?(enable|turn on) (cookies|javascript)\b.{0,120}|.{0,80}\b(enable|requires|use) javascript\b.{0,120}",
    r"(your|upgrade your) (web )?browser (does|is|may|must)\b.{0,120}|(available|download|get) (it )?(on|our|the)\b"
    r"[^.]{0,30}\b(app|app store|google play)\b[^.]{0,20}",
    r"(change|choose|select) (a|an|your) (category|city|country|currency|edition|language|location|month|region)\b.{0,20}",
    r"(see|view) this (article|gallery|image|page|photo|post|story) (in|on) .{0,60}",
), 200)  # fmt: skip

READING = wording("reading time and dates", "add audio download last listen min mins minutes modified originally posted"
    " published read reading save time updated", (
    r"(\d+|one|two|five|ten)?[- ]?min(ute)?s?[- ]?read(ing)?( time)?|\d+ min(ute)?s? ago|(estimated )?read(ing)? ?time:?"
    r".{0,30}",
    r"(first |last |originally )?(modified|posted|published|revised|updated)( (at|on))?:? ?.{0,50}\d.{0,40}",
    r"(hear|listen|play)( (article|audio|episode|in|now|podcast|story|the|this|to))+|audio( version)? of this article"
    r"|download (article|audio|episode|file|mp3|pdf)\b.{0,60}",
    r"save( (article|this (article|page|story)|for later))?|add to (bookmarks|favou?rites|reading list)",
), 120)  # fmt: skip

SHARE = wording("share bar", "contribute find follow join like", (
    r"(find|follow|join|like) (her|him|me|them|us) (at|in|on|via) .{0,80}|feel free to contribute",
), 120)  # fmt: skip

TAGS = wording("tags", "categories category filed keywords labels posted tag tagged tags topics", (
    r"(categor(y|ies)|filed (in|under)|keywords|labels|posted (in|under)|tag|tags|tagged( (as|in|with))?|topics): ?.{0,300}",
    r"tags?|filed under( .{1,120})?|tagged .{1,120}|posted (in|under) .{1,120}",
))  # fmt: skip

POINTERS = (TAGS, READING, AUTHOR, LINKS, COMMENTS, NAVIGATION, SHARE, ADVERT)
"""In the order in which they are asked."""
