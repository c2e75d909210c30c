"""Plans on a real roster for one product of each class at three budgets, and what each limit costs there.

``python tests/benchmarks/plans.py``: mix, money, risk, concentration, seconds and gap of every plan; then the same
requests with one limit off, or with a limit on the bad cases.
"""

import sys
import time
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
ROSTER = ROOT.parent / "shared/data/rosters/xingtu_beauty_160.csv"

from model.advice import advise  # noqa: E402
from model.errors import NothingFeasible  # noqa: E402
from model.intake.lists.rosters import read_roster  # noqa: E402
from model.limits import Limits  # noqa: E402
from model.policy import load  # noqa: E402
from model.records import Product, Request, Snapshot, Tier  # noqa: E402

PRODUCTS = (
    Product("A 空气净化器", 1299.0, "空气净化器", 720.0, 30.0, 0.05, 0.12, 500),
    Product("B 电动牙刷", 299.0, "电动牙刷", 120.0, 6.0, 0.05, 0.10, 2000),
    Product("C 坚果礼盒", 89.0, "坚果", 42.0, 6.0, 0.05, 0.06, 5000, occasion=True),
    Product("D 洁面乳", 59.0, "cleanser", 14.0, 3.5, 0.05, 0.12, 5000, 60.0, tone=("温和",)),
)
BUDGETS = (5_000.0, 50_000.0, 500_000.0)
WAYS = (
    ("no mix of levels", {"free_mix": True}),
    ("largest share 100 %", {"max_share": 1.0}),
    ("odds of a loss <= 5 %", {"limits": Limits(loss_odds=0.05)}),
    ("orders of one host <= 20 %", {"limits": Limits(order_share=0.20)}),
    ("100 orders a day", {"limits": Limits(orders_per_day=100.0)}),
)


def row(name, snapshot, policy):
    """One plan in a line; its mean long-run profit, 0 where nobody is hired."""
    before = time.perf_counter()
    try:
        plan = advise(snapshot, policy).plan
    except NothingFeasible as found:
        print(f"{name:<42} nobody: {', '.join(one.code for one in found.problems)}")
        return 0.0
    took = time.perf_counter() - before
    mix = ":".join(str(plan.tiers[tier].count) for tier in Tier)
    risk, top = plan.risk, plan.concentration
    print(
        f"{name:<42} {mix:>8} {plan.spend:>9,.0f} {plan.first_profit:>10,.0f} {risk.mean:>10,.0f} "
        f"[{risk.p05:>9,.0f} {risk.p95:>10,.0f}] {risk.loss_probability:>5.0%} {top.top1:>5.0%} {top.orders_top5:>5.0%} "
        f"{took:>6.2f} {plan.gap:.4f} {plan.status}"
    )
    return risk.mean


def main() -> int:
    """Print both tables."""
    policy = load()
    hosts = read_roster(ROSTER).records
    head = ("mix", "spend", "first sale", "long run", "nine times in ten", "loss", "top1", "top5", "s", "gap")
    print(f"{'product, budget':<42} " + " ".join(head))
    for product in PRODUCTS:
        for budget in BUDGETS:
            shop = Snapshot((product,), hosts, {}, Request(budget))
            row(f"{product.name} {budget:,.0f}", shop, policy)
    print("\none limit changed, at 50,000 yuan")
    for product in PRODUCTS:
        shop = Snapshot((product,), hosts, {}, Request(50_000.0))
        own = row(f"{product.name}: as asked", shop, policy)
        for name, change in WAYS:
            other = row(
                f"{product.name}: {name}", replace(shop, request=replace(shop.request, **change)), policy
            )
            print(f"{'':<42} {other - own:+,.0f} yuan")
    return 0


if __name__ == "__main__":
    sys.exit(main())
