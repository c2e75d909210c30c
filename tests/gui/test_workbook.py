"""The workbook: every formula against a small calculator of our own, and against the model when a figure is changed."""

import datetime as dt
import math
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from gui import words
from gui.words.plain import plain_voice
from gui.workbook import sheets, write_workbook
from model.advice import advise
from model.demo import demo_snapshot
from model.dossier import Dossier, dossier
from model.intake.lists.choices import read_choices
from model.intake.out.book import BookSheet
from model.matrix.ledger import LEDGER
from model.policy import load
from model.response import sessions_factor

MADE_ON = dt.date(2026, 11, 22)
POLICY = load({"risk.draws": 200})
TOKEN = re.compile(
    r"'([^']+)'!(\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?)|(\$?[A-Z]{1,2}\$?\d+(?::\$?[A-Z]{1,2}\$?\d+)?)|([A-Z]+)(?=\()"
    r"|(\d+(?:\.\d+)?)|\"([^\"]*)\"|([-+*/^(),=<>{}])"
)


class Calculator:
    """What a spreadsheet does with the few functions the workbook uses; a cell is worked out when it is asked for."""

    def __init__(self, book: list[BookSheet], changed: dict[tuple[str, str], float] | None = None) -> None:
        self.cells, self.known = {}, dict(changed or {})
        for sheet in book:
            for line, row in enumerate(sheet.rows, 2):
                for column, item in enumerate(row):
                    self.cells[sheet.name, f"{letters(column)}{line}"] = item

    def cell(self, sheet: str, place: str):
        place = place.replace("$", "")
        if (sheet, place) not in self.known:
            item = self.cells[sheet, place]
            self.known[sheet, place] = self.work_out(sheet, item.formula[1:]) if item.formula else item.value
        return self.known[sheet, place]

    def area(self, sheet: str, text: str) -> list[object]:
        first, last = (
            re.fullmatch(r"([A-Z]+)(\d+)", end).groups() for end in text.replace("$", "").split(":")
        )
        assert first[0] == last[0]
        return [self.cell(sheet, f"{first[0]}{line}") for line in range(int(first[1]), int(last[1]) + 1)]

    def work_out(self, sheet: str, formula: str):
        tokens = list(TOKEN.finditer(formula))
        assert "".join(match.group(0) for match in tokens) == formula, formula
        reader = Reader(self, sheet, tokens)
        value = reader.comparison()
        assert reader.at == len(tokens), formula
        return value() if callable(value) else value


class Reader:
    """Reads a formula; answers are thunks, so that IF works out one branch only."""

    def __init__(self, book: Calculator, sheet: str, tokens: list[re.Match[str]]) -> None:
        self.book, self.sheet, self.tokens, self.at = book, sheet, tokens, 0

    def peek(self) -> str:
        return self.tokens[self.at].group(0) if self.at < len(self.tokens) else ""

    def take(self) -> re.Match[str]:
        self.at += 1
        return self.tokens[self.at - 1]

    def comparison(self):
        left = self.sum()
        if self.peek() in ("=", ">", "<"):
            sign, right = self.take().group(0), self.sum()
            return lambda: {"=": left() == right(), ">": left() > right(), "<": left() < right()}[sign]
        return left

    def sum(self):
        return self.chain(("+", "-"), self.product)

    def product(self):
        return self.chain(("*", "/"), self.power)

    def power(self):
        return self.chain(("^",), self.one)

    def chain(self, signs, below):
        value = below()
        while self.peek() in signs:
            value = combined(self.take().group(0), value, below())
        return value

    def one(self):
        token = self.take()
        far, far_place, near, function, number, text, sign = token.groups()
        if function:
            return self.call(function)
        if number:
            return lambda: float(number)
        if text is not None:
            return lambda: text
        if sign == "(":
            inner = self.comparison()
            assert self.take().group(0) == ")"
            return inner
        if sign == "{":
            listed = [float(self.take().group(0))]
            while self.take().group(0) == ",":
                listed.append(float(self.take().group(0)))
            return lambda: listed
        sheet, place = (far, far_place) if far else (self.sheet, near)
        return lambda: self.book.area(sheet, place) if ":" in place else self.book.cell(sheet, place)

    def call(self, name: str):
        assert self.take().group(0) == "("
        given = [self.comparison()]
        while self.take().group(0) == ",":
            given.append(self.comparison())
        return lambda: FUNCTIONS[name](*given)


