"""markup: what each mark looks like, on small texts."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from newsdigest import markup
from newsdigest.model import Analysis, Mention, Paragraph, ParagraphKind, Quote, Sentence, Span, Story
from newsdigest.text import story_id

from tests.sample import SAVED, edition


def story(*paragraphs: str | tuple[ParagraphKind, str], **given: object) -> Story:
    blocks = tuple(Paragraph(p) if isinstance(p, str) else Paragraph(p[1], p[0]) for p in paragraphs)
    values: dict[str, object] = {
        "id": story_id("a"), "path": "a.txt", "title": "A", "title_origin": "text", "byline": (), "outlet": None,
        "url": None, "published": None, "published_origin": "saved", "saved": SAVED, "lang": "en",
        "paragraphs": blocks, "removed": (), "line_count": len(blocks),
    }  # fmt: skip
    return Story(**(values | given))  # type: ignore[arg-type]


def found(
    text: str,
    names: tuple[str, ...] = (),
    quotes: tuple[str, ...] = (),
    sentences: tuple[str, ...] = (),
    summary: tuple[int, ...] | None = None,
) -> Analysis:
    """Everything given by its words, at their first place in the text."""

    def at(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    return Analysis(
        story_id=story_id("a"),
        sentences=tuple(Sentence(at(words), 0) for words in sentences),
        mentions=tuple(Mention(at(words), words, "person") for words in names),
        roles=(),
        quotes=tuple(Quote(at(words), words, None, None, "none") for words in quotes),
        keywords=(),
        summary=tuple(range(len(sentences))) if summary is None else summary,
    )


def rendered(text: str, links: dict[int, str] | None = None, **marks: tuple[str, ...]) -> str:
    return markup.body(story(text), found(text, **marks), links or {})  # type: ignore[arg-type]


# --- paragraphs ---


def test_paragraphs_are_numbered_from_one_headings_and_all() -> None:
    article = story("One.", ("heading", "Two"), "Three.")
    assert markup.body(article, found(""), {}) == '<p id="p1">One.</p>\n\n<h2 id="p2">Two</h2>\n\n<p id="p3">Three.</p>'


def test_an_attribution_and_the_quote_before_it_make_one_figure() -> None:
    article = story("Lead.", "We will stay.", ("attribution", "Ann Lee, farmer"))
    assert markup.body(article, found(""), {}).split("\n\n", 1)[1] == (
        '<figure><blockquote><p id="p2">We will stay.</p></blockquote>\n\n'
        '<figcaption id="p3">Ann Lee, farmer</figcaption></figure>'
    )


@pytest.mark.parametrize("before", [(), (("heading", "Voices"),), ("Said.", ("attribution", "Bo Ek, baker"))])
def test_an_attribution_without_a_quote_before_it_is_a_paragraph(
    before: tuple[str | tuple[ParagraphKind, str], ...],
) -> None:
    html = markup.body(story(*before, ("attribution", "Ann Lee, farmer")), found(""), {})
    assert html.endswith(f'<p id="p{len(before) + 1}">Ann Lee, farmer</p>')


def test_an_article_without_text_is_empty() -> None:
    assert markup.body(story(), found(""), {}) == ""


def test_everything_from_the_source_is_escaped() -> None:
    text = "<script>alert('x')</script> & \"more\""
    assert rendered(text) == (
        '<p id="p1">&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt; &amp; &quot;more&quot;</p>'
    )  # fmt: skip


def test_addresses_are_escaped() -> None:
    html = rendered("Ann left.", {0: '"><b>&'}, names=("Ann",))
    assert 'href="&quot;&gt;&lt;b&gt;&amp;"' in html


def test_characters_that_no_page_may_hold_are_left_out() -> None:
    assert rendered("a\x00b\u202ec\ud800d") == '<p id="p1">abcd</p>'


# --- marks in the text ---


def test_only_names_with_an_address_are_linked() -> None:
    html = rendered("Ann met Bo.", {1: "../people/bo.html"}, names=("Ann", "Bo"))
    assert html == '<p id="p1">Ann met <a class="name" href="../people/bo.html">Bo</a>.</p>'


def test_the_words_of_a_quotation_are_marked_inside_the_marks_of_the_source() -> None:
    html = rendered("“Go,” she said.", quotes=("Go,",))
    assert html == '<p id="p1">“<span class="quote">Go,</span>” she said.</p>'


def test_sentences_of_the_summary_are_anchored_and_others_are_not() -> None:
    text = "One. Two. Three."
    analysis = found(text, sentences=("One.", "Two.", "Three."), summary=(0, 2))
    html = markup.body(story(text), analysis, {})
    assert html == '<p id="p1"><span id="s1">One.</span> Two. <span id="s3">Three.</span></p>'


def test_a_name_in_a_quotation_in_a_sentence_is_nested() -> None:
    html = rendered(
        "“Ask Ann,” he said.", {0: "x"}, names=("Ann",), quotes=("Ask Ann,",), sentences=("“Ask Ann,” he said.",)
    )
    assert html == (
        '<p id="p1"><span id="s1">“<span class="quote">Ask <a class="name" href="x">Ann</a>,</span>” he said.</span>'
        "</p>"
    )


def test_the_longer_of_two_marks_with_one_beginning_holds_the_shorter() -> None:
    html = rendered("“Ann, go,” he said.", {0: "x"}, names=("Ann",), quotes=("Ann, go,",))
    assert '<span class="quote"><a class="name" href="x">Ann</a>, go,</span>' in html


def test_a_nickname_in_quotation_marks_stays_inside_the_link() -> None:
    html = rendered("Ann “Bee” Lee left.", {0: "x"}, names=("Ann “Bee” Lee",), quotes=("Bee",))
    assert '<a class="name" href="x">Ann “<span class="quote">Bee</span>” Lee</a>' in html


def test_a_quotation_of_two_sentences_never_breaks_their_anchors() -> None:
    text = "“One. Two,” he said."
    html = rendered(text, quotes=("One. Two,",), sentences=("“One.", "Two,” he said."))
    assert html == (
        '<p id="p1"><span id="s1">“<span class="quote">One.</span></span><span class="quote"> </span>'
        '<span id="s2"><span class="quote">Two,</span>” he said.</span></p>'
    )


def test_a_quotation_of_two_paragraphs_is_marked_in_both_and_not_between() -> None:
    article = story("“One.", "“Two.”")
    html = markup.body(article, found(article.text, quotes=("One.\n\n“Two.",)), {})
    assert html == (
        '<p id="p1">“<span class="quote">One.</span></p>\n\n<p id="p2"><span class="quote">“Two.</span>”</p>'
    )  # fmt: skip


def test_a_link_never_stands_in_a_link() -> None:
    html = rendered("Ann Lee left.", {0: "x", 1: "y"}, names=("Ann Lee", "Lee"))
    assert html == '<p id="p1"><a class="name" href="x">Ann Lee</a> left.</p>'


# --- around the article ---


def test_the_summary_links_each_sentence_to_its_place() -> None:
    analysis = found("A & B. No. C.", sentences=("A & B.", "No.", "C."), summary=(0, 2))
    assert markup.summary(story("A & B. No. C."), analysis, "https://x.example/a.html") == (
        '<ul class="summary"><li><a href="https://x.example/a.html#s1">A &amp; B.</a></li>'
        '<li><a href="https://x.example/a.html#s3">C.</a></li></ul>'
    )


def test_every_link_of_the_summary_finds_its_anchor() -> None:
    for article, analysis in zip(edition().stories, edition().analyses, strict=True):
        html = markup.body(article, analysis, {})
        assert all(html.count(f'id="s{number + 1}"') == 1 for number in analysis.summary)


def test_no_summary_leaves_no_empty_list() -> None:
    assert markup.summary(story("One."), found("One."), "u") == ""


PUBLISHED = datetime(2026, 3, 2, tzinfo=UTC)
LINK = '<a href="u">Read in the digest</a>'


@pytest.mark.parametrize(
    ("given", "line"),
    [
        ({"outlet": "A & B", "published": PUBLISHED}, f"From A &amp; B · {LINK}"),
        ({"outlet": "A & B"}, f"From A &amp; B · Saved {SAVED:%Y-%m-%d} · {LINK}"),
        ({"byline": ("Ann <Lee>", "Bo Ek"), "published": PUBLISHED}, f"By Ann &lt;Lee&gt;, Bo Ek · {LINK}"),
        ({"published": PUBLISHED}, LINK),
        ({}, f"Saved {SAVED:%Y-%m-%d} · {LINK}"),
        (
            {"outlet": "A", "url": "https://a.example/?x&y", "published": PUBLISHED},
            f'From <a href="https://a.example/?x&amp;y">A</a> · {LINK}',
        ),
        ({"outlet": "A", "url": "javascript:alert(1)", "published": PUBLISHED}, f"From A · {LINK}"),
    ],
)
def test_the_last_line_says_who_wrote_an_article_and_where(given: dict[str, object], line: str) -> None:
    assert markup.origin(story("One.", **given), "u") == f'<p class="origin">{line}</p>'


def test_the_fragment_for_readers_is_summary_then_article_then_origin() -> None:
    article, analysis = edition().stories[0], edition().analyses[0]
    body = markup.body(article, analysis, {0: "https://x.example/p.html"})
    html = markup.fragment(article, analysis, body, "https://x.example/a.html")
    parts = ['<ul class="summary">', '<p id="p1">', 'href="https://x.example/p.html"', '<p class="origin">']
    assert [html.index(part) for part in parts] == sorted(html.index(part) for part in parts)


def test_a_fragment_without_a_summary_starts_with_the_article() -> None:
    assert markup.fragment(story("One."), found("One."), '<p id="p1">One.</p>', "u").startswith('<p id="p1">')


@pytest.mark.parametrize("base", ["https://x.example", "https://x.example/news", 'https://x.example/a"b&c'])
def test_links_of_a_rendered_article_lead_elsewhere_as_if_rendered_for_there(base: str) -> None:
    article, analysis = edition().stories[0], edition().analyses[0]
    paths = {0: "people/p.html", 1: "organisations/o.html"}
    here, there = ({n: f"{at}/{path}" for n, path in paths.items()} for at in ("..", base))
    assert markup.relinked(markup.body(article, analysis, here), "..", base) == markup.body(article, analysis, there)


def test_a_text_that_looks_like_a_link_is_left_alone() -> None:
    words = '<a class="name" href="../people/p.html">'
    html = markup.body(story(words), found(words), {})
    assert markup.relinked(html, "..", "https://x.example") == html
