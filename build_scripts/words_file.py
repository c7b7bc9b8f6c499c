"""The words of one language as a file for the page: what scripts and Python's answers may say."""

import json

from .archive import digest
from .model.guide import Guide
from .wanted_texts import wanted_by_scripts


def words_file(guide: Guide) -> str:
    """Where the file stands; its name changes with what is in it."""
    return f"assets/words/{guide.words.language}-{digest([words_content(guide)])}.json"


def words_content(guide: Guide) -> bytes:
    """The texts of the guide's language by those they are written in here, without what a page has already."""
    texts = {text: guide.words.texts[text] for text in wanted_by_scripts(guide) if text in guide.words.texts}
    return json.dumps(texts, ensure_ascii=False, separators=(",", ":")).encode()
