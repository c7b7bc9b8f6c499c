"""The text an editor writes: inline Markdown with references to values and citations; everything else is escaped."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markupsafe import Markup, escape

from .citations import Citations
from .values import Values

INTERNAL = ("section", "claim", "calculator", "term", "page")
SCHEMES = ("https://", "mailto:")
BLOCK_RULES = ["paragraph"]
PLAIN = r"[^][\\`*_&\x00-\x1f]+"
"""Characters that Markdown takes for no more than themselves."""
SIMPLE = re.compile(
    rf"\[(?P<mark>[=@~])(?P<body>[^]\x00-\x1f]*)\]"
    rf"|\[(?P<label>{PLAIN})\]\((?P<address>(?:{'|'.join(INTERNAL)}):[a-z0-9-]+)\)"
    rf"|(?P<text>{PLAIN})"
)
"""References, links inside the guide, and plain words: what nearly every text is made of, and nothing else."""
INLINE_RULES = ["text", "newline", "escape", "backticks", "emphasis", "link", "entity", "reference"]


@dataclass(frozen=True)
class Reference:
    """One mark of the text: ``=`` a value, ``@`` a citation, ``~`` words to leave as they are."""

    mark: str
    body: str


def _reference(state: StateInline, silent: bool) -> bool:
    if not re.match(r"\[[=@~]", state.src[state.pos : state.pos + 2]):
        return False
    end = state.src.find("]", state.pos)
    if end < 0:
        return False
    if not silent:
        token = state.push("reference", "", 0)
        token.content = state.src[state.pos + 2 : end].strip()
        token.info = state.src[state.pos + 1]
    state.pos = end + 1
    return True


def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero")
    parser.inline.ruler.before("text", "reference", _reference)
    parser.enable([*INLINE_RULES, "balance_pairs", "fragments_join"], ignoreInvalid=True)
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # every address is judged by `links`
    return parser


PARSER = _parser()


@lru_cache(maxsize=1 << 16)
def paragraphs(text: str) -> tuple[tuple[Token, ...], ...]:
    """The inline tokens of each paragraph; an empty line separates two. Every rule asks for them, so they are kept."""
    return tuple(_parsed(part) for part in _parts(text))


def _parts(text: str) -> list[str]:
    parts = (" ".join(part.split("\n")).strip() for part in re.split(r"\n\s*\n", text))
    return [part for part in parts if part]


def _parsed(part: str) -> tuple[Token, ...]:
    """One paragraph's tokens; where all of it is simple, it needs no parser to give the very same."""
    found: list[Token] = []
    end = 0
    for piece in SIMPLE.finditer(part):
        if piece.start() != end:
            break
        found += _simple(piece)
        end = piece.end()
    return tuple(found if end == len(part) else PARSER.parseInline(part)[0].children or ())


def _simple(piece: re.Match[str]) -> list[Token]:
    """What the parser makes of such a piece."""
    if piece.lastgroup == "text":
        return [Token("text", "", 0, content=piece[0])]
    if piece.lastgroup == "body":
        return [Token("reference", "", 0, content=piece["body"].strip(), info=piece["mark"])]
    return [
        Token("link_open", "a", 1, attrs={"href": piece["address"]}),
        Token("text", "", 0, content=piece["label"], level=1),
        Token("link_close", "a", -1),
    ]


def references(text: str) -> Iterator[Reference]:
    """Every reference in a text, in order."""
    for token in _tokens(text) if "[" in text else ():
        if token.type == "reference":
            yield Reference(token.info, token.content)


def links(text: str) -> Iterator[str]:
    """Every link's address, in order."""
    for token in _tokens(text) if "[" in text else ():
        if token.type == "link_open":
            yield str(token.attrs["href"])


def words(text: str) -> Iterator[str]:
    """The plain words: no references, no code."""
    for token in _tokens(text):
        if token.type == "text":
            yield token.content


def _tokens(text: str) -> Iterator[Token]:
    for tokens in paragraphs(text):
        yield from tokens


