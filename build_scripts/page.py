"""One page of the site: front matter and body, as the Markdown file that MkDocs reads."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from .addresses import card_path, markdown_path

EMBED = "embed.html"
"""The template of pages that other sites show in a frame."""


@dataclass(frozen=True)
class Page:
    """A rendered page.

    Attributes:
        address: Its site path, such as ``guide/what-it-costs/``.
        title: Plain text.
        description: Plain text, for search engines.
        body: Markdown headings and HTML blocks.
        edit: The content file it was made from, relative to the guide's folder; None when there is no single one.
        meta: Further front matter for the theme.
        message: What the page says in one sentence, for its card; its title says it where this is empty.
        linked: What it is, in schema.org's words.
    """

    address: str
    title: str
    description: str
    body: str
    edit: str | None = None
    meta: dict[str, object] = field(default_factory=dict)
    message: str = ""
    linked: tuple[Mapping[str, object], ...] = ()

    @property
    def path(self) -> str:
        """The staged file."""
        return markdown_path(self.address)

    @property
    def card(self) -> str:
        """Where the picture is that links to it show elsewhere."""
        return str(self.meta.get("card") or card_path(self.address))

    def markdown(self, repository: str | None) -> bytes:
        """The staged file's bytes; JSON values keep any text safe in YAML front matter."""
        meta: dict[str, object] = {"title": self.title, "description": self.description, **self.meta}
        meta["card"], meta["message"] = self.card, self.message or self.title
        if self.linked:
            meta["linked"] = {"@context": "https://schema.org", "@graph": self.linked}
        if self.edit and repository:
            verb = "edit" if self.edit.endswith(".yml") else "tree"  # a folder can be opened, not edited
            meta["edit_url"] = f"{repository}/{verb}/main/{self.edit}"
        lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in meta.items()]
        return "\n".join(["---", *lines, "---", "", self.body.strip(), ""]).encode()


def heading(level: int, html: str, anchor: str) -> str:
    """A Markdown heading with its own id; text that looks like Markdown stays the text it is.

    >>> heading(2, "A *star*", "a")
    '## A &#42;star&#42; { #a }'
    """
    safe = "".join(f"&#{ord(character)};" if character in "*_[]`\\{}" else character for character in html)
    return f"{'#' * level} {safe} {{ #{anchor} }}"
