"""Lines made of nothing but the words of a page: `Share on Facebook`, `Latest news`, `First name (required)`.

One table a kind: the key words, of which a line of that kind has at least one, and the words that may stand with them.
A line with any other word is of another kind, or of the article. English words that are on sites of every sort; numbers
and signs do not count. Evidence: of the lines of 1,918 labelled web texts that these tables name (menus aside), .98
stand around the article.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

LONGEST = 12
"""Words of such a line, at most; a menu's lines are shorter."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """One kind of line."""

    kind: str
    """Its name as readers see it."""
    keys: frozenset[str]
    others: frozenset[str]
    longest: int = LONGEST


def _words(*tables: str) -> frozenset[str]:
    return frozenset(" ".join(tables).split())


_SMALL = """
    a all also an and any are as at be by can do don't for from get go have here i i'd i'm in is it it's its me more
    my new no not now of off on one or our out please so that the their them these this those to today up us use was
    we will with yes you you'd you'll you're your yours
"""
"""May stand in a line of any kind."""

_PIECES = """
    article articles blog column entry episode gallery image interview issue item link page photo photos picture
    podcast post posts recipe report review site stories story url video website
"""
"""What pages call the thing that they show."""

_NETWORKS = """
    bluesky del.icio.us digg discord facebook fb flipboard github gplus hackernews instagram linkedin mastodon
    newsvine pinterest reddit skype snapchat spotify stumbleupon telegram tiktok tumblr tweet twitter viber vimeo vk
    wechat whatsapp xing yahoo youtube
"""

_NETWORKS_AND_WORDS = """
    buffer delicious google mix pocket threads x
"""
"""Networks whose names are words of their own; alone they tell nothing."""

_NEWSLETTER = """
    e-newsletter e-newsletters inbox newsletter newsletters
"""

_ACCOUNT = """
    account log login logout membership password register sign signin signup subscribe subscriber subscribers
    subscription username
"""
_ACCOUNT_TOO = """
    access activate already basket become cart center centre checkout classifieds create delivery digital existing
    feedback forgot forgotten free gift give help home join journalism log lost manage member members newsletter
    newsletters page print profile registered remember renew reset save services show sign signed start support
    trial unlimited user wishlist
"""

_COMMENTS = """
    comment comments conversation discuss discussion pingback pingbacks replies reply replydelete response responses
    trackback trackbacks
"""
_COMMENTS_TOO = """
    abuse add adding allowed anonymous area below cancel closed commenting community considered debate delete
    disabled edit feed first flag guidelines hide join leave like likes load loading log make moderated must newest
    next oldest only open permalink policy posted powered previous quote reactions read reader recent required rss
    rules say section see share show sign sort start submit subscribe thoughts top turned user view views want write
"""

_FORM = """
    address birthday captcha cell city company country county e-mail email enter field fields firstname indicates
    lastname mandatory message name optional organisation organization password phone postal postcode required send
    subject submit telephone username validation website zip
"""
_FORM_TOO = """
    area below birth blank business choose clear code comment comments correct date family first full function
    hidden home industry inquiry job last line mail marked middle mobile must number office order place question
    questions remember reset role select state street surname text title type user valid work
"""

_LEGAL = """
    accessibility cookie cookies copyright disclaimer gdpr legal permissions privacy reprints rights terms trademark
    trademarks
"""
_LEGAL_TOO = """
    accept ad ads advertise agreement apply banner california careers center choices code community conditions
    conduct consent contact corrections data declaration editorial ethics guidelines help imprint info information
    jobs licensing manage may modern notice notices overview personal policies policy preferences request reserved
    sale sell settings share site sitemap slavery standards statement third-party updated user visitor
"""

_LINKS = """
    also blog commented coverage discussed e-mailed editor's editors' emailed enjoy featured headlines links might
    missed most must-read next popular posts previous read reading recent recommend recommended recommends related
    shared similar suggested trending viewed watch watched
"""
_LINKS_TOO = """
    about additional again archive archives around best blogs books breaking categories category check choice
    columns comments content could day discover editor editors events exploring features guides headline hot
    in-depth info information insights interest interested interesting items keep latest learning like love material
    may miss month month's network newest news offers online opinion originals other partners people picks pieces
    post's products projects publication publications readers reads reports researchers resources reviews roundup
    searches section sections see service sites sponsored story's tags think threads tips top topic topics trends
    tutorials updates videos view viewing web week week's would
"""

