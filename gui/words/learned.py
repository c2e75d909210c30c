"""What is said of results: what changed in mind, what the next plan does differently, and how far forecasts can be trusted."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from gui import words
from gui.words import QT_TRANSLATE_NOOP
from gui.words.filled import fill

if TYPE_CHECKING:
    from model.learning.calibration import Calibration
    from model.learning.changes import Difference, Move
    from model.learning.learned import Change
    from model.records import Estimate

__all__ = ["LEARNED", "average", "change", "difference", "held", "move", "orders"]

LEARNED: Final[Mapping[str, str]] = {
    "model_level_off": QT_TRANSLATE_NOOP(
        "Reasons",
        "Your hosts sell {times:times} what was forecast: look at price, product and the conversions under Settings.",
    ),
    "spread_host_off": QT_TRANSLATE_NOOP(
        "Reasons", "Your hosts differ {times:times} as much as assumed: ranges follow your results now."
    ),
    "spread_session_off": QT_TRANSLATE_NOOP(
        "Reasons",
        "Sessions of one host differ {times:times} as much as assumed: ranges follow your results now.",
    ),
    "model_outliers": QT_TRANSLATE_NOOP(
        "Reasons",
        "{n:count} of {of:count} results are far from everything else: check them for typing errors or inflated figures.",
    ),
    "course_size_up": QT_TRANSLATE_NOOP(
        "Reasons", "The larger a host, the better the sales against the forecast: forecasts by size are off."
    ),
    "course_size_down": QT_TRANSLATE_NOOP(
        "Reasons", "The larger a host, the worse the sales against the forecast: forecasts by size are off."
    ),
    "course_time_up": QT_TRANSLATE_NOOP(
        "Reasons", "Later results are better than earlier ones: forecasts may be too low by now."
    ),
    "course_time_down": QT_TRANSLATE_NOOP(
        "Reasons", "Later results are worse than earlier ones: forecasts may be too high by now."
    ),
    "results_unused_host": QT_TRANSLATE_NOOP(
        "Reasons", "{n:count} results are of hosts who are not in the roster: add them to learn from these."
    ),
    "results_unused_product": QT_TRANSLATE_NOOP(
        "Reasons",
        "{n:count} results are of products that are not in the catalogue: add them to learn from these.",
    ),
    "results_unused_sessions": QT_TRANSLATE_NOOP(
        "Reasons", "{n:count} results say 0 sessions and were left out."
    ),
    "results_better": QT_TRANSLATE_NOOP("Reasons", "{name}: their own results were better than forecast."),
    "results_worse": QT_TRANSLATE_NOOP("Reasons", "{name}: their own results were worse than forecast."),
    "alike_better": QT_TRANSLATE_NOOP("Reasons", "{name}: similar hosts did better than forecast."),
    "alike_worse": QT_TRANSLATE_NOOP("Reasons", "{name}: similar hosts did worse than forecast."),
    "others_better": QT_TRANSLATE_NOOP("Reasons", "{name}: others look better now."),
    "others_worse": QT_TRANSLATE_NOOP("Reasons", "{name}: others look worse now."),
}
"""Sentences by code, as reasons."""


def orders(found: "Estimate") -> str:
    """A range of orders."""
    return words.span(found.low, found.high, lambda count: words.count_short(round(count)))


def change(found: "Change") -> str:
    """What changed in mind on one host."""
    text = QT_TRANSLATE_NOOP(
        "Words", "An average session: {before} orders by the forecast, {after} after %n result(s).", "", 1
    )
    return words.say(text, n=found.results, before=orders(found.before), after=orders(found.after))


def average() -> str:
    """Why these ranges are narrower than those of the results page."""
    text = QT_TRANSLATE_NOOP(
        "Words",
        "Ranges of this table are of a host's average session. A single session goes up and down more: its range beside the result is wider.",
    )
    return words.say(text)


def held(found: "Calibration", results: int) -> str:
    """How often 80 % ranges held, looking back over all ``results`` or a sample of them."""
    of = sum(step.of for step in found.steps)
    every = QT_TRANSLATE_NOOP(
        "Words",
        "Looking back over %n result(s), each forecast from those before it: {share} lay within their 80% range (in the long run probably between {low} and {high}).",
        "",
        1,
    )
    some = QT_TRANSLATE_NOOP(
        "Words",
        "Looking back over {count} of {all} results, each forecast from those before it: {share} lay within their 80% range (in the long run probably between {low} and {high}).",
    )
    told: dict[str, Any] = {name: words.percent(getattr(found.share, name)) for name in ("low", "high")}
    told["share"] = words.percent(found.share.value)
    if of < results:
        return words.say(some, count=words.number(of), all=words.number(results), **told)
    return words.say(every, n=of, **told)


def difference(found: "Difference") -> str:
    """What the next plan does differently, as a whole."""
    if not found.came and not found.went:
        return words.say(QT_TRANSLATE_NOOP("Words", "The plan hires the same hosts as without your results."))
    text = QT_TRANSLATE_NOOP("Words", "Because of your results: {came} in, {went} out, {stayed} kept.")
    return words.say(text, came=len(found.came), went=len(found.went), stayed=found.stayed)


def move(found: "Move") -> str:
    """Why one host comes in or goes out."""
    return fill("Reasons", LEARNED[found.code], {"name": found.name})
