"""Templates print the same as with Jinja alone: values are escaped where they need to be, and only there."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from digest_templates import Lean, escaped, spare
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import (
    BaseLoader,
    ChainableUndefined,
    DebugUndefined,
    Environment,
    FileSystemLoader,
    Undefined,
    UndefinedError,
    pass_context,
)
from jinja2.runtime import Context
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup, escape

LEAN = Environment(autoescape=True, extensions=[Lean])
PLAIN = Environment(autoescape=True)


@pass_context
def scope(context: Context) -> str:
    """Names that are known where this is called."""
    return ", ".join(sorted(str(name) for name, value in context.items() if isinstance(value, str)))


def stop(value: object) -> object:
    """Tell that there is no more."""
    raise StopIteration


for environment in (LEAN, PLAIN):
    environment.globals |= {"scope": scope, "stop": stop}
    environment.filters["stop"] = stop


class Shouted(str):
    """Text that prints otherwise than it is."""

    def __str__(self) -> str:
        return self.upper() + " <!>"


class Told(str):
    """Text that knows its own HTML."""

    def __html__(self) -> str:
        return f"<b>{escape(str(self))}</b>"


class Safe(Markup):
    """HTML that somebody has derived."""


class Signed(int):
    """A number that prints otherwise than it is."""

    def __str__(self) -> str:
        return f"<{int(self)}>"


TEXTS = st.text(st.sampled_from("&<>\"'aé“\u2028\x00 "), max_size=12) | st.text(max_size=12)
NUMBERS = st.integers() | st.floats() | st.booleans()
VALUES = st.one_of(
    TEXTS,
    NUMBERS,
    st.none(),
    st.builds(Markup, TEXTS),
    st.builds(Safe, TEXTS),
    st.builds(Shouted, TEXTS),
    st.builds(Told, TEXTS),
    st.builds(Signed, st.integers()),
    st.builds(Undefined),
    st.builds(DebugUndefined, name=st.just("<name>")),
    st.builds(ChainableUndefined),
    st.lists(TEXTS, max_size=3),
)
TEMPLATES = (
    "{{ value }}",
    "<p>{{ value }}</p>",
    "{{ value ~ '<' }}",
    "{{ value|string }}{{ value|safe }}",
    "{% macro m(x) %}{{ x }}{% endmacro %}{{ m(value) }}{{ m(m(value)) }}{{ m(value)|length }}",
    "{% set kept %}{{ value }}{% endset %}{{ kept }}{{ kept|upper }}",
    "{% for one in [value, value] %}{{ one }}{% if not loop.last %}, {% endif %}{% endfor %}",
    "{% filter upper %}{{ value }}{% endfilter %}",
    "{% autoescape false %}{{ value }}{% endautoescape %}{% autoescape value is none %}{{ value }}{% endautoescape %}",
    "{% block a %}{{ value }}{% endblock %}{{ self.a() }}",
    "{% macro m() %}{{ caller(value) }}{% endmacro %}{% call(x) m() %}{{ x }}{% endcall %}",
    "{{ missing }}{{ value.missing }}",
    "{% macro m(x, y='<', z=x) %}{{ x }}{{ y }}{{ z }}{% endmacro %}{{ m(value) }}{{ m(value, 1) }}{{ m(1, z=value) }}",
    "{% macro m(x, y) %}{{ x }}{{ y }}{% endmacro %}{{ m(value) }}{{ m() }}{{ m(*[value, value]) }}{{ m(**{'y': 1}) }}",
    "{% macro m(x) %}{{ x }}{{ varargs }}{{ kwargs }}{% endmacro %}{{ m(value, value, 3) }}{{ m(1, y=value) }}",
    "{% macro m(x) %}{{ x }}{% endmacro %}{{ m(value, value) }}",
    "{% macro m(x, caller=1) %}{{ caller }}{{ x }}{% endmacro %}{{ m(value) }}{{ m(value, 2) }}",
    "{% macro m() %}{{ caller() }}{% endmacro %}{{ m() }}",
    "{% macro m(x) %}{{ x }}{% endmacro %}{% autoescape false %}{{ m(value) }}{{ m(value) ~ '<' }}{% endautoescape %}",
    "{% macro m(x) %}{% for one in [x] %}{{ scope() }}{% endfor %}{% endmacro %}{{ m(value) }}{{ scope() }}",
    "{% block a %}{% set x = value %}{{ scope() }}{% for y in [1] %}{{ scope() }}{% endfor %}{% endblock %}",
    "{% macro m(x) %}{{ x|stop }}{% endmacro %}{{ m(value) }}{{ stop(value) }}{{ m(value).missing }}",
    "{{ value() }}",
    "{{ missing(value) }}",
    "{% macro m(x, y) %}{{ x }}{{ y }}{% endmacro %}{% macro n(f) %}{{ f(value, '<')|length }}{% endmacro %}{{ n(m) }}",
)


def outcome(env: Environment, template: str, value: object) -> str:
    """What is printed, or why nothing is."""
    try:
        return env.from_string(template).render(value=value)
    except (UndefinedError, TypeError) as error:
        return f"error: {error}"


@given(VALUES)
def test_what_is_put_out_is_what_markupsafe_makes_of_it(value: object) -> None:
    assert "".join(["", escaped(value)]) == "".join(["", escape(value)])


@pytest.mark.parametrize("template", TEMPLATES)
@given(value=VALUES)
def test_a_template_prints_the_same_as_with_jinja_alone(template: str, value: object) -> None:
    assert outcome(LEAN, template, value) == outcome(PLAIN, template, value)


@pytest.mark.parametrize("text", ["", "Ada Quill", "naïve – “so”", "x" * 1000])
def test_plain_text_is_put_out_as_it_is(text: str) -> None:
    assert escaped(text) is text


@pytest.mark.parametrize("sign", "&<>\"'")
def test_each_sign_of_html_is_escaped_wherever_it_stands(sign: str) -> None:
    assert escaped(f"a{sign}") == escaped("a") + escaped(sign)
    assert escaped(sign).startswith("&")


def test_every_call_that_names_no_values_goes_through_the_function_of_ours() -> None:
    code = LEAN.compile("{% macro m(x) %}{% endmacro %}{{ m(1) }}{{ m() }}{{ m(x=1) }}{{ m(*[1]) }}", raw=True)
    assert (code.count("called(context, "), code.count("context.call(")) == (2, 2)


@pytest.mark.parametrize("made", [SandboxedEnvironment, partial(Environment, enable_async=True)])
def test_an_environment_that_calls_in_a_way_of_its_own_is_left_to_do_so(made: Callable[..., Environment]) -> None:
    macro = "{% macro m(x) %}{{ x }}{% endmacro %}{{ m('<') }}{{ ''.upper() }}"
    lean, plain = (made(autoescape=True, extensions=given) for given in ([Lean], []))
    assert "called(context, " not in lean.compile(macro, raw=True)
    assert lean.from_string(macro).render() == plain.from_string(macro).render() == "&lt;"


def test_an_environment_without_escaping_is_left_as_it_is() -> None:
    open_to_all = Environment(autoescape=False, extensions=[Lean])  # noqa: S701  # that is what is tested
    assert open_to_all.from_string("{{ value }}").render(value="<") == "<"


def test_what_an_environment_does_to_each_value_before_it_is_put_out_is_still_done() -> None:
    lean, plain = (
        Environment(autoescape=True, finalize=lambda value: f"<{value}>", extensions=given) for given in ([Lean], [])
    )
    assert lean.from_string("{{ value }}").render(value=1) == plain.from_string("{{ value }}").render(value=1)


def test_every_value_goes_through_the_function_of_ours() -> None:
    code = LEAN.compile("<p>{{ value }}</p>", raw=True)
    assert "escaped(" in code
    assert " escape(" not in code


def sparing(loader: BaseLoader | None = None) -> Environment:
    """Give an environment as the generators of a build have it."""
    env = Environment(autoescape=True, extensions=[Lean], loader=loader)
    spare(env)
    return env


def test_a_macro_that_is_put_out_once_makes_the_same_text_as_a_call_and_is_run_only_for_other_values() -> None:
    env = sparing()
    made: list[str] = []
    env.globals["told"] = made.append
    macro = "{% macro m(x, y=1) %}{{ told(x) or '' }}<b>{{ x }}{{ y }}</b>{% endmacro %}"
    shown = "{{ m|once('<') }}{{ m|once('<') }}{{ m|once('<', 2) }}{{ m|once(x) }}"
    assert env.from_string(macro + shown).render(x="&") == "<b>&lt;1</b><b>&lt;1</b><b>&lt;2</b><b>&amp;1</b>"
    assert made == ["<", "<", "&"]


def test_a_text_is_not_taken_for_the_markup_of_the_same_letters() -> None:
    shown = "{% macro m(x) %}{{ x }}{% endmacro %}{{ m|once(markup) }} {{ m|once(text) }}"
    assert sparing().from_string(shown).render(markup=Markup("&lt;"), text="&lt;") == "&lt; &amp;lt;"


def test_what_one_environment_keeps_is_not_known_to_another() -> None:
    text = "{% macro m(x) %}{{ x }}{{ shout }}{% endmacro %}{{ m|once(1) }}"
    for shout in "!?":
        env = sparing()
        env.globals["shout"] = shout
        assert env.from_string(text).render() == f"1{shout}"


def test_a_template_is_not_read_again_as_long_as_a_build_lasts(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("old", encoding="utf-8")
    env = sparing(FileSystemLoader(tmp_path))
    assert env.get_template("page.html").render() == "old"
    page.write_text("another", encoding="utf-8")
    assert env.get_template("page.html").render() == "old"
