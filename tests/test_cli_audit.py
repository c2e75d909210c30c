"""``audit`` as other programs use it: keys of the contract, files that add to each other, and plain lines."""

import datetime as dt
import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from pypdf import PdfReader

from gui import words
from gui.__main__ import main
from model.intake.out.templates import write_rows
from model.records import Audience, Influencer, Product
from model.results import Result
from model.store import Store

ROOT = Path(__file__).parents[1]
KEYS = {"id", "name", "platform", "tier", "authenticity", "verdict", "evidence", "fair_fee"}
PIECE = {"code", "value", "peers", "weight"}
ROSTER = (
    "达人ID",
    "达人昵称",
    "平台",
    "粉丝数",
    "场均观看",
    "互动率",
    "类目",
    "合作方式",
    "坑位费",
    "佣金率",
)
ORDERS = ("订单编号", "买家", "付款时间", "商品", "数量", "实付金额", "退款金额", "达人ID")
RESULTS = ("达人ID", "商品名称", "日期", "观看", "订单")


@pytest.fixture
def roster(tmp_path):
    rng = np.random.default_rng(6)
    rows = []
    for n in range(40):
        followers = round(float(np.exp(rng.normal(11, 1))))
        views = round(3 * followers**0.75 * float(np.exp(rng.normal(0, 0.5))))
        rate = f"{3 * float(np.exp(rng.normal(0, 0.3))):.2f}%"
        rows.append(
            (
                f"h{n}",
                f"达人{n}",
                "抖音",
                followers,
                views,
                rate,
                "面膜",
                "坑位",
                round(followers * 0.04),
                "20%",
            )
        )
    rows.append(("bad", "水号", "抖音", 2_000_000, 600, "0.1%", "面膜", "坑位", 90_000, "20%"))
    path = tmp_path / "名单.csv"
    write_rows(path, ROSTER, rows)
    return path


@pytest.fixture
def orders(tmp_path):
    rows = [(f"o{n}", f"u{n}", f"2026-03-01 20:{n % 60:02d}:00", "面膜", 1, 69, 0, "h1") for n in range(40)]
    rows += [(f"p{n}", f"w{n}", f"2026-03-01 21:{n % 60:02d}:00", "面膜", 1, 69, 0, "") for n in range(60)]
    rows += [
        (f"q{n}", f"fake{n % 3}", "2026-03-01 20:30:00", "面膜", 1, 69, 69 if n % 5 else 0, "h2")
        for n in range(50)
    ]
    path = tmp_path / "订单.csv"
    write_rows(path, ORDERS, rows)
    return path


def answer(capfd, *args):
    assert main(["audit", *map(str, args), "--json", "-"]) == 0
    out, err = capfd.readouterr()
    assert err == ""
    return json.loads(out)


def test_audit_says_all_the_contract_names(roster, capfd):
    said = answer(capfd, "--roster", roster)
    assert {"influencers", "problems"} <= said.keys()
    assert said["orders"] is None
    assert sum(said["verdicts"].values()) == 41
    for one in said["influencers"]:
        assert one.keys() >= KEYS
        assert list(one["authenticity"]) == ["value", "low", "high"]
        assert (
            0
            <= one["authenticity"]["low"]
            <= one["authenticity"]["value"]
            <= one["authenticity"]["high"]
            <= 1
        )
        assert one["verdict"] in {"clean", "doubtful", "padded", "unknown"}
        assert list(one["fair_fee"])[:3] == ["value", "low", "high"]
        assert one["negotiation"]
        for piece in one["evidence"]:
            assert piece.keys() >= PIECE
            assert piece["peers"].keys() == {"low", "median", "high"}
            assert piece["message"]
    bad = said["influencers"][-1]
    assert bad["verdict"] == "padded"
    assert {piece["code"] for piece in bad["evidence"]} >= {"views", "engagement", "reactions", "fee"}
    assert bad["fair_fee"]["percentile"] > 0.5
    assert sum(one["verdict"] == "padded" for one in said["influencers"][:-1]) <= 1


