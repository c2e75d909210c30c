"""Grades as the command line gives them: for programs as dictionaries, for people as plain lines."""

from collections.abc import Iterable, Mapping

from gui import words
from gui.answers import Answer, figure, problem_answer, ranged, reason_answer, yuan
from gui.words import QT_TRANSLATE_NOOP
from gui.words.labels import label
from gui.words.reasons import reason
from model.errors import Problem, Reason
from model.readiness.verdict import Readiness
from model.records import Estimate, RepurchaseClass
from model.repurchase.grading import WINDOW_DAYS, Grade
from model.repurchase.history import History, ShopGrade


def grade_answer(
    grades: Iterable[Grade],
    ready: Iterable[Readiness],
    shop: ShopGrade | None,
    history: History,
    problems: Iterable[Problem],
) -> Answer:
    """What ``grade --json`` says; ``ready`` goes with the grades, one for each."""
    return {
        "products": [
            {**_grade(one), "rates": _rates(history, one.product.name), "readiness": _ready(found)}
            for one, found in zip(grades, ready, strict=True)
        ],
        "shop": {**_shop(shop), "rates": _rates(history, "")} if shop else None,
        "refused": [reason_answer(one) for one in history.refused],
        "problems": [problem_answer(one) for one in problems],
    }


def _grade(grade: Grade) -> Answer:
    return {
        "name": grade.product.name,
        **_graded(grade.letter, grade.probabilities, grade.rate, grade.interval),
        "orders_per_year": figure(grade.orders_per_year, 3),
        "basis": grade.basis,
        "customers": grade.customers,
        "category": grade.attributes.category.code,
        "estimated": sorted(grade.attributes.estimated),
        "reasons": [reason_answer(one) for one in grade.reasons],
        "price_rule": {
            "threshold": yuan(grade.price.threshold),
            "over": grade.price.over,
            "orders_at_threshold_ratio": figure(grade.price.orders_at_threshold_ratio),
        },
    }


def _rates(history: History, name: str) -> list[Answer]:
    """The rates of all windows, observed (``orders``) or by a ``model``; empty without evidence."""
    return [
        {
            "window_days": one.days,
            **ranged(one.rate, "value", 6),
            "basis": one.basis,
            "followed": one.followed,
        }
        for one in (history.judged[name].rates() if name in history.judged else ())
        if one.rate is not None
    ]


def _ready(found: Readiness) -> Answer:
    """Whether orders bought at the usual offer come back; ``needed`` is null where no rate is enough."""
    return {
        "verdict": found.verdict,
        "needed": figure(found.needed),
        "rate": figure(found.rate.value),
        "probability": figure(found.probability),
        "fee": yuan(found.case.order.fee),
        "commission": figure(found.case.order.commission),
        "offer": None if found.offer is None else reason_answer(found.offer),
        "most_fee": yuan(found.most_fee),
        "first_value": yuan(found.first_value),
        "repeat_value": yuan(found.repeat_value),
        "try": [
            {
                "code": one.reason.code,
                "needed": figure(one.needed),
                "rate": figure(one.rate),
                "value": yuan(one.value),
            }
            for one in found.remedies
        ],
    }


def _shop(shop: ShopGrade) -> Answer:
    return {
        **_graded(shop.letter, shop.probabilities, shop.rate, shop.interval),
        "orders_per_year": figure(shop.orders_per_year, 3),
        "basis": "orders",
        "customers": shop.customers,
    }


def _graded(
    letter: RepurchaseClass,
    probabilities: Mapping[RepurchaseClass, float],
    rate: Estimate,
    interval: Estimate | None,
) -> Answer:
    return {
        "class": letter.value,
        "probabilities": {klass.value: figure(share) for klass, share in probabilities.items()},
        "interval_days": ranged(interval, "median", 1) if interval else None,
        "repurchase_rate": {**ranged(rate, "value", 6), "window_days": WINDOW_DAYS},
    }


def grade_lines(
    grades: Iterable[Grade], ready: Iterable[Readiness] = (), refused: Iterable[Reason] = ()
) -> list[str]:
    """For each product its class, cycle and yearly rate, then whether it can go live; then what was refused."""
    return [*map(_grade_line, grades), *map(_ready_line, ready), *map(reason, refused)]


def _ready_line(found: Readiness) -> str:
    verdict = found.reasons[0]
    return words.say(
        QT_TRANSLATE_NOOP("Words", "{name}, before going live: {verdict} {offer}"),
        name=verdict.values["product"],
        verdict=reason(verdict),
        offer="" if found.offer is None else reason(found.offer),
    )


def _grade_line(grade: Grade) -> str:
    return words.say(
        QT_TRANSLATE_NOOP(
            "Words", "{name}: {klass} ({odds}), again after {cycle}, {rate} come back within {window}"
        ),
        name=grade.product.name,
        klass=label(grade.letter.value),
        odds=words.odds(grade.probabilities[grade.letter]),
        cycle=words.span(grade.interval.low, grade.interval.high, words.days),
        rate=words.span(grade.rate.low, grade.rate.high, words.percent),
        window=words.days(WINDOW_DAYS),
    )
