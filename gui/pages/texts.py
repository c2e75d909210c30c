"""Records as the texts their editors show, such that they are read back the same."""

from collections.abc import Iterable

from gui import language, words
from gui.words.labels import CONTEXT, NAMES, label
from model.fields import BadCell, tags
from model.records import Audience


def plain(value: float | None) -> str:
    """A number as its editor shows it."""
    return "" if value is None else f"{value:.10g}"


def shares(value: float | None) -> str:
    """A share as its editor shows it: in percent, with the sign where a bare number would be read as a share."""
    if value is None:
        return ""
    return f"{value * 100:.10g}" + ("%" if 0 < value < 0.01 else "")


def codes(of: Iterable[str]) -> dict[str, str]:
    """Codes by what they are called, in either language: what was copied in one window is pasted in the other."""
    return {name: code for code in of for name in language.headings(CONTEXT, NAMES[code])}


def audience_text(audience: Audience) -> str:
    """An audience in words that are read back (ages as they are)."""
    return (" " if words.is_chinese() else ", ").join(
        label(w) if w[0].isalpha() else w for w in audience.words()
    )


def audience_again(typed: str) -> str:
    """A typed audience in the words of the language of the moment; what is none stays as it was typed."""
    try:
        meant = Audience.parse(typed)
    except BadCell:
        return typed
    return audience_text(meant)


def tone_text(tone: Iterable[str]) -> str:
    """Words of a tone with the commas of the language."""
    return words.series(tone)


def tone_again(typed: str) -> str:
    """A typed tone with the commas of the language of the moment."""
    return tone_text(tags(typed))
