"""One host under two ids is one host: proved by orders that both files name, else by platform and name, with care."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa

from model.batches import Batch, BatchKind, Facts, schema
from model.intake.importing import import_file, look_at, wanted_of
from model.intake.joined.joining import SamePerson, join
from model.intake.joined.summary import hosts

ORDERS, COMMISSION = BatchKind.ORDERS, BatchKind.COMMISSION
UID, OTHER_UID = "7000000000000000001", "7000000000000000002"


def batch(
    kind: BatchKind, *rows: Mapping[str, Any], platform: str = "douyin", layout: str = "douyin_commission"
) -> Batch:
    shape = schema(kind)
    columns = [pa.array([row.get(name) for row in rows], shape.field(name).type) for name in shape.names]
    table = pa.Table.from_arrays(columns, schema=shape)
    return Batch(kind, platform, layout, "f.csv", "", repr((rows, layout)), Facts(len(rows)), table)


def sold(sub_id: str, host_id: str | None = None, host: str | None = None) -> dict[str, Any]:
    return {"sub_id": sub_id, "state": "paid", "paid_fen": 1000, "host_id": host_id, "host": host}


def earned(sub_id: str, host_id: str | None, host: str | None = None) -> dict[str, Any]:
    return {"sub_id": sub_id, "commission_fen": 100, "host_id": host_id, "host": host}


def joined(
    orders: list[dict[str, Any]], earnings: list[dict[str, Any]], **more: str
) -> tuple[list[str], list[SamePerson]]:
    lines = join([batch(ORDERS, *orders), batch(COMMISSION, *earnings, **more)])
    return [row["host_id"] for row in lines.table.to_pylist()], list(lines.persons)


def test_an_order_that_both_files_name_makes_two_ids_one_person() -> None:
    orders = [sold("1", UID, "小美"), sold("2")]
    lines = join(
        [
            batch(ORDERS, *orders),
            batch(COMMISSION, earned("1", "mei88", "小美"), earned("2", "mei88", "小美")),
        ]
    )
    assert lines.persons == (SamePerson("douyin", UID, "mei88", "小美", "orders"),)
    (host,) = hosts(lines)
    assert (host.host_id, host.lines, host.paid_fen, host.commission_fen) == (UID, 2, 2000, 200)


def test_a_host_who_was_renamed_needs_three_shared_orders() -> None:
    few = [sold("1", UID, "小美"), sold("2", UID, "小美"), sold("9")]
    told = [earned("1", "mei88", "美美"), earned("2", "mei88", "美美"), earned("9", "mei88", "美美")]
    assert joined(few, told) == ([UID, UID, "mei88"], [])
    many, further = [*few, sold("3", UID, "小美")], [*told, earned("3", "mei88", "美美")]
    assert joined(many, further) == ([UID] * 4, [SamePerson("douyin", UID, "mei88", "小美", "orders")])


def test_platform_and_name_will_do_where_each_side_has_the_name_once() -> None:
    orders = [sold("1", UID, "小美"), sold("2")]
    assert joined(orders, [earned("2", "mei88", " 小 美")]) == (
        [UID, UID],
        [SamePerson("douyin", UID, "mei88", "小美", "name")],
    )


def test_two_hosts_of_one_name_stay_two() -> None:
    orders = [sold("1", UID, "小美"), sold("2", OTHER_UID, "小美"), sold("3")]
    assert joined(orders, [earned("3", "mei88", "小美")]) == ([UID, OTHER_UID, "mei88"], [])
    orders = [sold("1", UID, "小美"), sold("2"), sold("3")]
    assert joined(orders, [earned("2", "mei88", "小美"), earned("3", "mei99", "小美")])[1] == []


def test_an_id_that_goes_with_two_others_proves_nothing() -> None:
    orders = [sold("1", UID, "小美"), sold("2", OTHER_UID, "阿强"), sold("3")]
    told = [earned("1", "mei88"), earned("2", "mei88"), earned("3", "mei88")]
    assert joined(orders, told) == ([UID, OTHER_UID, "mei88"], [])


def test_an_agency_is_not_its_host_and_another_platform_not_the_same() -> None:
    orders = [sold("1", UID, "小美"), sold("2")]
    assert (
        joined(orders, [earned("1", "mcn", "机构"), earned("2", "mcn", "机构")], layout="douyin_leader")[1]
        == []
    )
    elsewhere = batch(ORDERS, sold("5", "k1", "小美"), platform="kuaishou")
    lines = join([elsewhere, batch(ORDERS, sold("2")), batch(COMMISSION, earned("2", "mei88", "小美"))])
    assert lines.persons == ()


def test_a_roster_that_has_both_ids_is_believed() -> None:
    orders, told = [sold("1", UID, "小美"), sold("2")], [earned("2", "mei88", "美美美")]
    files = [batch(ORDERS, *orders), batch(COMMISSION, *told)]
    for pair in (("douyin", "mei88", UID), ("douyin", UID, "mei88"), ("other", UID, "mei88")):
        lines = join(files, [pair])
        assert lines.persons == (SamePerson("douyin", UID, "mei88", "小美", "roster"),)
        assert lines.table["host_id"].to_pylist() == [UID, UID]
    assert join(files, [("kuaishou", UID, "mei88"), ("douyin", UID, "mei99")]).persons == ()


def test_a_roster_with_two_columns_of_ids_tells_them(tmp_path: Path) -> None:
    path = tmp_path / "达人.csv"
    path.write_text(
        f"达人ID,抖音号,达人昵称,平台,粉丝数\n{UID},mei88,小美,抖音,10万\n{OTHER_UID},,阿强,抖音,2万\n7E+18,x9,乙,抖音,1万\n",
        "utf-8",
    )
    found = import_file(path, wanted_of(look_at(path)), b"k" * 32)
    assert found.accounts == (("douyin", UID, "mei88"),)
