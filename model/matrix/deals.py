"""Deals that are made: from which day on results are theirs, and what of them is still to come."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from typing import Protocol

from model.limits import Booking
from model.records import Request
from model.results import Result


class Told(Protocol):
    """What results taught, as far as deals go: which sessions files alone tell of."""

    @property
    def held(self) -> tuple[Result, ...]:
        """The results of these."""


def dated(before: Request, after: Request, today: dt.date) -> Request:
    """The request ``after`` a change, with the day each new deal was made on.

    Results from that day on are those of the deal. Who changes a deal by hand knows of the results up to today, so those
    from tomorrow on count. Deals whose day nobody knows stay so until ``after`` tells it.
    """
    known, days = before.limits.booked, dict(after.limits.booked_on) | dict(before.limits.booked_on)
    hosts = {host for host, _, _ in known}
    for deal in after.limits.booked:
        if deal[0] not in hosts:
            days[deal[0]] = today.isoformat()
        elif deal not in known:
            days[deal[0]] = (today + dt.timedelta(1)).isoformat()
    return _with(after, after.limits.booked, days)


def to_come(request: Request, results: Iterable[Result]) -> tuple[Request, tuple[str, ...]]:
    """The request without the booked sessions that have run, and the ids of the hosts who had some.

    A session has run when there is a result from the day of the deal on; one of several products is one session.
    """
    days = dict(request.limits.booked_on)
    held: dict[str, dict[dt.date, int]] = {}
    for one in results:
        if one.id in days and one.date >= dt.date.fromisoformat(days[one.id]):
            of = held.setdefault(one.id, {})
            count = 1 if one.sessions is None else one.sessions
            of[one.date] = max(of.get(one.date, 0), count)
    gone = {host: sum(of.values()) for host, of in held.items()}
    ran = tuple(host for host, _, _ in request.limits.booked if gone.get(host, 0) > 0)
    if not ran:
        return request, ()
    rest = [(host, offer, times - gone.get(host, 0)) for host, offer, times in request.limits.booked]
    for host, of in held.items():
        days[host] = (max(of) + dt.timedelta(1)).isoformat()
    return _with(request, tuple(one for one in rest if one[2] > 0), days), ran


def without_held(
    request: Request, own: Iterable[Result], learned: Told | None
) -> tuple[Request, tuple[str, ...]]:
    """As :func:`to_come`, by own results and by those that files alone tell of."""
    return to_come(request, (*own, *(learned.held if learned else ())))


def _with(request: Request, booked: tuple[Booking, ...], days: dict[str, str]) -> Request:
    told = tuple((host, days[host]) for host, _, _ in booked if host in days)
    return replace(request, limits=replace(request.limits, booked=booked, booked_on=told))
