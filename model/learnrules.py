"""The group of the policy for learning from results: which part of a spread lasts, and how far spreads may be off."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LearningRule:
    """Priors of what results are compared with, beside the spreads of the forecast itself (``response``, ``shocks``)."""

    lasting_share: float
    group_share: float
    product_sd: float
    scale_sd: float
    most_moved: float
    week_days: float
    views_host: float
    views_session: float
    visit_host: float
    visit_session: float
    buy_host: float
    buy_session: float
    returns_host: float
    returns_session: float
    repeat_host: float
    least_results: float
    check_odds: float
    most_fitted: float
    steps: float
