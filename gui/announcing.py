"""What a screen reader says by itself, without the keyboard coming to it: a page that opened, a notice, a new verdict."""

from PySide6.QtWidgets import QLabel, QWidget

__all__ = ["announce", "is_read_aloud", "say_aloud"]


def is_read_aloud() -> bool:
    """Whether a screen reader, or something like it, listens to the program."""
    from PySide6.QtGui import QAccessible

    return QAccessible.isActive()


def announce(part: QWidget, text: str) -> None:
    """Have a text said that has just come into sight in this part; nothing for those who see it."""
    if text and part.isVisible() and is_read_aloud():
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(part, text))


def say_aloud(label: QLabel, text: str) -> None:
    """Show a text, and have it said where another was shown before: with the first one the page is read anyway."""
    is_new = label.text() not in ("", text)
    label.setText(text)
    if is_new:
        announce(label, text)
