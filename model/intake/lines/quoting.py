"""Which faulty cells a problem may quote: only one that could be what its column wants.

Where the cells of a row are shifted, a name or a phone stands under the heading of a date; the heading alone does
not tell what is personal.
"""

import re
from collections.abc import Collection
from typing import Final

from model.fields import clean

HIDDEN: Final = "•••"
"""Stands for a cell that may tell who the buyer is."""
TIMES: Final = frozenset({"paid_at", "created_at", "shipped_at", "at", "start", "end"})
"""Fields that want a time."""

_LONGEST_TIME: Final = 30
_LONGEST_FIGURE: Final = 30
_LONGEST_ID: Final = 40
_LONGEST_STATE: Final = 12
"""Signs of the longest word for a state that is worth quoting; sentences of buyers are longer."""
_OFTEN: Final = 2
"""A word on so many lines is one of the export, not of one buyer."""
_TIME = re.compile(r"(?:[\d\-/.#:：,，\s+年月日号时分秒]|上午|下午|[TZ]|[AaPp][Mm])*")
_FIGURE = re.compile(
    r"(?:[\d.,，．+\-−()（）%％\s¥￥$€£₩฿元圆角分万亿千百个件只次人天场套瓶盒袋箱包支]|[kKwWmMbB]"
    r"|RMB|CNY|USD|HKD|TWD|EUR|GBP|JPY|KRW|SGD|MYR|THB|VND|IDR|PHP|US|HK|NT)*"
)
_ID = re.compile(r"[\w.+/#-]*", re.ASCII)
_BETWEEN = re.compile(r"[\s\-()（）+]")
_PHONE = re.compile(r"\d{11,}")
_MOBILE = re.compile(r"(?<!\d)(?:86)?1[3-9]\d{9}(?!\d)")
_STATE = re.compile(
    r"付款|支付|发货|收货|出库|配货|备货|签收|完成|关闭|取消|退款|退货|换货|售后|交易|成功|审核|处理|冻结|订单|待\w|已\w"
    r"|refund|return|paid|pay|ship|deliver|cancel|complet|pend|clos|open|hold|process|transit",
    re.IGNORECASE,
)
_TALK = re.compile(r"[我你您请谢\d]|麻烦|先生|女士|小姐")


def may_quote(text: str, fields: Collection[str]) -> bool:
    """Whether a cell under a column of these fields could be what the column wants, however wrong it is.

    >>> may_quote("2026-13-45", ["paid_at"]), may_quote("我叫李四13812345678", ["paid_at"])
    (True, False)
    """
    if TIMES.intersection(fields):
        return len(text) <= _LONGEST_TIME and bool(_TIME.fullmatch(text)) and not _is_phone(text)
    if any(name.endswith("_id") for name in fields):
        return len(text) <= _LONGEST_ID and bool(_ID.fullmatch(text)) and not _MOBILE.search(text)
    return len(text) <= _LONGEST_FIGURE and bool(_FIGURE.fullmatch(text)) and not _is_phone(text)


def may_quote_state(text: str, lines: int) -> bool:
    """Whether an unknown word for a state, seen on so many lines, is one: often used, or made of the usual words."""
    if len(text) > _LONGEST_STATE * (1 if not text.isascii() else 2) or _TALK.search(text):
        return False
    return lines >= _OFTEN or bool(_STATE.search(text))


def quoted_id(text: str) -> str:
    """An id as a problem may tell it."""
    return text if may_quote(clean(text), ["order_id"]) else HIDDEN


def _is_phone(text: str) -> bool:
    return bool(_PHONE.search(_BETWEEN.sub("", text)))
