"""Leads on to a page from where no page is known: a dialog that is done, a card with a button."""

from PySide6.QtCore import QObject, Signal

from gui.session import Session

__all__ = ["Leading", "leading_of"]


class Leading(QObject):
    """Whoever is done says which page comes next; the window goes there."""

    wanted = Signal(str)


def leading_of(session: Session) -> Leading:
    """The one guide of a session."""
    return session.findChild(Leading) or Leading(session)
