"""A voice read straight from the .ts file, for the command line, which runs without Qt."""

import logging
from collections.abc import Mapping
from xml.etree import ElementTree

import resources
from gui.words import Voice, plural

__all__ = ["plain_voice"]

log = logging.getLogger(__name__)

Messages = Mapping[tuple[str, str], tuple[str, ...]]


def plain_voice(code: str) -> Voice:
    """The voice of a language ("zh_CN", "en"); texts without translation stay English."""
    messages = _messages(code)

    def translate(context: str, text: str, n: int) -> str:
        forms = messages.get((context, text))
        if forms is None:
            return plural(text, n)
        return _form(forms, n).replace("%n", str(n)) if n >= 0 else forms[0]

    return Voice(translate, lambda value, places: f"{value:,.{places}f}", code)


def _form(forms: tuple[str, ...], n: int) -> str:
    return forms[0] if n == 1 or len(forms) == 1 else forms[1]


def _messages(code: str) -> Messages:
    file = resources.path("i18n", f"app_{code}.ts")
    if not file.exists():
        log.debug("no words for %s", code)
        return {}
    found = {}
    for context in ElementTree.parse(file).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            forms = _forms(message)
            if forms:
                found[name, message.findtext("source", "")] = forms
    return found


def _forms(message: ElementTree.Element) -> tuple[str, ...]:
    translation = message.find("translation")
    if translation is None or translation.get("type") in ("vanished", "obsolete"):
        return ()
    forms = tuple(form.text or "" for form in translation.iter("numerusform")) or (translation.text or "",)
    return forms if all(forms) else ()
