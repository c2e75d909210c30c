"""A shop full of words and numbers that forgetting has to find again, for the tests of backups and forgetting."""

import datetime as dt
import hashlib
from pathlib import Path
from typing import Any

import pyarrow as pa

from model.batches import Batch, BatchKind, Facts, schema
from model.limits import Limits
from model.records import Influencer, Offer, Product, Request
from model.results import Result
from model.store import Store

NOW = dt.datetime(2026, 11, 27, 15, 0, tzinfo=dt.timezone(dt.timedelta(hours=8)))
HOST, NAME, ALIAS = "7300000000000000017", "栗子林小满", "9911223344"
BUYER, ADDRESS = 0x1A2B3C4D5E6F7081, 0x9182736455463728
KEY = bytes(range(40, 72))
KEPT = "4400000000000000099"


def quiet(code: str, share: float) -> None:
    """Progress that nobody watches."""


def never() -> bool:
    return False


def batch(kind: BatchKind, file: str, *rows: dict[str, Any]) -> Batch:
    table = pa.Table.from_pylist(
        [{"row": 1, **row} if kind is not BatchKind.FIGURES else row for row in rows], schema=schema(kind)
    )
    facts = Facts(len(rows), hosts=2, customers=1)
    return Batch(kind, "douyin", "l", file, "", hashlib.sha256(file.encode()).hexdigest(), facts, table)


def shop(path: Path) -> Path:
    """A project in which one host is named in every place there is, beside another one."""
    with Store.open(path, create=True) as store:
        store.put_products([Product("咖啡豆", 59.0, id=1)])
        for id_, name in ((HOST, NAME), (KEPT, "别的人")):
            store.put_influencers(
                [Influencer(id_, name, mcn=f"{name}的公司", offers=(Offer(f"{name}价", 300.0),))]
            )
        store.put_results(
            [
                Result(id_, "咖啡豆", dt.date(2026, 11, day), orders=9)
                for id_, day in ((HOST, 1), (KEPT, 2), (NAME, 3))
            ]
        )
        store.put_request(
            Request(
                2e4, locks=frozenset({HOST}), bans=frozenset({KEPT}), limits=Limits(booked=((HOST, "a", 1),))
            )
        )
        store.put_setting("accounts", [["douyin", HOST, ALIAS]])
        plan = {
            "name": f"找{NAME}试试",
            "wanted": [[HOST, "a", 1, "咖啡豆"], [KEPT, "a", 1, "咖啡豆"]],
            "foreseen": [{"host": HOST, "views": 3}],
        }
        store.put_setting("kept_plans", [plan])
        hand = {"name": "老板", "host": HOST, "hours": 4.0}
        store.put_setting(
            "launch", {"hands": [hand], "fixed": {f"{HOST}#1": "2027-01-03"}, "free": {HOST: [], KEPT: []}}
        )
        store.put_setting("mappings", {"s": {"kind": "orders", "columns": {"buyer": "买家"}}})
        assert store.buyer_key(KEY) == KEY
        writer = store.writer("2026-11-27T10:00:00+08:00")
        lines = [
            {
                "order_id": "5001",
                "host_id": HOST,
                "host": NAME,
                "buyer": BUYER,
                "address": ADDRESS,
                "product": "咖啡豆",
            },
            {"order_id": "5002", "host_id": KEPT, "host": "别的人", "buyer": BUYER},
            {"order_id": "5003", "host": NAME},
            {"order_id": "5004", "host_id": ALIAS},
        ]
        batches = (
            batch(BatchKind.ORDERS, f"{NAME}订单.xlsx", *lines),
            batch(
                BatchKind.SESSIONS,
                "sessions.xlsx",
                {"host_id": HOST, "host": NAME, "views": 5},
                {"host_id": KEPT, "views": 6},
            ),
            batch(BatchKind.FIGURES, "posts.xlsx", {"host_id": HOST, "likes": 7.0}),
            batch(BatchKind.ORDERS, "taken back.xlsx", {"order_id": "5005", "host_id": HOST, "host": NAME}),
        )
        ids = [writer.write(one) for one in batches]
        store.show_batches(ids[:-1])
    return path
