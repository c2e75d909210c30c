"""What is asked about a result that was typed: who its host is, and whether its day has come."""

from collections.abc import Mapping
from typing import Final

from gui.words import QT_TRANSLATE_NOOP

TYPED: Final[Mapping[str, str]] = {
    "host_nobody": QT_TRANSLATE_NOOP(
        "Problems",
        "Nobody in the roster is called “{text}”. Choose from the list, or press “Check and save” to enter a host of this name all the same.",
    ),
    "host_nobody_near": QT_TRANSLATE_NOOP(
        "Problems",
        "Nobody in the roster is called “{text}”. Is it “{name}”? Choose from the list, or press “Check and save” to enter a host of this name all the same.",
    ),
    "host_of_two": QT_TRANSLATE_NOOP("Problems", "{n} hosts are called “{text}”: choose one from the list."),
    "day_to_come": QT_TRANSLATE_NOOP(
        "Problems", "{day} is still to come. Enter results once the session has begun; is the year right?"
    ),
}
