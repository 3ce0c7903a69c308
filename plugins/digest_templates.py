"""Templates in less time: plain text is printed without a detour, and what was found in them is remembered.

`Lean` is a Jinja extension, named in the settings. In: the code that Jinja makes of a template, by its hook for that
(`Environment.code_generator_class`). Out: the same code with functions of ours where a value is put out, and where
something is called. Jinja's own make a new `Markup` of each value, though most are joined to a page at once, and look
at each call as if it were of a stranger; the page is the same to the byte. The filter `once` keeps what macros make of
the same values.
`Memory` keeps what templates take from the context, from build to build, where no code but ours has a hand in that.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec
from jinja2 import Environment, meta, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.ext import Extension
from jinja2.runtime import Context, Macro, missing
from markupsafe import Markup, _escape_inner, escape
from newsdigest import engines, kept
from pelican import signals
from pelican.generators import ArticlesGenerator, Generator

FOREIGN = ("JINJA_FILTERS", "JINJA_GLOBALS", "JINJA_TESTS")
"""Settings by which code that is not ours may have a hand in the pages."""
ADAPTERS = ("digest_pages.py", "digest_templates.py")
"""That have a hand in the pages."""
SHOWN = 4_096
"""Parts of pages that `once` keeps, of 250 characters or so: names of an article, whose pages share most of them, come
one after the other. With twice as many a tenth more is found, and the build takes 3 MB more."""
MEMORY = "templates.msgpack"
"""What is known of the templates, among the files of a project's cache."""


def escaped(value: object) -> str:
    """Escape what a template puts out.

    >>> escaped("Quill & Sons"), escaped("Ada Quill"), escaped(7)
    (Markup('Quill &amp; Sons'), 'Ada Quill', '7')
    """
    if type(value) is str:
        return _escape_inner(value)  # what `escape` makes a `Markup` of
    if type(value) is Markup:
        return value
    return str(value) if type(value) is int else escape(value)


def once(macro: Macro, *of: Hashable) -> str:
    """Give what a macro makes of these values, and of nothing else; the filter of this name keeps it for other pages.

    `{{ ui.story_row|once(story, SITEURL, 3) }}` is `{{ ui.story_row(story, SITEURL, 3) }}`.
    """
    return macro(*of)


def called(context: Context, function: Any, *of: object, **scope: object) -> Any:
    """Call something with these values: a macro that takes no others at once, all else as Jinja does.

    `scope` is what Jinja gives besides to what asks for the context.
    """
    plain = type(function) is Macro and not (function.caller or function.catch_kwargs or function.catch_varargs)
    if not plain or (left := len(function.arguments) - len(of)) < 0:
        return context.call(function, *of, **scope)
    try:
        text = function._func(*of, *(missing,) * left)
    except StopIteration:
        return context.call(iter(()).__next__)  # has its own way with these
    return str.__new__(Markup, text) if context.eval_ctx.autoescape else text


class LeanGenerator(CodeGenerator):
    """Makes Python of a template."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802  # Jinja's name
        """Begin with what the code needs."""
        self.writeline(f"from {__name__} import {called.__name__}, {escaped.__name__}")
        super().visit_Template(node, frame)

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        """Call something; where values are given by name, or the environment has its own way to call, Jinja does it."""
        named = node.kwargs or node.dyn_args or node.dyn_kwargs or forward_caller
        if named or self.environment.is_async or self.environment.sandboxed:
            super().visit_Call(node, frame, forward_caller=forward_caller)
        else:
            self.write(f"{called.__name__}(context, ")
            self.visit(node.node, frame)
            scope = {"_loop_vars": frame.loop_frame, "_block_vars": frame.block_frame}
            self.signature(node, frame, {name: name for name, there in scope.items() if there})
            self.write(")")

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


@dataclass(frozen=True, slots=True)
class Form:
    """A template, and what it takes from Pelican's context."""

    context: Mapping[str, object]
    digest: bytes | None
    """Of both, and of the previews of pages that it may link itself; None where that cannot be told."""


