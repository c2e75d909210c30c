"""Every figure of the model comes from the policy files, with unit, source and reliability."""

import math
import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

import resources
from model.entries import bounds, read_explanations
from model.errors import InputError
from model.policy import Category, load, load_categories, parse_override
from model.records import RepurchaseClass

POLICY = load()
ROOT = Path(__file__).parents[2]
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def test_every_figure_has_unit_source_reliability_and_both_names() -> None:
    for entry in POLICY.entries.values():
        assert all((entry.unit, entry.source, entry.zh, entry.en)), entry.key
        assert entry.reliability in {"high", "medium", "low", "guess"}, entry.key
        assert entry.value == entry.default


def test_every_unit_and_source_has_its_chinese_and_none_is_left_over() -> None:
    chinese = tomllib.loads(resources.text("policy", "zh.toml"))
    for kind in ("unit", "source"):
        used = {getattr(entry, kind): getattr(entry, f"{kind}_zh") for entry in POLICY.entries.values()}
        assert used == chinese[kind]
        assert {text for text, shown in used.items() if not CHINESE.search(shown)} == set()


STATISTICS = re.compile(
    r"先验|后验|离散度|幂次|对数|几率|弹性|分位|拟合|似然|\blog\b|\bodds per|\bprior\b|logit|exponent|variance|quantile",
    re.I,
)


def test_a_merchant_reads_no_words_of_statistics() -> None:
    """The names of figures, their units and sources, in both languages."""
    odd = {
        text
        for e in POLICY.entries.values()
        for text in (e.zh, e.en, e.unit_zh, e.unit_en, e.source_zh)
        if STATISTICS.search(text)
    }
    assert odd == set()


def test_every_figure_is_explained_by_itself_in_both_languages_and_none_is_left_over() -> None:
    """Each by a text of its own, in plain words, short enough to be read beside the table."""
    wanted = {".".join(key.split(".")[:2]) for key in POLICY.entries}
    groups = {key.split(".")[0] for key in wanted}
    explained = {key: row for group in groups for key, row in read_explanations(group).items()}
    assert explained.keys() == wanted
    assert {p.stem for p in (ROOT / "resources/policy/explained").iterdir()} == groups
    assert all(row.keys() == {"zh", "en"} for row in explained.values())
    for language, most in (("zh", 90), ("en", 240)):
        texts = {key: row[language] for key, row in explained.items()}
        assert [text for text, n in Counter(texts.values()).items() if n > 1] == []
        assert {key for key, text in texts.items() if not 10 <= len(text) <= most} == set()
        assert {key for key, text in texts.items() if STATISTICS.search(text)} == set()
        assert {
            key for key, text in texts.items() if bool(CHINESE.search(text)) != (language == "zh")
        } == set()


def test_units_with_names_of_statistics_have_plain_english_and_none_is_left_over() -> None:
    plain = tomllib.loads(resources.text("policy", "zh.toml"))["unit_en"]
    assert set(plain) <= {entry.unit for entry in POLICY.entries.values()}
    assert {e.unit_en for e in POLICY.entries.values()} >= set(plain.values())


def test_a_unit_or_source_without_chinese_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    shipped = resources.text
    monkeypatch.setattr(
        resources,
        "text",
        lambda *parts: (
            shipped(*parts).replace('"yuan per order"', '"yuan per parcel"')
            if parts[-1] == "zh.toml"
            else shipped(*parts)
        ),
    )
    with pytest.raises(KeyError, match="yuan per order"):
        load()


def test_every_default_lies_within_its_own_bounds() -> None:
    for entry in POLICY.entries.values():
        low, high = bounds(entry)
        assert low <= entry.value <= high, entry.key


def test_every_group_takes_all_its_figures_from_its_file() -> None:
    files = {p.stem for p in (ROOT / "resources" / "policy").glob("*.toml")} - {"categories", "zh"}
    assert {key.split(".")[0] for key in POLICY.entries} == files
    assert POLICY.grading.cut_ab == 0.10
    assert POLICY.tiers.head["xiaohongshu"] == 500_000


def test_an_own_figure_replaces_the_shipped_one_and_keeps_it_as_default() -> None:
    changed = load({"price_rule.threshold": 99, "tiers.head.douyin": 5e6})
    assert changed.price_rule.threshold == 99
    assert changed.tiers.head["douyin"] == 5e6
    assert changed.tiers.head["kuaishou"] == 1e6
    assert changed.entries["price_rule.threshold"].default == 69
    assert POLICY.price_rule.threshold == 69


