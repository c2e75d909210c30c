"""What the results page hands to a worker."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from gui.studies import Study
from model.batches import BatchKind
from model.records import Snapshot
from model.results import Result

if TYPE_CHECKING:
    from model.campaigns.review import Imported, Review
    from model.campaigns.settling import Statement
    from model.policy import Policy


def review_all(
    snapshot: Snapshot,
    own: Sequence[Result],
    plans: object,
    study: Study | None,
    load: Callable[[], Any],
    accounts: Any,
    policy: "Policy",
    bills: "tuple[Statement, ...] | None",
) -> "Review":
    """Plan against fact; the lines are read once more only where a settlement is compared with them for the first time."""
    from model.campaigns.review import review
    from model.matrix.kept import unpacked

    imported = _imported(study, load, accounts, bills)
    return review(snapshot, own, unpacked(plans), imported, policy)


def _imported(
    study: Study | None, load: Callable[[], Any], accounts: Any, bills: "tuple[Statement, ...] | None"
) -> "Imported | None":
    from model.campaigns.review import Imported

    if study is None:
        return None
    sums = study.sums
    settled = bills is None and any(batch.kind is BatchKind.SETTLEMENT for batch in sums.beside)
    batches = load().batches if settled else sums.beside
    return Imported(sums.sales, batches, sums.lines.persons, accounts, study.insight.history.products, bills)