@dataclass(frozen=True, slots=True)
class Source:
    """A template as it is written."""

    text: str
    names: Sequence[str]
    """That it takes from the context."""
    included: Sequence[str | None]
    """Other templates; None for one whose name is only known when it is rendered."""


class Memory:
    """What each template takes from the context, by a digest of its text."""

    def __init__(self, env: Environment, settings: Mapping[str, Any]) -> None:
        """Recall what the last build left, unless code that is not ours may have a hand in it."""
        self.env, self.ours = env, is_ours(settings)
        self.place = Path(settings["CACHE_PATH"], MEMORY)
        made_by = engines.engine_digest(engines.VIEWS) + repr(sorted(settings["JINJA_ENVIRONMENT"].items()))
        adapters = [Path(__file__).with_name(name).read_bytes() for name in ADAPTERS]
        self.digest = kept.digest_of(made_by.encode(), *adapters)
        told = kept.recall(self.place, self.digest) if self.ours else b""
        self.known = msgspec.msgpack.decode(told, type=dict[str, bytes]) if told else {}
        self.used, self.sources = dict[str, bytes](), dict[str, Source]()

    def source(self, name: str) -> Source:
        """Read a template without rendering it."""
        text = self.env.loader.get_source(self.env, name)[0] if self.env.loader else ""
        key = kept.digest_of(text.encode()).hex()
        if not (told := self.known.get(key)):
            tree = self.env.parse(text)
            names, included = sorted(meta.find_undeclared_variables(tree)), [*meta.find_referenced_templates(tree)]
            told = msgspec.json.encode((names, included))
        self.used[key] = told
        return Source(text, *msgspec.json.decode(told))

    def closure(self, template: str) -> list[Source]:
        """Give the sources of a template and of all that it includes, each read once."""
        found: dict[str, Source] = {}
        waiting = [template]
        while waiting:
            if (name := waiting.pop()) not in found:
                self.sources[name] = found[name] = self.sources.get(name) or self.source(name)
                waiting += filter(None, found[name].included)
        return list(found.values())

    def form(self, template: str, context: Mapping[str, Any]) -> Form:
        """Find out what a template, and all that it includes, takes from the context."""
        sources = self.closure(template)
        names = sorted({name for source in sources for name in source.names if name in context})
        taken = {name: context[name] for name in names}
        told = {name: value for name, value in taken.items() if name != "previews"}
        texts = [source.text.encode() for source in sources]
        if any(None in source.included for source in sources):
            return Form(taken, None)
        try:
            linked = kept.linked(context["cards"], b"".join(texts))
            return Form(taken, kept.digest_of(self.digest, *texts, msgspec.json.encode(told), *linked))
        except TypeError:  # a template of the owner's that takes what cannot be written down
            return Form(taken, None)

    def close(self) -> None:
        """Keep what was used, for the next build, if anything of it is new."""
        if self.ours and not self.used.keys() <= self.known.keys():
            kept.remember(self.place, msgspec.msgpack.encode(self.used, order="deterministic"), self.digest)


def is_ours(settings: Mapping[str, Any]) -> bool:
    """Tell whether no code but ours may have a hand in the pages."""
    names = [getattr(plugin, "__name__", plugin) for plugin in settings["PLUGINS"]]
    return all(name.startswith("digest_") for name in names) and not any(settings[name] for name in FOREIGN)


def spare(env: Environment) -> None:
    """Let an environment read a template once, and make once what pages share; a `Markup` is no `str` to it.

    What is global is known when a template is read, so each has it in one mapping, where Jinja would look in two.
    """
    env.auto_reload = False
    env.make_globals = lambda own: {**env.globals, **(own or {})}
    env.filters[once.__name__] = lru_cache(SHOWN, typed=True)(once)


def prepare(generator: Generator) -> None:
    """Prepare the environment of a generator."""
    spare(generator.env)


def remember(generator: ArticlesGenerator) -> None:
    """Recall what is known of the templates."""
    generator.context["templates"] = Memory(generator.env, generator.settings)


def register() -> None:
    """Connect to Pelican."""
    signals.generator_init.connect(prepare)
    signals.article_generator_init.connect(remember)
