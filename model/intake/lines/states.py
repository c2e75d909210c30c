"""What became of order lines: from the words for status, after-sale and closing, the time of payment and the money.

Rules, in the order of their strength:

* unpaid stays unpaid;
* a closed order that was paid (a time of payment, a refund, or a reason that speaks of one) was refunded;
* a line whose after-sale ended in a refund, of an amount not told or of all that was paid, was refunded whole;
* without a word for the status a line was paid when it has a time of payment or a refund;
* a note that means a brushed order or a parcel sent once more (补单) counts as the former on a line refunded whole.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from model.batches import OrderState
from model.intake.lines.source import Bools, Column, Grouped

STATES: Final[Sequence[OrderState]] = tuple(OrderState)
"""States by the number they have in :func:`states_of`."""
_NUMBER: Final = {state: np.int8(number) for number, state in enumerate(STATES)}


@dataclass(frozen=True, eq=False)
class Evidence:
    """All that a sheet says of the state of its lines.

    ``status``, ``after_sale`` and ``reason`` are words by group; ``has_status`` and ``has_time`` whether there is
    such a column. ``time`` marks lines with a time of payment; money in fen.
    """

    status: Grouped
    after_sale: Grouped
    reason: Grouped
    has_status: bool
    has_time: bool
    time: Bools
    paid: Column
    refunded: Column
    gift: Bools
    brushed: Bools
    perhaps_brushed: Bools


def number_of(state: OrderState) -> np.int8:
    """The number of a state."""
    return _NUMBER[state]


def states_of(found: Evidence) -> NDArray[np.int8]:
    """The state of every line, as its number in :data:`STATES`."""
    states = np.full(len(found.time), _NUMBER[OrderState.UNPAID], np.int8)
    states[_was_paid(found)] = _NUMBER[OrderState.PAID]
    states[found.status["closed"]] = _NUMBER[OrderState.CLOSED]
    states[_was_refunded(found, states)] = _NUMBER[OrderState.REFUNDED]
    paid = states == _NUMBER[OrderState.PAID]
    states[paid & found.gift] = _NUMBER[OrderState.GIFT]
    refunded = states == _NUMBER[OrderState.REFUNDED]
    brushed = (paid & found.brushed) | (refunded & (found.brushed | found.perhaps_brushed))
    states[brushed] = _NUMBER[OrderState.BRUSHED]
    return states


def _was_paid(found: Evidence) -> Bools:
    """Lines that were paid, as far as status and time say; a word nobody knows leaves it to the time."""
    unclear = ~(found.status["paid"] | found.status["unpaid"] | found.status["closed"])
    unclear &= ~found.status["refunded"]
    refund = found.refunded.known & (found.refunded.values > 0)
    nothing = found.paid.known & (found.paid.values == 0)
    by_time: Bools = (found.time | refund | ~nothing) if found.has_time else np.ones(len(unclear), bool)
    if found.has_time and found.has_status:
        by_time = found.time | refund
    sure: Bools = found.status["paid"] | (unclear & by_time)
    return sure


def _was_refunded(found: Evidence, states: NDArray[np.int8]) -> Bools:
    """Lines of which the whole amount went back."""
    told = found.refunded.known & (found.refunded.values > 0)
    whole = told & (found.refunded.values >= found.paid.values)
    ended = found.after_sale["refunded"] & (whole | ~told)
    closed = states == _NUMBER[OrderState.CLOSED]
    reasons = found.after_sale["refunded"] | found.reason["refunded"] | told
    closed_paid = closed & (reasons | (found.time & found.has_time & ~(found.reason["unpaid"])))
    was_paid = states == _NUMBER[OrderState.PAID]
    refunded: Bools = found.status["refunded"] | closed_paid | (was_paid & (ended | whole))
    return refunded
