"""What issue of repurchase rests on, printed: published figures of CDNOW beside ours, its truth table, every order file.

``python tests/benchmarks/repurchase.py [FOLDER]``: FOLDER holds the shared example data. Nothing is written.
"""

import csv
import datetime as dt
import os
import sys
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent), str(ROOT / "tests/model")]

from cdnow import day_number, occasions, purchase_days, until  # noqa: E402
from shared_files import BY_HAND  # noqa: E402

from gui import words  # noqa: E402
from gui.words import returning  # noqa: E402
from gui.words.reasons import reason  # noqa: E402
from model.errors import InputError  # noqa: E402
from model.insight import insight, portrait  # noqa: E402
from model.intake.importing import import_file, look_at, wanted_of  # noqa: E402
from model.intake.joined.joining import join  # noqa: E402
from model.policy import load  # noqa: E402
from model.repurchase.btyd.betageo import fit_beta_geometric, model_of  # noqa: E402
from model.repurchase.btyd.counts import fit_nbd  # noqa: E402
from model.repurchase.btyd.histories import histories  # noqa: E402
from model.repurchase.btyd.pareto import fit_pareto_nbd  # noqa: E402
from model.repurchase.evidence import judge  # noqa: E402
from model.repurchase.rates import rate_of  # noqa: E402

POLICY = load()
TODAY = dt.date(2026, 11, 26)
EPOCH = dt.date(1970, 1, 1)
PUBLISHED = {
    "NBD": ((0.385, 12.072), -9763.7),
    "BG/NBD": ((0.243, 4.414, 0.793, 2.426), -9582.4),
    "MBG/NBD": ((0.525, 6.183, 0.891, 1.614), -9582.1),
    "Pareto/NBD": ((0.553, 10.578, 0.606, 11.669), -9595.0),
}
"""Fader, Hardie & Lee 2005; Batislam et al. 2007 by way of the tests of lifetimes and BTYD(plus)."""


def published(folder: Path) -> None:
    """Parameters and log likelihoods of the 1/10 sample, calibrated on 39 weeks."""
    with (folder / "cdnow_customers_summary.csv").open() as file:
        rows = [tuple(map(float, row)) for row in list(csv.reader(file))[1:]]
    data = histories(*(np.array([row[i] for row in rows]) for i in (1, 2, 3)), ticks=100)
    fits = {
        "NBD": fit_nbd(data),
        "BG/NBD": fit_beta_geometric(data),
        "MBG/NBD": fit_beta_geometric(data, modified=True),
        "Pareto/NBD": fit_pareto_nbd(data),
    }
    print("CDNOW, published and ours")
    for name, (parameters, likelihood) in PUBLISHED.items():
        ours = " ".join(f"{value:.4f}" for value in fits[name].values)
        theirs = " ".join(f"{value:.3f}" for value in parameters)
        print(
            f"  {name:10} {theirs:28} LL {likelihood:9.1f}   ours {ours:36} LL {fits[name].log_likelihood:10.2f}"
        )
    bg = model_of(fits["BG/NBD"])
    held = float((bg.conditional(39, *(np.array([row[i] for row in rows]) for i in (1, 2, 3)))).sum())
    print(
        f"  BG/NBD: E[Y(39) | 2, 30.43, 38.86] = {bg.conditional(39, 2, 30.43, 38.86)[0]:.4f} (1.226); 39-week holdout {held:.1f} (1653.9, actual 1882)"
    )


def truth(folder: Path) -> None:
    """R90 and R365 from part of the data, against what all of it says."""
    days = purchase_days(folder / "CDNOW_sample.txt")
    print("CDNOW cut off early (truth: R90 .2915, R365 .4557)")
    for cut in ("1997-03-31", "1997-04-30", "1997-05-31", "1997-07-31", "1997-09-30", "1998-06-30"):
        last = day_number(cut)
        judged = judge("", occasions(until(days, last)), last, POLICY.purchasing)
        quarter, year = (rate_of(window, judged.rates()) for window in (90, 365))
        print(
            f"  {cut}: seen twice {judged.followed.seen:.4f}; R90 {quarter.rate.value:.4f} [{quarter.rate.low:.4f}, {quarter.rate.high:.4f}] {quarter.basis}; "
            f"R365 {year.rate.value:.4f} [{year.rate.low:.4f}, {year.rate.high:.4f}] {year.basis}"
        )


def files(folder: Path) -> None:
    """The grade of the shop behind every order file, or why there is none."""
    words.use(words.english())
    print("Every order file")
    for path in sorted(folder.iterdir()):
        if path.name == "cdnow_customers_summary.csv":
            continue
        try:
            look = look_at(path)
            wanted = (
                (BY_HAND[path.name],) if path.name in BY_HAND and not wanted_of(look) else wanted_of(look)
            )
            batches = import_file(path, wanted, b"only to compare buyers in here!!").batches
        except InputError as error:
            print(f"  {path.name}: {error}")
            continue
        found = insight(join(batches), batches, (), POLICY, TODAY)
        if found.shop is None:
            print(f"  {path.name}: no grade. {' '.join(reason(one) for one in found.history.refused)}")
            continue
        one = portrait(found, "", POLICY)
        print(
            f"  {path.name}: {returning.class_change(one)} {returning.curve(one)} {returning.followed(one)}"
        )


def main(folder: Path) -> int:
    """All three tables."""
    published(folder)
    truth(folder)
    files(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared/data/orders"))
