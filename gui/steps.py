"""Steps of the undo stack: what was done, how to take it back, and what to call it."""

from collections.abc import Mapping

from PySide6.QtGui import QUndoCommand

from model.errors import Value
from model.store import Change

Code = tuple[str, Mapping[str, Value]]


class Step(QUndoCommand):
    """An edit already made: the stack keeps it, the session carries it out."""

    def __init__(self, code: Code, forward: Change, back: Change) -> None:
        super().__init__(code[0])
        self.code = code
        self.forward = forward
        self.back = back


def extent(done: Change, back: Change) -> dict[str, Value]:
    """How many records an edit is about, and the name of the first."""
    gone = back if done.products.drop or done.influencers.drop else done
    names = [record.name for record in gone.products.put] + [record.name for record in gone.influencers.put]
    return {"n": len(names), "name": names[0]} if names else {}
