"""The terms of one offer as fields, and as the texts they are typed in."""

from collections.abc import Mapping
from typing import Final

from gui.fields import FieldSpec
from gui.pages.texts import codes, plain, shares
from gui.words import QT_TRANSLATE_NOOP
from gui.words.labels import FIELDS, label, steps
from model.errors import InvalidRecord
from model.records import Form, Offer

__all__ = ["SPECS", "texts", "with_texts"]


def texts(offer: Offer) -> dict[str, str]:
    """An offer as the texts it is read back from."""
    percent = "" if offer.commission is None else f"{shares(offer.commission).rstrip('%')}%"
    return {
        "name": offer.name,
        "slot_fee": plain(offer.slot_fee),
        "commission": "; ".join(filter(None, (percent, steps(offer.steps)))),
        "guarantee": plain(offer.guarantee),
        "sessions": plain(offer.sessions),
        "form": offer.form.value,
    }


def _steps_again(typed: str) -> str:
    """A commission with its steps in the words of the language of the moment."""
    try:
        return texts(Offer.parse(commission=typed))["commission"]
    except InvalidRecord:
        return typed


SPECS: Final[tuple[FieldSpec, ...]] = (
    FieldSpec("name", FIELDS["offer"], help=QT_TRANSLATE_NOOP("Fields", "empty = named by its terms")),
    FieldSpec("form", FIELDS["form"], "choice", choices=lambda: [(form.value, label(form)) for form in Form]),
    FieldSpec(
        "slot_fee", FIELDS["slot_fee"], "money", help=QT_TRANSLATE_NOOP("Fields", "empty = estimated, with ≈")
    ),
    FieldSpec(
        "commission",
        FIELDS["commission"],
        help=QT_TRANSLATE_NOOP("Fields", "e.g. 20%; 25% above 10000"),
        reword=_steps_again,
    ),
    FieldSpec(
        "guarantee",
        FIELDS["guarantee"],
        help=QT_TRANSLATE_NOOP("Fields", "sales ÷ slot fee, e.g. 2 for 1:2"),
    ),
    FieldSpec(
        "sessions", FIELDS["sessions"], "number", help=QT_TRANSLATE_NOOP("Fields", "at most to be booked")
    ),
)


def with_texts(offer: Offer, typed: Mapping[str, str]) -> Offer:
    """The offer with these texts as they were typed; a name made of its terms follows them.

    Raises:
        InvalidRecord: with a problem for each text that is wrong.
    """
    forms = codes(form.value for form in Form)
    raw = texts(offer) | {
        key: forms.get(text.strip(), text) if key == "form" else text for key, text in typed.items()
    }
    if offer.name == offer.terms() and "name" not in typed:
        raw["name"] = ""
    return Offer.parse(**raw)