def combined(sign, left, right):
    return {
        "+": lambda: left() + right(),
        "-": lambda: left() - right(),
        "*": lambda: left() * right(),
        "/": lambda: left() / right(),
        "^": lambda: left() ** right(),
    }[sign]


def numbers(cells):
    return [cell for cell in cells if isinstance(cell, int | float)]


def meets(cell, rule: str) -> bool:
    return cell > float(rule[1:]) if rule.startswith(">") else cell == rule


FUNCTIONS = {
    "SUM": lambda area: math.fsum(numbers(area())),
    "MAX": lambda area: max(numbers(area())),
    "IF": lambda test, yes, no: yes() if test() else no(),
    "COUNTIF": lambda area, rule: sum(cell > float(rule()[1:]) for cell in numbers(area())),
    "SUMIF": lambda area, name, what: math.fsum(
        value for cell, value in zip(area(), what(), strict=True) if meets(cell, name())
    ),
    "LARGE": lambda area, places: [sorted(numbers(area()), reverse=True)[int(p) - 1] for p in places()],
    "SUMPRODUCT": lambda area: math.fsum(area()),
}


def letters(column: int) -> str:
    return ("" if column < 26 else letters(column // 26 - 1)) + chr(65 + column % 26)


@pytest.fixture(scope="module")
def found() -> Dossier:
    return dossier(advise(demo_snapshot(POLICY), POLICY), POLICY, MADE_ON)


@pytest.fixture(params=["en", "zh_CN"])
def book(request, found: Dossier):
    words.use(words.english() if request.param == "en" else plain_voice(request.param))
    yield sheets(found)
    words.use(words.english())


def close(one, other) -> bool:
    if isinstance(one, str) or isinstance(other, str):
        return one == other
    return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-6)


def test_every_formula_gives_the_value_that_is_written_beside_it(book):
    sheet_count = 0
    for sheet in book:
        for row in sheet.rows:
            for item in row:
                if item.formula:
                    sheet_count += 1
                    value = Calculator(book).work_out(sheet.name, item.formula[1:])
                    assert close(value, item.value), (sheet.name, item.formula, value, item.value)
    assert sheet_count > 400


def changed(book, found, **figures) -> tuple[Calculator, int]:
    """The book with other figures of its first chosen host."""
    columns = {field.code: letters(6 + place) for place, field in enumerate(LEDGER)}
    return Calculator(
        book, {(book[1].name, f"{columns[code]}2"): value for code, value in figures.items()}
    ), 2


def test_another_fee_and_more_sessions_change_all_that_hangs_on_them(book, found):
    plan, decay = found.plan, POLICY.response.session_decay
    first, others = plan.choices[0], plan.choices[1:]
    sessions = first.candidate.sessions + 2
    made, _ = changed(book, found, slot_fee=1234.0, sessions=sessions)
    labels = {row[0].value: f"B{line}" for line, row in enumerate(book[0].rows, 2)}
    names = [
        words.say(text)
        for text in ("Slot fees", "Expected orders", "Left of the budget", "Largest host's share of the fees")
    ]
    spend, orders, rest, top = (made.cell(book[0].name, labels[name]) for name in names)
    cost = 1234.0 * sessions
    wanted = cost + sum(choice.cost for choice in others)
    more = (
        first.orders.value
        * sessions_factor(sessions, decay)
        / sessions_factor(first.candidate.sessions, decay)
    )
    assert close(spend, wanted)
    assert close(rest, plan.budget - wanted)
    assert close(orders, plan.orders - first.orders.value + more)
    assert close(top, max(cost, *(choice.cost for choice in others)) / wanted)


def test_another_commission_is_what_the_model_says(book, found):
    """The dearer commission takes price × kept orders × difference from both profits."""
    first = found.plan.choices[0]
    item = first.candidate
    made, line = changed(book, found, commission=item.offer.commission + 0.05)
    columns = {field.code: letters(6 + place) for place, field in enumerate(LEDGER)}
    kept = first.orders.value * (1 - item.worth.basis.return_rate)
    less = 0.05 * kept * item.worth.basis.price
    for code, before in (("first", first.first_profit), ("long", first.long_profit)):
        assert close(made.cell(book[1].name, f"{columns[code]}{line}"), before - less)


def test_a_host_whose_sessions_are_struck_neither_costs_nor_brings_anything(book, found):
    """Found in a spreadsheet: his sample was still paid for."""
    plan = found.plan
    gone, others = plan.choices[0], plan.choices[1:]
    assert gone.candidate.beside > 0
    made, line = changed(book, found, sessions=0)
    columns = {field.code: letters(6 + place) for place, field in enumerate(LEDGER)}
    assert {made.cell(book[1].name, f"{columns[code]}{line}") for code in ("cost", "first", "long")} == {0}
    labels = {row[0].value: f"B{line}" for line, row in enumerate(book[0].rows, 2)}
    spent = sum(choice.cost + choice.candidate.beside for choice in others)
    left = sum(choice.first_profit for choice in others) + spent
    orders = sum(choice.orders.value for choice in others)
    wanted = {
        "First-sale profit": left - spent,
        "Long-run profit": sum(choice.long_profit for choice in others),
        "Break-even orders, by first sales": spent * orders / left,
    }
    for text, value in wanted.items():
        assert close(made.cell(book[0].name, labels[words.say(text)]), value)


def test_without_decay_sessions_simply_multiply(book, found):
    columns = {field.code: letters(6 + place) for place, field in enumerate(LEDGER)}
    made = Calculator(book, {(book[0].name, "B3"): 1.0, (book[1].name, f"{columns['sessions']}2"): 4})
    each = made.cell(book[1].name, f"{columns['orders_each']}2")
    assert close(made.cell(book[1].name, f"{columns['orders']}2"), 4 * each)


def test_sums_by_level_are_those_of_the_plan(book, found):
    heads = next(n for n, row in enumerate(book[0].rows) if row[0].bold)
    for row, (_, total) in zip(book[0].rows[heads + 1 :], found.plan.tiers.items(), strict=False):
        assert close(row[2].value, total.spend)
        assert close(row[4].value, total.long_profit)


def test_the_file_is_read_back_as_the_choice_it_was(found, tmp_path):
    for language in ("en", "zh_CN"):
        words.use(plain_voice(language))
        write_workbook(found, tmp_path / "plan.xlsx", MADE_ON)
        words.use(words.english())
        taken = read_choices(tmp_path / "plan.xlsx")
        assert [(one.id, one.offer, one.sessions, one.product) for one in taken.records] == [
            (c.id, c.candidate.offer.offer.name, c.candidate.sessions, c.candidate.worth.product.name)
            for c in found.plan.choices
        ]


def raw(path: Path) -> dict[str, str]:
    with zipfile.ZipFile(path) as file:
        return {name: file.read(name).decode() for name in file.namelist() if name.endswith(".xml")}


def test_the_file_has_formulas_with_values_frozen_heads_and_prints_on_a4(found, tmp_path):
    words.use(plain_voice("zh_CN"))
    write_workbook(found, tmp_path / "plan.xlsx", MADE_ON)
    words.use(words.english())
    parts = raw(tmp_path / "plan.xlsx")
    plan = parts["xl/worksheets/sheet2.xml"]
    assert len(re.findall(r"<f>[^<]+</f><v>[^<]+</v>", plan)) == sum(not f.entered for f in LEDGER) * len(
        found.plan.choices
    )
    assert "微软雅黑" in parts["xl/styles.xml"]
    for number in range(1, 7):
        sheet = parts[f"xl/worksheets/sheet{number}.xml"]
        assert 'state="frozen"' in sheet
        [setup] = re.findall("<pageSetup ([^>]*)/>", sheet)
        assert 'paperSize="9"' in setup
        assert 'orientation="landscape"' in setup
        assert 'fitToPage="1"' in sheet
    assert "_xlnm.Print_Titles" in parts["xl/workbook.xml"]
    assert "_xlnm.Print_Area" in parts["xl/workbook.xml"]


def test_the_same_plan_gives_the_same_file(found, tmp_path):
    for name in ("one.xlsx", "two.xlsx"):
        write_workbook(found, tmp_path / name, MADE_ON)
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()


def test_names_that_begin_like_formulas_stay_texts(found, tmp_path):
    choice = found.plan.choices[0]
    host = choice.candidate.host
    bad = replace(host, influencer=replace(host.influencer, name='=HYPERLINK("http://x","y")'))
    plan = replace(
        found.plan,
        choices=(replace(choice, candidate=replace(choice.candidate, host=bad)), *found.plan.choices[1:]),
    )
    write_workbook(replace(found, plan=plan), tmp_path / "plan.xlsx", MADE_ON)
    parts = raw(tmp_path / "plan.xlsx")
    assert "=HYPERLINK(" in parts["xl/sharedStrings.xml"]
    assert not any(
        "HYPERLINK" in formula for name, part in parts.items() for formula in re.findall("<f>(.*?)</f>", part)
    )
    assert 'quotePrefix="1"' in parts["xl/styles.xml"]
