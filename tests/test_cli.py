"""The command line as other programs use it: keys, exit statuses, one line per problem, JSON alone on stdout."""

import datetime as dt
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from gui import cli, words
from gui.__main__ import main
from gui.words.fileproblems import OF_LINES
from gui.words.problems import PROBLEMS
from model.intake.out.templates import write_rows, write_template
from model.policy import load
from model.records import Influencer, Offer, Product, Request
from model.store import Store

ROOT = Path(__file__).parents[1]
XINGTU = ROOT.parent / "shared/data/rosters/xingtu_beauty_160.csv"

PRODUCT_HEADINGS = ("商品名称", "类目", "售价", "单件成本", "物流包装成本", "平台扣点", "退货率", "库存")
ROSTER_HEADINGS = ("达人ID", "达人昵称", "平台", "粉丝数", "场均观看", "合作方式", "坑位费", "佣金率")
MASK = ("补水面膜", "面膜", 69, 20, 4, "5%", "10%", 5000)
FRIDGE = ("小冰箱", "家电", 899, 500, 30, "5%", "8%", 200)


def host(number, fee=800, commission="20%", followers=20_000, views=9_000):
    return (f"h{number}", f"达人{number}", "抖音", followers + number, views, "坑位+佣金", fee, commission)


def a_table(path, headings, *rows):
    write_rows(path, headings, rows)
    return path


@pytest.fixture
def products(tmp_path):
    return a_table(tmp_path / "商品.csv", PRODUCT_HEADINGS, MASK, FRIDGE)


@pytest.fixture
def roster(tmp_path):
    rows = [host(n, 300 + 40 * n, views=4_000 + 700 * n) for n in range(20)]
    rows += [
        host(90, 9_000, followers=300_000, views=90_000),
        host(91, 60_000, followers=3_000_000, views=800_000),
    ]
    return a_table(tmp_path / "名单.xlsx", ROSTER_HEADINGS, *rows)


def run(*args, env=None, **more):
    command = [sys.executable, "-m", "gui", *map(str, args)]
    language = {"LC_ALL": "en_US.UTF-8", "PYTHONUTF8": "1"}
    done = subprocess.run(
        command,
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, **language, **(env or {})},
        **more,
    )
    assert "Traceback" not in done.stderr
    return done


def answer(*args, **more):
    done = run(*args, "--json", "-", **more)
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout)


@pytest.fixture
def refused(capfd, monkeypatch):
    """The lines on standard error of a call that must end with a status and say nothing else.

    In this process: starting sixty others for it takes a minute.
    """
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")

    def call(status, *args):
        try:
            ended = main(list(map(str, args)))
        except SystemExit as left:
            ended = left.code
        out, err = capfd.readouterr()
        assert (ended, out) == (status, ""), err
        assert "Traceback" not in err
        assert all(line.strip() for line in err.splitlines())
        return err.splitlines()

    yield call
    words.use(words.english())


def says(code, line, place=""):
    """Whether a line is the sentence of a code (as far as its first figure), at a place."""
    start = {**PROBLEMS, **OF_LINES}[code].partition("{")[0]
    return line.startswith(f"{place}: {start}" if place else start)


# ── grade ──


GRADE_KEYS = {
    "name", "class", "probabilities", "interval_days", "repurchase_rate", "orders_per_year", "basis", "customers",
    "reasons", "price_rule", "readiness",
}  # fmt: skip
READY_KEYS = {
    "verdict", "needed", "rate", "probability", "fee", "commission", "first_value", "repeat_value", "try",
}  # fmt: skip


def test_grade_says_all_the_contract_names(products):
    said = answer("grade", "--products", products)
    assert set(said) == {"products", "shop", "refused", "problems"}
    assert (said["shop"], said["refused"], said["problems"]) == (None, [], [])
    mask, fridge = said["products"]
    assert mask.keys() >= GRADE_KEYS
    assert (mask["name"], mask["class"], fridge["class"], mask["basis"]) == (
        "补水面膜",
        "D",
        "A",
        "attributes",
    )
    assert sum(mask["probabilities"].values()) == pytest.approx(1, abs=1e-5)
    assert list(mask["interval_days"]) == ["median", "low", "high"]
    assert mask["repurchase_rate"]["window_days"] == 365
    assert set(mask["price_rule"]) == {"threshold", "over", "orders_at_threshold_ratio"}
    assert fridge["price_rule"]["over"]
    assert all("code" in reason for reason in mask["reasons"])


