"""What a site says to its readers around every article: accounts, newsletters, cookies, rights, forms, how to reach it.

One table a kind, each entry a regular expression for a whole line, letter case aside; a line is only held against a
table when it has one of the table's words, which keeps the matching fast. Only what no paragraph of an article says
stands here: `Copyright © 2024` is a notice, `Copyright law is old` is not. English wording.
Evidence: of the lines of 1,918 labelled web texts that these tables name .98 stand around the article.
"""

from __future__ import annotations

from newsdigest.clean.wording import wording

ACCOUNT = wording(
    "account", "account confirm log logged login members membership need register registered sign subscriber subscribers trial", (
    r"(already|not)( yet)? (a |an |have an? )?(account|member|registered|subscriber)\b.{0,60}",
    r"(become|be|join as) (a |an )?(member|paid subscriber|patron|subscriber|supporter)\b[^.]{0,80}",
    r"(create|open|register for|sign up for) (a|an|your) (free )?(account|membership|profile)\b[^.]{0,60}",
    r"(get|start)( your)? (digital|free|full|unlimited) (access|trial)\b[^.]{0,80}",
    r"(log|sign) ?(in|on|out|up)( (and|here|now|or|to|using|with)\b[^.]{0,50})?|please (log|sign) ?(in|out)\b.{0,120}",
    r"(you )?(have to|must|need to) (be (logged|registered|signed)|confirm your|have an account|log ?in|sign ?in)\b.{0,150}",
    r"this (article|content|story) is (only )?(available )?(for|to) (members|subscribers).{0,80}|subscribers? only.{0,60}",
))  # fmt: skip

CONTACT = wording("contact details", "", (
    r"(?=.*\d{4})((call|call us|fax|hotline|mobile|office|ph|phone|sales|support|t|tel|telephone|text|toll[- ]free)\b\W*)?"
    r"(\+?\d{1,3}[ .-]?)?\(?\d{3}\)?[ .-]?\d{3}[ .-]?\d{4}( .{0,20})?",
    r"((contact|e-?mail|email us|website)\b\W*)?[\w.+-]+@[\w-]+\.[\w.]+",
    r"[^.\d]{2,40}, [A-Z]{2} \d{5}(-\d{4})?(, USA)?",
), 120)  # fmt: skip

CONTACT_US = wording(
    "contact details", "call contact correction e-mail email error news question questions reach report story tip tips"
    " typo visit", (
    r"(call|chat|contact|e-?mail|reach|talk|text|visit|write)( to)?( (customer service|our|sales|support|the newsroom"
    r"|us))+\b.{0,80}",
    r"(do you have|got|have|if you have|send us|share|submit|want to submit)( (a|an|any|your))?( (confidential|news))?"
    r" (comment|correction|question|story|story idea|tip)s?\b.{0,120}",
    r"(found|report|request|see|spot|submit|suggest) (a|an|any) (bug|correction|edit|error|mistake|problem|typo)\b.{0,80}",
))  # fmt: skip

_COOKIE_WORDS = (
    r"(advertis\w+|analytics|analyzed|browser|categor\w+|consent|duration|gdpr|partners|policy|preferences|privacy|site|technologies|users?"
    r"|visitors?|web ?site)"
)
COOKIES = wording("cookie notice", "accept agree agreeing allow consent cookie cookies decline deny gdpr manage privacy"
    " recaptcha reject technical", (
    r"(accept|allow|decline|deny|manage|reject)( (&|all|and|close|consent|cookies?|essential|necessary|only|options"
    r"|preferences|settings))+",
    rf"(?=.*\bcookies?\b)(?=.*\b{_COOKIE_WORDS}\b)([\w-]+ )?([\w.-]+ )?(and |or )?[\w.-]+ (and our( \d+)? partners )?"
    r"(may )?(also )?(cookies?|uses?)\b.{0,1500}",
    rf"(?=.*\bcookies?\b)(?=.*\b{_COOKIE_WORDS}\b)(any|out of|such|these|this|to|your)\b.{{0,1500}}",
    r"cookie duration description .{0,1500}|the technical storage or access\b.{0,500}|.{0,100}\bprotected by re-?captcha\b.{0,200}",
    r"(i|yes,? i) (accept|agree|consent|have read|want to receive|would like to receive)\b.{0,250}",
    r"(learn|read|review|see|view)( more)?( about| out)? (our|the) (cookie|privacy)\b.{0,80}|cookie (consent|policy"
    r"|preferences|settings)\b.{0,60}",
    r"by (accessing|browsing|checking|clicking|completing|continuing|creating|entering|joining|providing|registering"
    r"|signing|submitting|subscribing|using)\b.{0,120}\b(accept|acknowledge|agree|authorize|consent)(ing)?\b.{0,400}",
    r"we (care about|respect|value) your privacy.{0,250}|your privacy (is important|matters)\b.{0,200}",
), 1600)  # fmt: skip

FORM = wording(
    "form", "akismet captcha e-mail email enter field fields fill helpful human leave message notify page please post"
    " rate save send something story submission success thank thanks useful wrong", (
    r"(did you find|found|was) (this )?((article|information|page|post|story) )?(help|use)ful( to you)?.{0,40}",
    r"(how (helpful|useful) was|rate) this (article|information|page|post|story)\b.{0,60}",
    r"(please )?(enter|fill (in|out)|provide|type) (a |an |in |out )?(the|valid|your)\b[^.]{0,60}|if you are human.{0,60}",
    r"(oops!? .{0,40})?(something went wrong|there was (a|an) (error|problem))\b.{0,80}",
    r"(thank you|thanks|success)!? ?( for .{0,40})?\b(your (message|submission)|we['’]ll be in touch)\b.{0,60}",
    r"(the|this) field (is|should) .{0,80}|(send|yes,? send) me a copy.{0,60}|fields (marked|with) .{0,60}",
    r"notify me (by|of|via|when) .{0,100}|save my name,? .{0,120}|this site uses akismet.{0,120}",
    r"your e-?mail( address)? will not be.{0,120}|(the|your) e-?mail( address)? (has been|was) sent.{0,120}",
))  # fmt: skip