@pytest.mark.parametrize(
    ("overrides", "codes"),
    [
        ({"grading.nothing": 1}, ["policy_key_unknown"]),
        ({"grading.cut_ab": 1.2}, ["policy_value"]),
        ({"grading.cut_ab": math.nan, "nope": 1}, ["policy_value", "policy_key_unknown"]),
        ({"risk.draws": 0}, ["policy_value"]),
        ({"grading.weight_days": -101}, ["policy_value"]),
        ({"response.host_sd": 0}, ["policy_value"]),
        ({"estimates.fee_at_100k": -1}, ["policy_value"]),
    ],
)
def test_an_own_figure_that_cannot_be_is_refused(overrides: dict[str, float], codes: list[str]) -> None:
    with pytest.raises(InputError) as caught:
        load(overrides)
    assert [p.code for p in caught.value.problems] == codes


@pytest.mark.parametrize(
    ("text", "pair"),
    [("a.b=1", ("a.b", 1.0)), (" a.b =1.2万", ("a.b", 12000.0)), ("x=5%", ("x", 0.05))],
)
def test_a_setting_of_the_command_line_is_read(text: str, pair: tuple[str, float]) -> None:
    assert parse_override(text) == pair


@pytest.mark.parametrize("text", ["a.b", "a=", "a=x", ""])
def test_a_setting_of_another_form_is_refused(text: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_override(text)
    assert caught.value.problems[0].code == "policy_setting"


def test_every_category_word_is_written_once() -> None:
    names = Counter(
        "".join(n.casefold().split()) for c in load_categories() for n in {c.code, c.zh, c.en, *c.aliases}
    )
    twice = {name for name, count in names.items() if count > 1}
    assert {name for name in twice if len({id(POLICY.category(name))}) > 1} == set()
    owners: dict[str, set[str]] = {}
    for c in load_categories():
        for n in (c.code, c.zh, *c.aliases):
            owners.setdefault("".join(n.casefold().split()), set()).add(c.code)
    assert {n: o for n, o in owners.items() if len(o) > 1} == {}


@pytest.mark.parametrize("category", load_categories(), ids=lambda c: c.code)
def test_the_figures_of_a_category_are_possible(category: Category) -> None:
    assert 0 < category.price_low < category.price_high
    assert category.life_days > 0
    assert 0 <= category.occasion <= 1
    assert 0 <= category.habit <= 1
    assert 0 < category.margin < 1
    assert 0 <= category.return_rate < 1
    assert category.reliability in {"high", "medium", "low", "guess"}
    assert category.source


def test_there_are_categories_of_every_class() -> None:
    assert {c.klass for c in POLICY.categories} == set(RepurchaseClass)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("coffee", "coffee"), ("咖啡", "coffee"), (" Air Conditioner ", "air_conditioner"), ("挂机空调", "air_conditioner"),
        ("美妆护肤/面膜", "face_mask"), ("家电 - 冰箱", "refrigerator"), ("家用电器>大家电>冰箱", "refrigerator"), ("食品/坚果/其他", "nuts"), ("坚果礼盒装", "snack_box"), ("其他", "unknown"), ("空气净化器", "air_purifier"),
    ],
)  # fmt: skip
def test_a_category_is_known_by_code_name_alias_or_the_longest_word_inside(text: str, code: str) -> None:
    found = POLICY.category(text)
    assert found is not None
    assert found.code == code
    assert POLICY.category(text) is found


@pytest.mark.parametrize("text", ["", "  ", "qzx"])
def test_a_text_that_names_no_category_finds_none(text: str) -> None:
    assert POLICY.category(text) is None


def test_the_unknown_category_stands_in() -> None:
    assert POLICY.unknown.code == "unknown"


def test_figures_that_belong_together_may_be_changed_together() -> None:
    own = load({"tiers.head.douyin": 50_000.0, "tiers.waist.douyin": 12_000.0})
    assert (own.tiers.head["douyin"], own.tiers.waist["douyin"]) == (50_000.0, 12_000.0)


def test_figures_that_overtake_each_other_are_refused() -> None:
    with pytest.raises(InputError) as refused:
        load({"grading.cut_ab": 0.9})
    assert {p.code for p in refused.value.problems} == {"policy_order"}
