"""Steps of the undo stack: what was done, how to take it back, and what to call it."""

from collections.abc import Mapping
from enum import Flag, auto

from PySide6.QtGui import QUndoCommand

from model.errors import Value
from model.store import Change

Code = tuple[str, Mapping[str, Value]]


class Changed(Flag):
    """What an edit touched. Opening or closing a project touches everything."""

    PRODUCTS = auto()
    INFLUENCERS = auto()
    REQUEST = auto()
    POLICY = auto()
    PROJECT = auto()
    ORDERS = auto()
    RESULTS = auto()


class Step(QUndoCommand):
    """An edit already made: the stack keeps it, the session carries it out."""

    def __init__(self, code: Code, forward: Change, back: Change) -> None:
        super().__init__(code[0])
        self.code = code
        self.forward = forward
        self.back = back


def extent(done: Change, back: Change) -> dict[str, Value]:
    """How many records an edit is about, and the name of the first."""
    gone = back if done.products.drop or done.influencers.drop or done.results.drop else done
    names = [record.name for record in gone.products.put] + [record.name for record in gone.influencers.put]
    names += [record.product for record in gone.results.put]
    return {"n": len(names), "name": names[0]} if names else {}


def touched(change: Change) -> Changed:
    """What a change touches."""
    flags = {
        Changed.PRODUCTS: change.products,
        Changed.INFLUENCERS: change.influencers,
        Changed.REQUEST: change.request is not None,
        Changed.POLICY: change.overrides,
        Changed.ORDERS: change.batches,
        Changed.RESULTS: change.results,
    }
    return Changed(sum(flag.value for flag, touched in flags.items() if touched))