_RIGHTS = r"(broadcast|copied|published|re-?produced|re-?distributed|re-?printed|re-?published|re-?used|re-?written)"
LEGAL = wording(
    "legal notice", "acceptance affiliate agreement amazon commission commissions constitutes copyright copyrights"
    " copyrighted designed disclaimer disclosure disclosures endorse informational necessarily opinions permission powered published"
    " purposes redistributed reproduced reproduction reserved responsible rights rewritten subject trademark trademarks views"
    " © ⓒ (c)", (
    r"((all|site|website) )?((content|contents|images|material|text) )?(©|ⓒ|\(c\)|copyright,? (©|\(c\)|by\b|@?\d{4}))"
    r".{0,300}|.{0,60}©.{0,200}",
    r".{0,160}\b(all|some) rights reserved\b.{0,300}",
    r".{0,160}\b(are|is) (a |an |the )?(registered )?(service|trade) ?marks? (of|or)\b.{0,300}|all (other )?trade ?marks"
    r"\b.{0,200}",
    rf"(all|no part|the|this)( \w+)? (article|content|contents|document|information|material|materials|page|site|story"
    rf"|text|work)\b.{{0,80}}\b(may|must|can) ?not be\b.{{0,20}}\b{_RIGHTS}\b.{{0,300}}",
    r"this (content|document|material|work) is (protected by|subject to) copyright.{0,400}",
    r".{0,40}\buse of (our|the|this) (site|web ?site|web site)\b.{0,80}\b(acceptance|agree|agreement|subject to)\b.{0,300}",
    r"(any |unauthori[sz]ed )?(redistribution|reproduction|republication)\b.{0,120}\b(forbidden|permission|permitted"
    r"|prohibited)\b.{0,150}",
    r".{0,80}\b(is|are) not responsible for\b.{0,40}\b(content|external)\b.{0,120}|.{0,60}\bdoes not endorse\b.{0,200}",
    r"(advertiser|advertising|affiliate|editorial|financial|ftc)? ?(disclaimer|disclosures?):( .{0,400})?",
    r".{0,80}\baffiliate (advertising|links?)\b.{0,400}|.{0,200}\b(as an amazon associate|amazon services llc)\b.{0,300}",
    r".{0,160}\bearn (a (small )?)?(affiliate )?commissions?\b.{0,200}",
    r"(proudly )?powered by .{0,40}|(site|theme|web ?site) (by|design by|designed by) .{0,40}",
    r"(any |the )?(opinions|statements|views)( and (conclusions|opinions|views))?( contained| expressed| presented)?\b.{0,80}"
    r"\b(do not (necessarily )?(reflect|represent)|(are|is) (his|solely|the author['’]s|their|those of)\b).{0,300}",
    r".{0,160}\b(educational|for informational|informational) purposes only\b.{0,300}",
), 600)  # fmt: skip

NEWSLETTER = wording(
    "newsletter", "alerts date e-mail email emails inbox informed insider insiders know loop miss newsletter newsletters"
    " signing sign spam stay subscribe subscribed subscribing subscription unsubscribe updates", (
    r"(be the first|don['’]t|never) (miss|to hear|to know)\b[^.]{0,120}",
    r"(enjoy|get|have|like|love|receive|want)\b.{0,100}\b(delivered|direct|directly|in|right|sent|straight|to)\b.{0,40}"
    r"\b(e-?mail|inbox)\b.{0,80}",
    r"(get|receive) .{0,100}\b(e-?mails?|inbox|newsletters?)\b.{0,80}|(please )?check your (e-?mail|inbox)\b.{0,120}",
    r"(enter|join|opt|register|sign|subscribe)\b.{0,140}\b(alerts|e-?mail( address| list| updates)?|inbox|mailing list"
    r"|newsletters?|updates)\b.{0,140}",
    r"(keep|stay) (in the (know|loop)|informed|up[- ]to[- ]date|updated)\b.{0,160}",
    r"(please )?sign(ed|ing)? up\b(?! (at|by|in|of))[^.]{0,140}[.!]?( it['’]s free.?)?",
    r"(success|thank you|thanks)\b.{0,60}\b(signing up|subscribed|subscribing|subscription)\b.{0,120}",
    r"(we['’]ll |we |i )?(don['’]t |hate |never |no |promise |will not |won['’]t |zero )+(send|sell|share|spam)?.{0,40}"
    r"\bspam\b.{0,120}",
    r".{0,100}\b(can|may|to) unsubscribe\b.{0,100}|unsubscribe (any ?time|at any|here|whenever).{0,60}",
    r".{0,80}\b(in|into|to) your inbox\b.{0,80}|(daily|monthly|our|weekly) newsletters?[^.]{0,40}",
    r"subscribe\b[^.]{0,140}[.!]?|subscriptions? (by|for|to|via)\b[^.]{0,80}|want more (articles|like this|news|stories)\b.{0,80}",
))  # fmt: skip

NOTICES = (NEWSLETTER, COOKIES, LEGAL, ACCOUNT, FORM, CONTACT_US, CONTACT)
"""In the order in which they are asked."""