def test_orders_and_results_reach_the_hosts(roster, orders, tmp_path, capfd):
    results = tmp_path / "复盘.csv"
    write_rows(
        results,
        RESULTS,
        [("h3", "面膜", "2026-03-01", 300_000, 4), ("h4", "面膜", "2026-03-01", 20_000, 210)],
    )
    said = answer(capfd, "--roster", roster, "--orders", orders, "--results", results)
    by_id = {one["id"]: one for one in said["influencers"]}
    assert by_id["h2"]["verdict"] == "padded"
    assert {"few_buyers", "refunds"} <= {p["code"] for p in by_id["h2"]["evidence"] if p["weight"] > 1}
    own = next(p for p in by_id["h3"]["evidence"] if p["code"] == "own_orders")
    assert own["weight"] > 1
    first = said["orders"][0]
    assert (first["id"], first["orders"], first["verdict"]) == ("h2", 50, "padded")
    assert {"order_id", "paid_at", "paid", "signs"} == first["suspects"][0].keys()
    assert first["suspects"][0]["order_id"].startswith("q")
    assert not said["orders"][-1]["suspects"]
    assert said["orders"][-1]["id"] == "h1"
    assert said["orders"][-1]["verdict"] in {"clean", "unknown"}


def test_a_project_is_audited_with_its_products(tmp_path, roster, capfd):
    project = tmp_path / "shop.rmx"
    hosts = [Influencer(f"h{n}", f"h{n}", "douyin", audience=Audience("male")) for n in range(3)]
    with Store.open(project, create=True) as store:
        store.put_products([Product("面膜", 69.0, audience=Audience("female"))])
        store.put_influencers(hosts)
    said = answer(capfd, "--project", project)
    assert [one["verdict"] for one in said["influencers"]] == ["unknown"] * 3
    assert said["influencers"][0]["evidence"][0]["code"] == "audience"
    assert said["influencers"][0]["evidence"][0]["peers"] is None
    assert said["influencers"][0]["fair_fee"] is None


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_plain_lines_tell_the_worst_and_accuse_nobody(roster, orders, capfd, language):
    assert main(["audit", "--roster", str(roster), "--orders", str(orders), "--lang", language]) == 0
    out, _ = capfd.readouterr()
    words.use(words.english())
    assert "水号" in out
    assert not any(word in out for word in ("fraud", "cheat", "造假", "欺诈", "骗", "作弊"))
    assert ("prove nothing" if language == "en" else "不是证据") in out


@pytest.mark.parametrize("args", [(), ("--roster", "a", "--project", "b"), ("--orders", "a")])
def test_audit_needs_one_source(args, capfd):
    with pytest.raises(SystemExit) as left:
        main(["audit", *args])
    assert left.value.code == 2


def test_a_file_that_is_no_roster_is_refused_in_one_line(orders, capfd):
    assert main(["audit", "--roster", str(orders)]) == 2
    out, err = capfd.readouterr()
    words.use(words.english())
    assert out == ""
    assert len(err.splitlines()) == 1


def test_results_that_lie_in_a_project_count_and_a_file_beside_it_corrects_them(tmp_path, capfd):
    project, file = tmp_path / "shop.rmx", tmp_path / "复盘.csv"
    hosts = [Influencer(f"h{n}", f"h{n}", "douyin", followers=100_000, views=9000.0) for n in range(3)]
    day = dt.date(2026, 3, 1)
    with Store.open(project, create=True) as store:
        store.put_influencers(hosts)
        store.put_results(
            [
                Result("h1", "面膜", day, views=300_000, orders=4),
                Result("h2", "面膜", day, views=20_000, orders=210),
            ]
        )
    write_rows(file, RESULTS, [("h1", "面膜", "2026-03-01", 3_000, 40)])

    def own(*more):
        by_id = {one["id"]: one for one in answer(capfd, "--project", project, *more)["influencers"]}
        return next(piece["value"] for piece in by_id["h1"]["evidence"] if piece["code"] == "own_orders")

    assert own() == pytest.approx(4.5 / 300_000)
    assert own("--results", file) == pytest.approx(40.5 / 3_000)


