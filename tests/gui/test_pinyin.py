"""Chinese is found by its sound, and by nothing else."""

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.pinyin import found, sound

NAMES = ["张小小", "重庆小面", "单雄信", "吕布", "西安凉皮", "Bob张", "李娜"]
READ = {
    "张": {"zhang"}, "小": {"xiao"}, "重": {"zhong", "chong", "tong"}, "庆": {"qing"}, "吕": {"lv"}, "布": {"bu"},
    "李": {"li"}, "娜": {"na", "nuo"},
}  # fmt: skip
"""As the dictionary Xiandai Hanyu Cidian has them."""


@pytest.mark.parametrize(
    ("needle", "text"),
    [
        ("zxx", "张小小"), ("ZXX", "张小小"), ("zhangxx", "张小小"), ("zhangxiaox", "张小小"), ("xx", "张小小"), ("zhan", "张小小"),
        ("cq", "重庆小面"), ("zq", "重庆小面"), ("chongq", "重庆小面"), ("sxx", "单雄信"), ("dxx", "单雄信"), ("lvbu", "吕布"),
        ("xian", "西安凉皮"), ("bobz", "Bob张"), ("ob", "Bob张"), ("12", "a12"), ("张小", "张小小"),
    ],
)  # fmt: skip
def test_sounds_find(needle: str, text: str) -> None:
    assert found(needle, text)


@pytest.mark.parametrize(
    ("needle", "text"),
    [
        ("zxx", "李娜"),
        ("zzxx", "张小小"),
        ("zhong", "张小小"),
        ("lx", "张小小"),
        ("z1", "张小小"),
        ("xz", "张小小"),
    ],
)
def test_others_do_not(needle: str, text: str) -> None:
    assert not found(needle, text)


def test_what_is_no_letter_has_no_sound() -> None:
    assert sound("z x") is None
    assert sound("张") is None
    assert sound("") is None
    assert sound("x" * 49) is None


def test_what_was_typed_before_is_not_kept() -> None:
    for size in range(1, 40):
        sound("zhang" * 8)
        sound("zhangxiaoming" * 3 + "a" * (size % 9))
    assert sound.cache_info().currsize <= 8
    assert not [one for one in re._cache if len(str(one[1])) > 10_000]  # type: ignore[attr-defined]


def heard(needle: str, text: str) -> bool:
    """Oracle: every stretch of the text, every reading of each character, every beginning of each reading."""
    for start, end in itertools.combinations(range(len(text) + 1), 2):
        spoken = [{one[:n] for one in READ[sign] for n in range(1, len(one) + 1)} for sign in text[start:end]]
        if any("".join(way) == needle for way in itertools.product(*spoken)):
            return True
    return False


@given(st.text(st.sampled_from("".join(READ)), min_size=1, max_size=3), st.data())
def test_as_the_oracle_hears(text: str, data: st.DataObject) -> None:
    pieces = data.draw(st.lists(st.sampled_from(sorted(set().union(*READ.values()))), min_size=1, max_size=3))
    needle = "".join(piece[: data.draw(st.integers(1, len(piece)))] for piece in pieces)
    assert found(needle, text) == heard(needle, text)
