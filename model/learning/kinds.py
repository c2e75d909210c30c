"""What is learnt of a host: apart from all that learns it, as the window names it before anything is."""

from enum import StrEnum


class Measure(StrEnum):
    """What is compared with its forecast; all as logs of ratios, returns and repeat as log odds."""

    ORDERS = "orders"
    VIEWS = "views"
    VISIT = "visit"
    BUY = "buy"
    RETURNS = "returns"
    REPEAT = "repeat"
