"""What the command line writes besides its answers: sheets on paper, and the folder of a plan."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from gui import words
from gui.clock import today
from gui.loading import Loaded
from model.errors import InputError, Problem
from model.intake.files.files import refuse
from model.intake.out.out import save

if TYPE_CHECKING:
    from model.advice import Advice
    from model.authenticity.audit import Audit
    from model.authenticity.orderaudit import OrderAudit
    from model.intake.joined.sales import Sales
    from model.matrix.plan import Plan
    from model.policy import Policy

__all__ = ["dispute_sheet", "host_sheet", "operator_page", "plan_folder", "today"]


def dispute_sheet(args: argparse.Namespace, orders: "OrderAudit | None") -> None:
    """The facts for a dispute: of the hosts asked for, else of those whose orders look unusual."""
    from gui.disputesheet import write_sheet

    if orders is None:
        raise InputError([Problem("no_host_orders")])
    known = {name: n for names in (orders.hosts.names, orders.hosts.ids) for n, name in enumerate(names)}
    unknown = [Problem("host_without_orders", values={"id": id_}) for id_ in args.host if id_ not in known]
    if unknown:
        raise InputError(unknown)
    places = [known[id_] for id_ in args.host] or list(orders.suspects)
    write_sheet(orders, places, args.pdf, args.lang or words.language(), today())


def host_sheet(args: argparse.Namespace, found: "Audit", policy: "Policy") -> None:
    """What to negotiate with: of the hosts asked for, else of those that look padded or doubtful."""
    from gui.hostsheet import in_doubt, write_sheet

    hosts = found.check.hosts
    known = {
        name: n for names in ((h.name for h in hosts), (h.id for h in hosts)) for n, name in enumerate(names)
    }
    unknown = [Problem("host_unknown", values={"id": id_}) for id_ in args.host if id_ not in known]
    if unknown:
        raise InputError(unknown)
    places = [known[id_] for id_ in args.host] or in_doubt(found)
    write_sheet(found, places, policy, args.sheet, args.lang or words.language(), today())


def operator_page(
    plan: "Plan", loaded: Loaded, policy: "Policy", path: Path, language: str, sales: "Sales | None"
) -> None:
    """What the operator's work is worth, over the days of the project's launch, else over the usual ones."""
    from gui.paysheet import write_sheet
    from gui.report import speaking
    from model.launch.overview import launch_as_set
    from model.launch.ownsales import own_sales
    from model.launch.setup import unpacked

    day = today()
    setup = loaded.setup or unpacked(None, day)
    own = own_sales(sales, plan, policy)
    found = launch_as_set(plan, setup, own, day, policy, loaded.snapshot.request.seed)
    with speaking(language):
        write_sheet(found, path, day)


def plan_folder(
    folder: Path,
    answer: str,
    advice: "Advice",
    policy: "Policy",
    loaded: Loaded,
    sales: "Sales | None" = None,
) -> None:
    """Write plan.json (``answer``), plan.xlsx and the pictures."""
    from gui.report import write_pictures
    from gui.workbook import write_workbook
    from model.dossier import dossier

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise refuse("cannot_write", folder.name, detail=error.strerror or str(error)) from None
    save(folder / "plan.json", answer.encode("utf-8", "backslashreplace"))
    found = dossier(advice, policy, today(), loaded.setup, sales, loaded.results)
    write_workbook(found, folder / "plan.xlsx", today())
    write_pictures(found.plan, folder)
