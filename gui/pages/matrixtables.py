"""The table of the matrix page of hosts left out; that of the chosen offers is ``gui.chosen``."""

from typing import TYPE_CHECKING, Final

from gui.columns import Column
from gui.words import QT_TRANSLATE_NOOP
from gui.words.labels import label, labels
from gui.words.leftout import all_left_out, left_out
from gui.words.single import missing
from model.records import Tier

if TYPE_CHECKING:
    from model.matrix.plan import Rejected


REJECTED: Final[tuple[Column["Rejected"], ...]] = (
    Column("host", QT_TRANSLATE_NOOP("Columns", "Host"), lambda r: r.name, lambda r: r.name, width=196, narrow=150, free=True),
    Column("tier", QT_TRANSLATE_NOOP("Columns", "Level"), lambda r: r.tier.value, lambda r: label(r.tier), width=76, among=labels(*Tier), badge=lambda r: r.tier.value),
    Column("why", QT_TRANSLATE_NOOP("Columns", "Why not"), lambda r: left_out(r.reason), lambda r: left_out(r.reason), width=0, among=all_left_out),
    Column("short", QT_TRANSLATE_NOOP("Columns", "Missing"), lambda r: r.short_by, lambda r: missing(r.short_by), "right", 110, hint=QT_TRANSLATE_NOOP("Columns", "By about how many yuan the fee would have to fall to get in")),
)  # fmt: skip
