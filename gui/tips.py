"""Tips that show what a file says letter by letter: Qt takes a tip that looks like HTML for HTML."""

from html import escape

__all__ = ["tip"]


def tip(text: str) -> str:
    """The text as a tip shows it: a name like ``<img src=…>`` stays those letters, and no file is looked up."""
    if "<" not in text and "&lt;" not in text:
        return text
    return f"<qt>{escape(text)}</qt>".replace("\n", "<br>")
