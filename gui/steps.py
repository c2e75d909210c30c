"""Steps of the undo stack: what was done, how to take it back, and what to call it."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
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
    LAUNCH = auto()


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
    told: dict[str, Value] = {"n": len(names), "name": names[0]} if names else {}
    return told | _field(done, back)


def _field(done: Change, back: Change) -> dict[str, Value]:
    """The one field that an edit is about, where it is one: of a record, of one offer of a host, of the limits."""
    now: tuple[object, ...] = (*done.products.put, *done.influencers.put)
    before: tuple[object, ...] = (*back.products.put, *back.influencers.put)
    if done.request is not None and back.request is not None:
        now, before = (*now, done.request), (*before, back.request)
    if len(now) != 1 or len(before) != 1 or type(now[0]) is not type(before[0]):
        return {}
    pairs = _differing(before[0], now[0])
    while len(pairs) == 1:
        name, old, new = pairs[0]
        if not (is_dataclass(new) or isinstance(new, tuple)) or type(old) is not type(new):
            return {"field": name}
        pairs = _differing(old, new) or [(name, "", "")]
    return {}


def _differing(old: object, new: object) -> list[tuple[str, object, object]]:
    """The fields in which two records differ, or the parts of two lists of one length."""
    if isinstance(old, tuple) and isinstance(new, tuple):
        pairs = [("", one, other) for one, other in zip(old, new, strict=False) if one != other]
        return pairs if len(old) == len(new) and all(map(is_dataclass, old)) else []
    names = [field.name for field in fields(new)] if is_dataclass(new) else []
    trios = [(name, getattr(old, name), getattr(new, name)) for name in names]
    return [(name, one, other) for name, one, other in trios if one != other]


def touched(change: Change) -> Changed:
    """What a change touches."""
    flags = {
        Changed.PRODUCTS: change.products,
        Changed.INFLUENCERS: change.influencers,
        Changed.REQUEST: change.request is not None,
        Changed.POLICY: change.overrides,
        Changed.ORDERS: change.batches,
        Changed.RESULTS: change.results,
        Changed.LAUNCH: change.settings,
    }
    return Changed(sum(flag.value for flag, touched in flags.items() if touched))
