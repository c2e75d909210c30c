"""Which column a field may be under, by the look of its cells."""

from model.intake.layouts.recognising import general_layout
from model.intake.layouts.suggesting import suggestions

ORDERS = general_layout("orders")


def suggested(header, *rows, used=()):
    return suggestions(ORDERS, header, rows, used)


def test_amounts_days_and_numbers_of_orders_are_found_by_their_cells():
    header = ("Beleg", "Wann", "Was", "Wieviel")
    rows = (("B-1001", "2025-04-01 10:00", "Seife", "12.50"), ("B-1002", "2025-04-02", "Creme", "¥1,280"))
    found = suggested(header, *rows)
    assert (found["paid"], found["paid_at"], found["order_id"]) == ("Wieviel", "Wann", "Beleg")


def test_a_like_heading_wins_over_a_column_before_it():
    found = suggested(("A", "本次实付金额"), ("3.00", "19.90"), ("4.00", "29.90"))
    assert found["paid"] == "本次实付金额"


def test_nothing_is_suggested_for_names_hidden_cells_long_numbers_or_what_is_used():
    assert suggested(("x",), ("张三",), ("李四",)) == {}
    assert suggested(("x",), ("•••",)) == {}
    assert "paid" not in suggested(("x",), ("6953547102608758621",))
    assert suggested(("Wieviel",), ("12.50",), used={"Wieviel"}) == {}


def test_a_heading_is_suggested_once():
    found = suggested(("a", "b"), ("2025-04-01", "12.50"))
    assert sorted(found.values()) == ["a", "b"]
