"""The way to a fault of the program, without what it says: a message may quote the shop's data."""

import traceback

__all__ = ["way_to"]


def way_to(error: BaseException) -> list[str]:
    """The frames and the type of an error, its cause first; of its message nothing."""
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    before = [*way_to(cause), "then"] if cause is not None else []
    place = "".join(traceback.format_tb(error.__traceback__)).rstrip()
    return [*before, place, f"{type(error).__module__}.{type(error).__qualname__}"]
