"""What is told of words for a state that nobody knows, of refunds without an amount, and of notes in doubt."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from model.batches import OrderState
from model.errors import Value
from model.fields import clean
from model.intake.lines.quoting import HIDDEN, may_quote_state
from model.intake.lines.source import Bools, Source
from model.intake.lines.states import Evidence, number_of


def tell_unknown(source: Source, name: str, unknown: Bools, code: str) -> None:
    """Each word of a field that no layout knows, once, with how many lines bear it."""
    place = source.place(name)
    if place is None or not unknown.any():
        return
    coded = source.coded(place)
    words, first, counts = np.unique(coded.codes[unknown], return_index=True, return_counts=True)
    rows = np.flatnonzero(unknown)[first]
    by_row = dict(zip(rows.tolist(), zip(words.tolist(), counts.tolist(), strict=True), strict=True))
    personal = source.layout.is_personal(source.sheet.header[place])

    def told(row: int) -> Mapping[str, Value]:
        word, count = by_row[row]
        text = clean(coded.words[word])
        told = not personal and int(source.sheet.lines[row]) not in source.sheet.uneven
        return {"text": text if told and may_quote_state(text, count) else HIDDEN, "count": count}

    source.findings.problem(code, np.sort(rows), source.heading(name), told)


def tell_untold(source: Source, found: Evidence, states: NDArray[np.int8]) -> None:
    """Refunds of which the export says no amount: parts that are not taken off, others that are taken as whole; and sales whose note may mean a brushed order."""
    words = source.layout.after_sale.get("partial", ())
    partial = found.after_sale["partial"] | source.groups("status", {"partial": words})["partial"]
    untold = ~(found.refunded.known & (found.refunded.values > 0))
    parts = partial & untold & (states == number_of(OrderState.PAID))
    ended = found.after_sale["refunded"] | found.status["refunded"]
    whole = ended & untold & (states == number_of(OrderState.REFUNDED)) & (found.paid.values > 0)
    doubtful = found.perhaps_brushed & (states == number_of(OrderState.PAID))
    notes = (("refund_without_amount", parts), ("refund_taken_whole", whole), ("perhaps_brushed", doubtful))
    for code, lines in notes:
        if lines.any():
            source.findings.note(code, {"count": int(np.count_nonzero(lines))})
