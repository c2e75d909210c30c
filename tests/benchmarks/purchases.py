"""Purchase models beside lifetimes, in one run: ``python tests/benchmarks/purchases.py``."""

import csv
import os
import statistics
import sys
import time
import warnings
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # threads around small dots only wait for each other

import numpy as np
from scipy.optimize import minimize
from scipy.special import betaln, gammaln

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
sys.path.append(str(ROOT / "build" / "peers"))  # lifetimes, where `tests/check.py bench` put it
SUMMARY = ROOT.parent / "shared/data/orders/cdnow_customers_summary.csv"


def cdnow():
    """x, t_x and T in weeks of the 2,357 customers."""
    with SUMMARY.open() as file:
        rows = [tuple(map(float, row)) for row in list(csv.reader(file))[1:]]
    return tuple(np.array([row[i] for row in rows]) for i in (1, 2, 3))


def made_up(size, seed=0):
    """Customers of a year by the BG/NBD's own story, in days."""
    rng = np.random.default_rng(seed)
    rate, leave = rng.gamma(0.243, 1 / (4.414 * 7), size), rng.beta(0.793, 2.426, size)
    end = rng.integers(30, 366, size)
    x, last, at, here = np.zeros(size), np.zeros(size), np.zeros(size), np.arange(size)
    while len(here):
        at[here] += rng.exponential(1, len(here)) / np.maximum(rate[here], 1e-300)
        here = here[at[here] <= end[here]]
        x[here] += 1
        last[here] = at[here]
        here = here[rng.random(len(here)) >= leave[here]]
    return x, np.ceil(last).clip(max=end), end.astype(float)


def timed(work):
    """Seconds and the answer."""
    before = time.perf_counter()
    answer = work()
    return time.perf_counter() - before, answer


def main() -> int:
    """Print the figures; 1 when a promise is missed."""
    warnings.simplefilter("ignore")
    import lifetimes

    from model.repurchase.btyd import betageo
    from model.repurchase.btyd.betageo import fit_beta_geometric
    from model.repurchase.btyd.histories import histories

    kept = True
    for name, data, ticks, runs, rival, promise in (
        ("CDNOW", cdnow(), 100, 9, "lifetimes", 5),
        ("1 M customers", made_up(1_000_000), 1, 3, "uncompressed", 50),
    ):
        fits = {
            "ours": lambda: fit_beta_geometric(histories(*data, ticks=ticks)),  # noqa: B023
            "lifetimes": lambda: lifetimes.BetaGeoFitter().fit(*data),  # noqa: B023
            "uncompressed": lambda: uncompressed(*data),  # noqa: B023
        }
        seconds, found = {}, {}
        for which, fit in fits.items():
            timings = [timed(fit) for _ in range(runs if which != "uncompressed" else 1)]
            seconds[which], found[which] = statistics.median(t for t, _ in timings), timings[-1][1]
        whole = histories(*data, ticks=ticks)
        parameters = found["lifetimes"].params_
        theirs = betageo.log_likelihood(
            np.log([parameters[n] for n in ("r", "alpha", "a", "b")]), whole, False
        )[0]
        plain = betageo.log_likelihood(found["uncompressed"], whole, False)[0]
        ratio, ours = seconds[rival] / seconds["ours"], found["ours"].log_likelihood
        good = ratio >= promise and ours > max(theirs, plain) - 1e-4
        kept &= good
        print(
            f"BG/NBD {name}: ours {seconds['ours']:.3f} s, lifetimes {seconds['lifetimes']:.2f} s, uncompressed "
            f"{seconds['uncompressed']:.2f} s; log likelihood {ours:.4f}, less lifetimes {ours - theirs:+.6f}, less uncompressed "
            f"{ours - plain:+.4f}; {rival} x{ratio:.0f}   [>= x{promise}: {'kept' if good else 'MISSED'}]",
            flush=True,
        )
    return 0 if kept else 1


def uncompressed(x, t_x, T):
    """The formula of the paper for every customer, slopes by differences: what a first implementation does."""

    def target(logs):
        r, alpha, a, b = np.exp(logs)
        first = gammaln(r + x) - gammaln(r) + r * np.log(alpha) + betaln(a, b + x) - betaln(a, b)
        stay = -(r + x) * np.log(alpha + T)
        leave = np.where(
            x > 0, np.log(a) - np.log(b + np.maximum(x, 1) - 1) - (r + x) * np.log(alpha + t_x), -np.inf
        )
        return -(first + np.logaddexp(stay, leave)).mean()

    start = np.log([0.5, T.max() * 0.1, 1, 1])
    return minimize(target, start, method="L-BFGS-B", bounds=[(-12, 12)] * 4, options={"ftol": 1e-14}).x


if __name__ == "__main__":
    sys.exit(main())
