"""The files of the wizard as values: what each seems to be, as what it shall be taken, what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from gui.words import imports
from model.batches import BatchKind, Facts
from model.errors import Problem
from model.intake.files.source import PastedSheet, Source

if TYPE_CHECKING:
    from gui.dialogs.problemlist import ProblemLine
    from model.records import Influencer, Product
    from model.results import Result

__all__ = ["OWN", "Entry", "Outcome", "Plan"]

OWN = "own"
"""The name of a layout whose columns the merchant names, as the model calls it."""


@dataclass(frozen=True)
class Plan:
    """How one sheet shall be taken. ``kind`` is empty when it is not wanted, or nobody knows yet.

    ``fields`` are those it may have, ``needed`` the groups of which it must have one each. ``by_hand``: the
    merchant said something, now or before. ``likely`` is the heading that a field without one may be under, as its
    cells look. ``asked`` are the headings whose dates may be read in two orders,
    ``date_order`` (``mdy``, ``dmy``) is what he answered.
    """

    sheet: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    signature: str
    guesses: tuple[tuple[str, str, float], ...] = ()
    titles: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    kind: str = ""
    layout: str = ""
    mapping: Mapping[str, str] = field(default_factory=dict)
    fields: tuple[str, ...] = ()
    needed: tuple[tuple[str, ...], ...] = ()
    by_hand: bool = False
    likely: Mapping[str, str] = field(default_factory=dict)
    asked: tuple[str, ...] = ()
    date_order: str = ""

    @property
    def score(self) -> float:
        """How sure the choice is: of a layout recognised its fit, of the merchant's own word 1."""
        if self.by_hand or self.layout == OWN:
            return 1.0
        chosen = (score for kind, layout, score in self.guesses if (kind, layout) == (self.kind, self.layout))
        return next(chosen, 0.0)

    @property
    def missing(self) -> tuple[tuple[str, ...], ...]:
        """The groups of needed fields of which none has a column."""
        have = {name for name, heading in self.mapping.items() if heading}
        return tuple(group for group in self.needed if not have.intersection(group))

    @property
    def is_ready(self) -> bool:
        """Whether nothing has to be asked before it is read."""
        return bool(self.kind) and not self.missing and not (self.asked and not self.date_order)

    def title(self, layout: str | None = None, kind: str | None = None) -> str:
        """What it is taken as (or another layout of its guesses), in words."""
        code = self.kind if kind is None else kind
        return (
            imports.title(self.titles.get(self.layout if layout is None else layout, {}), code)
            if code
            else ""
        )


@dataclass(frozen=True)
class Outcome:
    """What reading a file gave; the lines of orders lie in the project already, waiting to be taken by ``ids``."""

    ids: tuple[int, ...] = ()
    batches: tuple[tuple[str, str, Facts], ...] = ()
    hosts: "tuple[Influencer, ...]" = ()
    products: "tuple[Product, ...]" = ()
    set_aside: int = 0
    lines: "tuple[ProblemLine, ...]" = ()
    accounts: tuple[tuple[str, str, str], ...] = ()
    results: "tuple[Result, ...]" = ()

    @property
    def lists(self) -> int:
        """How many records it gave beside lines."""
        return len(self.hosts) + len(self.products) + len(self.results)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to take."""
        return not (self.ids or self.lists)


@dataclass(frozen=True)
class Entry:
    """One file. ``refusal`` says why it could not be looked at or read."""

    path: Source
    state: str = "waiting"
    size: int = 0
    digest: str = ""
    encoding: str = ""
    plans: tuple[Plan, ...] = ()
    outcome: Outcome | None = None
    refusal: "tuple[ProblemLine, ...]" = ()
    problems: tuple[Problem, ...] = ()

    @property
    def key(self) -> str:
        """By what it is known in tables."""
        return str(self.path)

    @property
    def is_pasted(self) -> bool:
        """Whether it is a sheet off the clipboard, and no file that could be opened."""
        return isinstance(self.path, PastedSheet)

    @property
    def folder(self) -> str:
        """Where it lies; a pasted sheet lies nowhere."""
        return "" if isinstance(self.path, PastedSheet) else str(self.path.parent)

    @property
    def wanted(self) -> tuple[Plan, ...]:
        """The sheets that are to be read."""
        return tuple(plan for plan in self.plans if plan.kind)

    def what(self) -> str:
        """What it seems to be."""
        names = dict.fromkeys(plan.title() for plan in self.wanted)
        return " + ".join(name for name in names if name)

    @property
    def score(self) -> float | None:
        """How sure that is; None when nothing is known."""
        return min((plan.score for plan in self.wanted), default=None)

    @property
    def lines(self) -> int | None:
        """How many lines were seen, once it is read."""
        if self.outcome is None:
            return None
        facts = sum(facts.lines for _, _, facts in self.outcome.batches)
        return facts + self.outcome.lists + (0 if self.outcome.batches else self.outcome.set_aside)

    def settled(self) -> "Entry":
        """The same file in the state its plans give it, before it is read."""
        if not self.wanted:
            is_told = all(plan.by_hand for plan in self.plans)
            return replace(self, state="skipped" if is_told else "needs_columns", outcome=None)
        ready = all(plan.is_ready for plan in self.wanted)
        return replace(self, state="ready" if ready else "needs_columns", outcome=None)

    def sentences(self) -> tuple[str, ...]:
        """What was understood, one sentence per sheet that was read."""
        if self.outcome is None:
            return ()
        titles = {name: names for plan in self.plans for name, names in plan.titles.items()}
        said = [
            imports.understood(
                imports.title({} if kind == BatchKind.FIGURES else titles.get(layout, {}), kind), facts, kind
            )
            for kind, layout, facts in self.outcome.batches
            if kind != BatchKind.FIGURES or not self._is_roster()
        ]
        for records, text, kinds in (
            (self.outcome.hosts, imports.HOSTS, ("roster", "posts")),
            (self.outcome.products, imports.PRODUCTS, ("products",)),
            (self.outcome.results, imports.RESULTS, ("results",)),
        ):
            if records:
                what = next((plan.title() for plan in self.wanted if plan.kind in kinds), "")
                said.append(imports.JOINT.join((what, imports.counted(text, len(records)))))
        return tuple(said)

    def _is_roster(self) -> bool:
        """Its hosts are counted anyway: their figures for the water check would read as twice as many."""
        return bool(self.outcome and self.outcome.hosts) and any(
            plan.kind == "roster" for plan in self.wanted
        )

    def cautions(self) -> tuple[str, ...]:
        """What its buyers are not good for; a file without lines is said to have none."""
        batches = self.outcome.batches if self.outcome else ()
        orders = [facts for kind, _, facts in batches if kind == BatchKind.ORDERS]
        found = [imports.no_lines() for _, _, facts in batches if not facts.lines]
        found += [imports.buyers(facts) for facts in orders if facts.lines]
        return tuple(dict.fromkeys(text for text in found if text))
