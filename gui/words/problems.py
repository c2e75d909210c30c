"""What is wrong, where, and what to do: one sentence for every problem code.

Those of what a file holds are in :mod:`gui.words.fileproblems`, as no start of the program needs them.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Final

from gui import words
from gui.words import QT_TRANSLATE_NOOP
from gui.words.conflicts import CONFLICTS
from gui.words.filled import fill
from gui.words.labels import field
from gui.words.launching import LAUNCH_PROBLEMS
from gui.words.typed import TYPED
from model.errors import Problem, UserError, Value

PROBLEMS: Final[Mapping[str, str]] = {
    # fields
    "required": QT_TRANSLATE_NOOP("Problems", "This must be filled in."),
    "not_a_number": QT_TRANSLATE_NOOP(
        "Problems", "“{text}” is not a number. Write it like 1280, 12k or 15%."
    ),
    "not_finite": QT_TRANSLATE_NOOP("Problems", "“{text}” is too large to be a number here."),
    "not_whole": QT_TRANSLATE_NOOP("Problems", "{value:plain} must be a whole number."),
    "too_low": QT_TRANSLATE_NOOP("Problems", "{value:plain} is too small: at least {low:plain}."),
    "too_high": QT_TRANSLATE_NOOP("Problems", "{value:plain} is too large: at most {high:plain}."),
    "too_long": QT_TRANSLATE_NOOP("Problems", "“{text}” is too long: at most 200 characters."),
    "not_a_flag": QT_TRANSLATE_NOOP("Problems", "“{text}” is neither yes nor no."),
    "not_a_choice": QT_TRANSLATE_NOOP(
        "Problems", "“{text}” is not one of the choices. Pick one from the list."
    ),
    "not_steps": QT_TRANSLATE_NOOP(
        "Problems", "“{text}” is not a tiered commission. Write it like: 25% above 10000; 30% above 50000."
    ),
    "not_an_audience": QT_TRANSLATE_NOOP(
        "Problems",
        "“{text}” is neither a sex, an age nor a kind of city. Write for example: women, 22-35, first-tier cities.",
    ),
    "not_a_date": QT_TRANSLATE_NOOP("Problems", "“{text}” is not a date. Write it like 2026-03-08."),
    "id_taken": QT_TRANSLATE_NOOP("Problems", "Another host already has the id {id}."),
    # files
    "file_missing": QT_TRANSLATE_NOOP("Problems", "The file is not there. Was it moved or renamed?"),
    "file_empty": QT_TRANSLATE_NOOP("Problems", "The file is empty."),
    "file_locked": QT_TRANSLATE_NOOP("Problems", "The file is in use. Close it in Excel and try again."),
    "file_unreadable": QT_TRANSLATE_NOOP(
        "Problems", "The file cannot be read ({detail}). Copy it to the desktop and try again."
    ),
    "not_a_table": QT_TRANSLATE_NOOP("Problems", "This is not a table. Export it again as .xlsx or .csv."),
    "unreadable_workbook": QT_TRANSLATE_NOOP(
        "Problems",
        "The workbook cannot be opened: it is protected or damaged. Open it in Excel and save it again as .xlsx.",
    ),
    "open_quote": QT_TRANSLATE_NOOP(
        "Problems",
        "From this line on a quotation mark is never closed. Open the file in Excel and save it again.",
    ),
    "no_header": QT_TRANSLATE_NOOP("Problems", "No line with column headings was found."),
    "not_a_roster": QT_TRANSLATE_NOOP(
        "Problems",
        "This is not a host roster: missing {missing}. Use our template or an export of the platform.",
    ),
    "not_products": QT_TRANSLATE_NOOP(
        "Problems", "This is not a product list: missing {missing}. Use our template."
    ),
    "not_choices": QT_TRANSLATE_NOOP("Problems", "This is not a choice of offers: missing {missing}."),
    "not_our_orders": QT_TRANSLATE_NOOP(
        "Problems", "These order columns are not known: missing {missing}. Use our order template."
    ),
    "cannot_write": QT_TRANSLATE_NOOP(
        "Problems", "The file cannot be written here ({detail}). Choose another folder."
    ),
    "repeated_host": QT_TRANSLATE_NOOP(
        "Problems", "Host {id} was already in line {first_row}; this line was left out."
    ),
    "repeated_offer": QT_TRANSLATE_NOOP(
        "Problems", "Offer “{offer}” stands twice for this host; the first counts."
    ),
    "offer_renamed": QT_TRANSLATE_NOOP(
        "Problems", "Two different offers are called “{offer}”; this one was named “{name}”."
    ),
    "differs_from_first_row": QT_TRANSLATE_NOOP(
        "Problems", "“{here}” differs from “{first}” in line {first_row} of the same host; the first counts."
    ),
    "id_lost_digits": QT_TRANSLATE_NOOP(
        "Problems",
        "Excel has cut off the digits of this id ({text}): lines with it cannot be joined to other files. Export it again with ids as text.",
    ),
    "repeated_product": QT_TRANSLATE_NOOP(
        "Problems", "“{name}” was already in line {first_row}; this line was left out."
    ),
    "repeated_order": QT_TRANSLATE_NOOP(
        "Problems", "Order {id} was already in line {first_row}; it counts once."
    ),
    "refund_above_paid": QT_TRANSLATE_NOOP(
        "Problems", "More was refunded than paid; this line was left out."
    ),
    "buyers_unknown": QT_TRANSLATE_NOOP(
        "Problems",
        "In {count:plain} of {rows:plain} lines the buyer is unknown: repurchase cannot be computed from them.",
    ),
    "total_row": QT_TRANSLATE_NOOP("Problems", "This line holds totals; it was left out."),
    "sheet_skipped": QT_TRANSLATE_NOOP("Problems", "This sheet holds something else; it was left out."),
    "no_rows": QT_TRANSLATE_NOOP("Problems", "There are headings but no lines below them."),
    "file_changed": QT_TRANSLATE_NOOP(
        "Problems",
        "The file changed while it was being read. Wait until it is saved or downloaded completely, then try again.",
    ),
    "file_too_big": QT_TRANSLATE_NOOP(
        "Problems",
        "The file is too big to be read at once ({megabytes:plain} MB; at most {most:plain} MB). Export fewer months at a time, or save it as .csv.",
    ),
    "lock_file": QT_TRANSLATE_NOOP(
        "Problems", "This is only Excel's mark that the workbook is open. Choose the workbook itself."
    ),
    "password": QT_TRANSLATE_NOOP(
        "Problems",
        "The workbook is protected by a password. Open it in Excel, remove the password and save it again.",
    ),
    "old_binary_workbook": QT_TRANSLATE_NOOP(
        "Problems", "Workbooks of the kind .xlsb cannot be read. Open it in Excel and save it as .xlsx."
    ),
    "zip_bomb": QT_TRANSLATE_NOOP(
        "Problems",
        "Unpacked, this workbook would be many times larger than any real table; it was not opened. Export it again from the platform.",
    ),
    "sheet_too_big": QT_TRANSLATE_NOOP(
        "Problems",
        "The sheet spans {cells:plain} cells; at most {most:plain} can be read. Delete stray cells far away from the table, or save it as .csv.",
    ),
    "too_many_columns": QT_TRANSLATE_NOOP(
        "Problems",
        "The table has {columns:plain} columns; at most {most:plain} can be read. Is it the right file?",
    ),
    "too_many_rows": QT_TRANSLATE_NOOP(
        "Problems",
        "A workbook holds at most {most:plain} lines; this table has {rows:plain}. Save it as .csv.",
    ),
    "mixed_encoding": QT_TRANSLATE_NOOP(
        "Problems",
        "In {count:plain} cells signs were broken and shown as “�”. If names look wrong, export the file again.",
    ),
    "target_locked": QT_TRANSLATE_NOOP(
        "Problems", "The file cannot be replaced because it is open. Close it in Excel and save again."
    ),
    # projects
    "project_missing": QT_TRANSLATE_NOOP(
        "Problems", "The project file is not there. Was it moved or renamed?"
    ),
    "folder_missing": QT_TRANSLATE_NOOP(
        "Problems", "The folder for this file does not exist. Choose another one."
    ),
    "project_exists": QT_TRANSLATE_NOOP(
        "Problems", "There is already a file of this name. Choose another name."
    ),
    "not_a_project": QT_TRANSLATE_NOOP("Problems", "This is not a Repurchase Matrix project (.rmx)."),
    "project_newer": QT_TRANSLATE_NOOP(
        "Problems",
        "This project was made by a newer version of the program. Install the new version to open it.",
    ),
    "project_damaged": QT_TRANSLATE_NOOP(
        "Problems", "The project file is damaged ({detail}). It was left as it is; open a backup copy."
    ),
    "project_read_only": QT_TRANSLATE_NOOP(
        "Problems",
        "The project cannot be changed here: file or folder is read-only. Copy it to another folder.",
    ),
    "project_open": QT_TRANSLATE_NOOP(
        "Problems",
        "This project is open in another window of the program. Go on there, or close it there first.",
    ),
    "project_busy": QT_TRANSLATE_NOOP(
        "Problems", "Another program is using the project file. Wait a moment and try again."
    ),
    "project_held": QT_TRANSLATE_NOOP(
        "Problems",
        "A backup is being restored or something is being forgotten. Wait until it is done, or stop it under Settings.",
    ),
    "import_running": QT_TRANSLATE_NOOP(
        "Problems",
        "Files are being imported right now. Wait until they are in, or stop the import, and try again.",
    ),
    "nothing_salvaged": QT_TRANSLATE_NOOP(
        "Problems",
        "Nothing could be read of the damaged project. It was left as it is; open a backup or a copy.",
    ),
    "project_unreachable": QT_TRANSLATE_NOOP(
        "Problems", "The project file cannot be reached any more. Is the stick or drive still connected?"
    ),
    "disk_full": QT_TRANSLATE_NOOP(
        "Problems", "The disk is full; the last change was not saved. Make room and try again."
    ),
    "no_room_to_save": QT_TRANSLATE_NOOP(
        "Problems",
        "The disk is full: you can look at everything in this project, but what you change cannot be saved. Empty the recycle bin or move large files to another disk, then go on.",
    ),
    "no_room_to_upgrade": QT_TRANSLATE_NOOP(
        "Problems",
        "There is no room on the disk to bring this older project up to date. Nothing was changed: make room and open it again.",
    ),
    "upgrade_failed": QT_TRANSLATE_NOOP(
        "Problems", "The project could not be brought up to date; it was left as it was ({detail})."
    ),
    "copy_onto_itself": QT_TRANSLATE_NOOP(
        "Problems", "A copy cannot replace the open project. Choose another name."
    ),
    "text_not_storable": QT_TRANSLATE_NOOP(
        "Problems", "The text holds a broken character ({text}). Delete it and type it again."
    ),
    "no_project": QT_TRANSLATE_NOOP("Problems", "No project is open. Create or open one first."),
    # policy
    "usage": QT_TRANSLATE_NOOP("Problems", "{text} (--help)"),
    "policy_key_unknown": QT_TRANSLATE_NOOP("Problems", "There is no policy figure “{key}”."),
    "policy_value": QT_TRANSLATE_NOOP(
        "Problems", "“{key}” cannot be {value:plain}: between {low:plain} and {high:plain}."
    ),
    "policy_order": QT_TRANSLATE_NOOP("Problems", "“{lower}” must not be above “{upper}”."),
    "policy_setting": QT_TRANSLATE_NOOP("Problems", "“{text}” is not of the form key=number."),
    "product_unknown": QT_TRANSLATE_NOOP("Problems", "There is no product called “{name}”."),
    # plan
    "no_products": QT_TRANSLATE_NOOP(
        "Problems", "There is no product to plan for. Describe a product first."
    ),
    "no_product_ticked": QT_TRANSLATE_NOOP(
        "Problems", "No product is ticked. Tick at least one on the left."
    ),
    "roster_empty": QT_TRANSLATE_NOOP("Problems", "The roster is empty. Import your hosts first."),
    "claim_unknown": QT_TRANSLATE_NOOP(
        "Problems",
        "“{text}” says nothing that could be checked. Name what is earned a day, how many are sold in how long, or what an account is worth.",
    ),
    "no_host_orders": QT_TRANSLATE_NOOP(
        "Problems",
        "No order names its host, so there is nothing to print. Export orders that do (Doudian, Kuaishou, WeChat, Xiaohongshu).",
    ),
    "host_without_orders": QT_TRANSLATE_NOOP(
        "Problems", "No order names the host “{id}”. Look at how the order file writes the name."
    ),
    "host_unknown": QT_TRANSLATE_NOOP(
        "Problems", "The roster has no host “{id}”. Look at how it writes the name."
    ),
    "all_banned": QT_TRANSLATE_NOOP(
        "Problems", "All {n:count} hosts are banned. Lift a ban and recommend again."
    ),
    "stock_zero": QT_TRANSLATE_NOOP(
        "Problems", "“{name}” has no stock: nothing can be sold. Enter the stock on the products page."
    ),
    "budget_below_fees": QT_TRANSLATE_NOOP(
        "Problems",
        "A budget of {budget:money} pays no host: the cheapest asks {least:money} ({short:money} more). Raise the budget or ask for a commission-only offer.",
    ),
    "price_below_cost": QT_TRANSLATE_NOOP(
        "Problems",
        "“{product}” sells at {price:fen} but costs {costs:fen} with shipping and platform fee: every order loses. Correct the price or the cost first.",
    ),
    "commission_over_margin": QT_TRANSLATE_NOOP(
        "Problems",
        "The commission of {commission:percent} is more than “{product}” earns at {price:fen}: every order loses, whatever the fee. Ask for a lower commission or raise the margin.",
    ),
    "share_below_fees": QT_TRANSLATE_NOOP(
        "Problems",
        "Every offer worth having takes more of the {budget:money} than one host may. Raise the budget or the largest share.",
    ),
    "nothing_worth": QT_TRANSLATE_NOOP(
        "Problems",
        "Keep the money: every offer is expected to lose. The least bad is “{name}” for “{product}” at {cost:money}, losing about {loss:money}.",
    ),
    "solver_failed": QT_TRANSLATE_NOOP(
        "Problems",
        "The search broke off on these figures ({detail}). Check the policy figures you changed under Settings.",
    ),
    "little_gain": QT_TRANSLATE_NOOP(
        "Problems",
        "No offer is worth the trouble: the best, “{name}” for “{product}”, would bring only {gain:money} in the long run (asked for: {least:money}).",
    ),
    "limits_leave_nothing": QT_TRANSLATE_NOOP(
        "Problems",
        "Together the limits leave nobody to hire, although offers are worth it (“{name}” for “{product}” alone would bring {gain:money}). Loosen the limits on one host's orders, on risk or on the mix of levels.",
    ),
    "limits_conflict": QT_TRANSLATE_NOOP(
        "Problems",
        "The limits contradict each other: {locks:count} locked hosts do not fit the budget of {budget:money}, the stock and the mix of levels together. Unlock a host, raise the budget or switch the mix rule off.",
    ),
    "lock_unknown": QT_TRANSLATE_NOOP("Problems", "The locked host {id} is not in the roster."),
    "lock_banned": QT_TRANSLATE_NOOP("Problems", "“{name}” is both locked and banned. Choose one."),
    "lock_no_stock": QT_TRANSLATE_NOOP(
        "Problems", "“{name}” is locked, but there is nothing in stock to sell."
    ),
    "lock_over_budget": QT_TRANSLATE_NOOP(
        "Problems", "“{name}” is locked but costs {short:money} more than the whole budget."
    ),
    "choice_unknown": QT_TRANSLATE_NOOP(
        "Problems", "Host {id} has no offer “{offer}” for {sessions} sessions."
    ),
    **CONFLICTS,
    **LAUNCH_PROBLEMS,
    **TYPED,
}


HIDDEN: Final = "•••"
"""Stands for a cell that must not be quoted, as it may tell who the buyer is."""
SHARES: Final = frozenset(
    {"platform_fee", "return_rate", "commission", "engagement_rate", "max_share", "platform_share"}
)
"""Fields that are typed in percent: their bounds are told in percent too."""


SYSTEM: Final = (
    QT_TRANSLATE_NOOP("Problems", "No such file or directory"),
    QT_TRANSLATE_NOOP("Problems", "Not a directory"),
    QT_TRANSLATE_NOOP("Problems", "Is a directory"),
    QT_TRANSLATE_NOOP("Problems", "Permission denied"),
    QT_TRANSLATE_NOOP("Problems", "Read-only file system"),
    QT_TRANSLATE_NOOP("Problems", "No space left on device"),
    QT_TRANSLATE_NOOP("Problems", "Input/output error"),
    QT_TRANSLATE_NOOP("Problems", "disk I/O error"),
    QT_TRANSLATE_NOOP("Problems", "database disk image is malformed"),
    QT_TRANSLATE_NOOP("Problems", "database or disk is full"),
    QT_TRANSLATE_NOOP("Problems", "damaged"),
)
"""What the system and the store say in English, as far as a merchant may meet it; the rest is shown as it comes."""


def _share(value: Value) -> Value:
    return (
        value
        if isinstance(value, str) or value is None
        else words.percent(value, 0 if value >= 0.01 or not value else 1)
    )


def _text(code: str) -> str:
    if code in PROBLEMS:
        return PROBLEMS[code]
    from gui.words.fileproblems import OF_LINES

    return OF_LINES[code]


def sentence(problem: Problem) -> str:
    """What is wrong and what to do, without the place."""
    values = {k: _share(v) if problem.column in SHARES else v for k, v in problem.values.items()}
    for name in ("text", "value"):
        values.setdefault(name, HIDDEN)
    if isinstance(missing := values.get("missing"), str):
        values["missing"] = words.series(
            [re.sub(r"[a-z_]+", lambda found: field(found.group()), part) for part in missing.split(", ")]
        )
    if isinstance(detail := values.get("detail"), str):
        values["detail"] = words.term("Problems", detail)
    empty = problem.code == "required" and problem.row is not None
    return fill("Problems", _text("required_in_line" if empty else problem.code), values)


def problem(found: Problem) -> str:
    """Place and sentence: “roster.csv, line 12, Followers: …”."""
    place = [found.file] if found.file else []
    if found.row is not None:
        place.append(words.say(QT_TRANSLATE_NOOP("Words", "line {row}"), row=found.row))
    if found.column and found.code not in ("policy_key_unknown", "policy_value", "policy_order"):
        place.append(field(found.column))
    text = sentence(found)
    return (
        words.say(QT_TRANSLATE_NOOP("Words", "{place}: {text}"), place=words.listed(place), text=text)
        if place
        else text
    )


def problems(found: Iterable[Problem]) -> str:
    """Each problem on its line."""
    return "\n".join(problem(one) for one in found)


def error(found: UserError) -> str:
    """All that is wrong, for a message to the merchant."""
    return problems(found.problems)


def teller(found: Problem | None) -> Callable[[], str] | None:
    """What says a problem in the language of the moment; None for none."""
    return None if found is None else partial(sentence, found)


def by_field(found: Iterable[Problem]) -> dict[str, Callable[[], str]]:
    """What says the first problem of each field of a form."""
    tellers: dict[str, Callable[[], str]] = {}
    for one in found:
        tellers.setdefault(one.column, partial(sentence, one))
    return tellers
