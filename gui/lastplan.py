"""The plan made last in the open project: pages do not know each other, but go on from the same plan."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from gui.session import Changed, Session

if TYPE_CHECKING:
    from model.advice import Advice

__all__ = ["LATER", "LastPlan", "last_plan_of"]

LATER: Final = ("capacity.", "deals.", "delivery.", "lifts.", "spreading.", "waves.", "work.")
"""Figures that only what follows from a plan hangs on."""


class LastPlan(QObject):
    """Holds the latest advice; whoever makes a plan hands it over, whoever goes on from it listens."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.advice: Advice | None = None
        self.is_stale = False
        self._session = session
        self._known: Mapping[str, float] = {}
        session.changed.connect(self._outdated)

    def take(self, advice: "Advice", is_stale: bool = False) -> None:
        """A plan was made; ``is_stale``: something changed meanwhile."""
        self.advice, self.is_stale = advice, is_stale
        self._known = self._figures()
        self.changed.emit()

    def _outdated(self, what: Changed, by: object) -> None:
        """The plan of another project is none; one whose products, hosts or figures have changed is no longer the best."""
        if what & Changed.PROJECT:
            self.advice = None
            self.changed.emit()
        elif self.outdates(what):
            self.is_stale = True

    def outdates(self, what: Changed) -> bool:
        """Whether a change of the open project makes another plan the best."""
        of_figures = bool(what & Changed.POLICY) and self._figures() != self._known
        return of_figures or bool(what & ~(Changed.LAUNCH | Changed.POLICY))

    def _figures(self) -> Mapping[str, float]:
        """The project's own figures that a plan hangs on."""
        overrides = self._session.snapshot().overrides
        return {key: value for key, value in overrides.items() if not key.startswith(LATER)}


def last_plan_of(session: Session) -> LastPlan:
    """The one keeper of a session."""
    return session.findChild(LastPlan) or LastPlan(session)
