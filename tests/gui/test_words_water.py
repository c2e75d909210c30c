"""Water in words: every code of the model has its sentences, in both languages, and nobody is accused."""

import ast
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from gui import words
from gui.words import water
from gui.words.claimwords import NEEDS, PLACES, claim_lines, understood
from gui.words.plain import plain_voice
from gui.words.waterfacts import ASK, GROUPS, HONEST, ORDER_VERDICTS, POINTS, SUBJECTS, VERDICTS
from model.authenticity.claims import Claim, ClaimKind, OwnFigures, check_claim
from model.authenticity.fee import FairFee, negotiation
from model.authenticity.roster import Evidence, HostCheck, Verdict
from model.policy import load
from model.records import Estimate, Influencer, Offer

MODEL = Path(__file__).resolve().parents[2] / "model" / "authenticity"
POLICY = load()
PEERS = Estimate(0.2, 0.1, 0.3)


@pytest.fixture(params=["en", "zh_CN"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    words.use(plain_voice(request.param))
    yield request.param
    words.use(words.english())


def called_with(name: str, place: int = 0) -> set[str]:
    """The texts handed to calls of a name in the model's check for water."""
    found = set()
    for file in MODEL.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == name and len(node.args) > place:
                parts = [node.args[place]]
                if isinstance(parts[0], ast.IfExp):
                    parts = [parts[0].body, parts[0].orelse]
                found |= {part.value for part in parts if isinstance(part, ast.Constant)}
    return found


def test_every_piece_has_a_subject_and_a_question() -> None:
    codes = {"views", "engagement", "reactions", "sales"}
    codes |= called_with("_piece") | called_with("Piece") | called_with("_sign") | called_with("_of_few")
    assert {
        "views",
        "gain",
        "own_orders",
        "burst",
        "few_buyers",
        "few_addresses",
        "entered",
        "unpaid",
    } <= codes
    codes |= {
        "comments",
        "saves",
        "shares",
        "view_spread",
        "rate_spread",
        "like_spread",
        "refunds",
        "early_refunds",
    }
    assert codes - SUBJECTS.keys() - {"audience"} == set()
    assert codes - ASK.keys() == set()
    assert codes - {code for code, _ in HONEST} - {"audience"} == set()


def test_every_verdict_group_and_line_has_words() -> None:
    assert {verdict.value for verdict in Verdict} == VERDICTS.keys() == ORDER_VERDICTS.keys()
    assert {"platform", "size", "category_size", "shop"} <= GROUPS.keys()
    points = called_with("Point") | {"asks_above", "asks_within", "asks_below"}
    assert points == POINTS.keys()
    assert {kind.value for kind in ClaimKind} == NEEDS.keys()
    assert {"usual", "low", "rare", "beyond", "untold"} == PLACES.keys()


@pytest.mark.parametrize("side", ["low", "high", "usual"])
@pytest.mark.parametrize("code", sorted(SUBJECTS))
def test_every_piece_is_said_with_its_peers(language: str, code: str, side: str) -> None:
    piece = Evidence(code, 0.05, PEERS, 1.5, side, 40, "size")
    text = water.evidence(piece)
    assert "{" not in text
    assert "40" in text
    assert "40" not in water.evidence(replace(piece, peers=None))
    assert water.asked(piece)
    assert not water.asked(Evidence(code, 0.05, PEERS, 0.1, side, 40, "size"))
    if language == "zh_CN":
        assert not any(word in text for word in ("below", "above", "hosts"))


def test_a_verdict_is_told_with_its_heavy_reasons_or_its_heaviest_light_ones(language: str) -> None:
    def told(*weights: float) -> list[str]:
        pieces = tuple(Evidence("views", 0.05, PEERS, weight, "low", 40, "size") for weight in weights)
        check = HostCheck(Influencer("x", "某某"), Estimate(0.6, 0.4, 0.9), 0.7, Verdict.DOUBTFUL, pieces)
        return list(water.lines(check))

    assert len(told(1.5, 0.6, 0.3)) == 3
    assert len(told(0.45, 0.4, 0.3, -0.2)) == 3
    assert len(told(0.1, -0.4)) == 1
    assert "某某" in told()[0]


def test_an_audience_is_told_without_peers(language: str) -> None:
    far, near = (water.evidence(Evidence("audience", value, None, 0.1)) for value in (1.0, 0.0))
    assert far != near


def test_a_negotiation_is_said_in_full(language: str) -> None:
    host = Influencer("x", "某某", "douyin", offers=(Offer("a", 9000, 0.2, 2.0),))
    for fee in (
        FairFee("a", Estimate(2000, 1000, 4000), asked, 0.5) for asked in (500.0, 3000.0, 9000.0, None)
    ):
        said = [water.point(point) for point in negotiation(host, fee, Estimate(0.8, 0.6, 0.9), POLICY)]
        assert len(said) >= 4
        assert not any("{" in text for text in said)
    assert "某某" in water.point(negotiation(host, None, Estimate(0.8, 0.6, 0.9), POLICY)[0])


@pytest.mark.parametrize("kind", list(ClaimKind))
def test_a_claim_is_told_with_what_it_needs(language: str, kind: ClaimKind) -> None:
    claim = Claim(kind, 10_000, 500, 15_000, 15)
    said = list(claim_lines(check_claim(claim, POLICY, OwnFigures((0.01, 0.02)))))
    assert len(said) >= 2
    assert not any("{" in text for text in said)
    assert list(claim_lines(check_claim(Claim(kind), POLICY)))


@pytest.mark.parametrize("kind", list(ClaimKind))
def test_a_claim_that_names_no_followers_is_read_without_a_gap(language: str, kind: ClaimKind) -> None:
    told, untold = (understood(Claim(kind, size, 500, 15_000, 15)) for size in (10_000, None))
    assert words.UNKNOWN not in untold
    assert "{" not in told + untold
    assert (told == untold) is (kind is ClaimKind.SPEED)


def test_nobody_is_accused() -> None:
    texts = [
        *VERDICTS.values(),
        *ORDER_VERDICTS.values(),
        *HONEST.values(),
        *ASK.values(),
        *POINTS.values(),
        *PLACES.values(),
    ]
    words.use(plain_voice("zh_CN"))
    texts += [words.term("Water", text) for text in texts]
    words.use(words.english())
    for bad in ("fraud", "cheat", "fake", "proven", "造假", "欺诈", "骗子", "作弊", "证实"):
        assert not any(bad in text for text in texts)
