"""What is wrong with the lines of a file, and what to do: looked up by :mod:`gui.words.problems`."""

from collections.abc import Mapping
from typing import Final

from gui.words import QT_TRANSLATE_NOOP

__all__ = ["OF_LINES"]

OF_LINES: Final[Mapping[str, str]] = {
    "required_in_line": QT_TRANSLATE_NOOP(
        "Problems",
        "This cell is empty, but a line cannot be used without it. Fill it in and read the file again.",
    ),
    "own_fault": QT_TRANSLATE_NOOP(
        "Problems",
        "The program made a mistake with this file ({detail}); nothing of it was taken. The log says more.",
    ),
    "not_results": QT_TRANSLATE_NOOP(
        "Problems", "These are not campaign results: missing {missing}. Use our template."
    ),
    "repeated_result": QT_TRANSLATE_NOOP(
        "Problems", "The result of {id} was already in line {first_row}; this line was left out."
    ),
    "result_to_come": QT_TRANSLATE_NOOP(
        "Problems",
        "{day} is still to come, so this line was left out. Is the year right? Correct the day in the file and import it again, or import the line once the session has begun.",
    ),
    "above_whole": QT_TRANSLATE_NOOP(
        "Problems", "{value:plain} cannot be more than {whole:plain}, of which it is a part."
    ),
    "foreign_currency": QT_TRANSLATE_NOOP(
        "Problems",
        "The {count:plain} amounts of this column are in {currency}, not in yuan; none was taken.",
    ),
    "from_range": QT_TRANSLATE_NOOP(
        "Problems",
        "{count:plain} cells of this column are ranges; their middle was taken (“{text}”: {value:plain}).",
    ),
    "percent_below_one": QT_TRANSLATE_NOOP(
        "Problems",
        "{count:plain} cells below 1 in a column of percents (“{text}”) were read as less than 1 %. Check them.",
    ),
    "terms_contradict": QT_TRANSLATE_NOOP(
        "Problems", "“{text}” contradicts the figure {value:plain} of the same line; the figure counts."
    ),
    "no_such_sheet": QT_TRANSLATE_NOOP(
        "Problems", "The sheet is not in the file any more. Read the file again."
    ),
    "columns_missing": QT_TRANSLATE_NOOP(
        "Problems",
        "Still needed: {missing}. Say which columns these are, or export the file again with all columns.",
    ),
    "order_details": QT_TRANSLATE_NOOP(
        "Problems",
        "This export only lists what the orders held, without dates and payments. Export the list of orders instead.",
    ),
    "status_unknown": QT_TRANSLATE_NOOP(
        "Problems",
        "The order state “{text}” ({count:plain} lines) is not known; the time of payment decided.",
    ),
    "after_sale_unknown": QT_TRANSLATE_NOOP(
        "Problems",
        "The after-sale state “{text}” ({count:plain} lines) is not known; it was taken for no refund. Import the list of refunds too.",
    ),
    "case_state_unknown": QT_TRANSLATE_NOOP(
        "Problems",
        "The after-sale state “{text}” ({count:plain} lines) is not known; these cases count as refunds where they have a time.",
    ),
    "case_kind_unknown": QT_TRANSLATE_NOOP(
        "Problems",
        "The kind of after-sale case “{text}” ({count:plain} lines) is not known; state and amount decide whether money went back.",
    ),
    "refund_without_amount": QT_TRANSLATE_NOOP(
        "Problems",
        "{count:plain} lines were refunded in part, but the file does not say how much: nothing was taken off. Import the list of refunds too.",
    ),
    "refund_taken_whole": QT_TRANSLATE_NOOP(
        "Problems",
        "{count:plain} lines were refunded without an amount; all that was paid counts as refunded. A list of refunds says the true amount.",
    ),
    "perhaps_brushed": QT_TRANSLATE_NOOP(
        "Problems",
        "The note of {count:plain} lines (补单) means a brushed order or a parcel sent again; they count as sales. Where brushed, write 刷单 and import again.",
    ),
    "row_too_wide": QT_TRANSLATE_NOOP(
        "Problems",
        "This line has {cells:plain} cells under {columns:plain} headings: a comma in a text (an address, say) has shifted them, so it was left out. Export the file again as .xlsx.",
    ),
    "row_too_short": QT_TRANSLATE_NOOP(
        "Problems",
        "This line breaks off after {cells:plain} of {columns:plain} cells, before one that is needed; it was left out. Export the file again as .xlsx.",
    ),
    "not_a_quantity": QT_TRANSLATE_NOOP(
        "Problems", "“{text}” pieces cannot be right; the line was left out."
    ),
    "date_far_off": QT_TRANSLATE_NOOP(
        "Problems", "“{text}” lies years away from all other dates; the line was left out. Correct the date."
    ),
    "date_out_of_range": QT_TRANSLATE_NOOP(
        "Problems", "“{text}” lies before 1990 or after 2099. Correct the date."
    ),
    "date_order_unknown": QT_TRANSLATE_NOOP(
        "Problems",
        "“{text}” can be read with the day or the month first, and no other cell of the column settles it. Choose the order of the dates.",
    ),
    "other_currency": QT_TRANSLATE_NOOP(
        "Problems", "“{text}” is in another currency than the rest of the column."
    ),
    "buyers_masked": QT_TRANSLATE_NOOP(
        "Problems",
        "The buyers in this file are masked or encrypted: repurchase per customer cannot be computed from it.",
    ),
    "lines_without_order": QT_TRANSLATE_NOOP(
        "Problems",
        "{count:plain} of {rows:plain} lines name no order (deposits, withdrawals and the like); they were left out.",
    ),
    "more_problems": QT_TRANSLATE_NOOP(
        "Problems", "… and {count:plain} more of this file. Correct the first ones and read it again."
    ),
    "batch_damaged": QT_TRANSLATE_NOOP(
        "Problems",
        "The lines kept from this file are damaged and were left out. Remove it from the list and import the file again.",
    ),
    "batch_gone": QT_TRANSLATE_NOOP(
        "Problems",
        "What was imported is no longer in the project: it was opened a second time meanwhile. Import the file again.",
    ),
}