def test_grade_says_whether_paid_first_orders_come_back(products):
    policy = load()
    for product in answer("grade", "--products", products)["products"]:
        ready = product["readiness"]
        assert ready.keys() >= READY_KEYS
        assert ready["commission"] == policy.estimates.commission
        assert ready["rate"] == product["repurchase_rate"]["value"]
        assert ready["verdict"] in {"ready", "not_ready", "unclear", "pays_at_once", "never"}
        assert (ready["needed"] is None) == (ready["verdict"] == "never")
        for step in ready["try"]:
            assert step.keys() == {"code", "needed", "rate", "value"}
            assert step["code"].startswith("try_")
    mask, fridge = answer("grade", "--products", products)["products"]
    assert (
        fridge["readiness"]["verdict"] == "never"
    )  # a fridge lasts for years: no first order is paid by the next
    assert mask["readiness"]["needed"] > 0


def test_grade_judges_at_what_the_hosts_of_the_project_ask(tmp_path):
    project = tmp_path / "shop.rmx"
    with Store.open(project, create=True) as store:
        store.put_products([Product("补水面膜", 69.0, "面膜", 20.0, 4.0, 0.05, 0.1)])
        store.put_influencers(
            [
                Influencer(f"h{n}", f"h{n}", "douyin", views=20_000.0, offers=(Offer("纯佣", 0.0, 0.25),))
                for n in range(3)
            ]
        )
    ready = answer("grade", "--project", project)["products"][0]["readiness"]
    assert (ready["fee"], ready["commission"], ready["verdict"]) == (0.0, 0.25, "pays_at_once")
    assert (ready["needed"], ready["probability"], ready["try"]) == (0.0, 1.0, [])
    assert ready["first_value"] > 0
    assert ready["most_fee"] == pytest.approx(ready["first_value"] + ready["repeat_value"], abs=0.011)


def test_grade_tells_people_one_verdict_for_each_product(products):
    lines = run("grade", "--products", products).stdout.splitlines()
    said = [line for line in lines if "before going live:" in line]
    assert [line.partition(",")[0] for line in said] == ["补水面膜", "小冰箱"]
    assert said[1].startswith("小冰箱, before going live: Never pays back")
    chinese = run("grade", "--products", products, "--lang", "zh_CN").stdout
    assert "小冰箱，开播前：回不了本" in chinese


ORDER_HEADINGS = ("订单编号", "买家", "付款时间", "商品", "数量", "实付金额", "退款金额")


def orders(path, days, end):
    start = dt.date(2024, 1, 1)
    rows = [(f"a{n}", f"客{n}", start.isoformat(), "补水面膜", 1, 69, 0) for n in range(30)]
    rows += [
        (f"b{n}", f"客{n}", (start + dt.timedelta(day)).isoformat(), "补水面膜", 1, 69, 0)
        for n, day in enumerate(days)
    ]
    rows.append(("end", "", (start + dt.timedelta(end)).isoformat(), "补水面膜", 1, 69, 0))
    return a_table(path, ORDER_HEADINGS, *rows)


def test_orders_join_the_grade_and_give_the_shop(products, tmp_path):
    file = orders(tmp_path / "订单.csv", (20, 30, 40, 50, 60, 70), 420)
    said = answer("grade", "--products", products, "--orders", file)
    mask, fridge = said["products"]
    assert (mask["basis"], mask["customers"], fridge["basis"]) == ("both", 30, "attributes")
    assert said["shop"]["interval_days"]["median"] == 40  # half of the six who came back are back by then
    assert 30 < mask["interval_days"]["median"] < 40  # six returns and the days a mask lasts
    assert (said["shop"]["customers"], said["shop"]["basis"]) == (30, "orders")
    assert [(r["code"], r["product"]) for r in said["refused"]] == [("few_customers", "小冰箱")]
    assert [(r["window_days"], r["value"], r["basis"]) for r in said["shop"]["rates"]] == [
        (30, 0.066667, "orders"),
        (60, 0.166667, "orders"),
        (90, 0.2, "orders"),
        (180, 0.2, "orders"),
        (365, 0.2, "orders"),
    ]
    assert mask["rates"] == said["shop"]["rates"]
    assert fridge["rates"] == []
    assert [p["code"] for p in said["problems"]] == ["buyers_unknown"]
    assert said["problems"][0]["message"]


