"""What the merchant's clock says; the model is told and never asks."""

from datetime import date, datetime

__all__ = ["now", "today"]


def now() -> datetime:
    """This moment, with the hours it is away from Greenwich."""
    return datetime.now().astimezone()


def today() -> date:
    """The day it is where he is."""
    return now().date()
