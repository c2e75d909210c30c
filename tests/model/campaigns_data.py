"""A small campaign made by hand, whose every figure was worked out on paper (see test_campaigns)."""

import datetime as dt

import pyarrow as pa

from model.batches import Batch, Buyers, Facts, schema
from model.records import Influencer, Offer, Product

LIPSTICK = Product("口红", 100.0, "lipstick", 30.0, 5.0, 0.05, 0.2, id=1)
MING = Influencer("88", "小明", "douyin", followers=100_000, offers=(Offer("3000+20%", 3000.0, 0.2),))
MAIN, SUB = "1{0:03}", "2{0:03}"


def at(text):
    return dt.datetime.fromisoformat(f"2026-{text}")


def batch(kind, *rows, platform="douyin", layout="", buyers=Buyers.KNOWN, file="f.csv"):
    shape = schema(kind)
    columns = [pa.array([row.get(name) for row in rows], shape.field(name).type) for name in shape.names]
    table = pa.Table.from_arrays(columns, schema=shape)
    return Batch(kind, platform, layout, file, "", repr(rows), Facts(len(rows), buyers=buyers), table)


def line(number, day, buyer=None, host="88", name="小明", paid=10000, back=0, state="paid", **more):
    known = {"host_id": host, "host": name} if host else {}
    return {
        "order_id": MAIN.format(number), "sub_id": SUB.format(number), "state": state, "paid_at": at(day), "product": "口红",
        "product_id": "501", "quantity": 1, "paid_fen": paid, "refunded_fen": back, "buyer": buyer, **known, **more,
    }  # fmt: skip


def session(day, host="小明", **figures):
    return {"host": host, "start": at(day), "minutes": 120.0, **figures}


def settled(number, paid=10000, refund=0, commission=2000, fee=500):
    return {
        "order_id": MAIN.format(number), "sub_id": SUB.format(number), "at": at("04-01T00:00:00"), "paid_fen": paid,
        "refund_fen": refund, "commission_fen": commission, "fee_fen": fee, "settled_fen": paid - refund - commission - fee,
    }  # fmt: skip
