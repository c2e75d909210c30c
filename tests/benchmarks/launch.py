"""The launch: its two promises on speed, and what it says of real hosts: ``python tests/benchmarks/launch.py [FOLDER]``.

FOLDER holds the shared example data; without it the demo's hosts are placed alone. Nothing is written.
"""

import datetime as dt
import os
import statistics
import sys
import time
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

from bench import told  # noqa: E402

from model.advice import advise  # noqa: E402
from model.demo import demo_snapshot  # noqa: E402
from model.launch.cascade import spread  # noqa: E402
from model.launch.hands import Hand, Role  # noqa: E402
from model.launch.network import audience, csr  # noqa: E402
from model.launch.overview import launch  # noqa: E402
from model.launch.season import School, Season  # noqa: E402
from model.launch.sessions import Session  # noqa: E402
from model.launch.waves import place  # noqa: E402
from model.policy import load  # noqa: E402
from model.records import Form, Influencer, Kind, Product, RepurchaseClass, Request, Snapshot, Tier  # noqa: E402

POLICY = load()
TODAY = dt.date(2026, 11, 26)
SPRING = Season(dt.date(2027, 1, 1), dt.date(2027, 3, 31), TODAY)
HANDS = (
    Hand("founder", frozenset(Role), 4.0, host="founder"),
    Hand("packer", frozenset({Role.PACKING, Role.AFTER_SALES})),
    Hand("clerk", frozenset({Role.SERVICE, Role.LISTING})),
)
OWN = (
    Influencer("founder", "founder", "douyin", kind=Kind.FOUNDER, followers=3000),
    Influencer("room", "own room", "douyin", kind=Kind.OWN_ROOM, followers=8000),
)


def median(work, runs=5):
    """Median seconds over some runs, and the last answer."""
    took, answer = [], None
    for _ in range(runs):
        before = time.perf_counter()
        answer = work()
        took.append(time.perf_counter() - before)
    return statistics.median(took), answer


def placing() -> bool:
    """500 sessions of 250 hosts on the days of a year, both schools, with a limit of hands."""
    rng = np.random.default_rng(0)
    sessions = [
        Session(
            f"h{i}#{n}", f"h{i}", f"h{i}", Tier.TAIL if i > 25 else Tier.WAIST if i > 3 else Tier.HEAD, Kind.HOST, Form.LIVE,
            f"segment {i % 40}", "p", RepurchaseClass.C, n, i, float(rng.lognormal(3, 1)), 100.0,
        )
        for i in range(250)
        for n in (1, 2)
    ]  # fmt: skip
    year = Season(dt.date(2027, 1, 1), dt.date(2027, 12, 31), TODAY, carries=150.0)
    good = True
    for school in School:
        seconds, found = median(lambda: place(sessions, year, school, POLICY))  # noqa: B023
        text = f"{len(found.bookings)} sessions, {year.days} days, {school}: {seconds:.3f} s, {len(found.conflicts)} conflicts"
        good &= told("placing", text, "< 1 s", seconds < 1)
    return good


def plain_run(net, odds, rng):
    """The frontier with a draw for each edge."""
    reached = np.zeros(net.nodes, bool)
    front = np.arange(net.hosts)
    reached[front] = True
    while len(front):
        begin, end = net.starts[front], net.starts[front + 1]
        lengths = end - begin
        edges = np.repeat(begin - (lengths.cumsum() - lengths), lengths) + np.arange(int(lengths.sum()))
        hit = net.targets[edges[rng.random(len(edges), dtype=np.float32) < odds[edges]]]
        front = np.unique(hit[~reached[hit]])
        reached[front] = True
    return int(reached[net.hosts :].sum())


def dense():
    """The network of perf.md section 5: 100,000 people, 1.0 M edges with odds up to .12, the 50 best known begin."""
    rng = np.random.default_rng(0)
    people, pairs, hosts = 100_000, 500_000, 50
    weight = rng.pareto(2.2, people) + 1
    weight /= weight.sum()
    one, other = (rng.choice(people, pairs, p=weight) for _ in range(2))
    apart = one != other
    source, target = np.r_[one[apart], other[apart]], np.r_[other[apart], one[apart]]
    odds = rng.uniform(0, 0.12, len(source))
    first = np.argsort(-np.bincount(source, minlength=people))[:hosts]
    return csr(
        np.r_[np.arange(hosts), source + hosts].astype(np.int64),
        (np.r_[first, target] + hosts).astype(np.int32),
        np.r_[np.ones(hosts), odds].astype(np.float32),
        people + hosts,
        np.full(hosts, 2, np.int8),
        np.zeros(hosts, np.int64),
    )


def spreading() -> bool:
    """200 runs over 100,000 people: our audience of a plan, and the denser network of perf.md."""
    hosts = [(Tier.HEAD, 900.0, 2), (Tier.WAIST, 300.0, 1), (Tier.TAIL, 50.0, 0)] * 5
    good = True
    for name, net in (
        ("audience of a plan", audience(hosts, 0.2, POLICY.spreading, 1)),
        ("network of perf.md", dense()),
    ):
        used = time.process_time()
        seconds, found = median(lambda: spread(net, 200, 1), 3)  # noqa: B023
        used = (time.process_time() - used) / 3
        odds = (1 - np.exp(-np.repeat(net.most, np.diff(net.starts)) * net.kept)).astype(np.float32)
        slow, _ = median(lambda: [plain_run(net, odds, np.random.default_rng(k)) for k in range(20)], 1)  # noqa: B023
        text = (
            f"{name}, {len(net.targets):,} edges, {found.totals.mean():,.0f} reached: 200 runs {seconds:.2f} s on two threads, {used:.2f} s of a processor; "
            f"a draw for each edge {10 * slow:.2f} s on one"
        )
        good &= told(
            "spreading", text, "< 1 s; of a processor where the machine is busy", min(seconds, used) < 1
        )
    return good


