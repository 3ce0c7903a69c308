"""Templates print the same as with Jinja alone: values are escaped where they need to be, and only there."""

from __future__ import annotations

import pytest
from digest_templates import Lean, escaped
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import ChainableUndefined, DebugUndefined, Environment, Undefined, UndefinedError
from markupsafe import Markup, escape

LEAN = Environment(autoescape=True, extensions=[Lean])
PLAIN = Environment(autoescape=True)


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
)


def outcome(env: Environment, template: str, value: object) -> str:
    """What is printed, or why nothing is."""
    try:
        return env.from_string(template).render(value=value)
    except UndefinedError as error:
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
