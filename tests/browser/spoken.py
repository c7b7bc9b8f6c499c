"""What a screen reader says of a page, from the top to the end: the browser's accessibility tree in lines of text."""

from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Page

WHOLE = {"link", "button", "heading", "DisclosureTriangle", "tab"}
"""Roles that are said with all that they hold, in one breath."""

LABELS = {"LabelText", "Legend", "option"}
"""Roles that are said with the field that they belong to."""

FIELDS = {"textbox", "searchbox", "spinbutton", "combobox", "checkbox", "radio", "slider", "listbox"}
PLACES = {
    "banner",
    "navigation",
    "main",
    "contentinfo",
    "complementary",
    "search",
    "region",
    "form",
    "dialog",
    "article",
}
GROUPS = {"list", "table", "figure", "group", "radiogroup", "image", "blockquote", "status", "alert", "term"}
STATES = ("expanded", "checked", "pressed", "required", "invalid", "disabled", "level")
UNSAID = {"false", "0"}
"""States of these values aren't said, but for `expanded`."""


def spoken(page: Page) -> list[str]:
    """One line for each thing that is said; places and groups are said where they begin."""
    session = page.context.new_cdp_session(page)
    session.send("Accessibility.enable")
    found = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    nodes = {node["nodeId"]: node for node in found}
    return list(_joined(_lines(found[0], nodes, within="")))


def _lines(node: dict[str, Any], nodes: dict[str, Any], within: str) -> Iterator[str]:
    role, name = _value(node, "role"), " ".join(_value(node, "name").split())
    if role == "InlineTextBox":
        return
    if role == "StaticText":
        if not within and name:
            yield f"“{name}”"
        return
    said = not node.get("ignored") and (role in WHOLE | FIELDS or (role in PLACES | GROUPS and _is_told(role, name)))
    if said:
        yield _line(node, role, name)
    inside = role if role in LABELS or (said and role in WHOLE | FIELDS) else within
    for id_ in node.get("childIds", []):
        if id_ in nodes:
            yield from _lines(nodes[id_], nodes, inside)


def _is_told(role: str, name: str) -> bool:
    """Groups without a name, and lists and places that say nothing by it, are passed over."""
    return bool(name) or role in {"banner", "main", "contentinfo", "list", "table", "status", "alert", "blockquote"}


def _line(node: dict[str, Any], role: str, name: str) -> str:
    states = {each["name"]: str(each["value"].get("value", "")).lower() for each in node.get("properties", [])}
    parts = [f"{role}: {name}" if name else role]
    value = _value(node, "value")
    if role in FIELDS and value:
        parts.append(f"= {value}")
    told = [name for name in STATES if name in states and (states[name] not in UNSAID or name == "expanded")]
    parts += [f"{name} {states[name]}" for name in told]
    description = " ".join(_value(node, "description").split())
    return ", ".join([*parts, *([f"({description})"] if description else [])])


def _value(node: dict[str, Any], key: str) -> str:
    return str(node.get(key, {}).get("value", ""))


def _joined(lines: Iterator[str]) -> Iterator[str]:
    """Pieces of text that follow each other are said as one."""
    text = ""
    for line in lines:
        if line.startswith("“"):
            text = f"{text} {line[1:-1]}".strip()
        else:
            if text:
                yield f"“{text}”"
            text = ""
            yield line
    if text:
        yield f"“{text}”"
