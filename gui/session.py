"""The open project: every read and every write of the window goes through here, and can be undone."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final

from gui.guarded import Guarded
from gui.opened import ALL
from gui.steps import Changed, Code
from model import store
from model.errors import Value
from model.records import Influencer, Product, Request
from model.results import Result
from model.store import BatchHead, BatchWriter, Change, Json, Loaded, Part

if TYPE_CHECKING:
    from model.store import Backup, Salvaged, Traces

__all__ = [
    "ALL",
    "Backup",
    "BatchHead",
    "BatchWriter",
    "Changed",
    "Code",
    "Loaded",
    "Salvaged",
    "Session",
    "Traces",
]

ACCOUNTS: Final = "accounts"
LAUNCH: Final = "launch"


class Session(Guarded):
    """Holds one project at a time. Edits are on the disk when their method returns.

    An edit that cannot be written raises :class:`model.errors.UserError` and leaves project, memory and steps as they were.
    ``by`` is the page that asked, told in ``changed`` so that it ignores its own edit (None: undo, redo, opening).
    """

    def save_product(self, product: Product, by: object) -> Product:
        """Add (id 0) or change a product; the answer has its id."""
        known = product.id and self._open_store().get_product(product.id)
        code = "edit_product" if known else "add_product"
        done = self._do(Change(products=Part((product,))), (code, {"name": product.name, "n": 1}), by)
        return done.products.put[0] if done.products.put else product

    def save_products(
        self, products: Iterable[Product], by: object, what: str = "import_products"
    ) -> tuple[Product, ...]:
        """Add or change many products as one step; the answer: those new or changed, with their ids."""
        done = self._do(Change(products=Part(tuple(products))), (what, {}), by)
        return done.products.put

    def delete_products(self, ids: Iterable[int], by: object) -> None:
        """Delete products as one step."""
        self._do(Change(products=Part(drop=tuple(ids))), ("delete_products", {}), by)

    def save_influencer(self, influencer: Influencer, by: object) -> None:
        """Add or change a host, with all his offers."""
        known = self._open_store().get_influencer(influencer.id)
        self.save_influencers([influencer], by, "edit_influencer" if known else "add_influencer")

    def save_influencers(
        self, influencers: Iterable[Influencer], by: object, what: str = "import_influencers"
    ) -> None:
        """Add or change many hosts as one step called ``what``; of a host named twice the last counts."""
        hosts = {host.id: host for host in influencers}
        self._do(Change(influencers=Part(tuple(hosts.values()))), (what, {}), by)

    def delete_influencers(self, ids: Iterable[str], by: object) -> None:
        """Delete hosts with their offers as one step."""
        self._do(Change(influencers=Part(drop=tuple(ids))), ("delete_influencers", {}), by)

    def save_request(self, request: Request, by: object) -> None:
        """Keep what is asked of a plan."""
        self._do(Change(request=request), ("edit_request", {}), by)

    def launch(self) -> Json:
        """What a launch starts from as it is kept; None where nobody has told it."""
        return self.setting(LAUNCH) if self.path else None

    def save_launch(self, told: Json, by: object) -> None:
        """Keep what a launch starts from: its days, people and moved sessions."""
        self._do(Change(settings={LAUNCH: told}), ("edit_launch", {}), by)

    def set_overrides(self, values: Mapping[str, float | None], by: object) -> None:
        """Change policy values as one step; None goes back to the shipped one."""
        self._do(Change(overrides=values), ("set_override", self._figures(values)), by)

    def _figures(self, keys: Iterable[str]) -> dict[str, Value]:
        """What a step tells of the figures it changes: the name of the only one, else how many there are."""
        known = self.policy.entries if self.policy is not None else {}
        entries = [known[key] for key in keys if key in known]
        if len(entries) != 1:
            return {"n": len(entries)}
        return {"figure_zh": entries[0].zh, "figure_en": entries[0].en}

    def replace_influencer(self, old: str, influencer: Influencer, by: object) -> None:
        """A host whose id was changed: the old record goes, the new one comes, as one step."""
        change = Change(influencers=Part((influencer,), (old,)))
        self._do(change, ("edit_influencer", {"name": influencer.name, "n": 1}), by)

    def save_result(self, result: Result, name: str, by: object, old: str = "") -> None:
        """Add or change what came of a campaign of the host called ``name``; ``old`` is the key it had, if another."""
        part = Part((result,), (old,) if old and old != result.key else ())
        self._do(Change(results=part), ("edit_result", {"name": name, "n": 1}), by)

    def save_results(self, results: Iterable[Result], by: object, gone: Iterable[str] = ()) -> None:
        """Change what came of many campaigns as one step; ``gone`` are the keys of those of which nothing is given any more."""
        part = Part(tuple(results), tuple(gone))
        self._do(Change(results=part), ("edit_results", {"n": len(part.put) + len(part.drop)}), by)

    def delete_results(self, keys: Iterable[str], by: object) -> None:
        """Delete results as one step."""
        self._do(Change(results=Part(drop=tuple(keys))), ("delete_results", {}), by)


def __getattr__(name: str) -> Any:
    """Kinds of records that only the pages of copies and privacy know: loaded with them, not with the first window."""
    if name not in __all__:
        raise AttributeError(name)
    return getattr(store, name)