_MENU = """
    about accessibility accessories account accounting advertise advertising affiliate affiliates africa agenda
    alerts americas analysis announcements app apps archive archives art arts asia audio australia authors
    automotive autos awards beauty blog blogs books brands breaking browse business calendar canada career careers
    cars cart categories category celebrity classifieds close collections columnists columns comics commentary
    commercial communities community companies company competitions connect contact contests contributors cookies
    cooking copyright corporate corrections courses crime crossword crosswords culture customers data dating deals
    design destinations developers development directory disclaimer discover discussions documentation donate
    download downloads ecommerce economy editorial editorials education electronics employment energy engineering
    english enterprise entertainment environment español ethics europe events explore family fantasy faq faqs
    fashion featured features feedback film finance financial fitness food football forum forums gadgets galleries
    gallery games gaming gardening gear gifts glossary golf government guide guides headlines health healthcare help
    hiring history hockey holidays home homepage homes horoscope horoscopes hotels identity images imprint index
    india industries industry info information innovation insights insurance integrations international internet
    internships interviews investing investors jobs journal kids knowledge language languages latest law leadership
    learn legal leisure letters licensing life lifestyle links living local locations login logistics love magazine
    maps market marketing marketplace markets media members membership menu mobile money motoring movies multimedia
    music nation national navigation networking news newsletter newsletters newspaper newsroom obituaries offers
    offices opinion opinions outdoors overview parenting partners partnerships people permissions personal pets
    photography photos pictures platform podcast podcasts policies policy politics polls popular portfolio press
    previews pricing privacy product products profile profiles programs projects property publications quiz quizzes
    radio rankings real region regional register relationships religion rental rentals reprints research resources
    restaurants results retail reviews rss sales schedule schools science scores search section sections security
    services settings shop shopping sitemap soccer social society software solutions specials sponsored sponsors
    sport sports staff standings statistics stats stocks storage store stories streaming style subjects subscribe
    subscription subscriptions support sustainability tags team teams tech technologies technology television
    templates tennis terms testimonials themes tickets tips toggle tools topics traffic training transportation
    travel trending tutorials tv updates video videos viewpoints watch weather web webinars website weddings
    wellness women work world
"""
_MENU_TOO = """
    & ai back big brand buy case cases center centre check choice choices classified code conditions conduct content
    current customer day deep digital east edition editor editors estate first free front full general global good
    group guest guidelines high hot how in-depth inside interest just key kit line live main major make meet mid
    middle nav network next north notice office official online other page pages photo place primary print quick
    read reader readers recent release releases reports rest review rights sale save see sell service share shows
    sign site skip small south special start started statement states story studies success test text tip top trade
    u.s vs weekend west what's who
"""

_NAVIGATION = """
    back browse close collapse continue enlarge expand fewer go hide jump less load loading menu more navigation
    newer next older open prev previous read return scroll search see show sitemap skip start toggle top view
"""
_NAVIGATION_TOO = """
    ad advert advertisement another archive archives bar bottom box button categories category comments content
    contents down enter entries events footer form full full-screen header home homepage icon images index last list
    main map mobile modal nav news over pages past popup primary query reading results screen section sections side
    sidebar slide slideshow sub submenu submit table topic topics version
"""

_SHARE = """
    bookmark copy e-mail email follow followers following forward pin print printable printer recommend retweet send
    share shared shares sharing sms
"""
_SHARE_TOO = """
    app apple bar button buttons caring click clipboard close connect copied edition else extra fans favorites
    favourites feed feeds find free friend friend's friendly friends full hide icon join larger less like links logo
    mail media message messenger news nice number open opens options person printer-friendly rss save search show
    size social someone subscribe tab text tool tools version via visit window
"""


MENU = "menu"
VOCABULARIES = (
    Vocabulary("share bar", _words(_SHARE, _NETWORKS), _words(_SHARE_TOO, _SMALL, _PIECES, _NETWORKS_AND_WORDS)),
    Vocabulary("comment thread", _words(_COMMENTS), _words(_COMMENTS_TOO, _SMALL, _PIECES)),
    Vocabulary("links to other articles", _words(_LINKS), _words(_LINKS_TOO, _SMALL, _PIECES)),
    Vocabulary("newsletter", _words(_NEWSLETTER), _words(_ACCOUNT, _ACCOUNT_TOO, _SMALL)),
    Vocabulary("account", _words(_ACCOUNT), _words(_ACCOUNT_TOO, _SMALL)),
    Vocabulary("form", _words(_FORM), _words(_FORM_TOO, _SMALL)),
    Vocabulary("legal notice", _words(_LEGAL), _words(_LEGAL_TOO, _SMALL)),
    Vocabulary("navigation", _words(_NAVIGATION), _words(_NAVIGATION_TOO, _SMALL, _PIECES)),
    Vocabulary(MENU, _words(_MENU), _words(_MENU_TOO, _SMALL), longest=6),
)
"""In the order in which they are asked. A menu's lines are names of sections: they tell a whole page, and cut nothing,
since a heading of the article may be one of them."""

_BY_WORD = {
    word: frozenset(i for i, one in enumerate(VOCABULARIES) if word in one.keys | one.others)
    for word in sorted(frozenset().union(*(one.keys | one.others for one in VOCABULARIES)))
}
"""Word -> the vocabularies that have it."""
_ALL = frozenset(range(len(VOCABULARIES)))
_NUMBER = re.compile(r"[\d.,#%-]+[km]?")


def kind_by_words(found: Sequence[str]) -> str:
    """Name the first kind whose vocabulary has all words of a line, lower case, one of them a key word."""
    able = _ALL
    said = []
    for word in found:
        if word in _BY_WORD:
            said.append(word)
            able = able & _BY_WORD[word]
        elif not _NUMBER.fullmatch(word):
            return ""
        if not able:
            return ""
    vocabularies = (VOCABULARIES[i] for i in sorted(able) if said)
    return next((v.kind for v in vocabularies if len(said) <= v.longest and not v.keys.isdisjoint(said)), "")
