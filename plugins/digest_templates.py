"""Templates that print plain text without a detour: what needs no escaping is put out as it is.

A Jinja extension, named in the settings. In: the code that Jinja makes of a template, by its hook for that
(`Environment.code_generator_class`). Out: the same code with a function of ours where a value is put out. Jinja's own
makes a new `Markup` of each, though most are joined to a page at once; the page is the same to the byte.
"""

from __future__ import annotations

from typing import Any

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.ext import Extension
from markupsafe import Markup, escape


def escaped(value: object) -> str:
    """Escape what a template puts out.

    >>> escaped("Quill & Sons"), escaped("Ada Quill"), escaped(7)
    (Markup('Quill &amp; Sons'), 'Ada Quill', '7')
    """
    if type(value) is str:
        safe = "&" not in value and "<" not in value and ">" not in value and '"' not in value and "'" not in value
        return value if safe else escape(value)
    if type(value) is Markup:
        return value
    return str(value) if type(value) is int else escape(value)


class LeanGenerator(CodeGenerator):
    """Makes Python of a template."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802  # Jinja's name
        """Begin with what the code needs."""
        self.writeline(f"from {__name__} import {escaped.__name__}")
        super().visit_Template(node, frame)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        """Put a value out; where only a page decides whether to escape it, Jinja does it."""
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write(f"{escaped.__name__}(")


class Lean(Extension):
    """Has the templates of an environment made so."""

    def __init__(self, environment: Environment) -> None:
        """Take the place of Jinja's generator."""
        super().__init__(environment)
        environment.code_generator_class = LeanGenerator
