"""The catalogue from our template or a shop's product list."""

from typing import Final

from model.errors import Problem
from model.intake.files.source import Source
from model.intake.lists.rows import (
    Cancelling,
    Chosen,
    Line,
    Taken,
    check,
    finished,
    fitting_tables,
    lines_of,
    nobody,
    notes_of,
    watched,
)
from model.records import PRODUCT_RULES, Product

_COLUMNS: Final = {name: name for name in PRODUCT_RULES}


def read_products(path: Source, chosen: Chosen = None, cancelled: Cancelling = nobody) -> Taken[Product]:
    """The products of a file, each name once; a line without name or price is set aside.

    ``chosen`` are the sheets to take, each with its layout; without it every sheet that fits is taken.

    Raises:
        InputError: ``not_products`` besides those of :mod:`model.intake.files.tables`.
        Cancelled: ``cancelled`` said so.
    """
    bounds, problems = fitting_tables(path, ("products",), "not_products", chosen=chosen)
    products: dict[str, tuple[Product, int]] = {}
    lines = lines_of(bounds)
    for line in watched(lines, cancelled):
        product, found = _product(line)
        problems += found
        if product is None:
            continue
        first, number = products.setdefault("".join(product.name.casefold().split()), (product, line.line))
        if first is not product:
            problems.append(line.problem("repeated_product", "name", name=product.name, first_row=number))
    records = (product for product, _ in products.values())
    return finished(bounds, records, [*notes_of(lines), *problems], len(lines) - len(products))


def _product(line: Line) -> tuple[Product | None, list[Problem]]:
    checked = check(line, PRODUCT_RULES, _COLUMNS)
    problems = list(checked.problems)
    reported = {problem.column for problem in problems}
    for name in ("name", "price"):
        missing = line.problem("required", name)
        if name not in checked.values and missing.column not in reported:
            problems.append(missing)
    if "name" not in checked.values or "price" not in checked.values:
        return None, problems
    return Product(**checked.values), problems  # type: ignore[arg-type]