# ── claims ──


def test_a_claim_needs_no_roster_and_says_what_it_would_take(capfd):
    said = answer(capfd, "--claim", "万粉账号日入500", "--claim", "sold 15,000 in 15 seconds", "--lang", "en")
    first, second = said["claims"]
    assert (first["kind"], first["code"], second["code"]) == ("income", "rare", "beyond")
    assert list(first["likely"]) == ["value", "low", "high"]
    assert first["own"] is None
    assert "¥500 a day" in first["message"]
    assert said["influencers"] == []


def test_own_orders_and_results_stand_beside_a_claim(roster, orders, tmp_path, capfd):
    results = tmp_path / "复盘.csv"
    write_rows(results, RESULTS, [("h3", "面膜", "2026-03-01", 100_000, 4)])
    said = answer(
        capfd, "--roster", roster, "--orders", orders, "--results", results, "--claim", "万粉账号日入500"
    )
    (claim,) = said["claims"]
    assert claim["own"] == 1
    assert claim["needs"]["price"] == 69


def test_a_claim_of_nothing_is_refused_with_what_to_name(capfd):
    assert main(["audit", "--claim", "你好", "--claim", "hello", "--lang", "en"]) == 2
    out, err = capfd.readouterr()
    words.use(words.english())
    assert out == ""
    assert [line.startswith("“") for line in err.splitlines()] == [True, True]


# ── the sheet for a dispute ──


def test_the_sheet_is_of_the_hosts_that_stand_out_or_of_those_asked_for(roster, orders, tmp_path):
    files = ["audit", "--roster", str(roster), "--orders", str(orders), "--lang", "zh_CN"]
    for extra, there, away in (((), "达人2", "达人1"), (("--host", "h1"), "达人1", "达人2")):
        pdf = tmp_path / f"{there}.pdf"
        # In a process of its own: the one Qt application of this one belongs to the tests of the window.
        done = subprocess.run(
            [sys.executable, "-m", "gui", *files, "--pdf", str(pdf), *extra],
            cwd=ROOT,
            capture_output=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, b"")
        text = " ".join(" ".join(page.extract_text() for page in PdfReader(pdf).pages).split())
        assert there in text
        assert away not in text
        assert not any(word in text for word in ("造假", "欺诈", "骗", "作弊"))


def test_the_negotiation_sheet_is_of_the_host_asked_for(roster, tmp_path):
    for host, status in (("h1", 0), ("nobody", 2)):
        pdf = tmp_path / f"{host}.pdf"
        done = subprocess.run(
            [
                sys.executable,
                "-m",
                "gui",
                "audit",
                "--roster",
                str(roster),
                "--sheet",
                str(pdf),
                "--host",
                host,
            ],
            cwd=ROOT,
            capture_output=True,
            check=False,
        )
        assert done.returncode == status
        assert bool(done.stderr) == (status == 2)
        assert pdf.exists() == (status == 0)


def test_a_host_without_orders_gets_no_sheet(roster, orders, tmp_path, capfd):
    files = ["audit", "--roster", str(roster), "--orders", str(orders), "--pdf", str(tmp_path / "a.pdf")]
    assert main([*files, "--host", "nobody", "--lang", "en"]) == 2
    _, err = capfd.readouterr()
    assert "nobody" in err
    words.use(words.english())
    assert not (tmp_path / "a.pdf").exists()


@pytest.mark.parametrize(
    "args",
    [
        ("--roster", "a", "--pdf", "b"),
        ("--roster", "a", "--orders", "o", "--host", "h"),
        ("--claim", "a", "--sheet", "b"),
    ],
)
def test_the_sheet_needs_orders(args, capfd):
    with pytest.raises(SystemExit) as left:
        main(["audit", *args])
    assert left.value.code == 2