def test_a_short_history_is_refused_and_said(products, tmp_path):
    file = orders(tmp_path / "订单.csv", (10, 15), 20)
    said = answer("grade", "--products", products, "--orders", file)
    assert said["shop"] is None
    assert {"code": "history_short", "product": "补水面膜", "days": 20, "least": 30, "more": 10} in said[
        "refused"
    ]
    assert said["products"][0]["basis"] == "attributes"


def test_rows_set_aside_are_listed_with_their_place(tmp_path):
    file = a_table(tmp_path / "商品.csv", PRODUCT_HEADINGS, MASK, ("坏", "面膜", -3, "", "", "", "", ""))
    problem = answer("grade", "--products", file)["problems"][0]
    assert problem.keys() >= {"code", "file", "row", "column", "message"}
    assert (problem["code"], problem["file"], problem["row"], problem["column"]) == (
        "too_low",
        "商品.csv",
        3,
        "售价",
    )


# ── plan ──


PLAN_KEYS = {
    "budget", "spend", "objective", "bound", "gap", "seconds", "status", "mix", "tiers", "choices", "rejected", "risk",
    "concentration", "overlap", "warnings", "problems",
}  # fmt: skip
CHOICE_KEYS = {
    "id", "name", "platform", "tier", "offer", "sessions", "cost", "orders", "first_profit", "long_profit", "reasons",
    "product", "estimated", "overlap",
}  # fmt: skip


def check_plan(said, budget):
    assert said.keys() >= PLAN_KEYS
    assert set(said["mix"]) == set(said["tiers"]) == {"head", "waist", "tail"}
    assert all(set(tier) == {"count", "spend", "orders", "long_profit"} for tier in said["tiers"].values())
    assert said["choices"]
    for choice in said["choices"]:
        assert choice.keys() >= CHOICE_KEYS
        assert choice["orders"].keys() == {"mean", "low", "high"}
    assert all(one.keys() >= {"id", "reason", "short_by"} for one in said["rejected"])
    assert said["risk"].keys() >= {"loss_probability", "p05", "p50", "p95", "cvar95"}
    assert said["concentration"].keys() >= {"top1", "top5", "hhi"}
    assert said["spend"] == pytest.approx(sum(c["cost"] for c in said["choices"]), abs=0.01)
    assert said["objective"] == pytest.approx(sum(c["long_profit"] for c in said["choices"]), abs=0.1)
    assert said["overlap"]["cost"] == pytest.approx(sum(c["overlap"] for c in said["choices"]), abs=0.05)
    assert said["spend"] <= budget
    assert said["objective"] <= said["bound"]


def test_plan_says_all_the_contract_names(products, roster):
    said = answer("plan", "--products", products, "--roster", roster, "--budget", 20_000)
    check_plan(said, 20_000)
    ids = {c["id"] for c in said["choices"]} | {r["id"] for r in said["rejected"]}
    assert len(ids) == len(said["choices"]) + len(said["rejected"]) == 22


def test_the_same_call_says_the_same(products, roster):
    args = ("plan", "--products", products, "--roster", roster, "--budget", 20_000, "--seed", 7)
    one, two = answer(*args), answer(*args)
    assert {**one, "seconds": 0} == {**two, "seconds": 0}
    assert one["seed"] == 7


def test_what_was_chosen_is_priced_the_same_and_less_is_not_better(products, roster, tmp_path):
    args = ("plan", "--products", products, "--roster", roster, "--budget", 20_000)
    best = answer(*args)
    rows = [(c["id"], c["offer"], c["sessions"], c["product"]) for c in best["choices"]]
    for some, objective in ((rows, best["objective"]), (rows[1:], None)):
        file = a_table(tmp_path / "choices.csv", ("id", "offer", "sessions", "product"), *some)
        priced = answer(*args, "--choose", file)
        check_plan(priced, 20_000)
        assert priced["status"].startswith("chosen")
        assert priced["objective"] <= best["bound"]
        assert objective is None or priced["objective"] == pytest.approx(objective, abs=0.01)


def test_limits_are_kept(products, roster):
    args = ("plan", "--products", products, "--roster", roster, "--budget", 20_000, "--product", "补水 面膜")
    said = answer(
        *args,
        "--lock",
        "h3",
        "--lock",
        "h4",
        "--ban",
        "h19",
        "--free-mix",
        "--set",
        "matrix.max_share_cd=0.5",
    )
    chosen = {c["id"]: c for c in said["choices"]}
    assert {"h3", "h4"} <= set(chosen)
    assert chosen["h3"]["locked"]
    assert {c["product"] for c in said["choices"]} == {"补水面膜"}
    assert {"id": "h19", "reason": "banned"}.items() <= next(
        r for r in said["rejected"] if r["id"] == "h19"
    ).items()
    assert said["free_mix"]
    assert "free_mix" in [w["code"] for w in said["warnings"]]


