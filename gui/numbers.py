"""Numbers of Qt's enumerations, for what is seen first: the name space ``Qt`` takes 15 ms to make, once it is named.

They go where Qt takes plain numbers: roles of a model's data, and properties by ``setProperty``. A test holds each
against Qt's own.
"""

from typing import Final

__all__ = ["ALIGN", "LEFT", "NEVER", "NO_FOCUS", "PLAIN_TEXT", "RIGHT", "TIP", "USER"]

TIP: Final = 3
"""Qt.ItemDataRole.ToolTipRole"""
ALIGN: Final = 7
"""Qt.ItemDataRole.TextAlignmentRole"""
USER: Final = 256
"""Qt.ItemDataRole.UserRole"""
LEFT: Final = 0x81
"""Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter"""
RIGHT: Final = 0x82
"""Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter"""
PLAIN_TEXT: Final = 0
"""Qt.TextFormat.PlainText"""
NO_FOCUS: Final = 0
"""Qt.FocusPolicy.NoFocus"""
NEVER: Final = 1
"""Qt.ScrollBarPolicy.ScrollBarAlwaysOff"""