def plans(folder: Path | None):
    """Plans to place: the demo's, and the real roster with the shop's own people for a class D and a class C product."""
    if folder is not None:
        from model.intake.lists.rosters import read_roster

        hosts = read_roster(folder / "rosters" / "xingtu_beauty_160.csv").records
        for name, price, cost in (("面膜", 59.0, 15.0), ("糖果礼盒", 69.0, 25.0)):
            product = Product(name, price, name, cost, id=1)
            snapshot = Snapshot((product,), (*hosts, *OWN), {}, Request(500_000.0))
            yield f"xingtu_beauty_160, {name} {price:g} yuan", advise(snapshot, POLICY).plan
    yield "demo, 50,000 yuan", advise(demo_snapshot(POLICY), POLICY).plan


def show(name, plan) -> None:
    """One plan over the first quarter of 2027: both schools, the load and the ways out, pay, deals."""
    levels = ", ".join(f"{total.count} {tier}" for tier, total in plan.tiers.items())
    seconds, found = median(lambda: launch(plan, SPRING, HANDS, POLICY, 1), 1)
    print(
        f"\n{name}: {levels}; {plan.spend:,.0f} yuan of fees, long-run profit {plan.objective:,.0f} on ordinary days; all of it {seconds:.2f} s"
    )
    compared = found.comparison
    for one in (compared.tail_first, compared.head_first):
        days = [booking.day for booking in one.schedule.bookings]
        print(
            f"  {one.school:11} {min(days)} to {max(days)}, {len(days)} sessions, {len(one.schedule.unplaced)} unplaced; profit "
            f"{one.profit.value:,.0f} [{one.profit.low:,.0f}, {one.profit.high:,.0f}], orders {one.orders:,.0f}; by the calendar alone {one.calendar:,.0f}"
        )
    apart = compared.difference
    print(
        f"  head first less tail first {apart.value:+,.0f} [{apart.low:+,.0f}, {apart.high:+,.0f}] (dates {compared.by_calendar:+,.0f}, order "
        f"{compared.by_order:+,.0f}): {compared.verdict.code}, head first better in {compared.odds:.2f}"
    )
    ways_out(found)
    end = found.spread.mean[-1]
    print(
        f"  word of mouth: x{found.mouth.multiplier.value:.2f} [{found.mouth.multiplier.low:.2f}, {found.mouth.multiplier.high:.2f}]; picture: "
        + ", ".join(
            f"{n:,.0f} {who}" for n, who in zip(end, ("head", "waist", "tail", "imitators"), strict=True)
        )
    )
    paid = found.work
    fair = (
        "none"
        if paid.fair is None
        else f"{paid.fair.low:,.0f} to {paid.fair.high:,.0f}, even {paid.fair.value:,.0f}"
    )
    print(f"  operator: month {paid.profit.value:,.0f} long-run; fair pay {fair}")
    for one in paid.schemes:
        parts = ", ".join(f"{m.operator:,.0f}/{m.owner:,.0f}" for m in (one.bad, one.middle, one.good))
        print(
            f"    {one.scheme.code:15} operator/owner in a bad, middle, good month {parts}; {one.verdict.code}, under wage {one.under_wage:.2f}"
        )
    deals = [one for one in found.shares if one.deal is not None]
    print(f"  long-term deals better for both: {len(deals)} of {len(plan.choices)}")


def ways_out(found) -> None:
    """The capacity strip in figures, before and after, and the ways out of an overload."""
    met = found.relief
    print(f"  hands carry {met.carries:.0f} orders a day for good ({found.school})")
    for way in met.ways:
        hired = "; ".join(f"{one.people} from {one.first} to {one.last}" for one in way.temporary) or "nobody"
        print(
            f"    {way.code:11} profit {way.profit:10,.0f} less late {way.late_cost:9,.0f} less wages {way.wages:7,.0f} = {way.net:10,.0f}; "
            f"{int(way.load.over.sum()):2} days over, {way.load.late.sum():,.0f} late orders; hired {hired}"
        )
    before, best = {way.code: way.load for way in met.ways}["as_is"], met.ways[0]
    print(f"    weeks (orders a day at the peak, odds of overload as is -> {best.code})")
    for start in range(0, SPRING.days, 14):
        part, orders = slice(start, start + 14), before.wave.orders
        print(
            f"      from {SPRING.day(start)}: {orders.mean[part].max():6,.0f} [{orders.low[part].max():,.0f}, "
            f"{orders.high[part].max():,.0f}]  {before.odds[part].max():.2f} -> {best.load.odds[part].max():.2f}"
        )


def main(folder: Path | None) -> int:
    """Both promises and the table; 1 when a promise is missed."""
    kept = [placing(), spreading()]
    for name, plan in plans(folder):
        show(name, plan)
    return 0 if all(kept) else 1


if __name__ == "__main__":
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared/data"
    sys.exit(main(shared if shared.is_dir() else None))