def test_one_host_makes_a_plan_with_a_warning(products, tmp_path):
    file = a_table(tmp_path / "一个.csv", ROSTER_HEADINGS, host(1))
    said = answer("plan", "--products", products, "--roster", file, "--budget", 5_000)
    assert [c["id"] for c in said["choices"]] == ["h1"]
    assert "single_host" in [w["code"] for w in said["warnings"]]


def test_our_templates_as_they_are_make_a_plan(tmp_path):
    for kind in ("products", "roster"):
        write_template(kind, tmp_path / f"{kind}.xlsx", "zh_CN")
    files = ("--products", tmp_path / "products.xlsx", "--roster", tmp_path / "roster.xlsx")
    check_plan(answer("plan", *files, "--budget", 50_000), 50_000)


@pytest.mark.skipif(not XINGTU.is_file(), reason=f"the shared example data is not at {XINGTU}")
def test_a_real_roster_makes_a_plan(products):
    said = answer("plan", "--products", products, "--roster", XINGTU, "--budget", "5万")
    check_plan(said, 50_000)
    assert len(said["choices"]) + len(said["rejected"]) == 160
    assert all(len(c["id"]) == 19 for c in said["choices"])


def test_out_holds_the_plan_as_json_table_and_pictures_and_qt_is_not_loaded(products, roster, tmp_path):
    args = [
        "plan",
        "--products",
        products,
        "--roster",
        roster,
        "--budget",
        "20000",
        "--out",
        tmp_path / "新 夹",
    ]
    code = f"""
import sys
from gui.__main__ import main
status = main({[str(a) for a in args]!r})
sys.exit(status or sum(name.startswith(("PySide6", "shiboken6")) for name in sys.modules))"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout
    folder = tmp_path / "新 夹"
    assert {f.name for f in folder.iterdir()} == {
        "plan.json",
        "plan.xlsx",
        "pyramid.png",
        "hosts.png",
        "risk.png",
    }
    check_plan(json.loads((folder / "plan.json").read_text("utf-8")), 20_000)
    assert all(f.read_bytes().startswith(b"\x89PNG") for f in folder.glob("*.png"))


def test_without_json_people_read_a_few_lines(products, roster, tmp_path):
    args = ("plan", "--products", products, "--roster", roster, "--budget", 20_000)
    done = run(*args)
    assert done.returncode == 0
    assert "¥20,000" in done.stdout
    assert len(done.stdout.splitlines()) < 25
    quiet = run(*args, "--json", tmp_path / "plan.json")
    assert (quiet.returncode, quiet.stdout) == (0, "")
    check_plan(json.loads((tmp_path / "plan.json").read_text("utf-8")), 20_000)


# ── what cannot be used: status 2 ──


@pytest.mark.parametrize("budget", ["-5", "1e18", "abc", "inf", "nan", ""])
def test_an_impossible_budget_is_refused(refused, products, roster, budget):
    [line] = refused(2, "plan", "--products", products, "--roster", roster, f"--budget={budget}")
    assert line.startswith("budget: ")


def test_no_budget_is_refused(refused, products, roster):
    [line] = refused(2, "plan", "--products", products, "--roster", roster)
    assert says("required", line, "budget")


def test_a_roster_without_hosts_is_refused(refused, products, tmp_path):
    file = a_table(tmp_path / "空.csv", ROSTER_HEADINGS)
    lines = refused(2, "plan", "--products", products, "--roster", file, "--budget", 5_000)
    assert says("no_rows", lines[0], "空.csv")
    assert says("roster_empty", lines[-1])


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("空.csv", b"", "file_empty"),
        ("图.csv", b"\x89PNG\r\n\x1a\n" + bytes(50), "not_a_table"),
        ("页.xls", b"<!DOCTYPE html><html></html>", "not_a_table"),
        ("坏.xlsx", b"PK\x03\x04" + bytes(60), "unreadable_workbook"),
        ("别的.csv", "天气,温度\n晴,20\n".encode(), "not_a_roster"),
    ],
)
def test_a_file_that_is_no_roster_is_refused(refused, products, tmp_path, name, data, code):
    (tmp_path / name).write_bytes(data)
    [line] = refused(2, "plan", "--products", products, "--roster", tmp_path / name, "--budget", 5_000)
    assert says(code, line, name)


def test_a_missing_file_and_a_folder_are_refused(refused, products, tmp_path):
    for file, code in ((tmp_path / "无.csv", "file_missing"), (tmp_path, "not_a_table")):
        [line] = refused(2, "plan", "--products", products, "--roster", file, "--budget", 5_000)
        assert says(code, line, file.name)
    [line] = refused(2, "grade", "--products", tmp_path / "无.xlsx")
    assert says("file_missing", line, "无.xlsx")


@pytest.mark.parametrize(
    ("price", "cost", "code"), [(-3, 1, "too_low"), (1e12, 1, "too_high"), ("便宜", 1, "not_a_number")]
)
def test_a_catalogue_of_nothing_but_nonsense_is_refused_with_the_place(refused, tmp_path, price, cost, code):
    file = a_table(tmp_path / "商品.csv", PRODUCT_HEADINGS, ("坏", "面膜", price, cost, "", "", "", ""))
    lines = refused(2, "grade", "--products", file)
    assert says(code, lines[0], "商品.csv:2:售价")
    assert says("no_products", lines[-1])


def test_bad_input_ends_a_process_with_its_status_and_no_traceback(products, roster, tmp_path):
    done = run("plan", "--products", products, "--roster", roster, "--budget", "0")
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (3, "", 1)
    done = run(
        "plan", "--products", products, "--roster", tmp_path / "无.csv", "--budget", "5000", "--json", "-"
    )
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)


@pytest.mark.parametrize("damage", ["text", "cut", "zeros", "missing"])
def test_a_damaged_project_is_refused(refused, project, damage):
    data = project.read_bytes()
    if damage == "missing":
        project.unlink()
    else:
        project.write_bytes(
            {"text": b"hello", "cut": data[: len(data) // 2], "zeros": data[:4096] + bytes(len(data) - 4096)}[
                damage
            ]
        )
    for verb in (("grade",), ("plan", "--budget", "5000"), ("report", "--pdf", project.with_suffix(".pdf"))):
        [line] = refused(2, *verb, "--project", project)
        assert line.startswith("春季.rmx: ")


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (("--product", "没有"), "product_unknown"),
        (("--set", "matrix.gap"), "policy_setting"),
        (("--set", "matrix.nothing=1"), "policy_key_unknown"),
        (("--set", "response.authenticity=-4"), "policy_value"),
    ],
)
def test_an_argument_that_means_nothing_is_refused(refused, products, roster, args, code):
    [line] = refused(2, "plan", "--products", products, "--roster", roster, "--budget", 5_000, *args)
    assert PROBLEMS[code].partition("{")[0] in line


@pytest.mark.parametrize(
    "args",
    [
        ("plan",), ("sing",), ("grade",), ("grade", "--products", "a", "--project", "b"), ("report", "--demo"),
        ("plan", "--products", "a"), ("plan", "--project", "a", "--roster", "b"), ("grade", "--products", "a", "--nonsense"),
        ("plan", "--products", "a", "--roster", "b", "--seed", "-1"), ("grade", "--products", "a", "--lang", "fr"),
    ],
)  # fmt: skip
def test_a_wrong_call_is_told_in_one_line(refused, args):
    [line] = refused(2, *args)
    assert line.startswith("repurchase-matrix")


def test_a_folder_that_cannot_be_written_is_said(refused, products, roster, tmp_path):
    (tmp_path / "file").write_text("x")
    args = ("plan", "--products", products, "--roster", roster, "--budget", 20_000)
    for more in (("--out", tmp_path / "file"), ("--json", tmp_path / "no" / "where.json")):
        [line] = refused(2, *args, *more)
        assert PROBLEMS["cannot_write"].partition("{")[0] in line


# ── what leaves nothing: status 3 ──


@pytest.mark.parametrize("budget", [0, 200])
def test_a_budget_that_pays_no_host_leaves_nothing(refused, products, roster, budget):
    [line] = refused(3, "plan", "--products", products, "--roster", roster, "--budget", budget)
    assert says("budget_below_fees", line)


def test_all_hosts_banned_leaves_nothing(refused, products, tmp_path):
    file = a_table(tmp_path / "名单.csv", ROSTER_HEADINGS, host(1), host(2))
    [line] = refused(
        3, "plan", "--products", products, "--roster", file, "--budget", 5_000, "--ban", "h1", "--ban", "h2"
    )
    assert says("all_banned", line)


@pytest.mark.parametrize(
    ("product", "commission", "code"),
    [
        (("亏本", "面膜", 20, 30, 4, "5%", "10%", 500), "20%", "price_below_cost"),
        (("没货", "面膜", 69, 20, 4, "5%", "10%", 0), "20%", "stock_zero"),
        (("高佣", "面膜", 69, 40, 4, "5%", "10%", 500), "80%", "commission_over_margin"),
        (("更高佣", "面膜", 69, 20, 4, "5%", "10%", 500), "95%", "commission_over_margin"),
    ],
)
def test_a_product_that_cannot_earn_leaves_nothing(refused, tmp_path, product, commission, code):
    goods = a_table(tmp_path / "商品.csv", PRODUCT_HEADINGS, product)
    hosts = a_table(
        tmp_path / "名单.csv", ROSTER_HEADINGS, *(host(n, commission=commission) for n in range(5))
    )
    [line] = refused(3, "plan", "--products", goods, "--roster", hosts, "--budget", 20_000)
    assert says(code, line)


def test_a_lock_or_choice_that_is_nowhere_leaves_nothing(refused, products, roster, tmp_path):
    args = ("plan", "--products", products, "--roster", roster, "--budget", 20_000)
    [line] = refused(3, *args, "--lock", "nobody")
    assert says("lock_unknown", line)
    file = a_table(
        tmp_path / "choices.csv", ("id", "offer", "sessions"), ("h1", "坑位+佣金", 1), ("h2", "没有", 1)
    )
    [line] = refused(2, *args, "--choose", file)
    assert says("choice_unknown", line)


def test_half_a_choice_is_not_priced(refused, products, roster, tmp_path):
    file = a_table(
        tmp_path / "choices.csv", ("id", "offer", "sessions"), ("h1", "坑位+佣金", 1), ("h2", "", 1)
    )
    [line] = refused(
        2, "plan", "--products", products, "--roster", roster, "--budget", 20_000, "--choose", file
    )
    assert says("required_in_line", line, "choices.csv:3:offer")


# ── projects ──


@pytest.fixture
def project(tmp_path):
    path = tmp_path / "春季.rmx"
    hosts = [
        Influencer(
            f"h{n}", f"达人{n}", "douyin", followers=30_000, views=9_000.0, offers=(Offer("a", 500.0, 0.2),)
        )
        for n in range(9)
    ]
    with Store.open(path, create=True) as store:
        [mask] = store.put_products([Product("补水面膜", 69.0, "面膜", 20.0)])
        store.put_products([Product("小冰箱", 899.0, "家电", 500.0)])
        store.put_influencers(hosts)
        store.put_request(Request(3_000.0, (mask.id,), bans=frozenset({"h0"})))
    return path


def test_a_project_brings_its_own_request(project):
    said = answer("plan", "--project", project)
    check_plan(said, 3_000)
    assert {c["product"] for c in said["choices"]} == {"补水面膜"}
    assert "h0" not in {c["id"] for c in said["choices"]}


def test_arguments_go_before_the_projects_request(project):
    said = answer("plan", "--project", project, "--budget", 1_800, "--ban", "h1")
    check_plan(said, 1_800)
    assert not {"h0", "h1"} & {c["id"] for c in said["choices"]}
    assert [p["name"] for p in answer("grade", "--project", project)["products"]] == ["补水面膜", "小冰箱"]


def test_the_operators_page_is_printed_for_the_days_of_the_project(project, tmp_path):
    done = run(
        "report",
        "--project",
        project,
        "--pdf",
        tmp_path / "pay.pdf",
        "--paper",
        "operator",
        "--lang",
        "zh_CN",
    )
    assert (done.returncode, done.stderr) == (0, "")
    text = "".join("".join(page.extract_text() for page in PdfReader(tmp_path / "pay.pdf").pages).split())
    assert "谈定内容" in text


def test_where_nobody_can_be_hired_one_page_says_why_with_status_3(project, tmp_path):
    from model.records import Request
    from model.store import Store

    with Store.open(project) as store:
        store.put_request(Request(1.0))
    done = run("report", "--project", project, "--pdf", tmp_path / "no.pdf", "--lang", "en")
    assert done.returncode == 3
    assert done.stderr
    [page] = PdfReader(tmp_path / "no.pdf").pages
    assert "No plan keeps these limits" in " ".join(page.extract_text().split())


def test_a_project_is_reported_as_pdf(project, tmp_path):
    done = run("report", "--project", project, "--pdf", tmp_path / "报告.pdf", "--lang", "en")
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "报告.pdf").read_bytes().startswith(b"%PDF")


# ── no screen ──


def without_screen(tmp_path):
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return {**dict.fromkeys(screens, ""), "TMPDIR": str(tmp_path)}


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux comes without a screen")
def test_the_demo_runs_without_a_screen(tmp_path):
    done = run("--demo", env=without_screen(tmp_path))
    assert (done.returncode, done.stderr) == (0, "")
    [folder] = tmp_path.glob("repurchase-matrix-demo-*")
    assert str(folder) in done.stdout
    assert "¥50,000" in done.stdout
    wanted = {"demo.rmx", "plan.json", "plan.xlsx", "pyramid.png", "hosts.png", "risk.png", "report.pdf"}
    assert {file.name for file in folder.iterdir()} == wanted


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux comes without a screen")
def test_a_window_without_a_screen_is_refused_in_a_sentence(tmp_path):
    for args in ((), ("x.rmx",)):
        done = run(*args, env=without_screen(tmp_path))
        assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)


# ── inside ──


@pytest.mark.parametrize(
    ("names", "language"),
    [
        ({}, "zh_CN"), ({"LANG": "C.UTF-8"}, "zh_CN"), ({"LANG": "POSIX"}, "zh_CN"), ({"LANG": "zh_TW.UTF-8"}, "zh_CN"),
        ({"LANG": "en_GB.UTF-8"}, "en"), ({"LANG": "de_DE", "LC_ALL": "zh_CN"}, "zh_CN"), ({"LANG": "zh_CN", "LC_MESSAGES": "fr"}, "en"),
    ],
)  # fmt: skip
def test_the_language_is_that_of_the_locale(monkeypatch, names, language):
    for key in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(key, raising=False)
    for key, value in names.items():
        monkeypatch.setenv(key, value)
    assert cli.system_language() == language


def test_what_libraries_print_is_kept_from_standard_output(capfd):
    with cli._own_stdout() as out:
        os.write(1, b"HighsMipSolverData::noise\n")
        out.write("{}\n")
    os.write(1, b"after\n")
    assert capfd.readouterr().out == "{}\nafter\n"


def test_our_own_fault_is_a_sentence_and_a_log(monkeypatch, capfd, tmp_path):
    def broken(args, out):
        raise ZeroDivisionError("secret")

    monkeypatch.setattr(cli, "_VERBS", {"grade": broken})
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert main(["grade", "--products", "x", "--lang", "en"]) == 1
    out, err = capfd.readouterr()
    [log] = tmp_path.glob("*.log")
    assert (out, len(err.splitlines())) == ("", 1)
    assert str(log) in err
    assert "builtins.ZeroDivisionError" in log.read_text()
    assert "in broken" in log.read_text()
    assert "secret" not in log.read_text().replace(
        'raise ZeroDivisionError("secret")', ""
    )  # our line, not its value


def test_a_reader_that_leaves_early_is_no_fault(products):
    command = f"{sys.executable} -m gui grade --products '{products}' --json - | head -1"
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, check=False)
    assert (done.stdout, done.stderr) == (b"{\n", b"")


RESULT_HEADINGS = ("达人ID", "商品名称", "日期", "场次", "观看", "订单", "退款订单")


def test_a_plan_learns_from_results(products, roster, tmp_path):
    plain = ("plan", "--products", products, "--roster", roster, "--budget", 8_000, "--free-mix")
    before = answer(*plain)
    assert before["learned"] is None
    first = before["choices"][0]
    bad = [(first["id"], first["product"], f"2026-0{month}-01", 1, 9_000, 0, 0) for month in range(1, 7)]
    results = a_table(
        tmp_path / "复盘.csv", RESULT_HEADINGS, *bad, ("nobody", "补水面膜", "2026-01-01", 1, 1, 1, 0)
    )
    after = answer(*plain, "--results", results)
    told = after["learned"]
    assert told["results"] == 6
    assert told["unused"] == [{"code": "results_unused_host", "n": 1}]
    (change,) = told["changes"]
    assert (change["id"], change["results"]) == (first["id"], 6)
    assert change["after"]["high"] < change["before"]["low"]
    assert first["id"] not in {one["id"] for one in after["choices"]}
    went = {one["id"]: one["code"] for one in told["plan"]["went"]}
    assert went[first["id"]] == "results_worse"
    assert 0 <= told["calibration"]["low"] <= told["calibration"]["high"] <= 1
    said = run(*plain, "--results", results).stdout
    assert f"{first['name']}: their own results were worse than forecast." in said
    assert "after 6 results" in said


RESULTS = ("达人ID", "商品名称", "日期", "订单")


def test_results_of_campaigns_are_read_and_what_is_wrong_in_them_is_listed(products, roster, tmp_path):
    results = a_table(
        tmp_path / "复盘.csv", RESULTS, ("h1", "补水面膜", "2026-03-01", 12), ("h2", "补水面膜", "不知道", 3)
    )
    done = run(
        "plan",
        "--products",
        products,
        "--roster",
        roster,
        "--results",
        results,
        "--budget",
        6000,
        "--json",
        "-",
    )
    assert done.returncode == 0
    (problem,) = [one for one in json.loads(done.stdout)["problems"] if one["file"] == "复盘.csv"]
    assert (problem["code"], problem["row"], problem["column"]) == ("not_a_date", 3, "日期")
    refused = run("plan", "--products", products, "--roster", roster, "--results", products, "--budget", 6000)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "These are not campaign results" in refused.stderr


def test_a_plan_follows_the_price_rule_of_the_shops_own_orders(roster, tmp_path):
    products = a_table(tmp_path / "新品.csv", PRODUCT_HEADINGS, ("面霜", "面霜", 99, 20, 4, "5%", "10%", ""))
    start = dt.date(2024, 1, 1)
    rows = [
        (f"{name}{day}-{n}", f"客{name}{day}{n}", (start + dt.timedelta(day)).isoformat(), name, 1, price, 0)
        for name in ("补水面膜", "眼膜", "手膜", "足膜")
        for day in range(200)
        for price, orders in [(65, 9) if day // 20 % 2 else (79, 1)]
        for n in range(orders)
    ]
    file = a_table(tmp_path / "订单.csv", ORDER_HEADINGS, *rows)
    asked = ("plan", "--products", products, "--roster", roster, "--budget", 20000)
    usual, own, by_hand = (
        answer(*asked, *more)
        for more in ((), ("--orders", file), ("--orders", file, "--set", "price_rule.drop=0.35001"))
    )
    assert own["orders"] < 0.8 * usual["orders"]
    assert by_hand["orders"] == pytest.approx(usual["orders"], rel=0.05)


def test_a_tiered_commission_comes_out_of_a_roster_into_the_plan(products, tmp_path):
    rows = [(f"h{n}", f"达人{n}", "抖音", 20_000, 9_000, "纯佣", 0, "20%；1千以上30%") for n in range(3)]
    roster = a_table(tmp_path / "名单.csv", ROSTER_HEADINGS, *rows)
    said = answer("plan", "--products", products, "--roster", roster, "--budget", 5000)
    choice = said["choices"][0]
    assert (choice["commission"], choice["steps"]) == (0.2, [{"above": 1000, "commission": 0.3}])
    why = next(reason for reason in choice["reasons"] if reason["code"] == "commission_steps")
    assert 0.2 < why["average"] < 0.3


def test_a_booked_session_whose_results_are_given_is_not_planned_again(project, tmp_path):
    """The fee of a session that ran is spent, and its orders have come: neither belongs into the next plan."""
    with Store.open(project) as store:
        asked = store.snapshot().request
        deal, day = ("h1", store.snapshot().influencers[1].offers[0].name, 1), ("h1", "2026-03-01")
        store.put_request(replace(asked, limits=replace(asked.limits, booked=(deal,), booked_on=(day,))))
    rows = (("h1", "补水面膜", "2026-02-28", 12), ("h2", "补水面膜", "2026-03-02", 3))
    before = a_table(tmp_path / "以前.csv", RESULTS, *rows)
    after = a_table(tmp_path / "复盘.csv", RESULTS, ("h1", "补水面膜", "2026-03-02", 12))
    planned = {
        file: {
            c["id"]: c["locked"] for c in answer("plan", "--project", project, "--results", file)["choices"]
        }
        for file in (before, after)
    }
    assert planned[before]["h1"] is True
    assert planned[after].get("h1", False) is False
