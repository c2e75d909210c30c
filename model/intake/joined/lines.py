"""Order lines once the files of a shop are joined, and what each file gave to them: records, no Arrow at start."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from model.batches import BatchKind

if TYPE_CHECKING:
    import pyarrow as pa


@dataclass(frozen=True, slots=True)
class JoinFact:
    """What became of the rows of one batch: ``lines`` = matched + unmatched + repeated + pending.

    Attributes:
        matched: rows that reached an order line; of orders, the lines that stand.
        unmatched: rows that speak of an order no file holds; ``unmatched_fen`` is their money.
        repeated: rows that another batch says as well (of orders: in a later state; of commission: says later, and so wins).
        pending: refunds that are not done; they change nothing.
        compared: order lines and orders on which the batch was the last to speak of money.
        differing: those of them where the joined lines say something else.
        off_fen: what the file says of them less what the joined lines say: of refunds the refunded amount, of a
            settlement paid less refunded, of commission files the commission; None for orders.
    """

    kind: BatchKind
    platform: str
    layout: str
    file: str
    sheet: str
    digest: str
    lines: int
    matched: int
    unmatched: int
    repeated: int = 0
    pending: int = 0
    unmatched_fen: int = 0
    compared: int = 0
    differing: int = 0
    off_fen: int | None = None


@dataclass(frozen=True, slots=True)
class SamePerson:
    """A host whom commission files know by ``other_id`` and the orders by ``host_id``, the one his lines have.

    ``told`` is what says so: ``roster`` (it has both ids), ``orders`` (that both files name), or platform and
    ``name`` alone.
    """

    platform: str
    host_id: str
    other_id: str
    host: str
    told: str


@dataclass(frozen=True, eq=False)
class Lines:
    """All order lines of a shop, each once: the columns of an orders batch, ``platform`` and ``foreign``.

    The money of foreign lines is no yuan and must not be added to that of the others.
    After joining, a line is ``refunded`` when its whole amount was given back, and ``refunded_fen`` is never above
    ``paid_fen``, cancellations (paid 0, money given back) excepted.
    """

    table: "pa.Table"
    joins: tuple[JoinFact, ...]
    persons: tuple[SamePerson, ...] = ()