@dataclass
class Writer:
    """Writes the texts of one page as HTML.

    Args:
        values: What references stand for.
        citations: The page's numbering.
        link: A target such as ``section:id`` to a relative address.
        hreflang: The same to an attribute that says the language there, where it is another one.
    """

    values: Values
    citations: Citations
    link: Callable[[str], str]
    hreflang: Callable[[str], Markup] = lambda target: Markup("")

    def prose(self, text: str) -> Markup:
        """Paragraphs; a value is followed by its citation."""
        parts = zip(self._languages(text), paragraphs(text), strict=True)
        return Markup("\n").join(
            Markup(f"<p{language}>{self._inline(tokens, cites=True)}</p>") for language, tokens in parts
        )

    def inline(self, text: str) -> Markup:
        """One run of text with citations, without a paragraph around it."""
        return self._run(text, cites=True)

    def headline(self, text: str) -> Markup:
        """One run of text without citation marks."""
        return self._run(text, cites=False)

    def label(self, text: str) -> Markup:
        """A text without Markdown."""
        language = self._languages(text)[0] if text.strip() else ""
        return Markup(f"<span{language}>{escape(text)}</span>") if language else escape(text)

    def plain(self, text: str) -> str:
        """The text alone: no markup, no citation marks."""
        return str(self.headline(text).striptags())

    def value(self, ref: str) -> Markup:
        """A value, traceable to the reference that it came from."""
        value = self.values.resolve(ref, mixed=True)
        attribute = "data-statistic" if value.statistic else "data-value"
        return Markup(f'<span class="g-value" {attribute}="{escape(ref)}">{escape(self.values.text(value))}</span>')

    def _run(self, text: str, *, cites: bool) -> Markup:
        parts = zip(self._languages(text), paragraphs(text), strict=True)
        return Markup(" ").join(
            Markup(f"<span{language}>{html}</span>") if language else html
            for language, html in ((language, self._inline(tokens, cites=cites)) for language, tokens in parts)
        )

    def _languages(self, text: str) -> list[Markup]:
        """Of each paragraph the attribute that says its language, where it is said as in the original."""
        guide = self.values.guide
        if not guide.left:
            return [Markup("")] * len(paragraphs(text))
        mark = Markup(' lang="{}"').format(guide.original)
        return [mark if part in guide.left else Markup("") for part in _parts(text)]

    def _inline(self, tokens: Iterable[Token], *, cites: bool) -> Markup:
        out: list[Markup] = []
        cited: tuple[str, ...] = ()
        for token in tokens:
            if token.type == "reference":
                html, cited = self._reference(Reference(token.info, token.content), cited, cites=cites)
                out.append(html)
            else:
                out.append(self._token(token))
                cited = cited if token.type == "text" and not token.content.strip() else ()
        return Markup("").join(out)

    def _reference(
        self, reference: Reference, cited: tuple[str, ...], *, cites: bool
    ) -> tuple[Markup, tuple[str, ...]]:
        if reference.mark == "~":
            return Markup(escape(reference.body)), ()
        if reference.mark == "@":
            given: dict[str, list[str]] = {reference.body: []}
            html = Markup("")
        else:
            value = self.values.resolve(reference.body, mixed=True)
            given = {source: value.taken_from(source) for source in value.sources}
            html = self.value(reference.body)
        marks = [self._mark(source, taken, cited) for source, taken in given.items()] if cites else []
        return html + Markup("").join(marks), tuple(given)

    def _mark(self, source: str, statistics: list[str], cited: tuple[str, ...]) -> Markup:
        """The citation's mark, unless the same source has just been marked."""
        if source not in cited:
            return self.citations.mark(source, statistics)
        self.citations.take(source, statistics)
        return Markup("")

    def _token(self, token: Token) -> Markup:
        if token.type in ("text", "text_special"):
            return Markup(escape(token.content))
        if token.type == "code_inline":
            return Markup(f"<code>{escape(token.content)}</code>")
        if token.type in ("softbreak", "hardbreak"):
            return Markup(" ")
        if token.type == "link_open":
            href = str(token.attrs["href"])
            return Markup(f'<a href="{escape(self._address(href))}"{self._language_of(href)}>')
        return Markup(f"<{'/' if token.nesting < 0 else ''}{token.tag}>")

    def _language_of(self, address: str) -> Markup:
        return self.hreflang(address) if address.partition(":")[0] in INTERNAL else Markup("")

    def _address(self, address: str) -> str:
        return self.link(address) if address.partition(":")[0] in INTERNAL else address
