"""Only whole projects of ours are opened; older ones are brought up to date without losing anything."""

import math
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

import resources
from model.errors import InputError, Problem
from model.limits import Limits
from model.policy import load
from model.records import Audience, Form, Influencer, Kind, Offer, Product, Request, Snapshot
from model.store import Store
from model.store.schema import APPLICATION_ID, load_steps

DATA = Path(__file__).parents[1] / "data"
SCHEMA_1 = Snapshot(
    products=(
        Product("玻尿酸面霜 50ml", 129.9, "美妆护肤", 31.25, 4.5, 0.05, 0.12, 3000, 45.0, False,
                ("专业", "温和"), Audience("female", ("24-30", "31-40"), ("city1", "new1")), 1),
        Product("中秋礼盒", 398.0, occasion=True, id=3),
        Product("手机壳", 0.01, id=4),
    ),
    influencers=(
        Influencer("7123456789012345678", "王小明", "douyin", Kind.HOST, 1_200_000, 8500.5, 0.032, "美妆",
                   (50.0, 199.0), ("专业",), Audience("female"), "某机构",
                   (Offer("3000+20%", 3000.01, 0.2, 1.5, 3), Offer("纯佣", 0.0, 0.3, None, 1, Form.POST))),
        Influencer("weixin:本店直播间", "本店直播间", "weixin", Kind.OWN_ROOM, price_band=(80.0, math.inf)),
    ),
    overrides={"tiers.head": 5e6},
    request=Request(50_000.55, (1, 4), True, 0.4, frozenset({"7123456789012345678"}), frozenset({"x"}), 7),
)  # fmt: skip
"""What tests/data/schema_1.rmx was made of, on the day the first schema was released."""
_FIRST = SCHEMA_1.influencers[0]
SCHEMA_3 = replace(
    SCHEMA_1,
    influencers=(
        replace(
            _FIRST,
            offers=(replace(_FIRST.offers[0], steps=((10000.0, 0.25), (50000.5, 0.3))), *_FIRST.offers[1:]),
        ),
        *SCHEMA_1.influencers[1:],
    ),
)
"""The same with steps of a commission, which the third schema brought."""
SCHEMA_5 = replace(
    SCHEMA_3,
    products=(
        replace(SCHEMA_3.products[0], shop_names=("【旗舰店】玻尿酸面霜, 50ml", "面霜/正装")),
        *SCHEMA_3.products[1:],
    ),
)
"""The same with names in the shop's orders, which the fifth schema brought."""
SCHEMA_6 = replace(
    SCHEMA_5,
    request=replace(
        SCHEMA_5.request,
        limits=Limits(
            booked=(("7123456789012345678", "3000+20%", 1),),
            booked_on=(("7123456789012345678", "2026-11-28"),),
        ),
    ),
)
"""The same with a booking that has its day, which the sixth schema brought."""
BY_SCHEMA = {1: SCHEMA_1, 2: SCHEMA_1, 3: SCHEMA_3, 4: SCHEMA_3, 5: SCHEMA_5, 6: SCHEMA_6}


def problem_of(path: Path, **options: object) -> Problem:
    with pytest.raises(InputError) as refused:
        Store.open(path, **options)  # type: ignore[arg-type]
    [problem] = refused.value.problems
    assert problem.file == path.name
    assert problem.values["path"] == str(path)
    return problem


def run(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        for statement in statements:
            db.execute(statement)


def number(path: Path, sql: str) -> int:
    with closing(sqlite3.connect(path)) as db:
        return int(db.execute(sql).fetchone()[0])


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "a.rmx"
    with Store.open(path, create=True) as store:
        store.put_products([Product("面霜", 99.9)])
    return path


@pytest.fixture
def steps(tmp_path: Path) -> Path:
    """A folder with the shipped steps, to which a test adds its own."""
    folder = tmp_path / "sql"
    shutil.copytree(resources.path("sql"), folder)
    return folder


def add_step(folder: Path, sql: str) -> int:
    version = len(load_steps(folder)) + 1
    (folder / f"{version:04}_test.sql").write_text(sql, "utf-8")
    return version


@pytest.mark.parametrize("file", sorted(DATA.glob("schema_*.rmx")), ids=lambda f: f.name)
def test_a_project_of_every_released_schema_opens_with_all_its_data(file: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(file, tmp_path))
    with Store.open(path) as store:
        assert store.snapshot() == BY_SCHEMA[int(file.stem.removeprefix("schema_"))]


def test_own_figures_of_hours_are_kept_for_each_kind_of_own_people(tmp_path: Path) -> None:
    path = Path(shutil.copy(DATA / "schema_2.rmx", tmp_path))
    run(path, "INSERT INTO override VALUES ('estimates.own_hours', 6), ('estimates.hour_cost', 50)")
    with Store.open(path) as store:
        found = store.overrides()
    kinds = ("own_room", "founder", "staff")
    want = {
        f"own_people.{name}.{kind}": value for name, value in (("hours", 6), ("rate", 50)) for kind in kinds
    }
    assert found == {"tiers.head": 5e6, **want}
    assert load(want).own_people.hours["staff"] == 6


def test_there_is_a_sample_of_every_schema() -> None:
    assert [f.name for f in sorted(DATA.glob("schema_*.rmx"))] == [
        f"schema_{step.version}.rmx" for step in load_steps(resources.path("sql"))
    ]


def test_a_new_file_is_marked_as_ours_and_no_cloud_drive_meets_a_second_file(project: Path) -> None:
    assert number(project, "PRAGMA application_id") == APPLICATION_ID
    assert number(project, "PRAGMA user_version") == len(load_steps(resources.path("sql")))
    with Store.open(project) as store:
        settings = ("journal_mode", "synchronous", "foreign_keys", "trusted_schema")
        assert [store._db.execute(f"PRAGMA {s}").fetchone()[0] for s in settings] == ["delete", 2, 1, 0]


def test_no_extension_can_be_loaded(project: Path) -> None:
    with Store.open(project) as store, pytest.raises(sqlite3.OperationalError, match="not authorized"):
        store._db.execute("SELECT load_extension('x')")


def test_create_opens_what_is_there_already(project: Path) -> None:
    with Store.open(project, create=True) as store:
        assert [p.name for p in store.products()] == ["面霜"]


def test_create_fills_an_empty_file(tmp_path: Path) -> None:
    (tmp_path / "a.rmx").touch()
    with Store.open(tmp_path / "a.rmx", create=True) as store:
        assert store.snapshot() == Snapshot()


def test_a_missing_project_is_refused_and_not_made(tmp_path: Path) -> None:
    assert problem_of(tmp_path / "a.rmx").code == "project_missing"
    assert problem_of(tmp_path / "no" / "a.rmx", create=True).code == "folder_missing"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"id,name\n1,x\n" * 100, b"PK\x03\x04" * 500])
def test_another_file_is_refused_and_stays_as_it_was(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.rmx"
    path.write_bytes(content)
    assert problem_of(path).code == "not_a_project"
    assert path.read_bytes() == content


def test_a_folder_is_no_project(tmp_path: Path) -> None:
    assert problem_of(tmp_path).code == "not_a_project"


def test_a_database_of_another_program_is_refused_and_stays_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.rmx"
    run(path, "PRAGMA journal_mode = WAL", "CREATE TABLE product (x)")
    before = path.read_bytes()
    assert problem_of(path).code == "not_a_project"
    assert problem_of(path, create=True).code == "not_a_project"
    assert path.read_bytes() == before


def test_a_project_of_a_newer_program_is_refused_and_stays_as_it_was(project: Path) -> None:
    run(project, "PRAGMA user_version = 99")
    before = project.read_bytes()
    problem = problem_of(project)
    assert (problem.code, problem.values["version"]) == ("project_newer", 99)
    assert problem.values["known"] == len(load_steps(resources.path("sql")))
    assert project.read_bytes() == before


def test_a_damaged_project_is_refused(project: Path) -> None:
    whole = project.read_bytes()
    for damage in (whole[: len(whole) // 2], whole[:4096] + bytes([0xAB]) * (len(whole) - 4096)):
        project.write_bytes(damage)
        assert problem_of(project).code == "project_damaged"


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TABLE offer",
        "ALTER TABLE product DROP COLUMN use_days",
        "CREATE TRIGGER t AFTER INSERT ON product BEGIN DELETE FROM influencer; END",
        "CREATE VIEW v AS SELECT * FROM product",
    ],
)
def test_a_project_of_another_shape_is_refused(project: Path, statement: str) -> None:
    run(project, statement)
    assert problem_of(project).code == "project_damaged"


def test_statistics_of_sqlite_are_no_damage(project: Path) -> None:
    run(project, "ANALYZE")
    Store.open(project).close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE product SET tone = 'no json'",
        "UPDATE product SET audience = '[]'",
        "UPDATE product SET name = CAST(x'ff' AS TEXT)",
    ],
)
def test_a_row_that_makes_no_record_is_damage_too(project: Path, statement: str) -> None:
    run(project, statement)
    with Store.open(project) as store, pytest.raises(InputError) as refused:
        store.snapshot()
    assert refused.value.problems[0].code == "project_damaged"


def test_an_old_project_is_brought_up_to_date_and_its_old_self_kept(project: Path, steps: Path) -> None:
    old = len(load_steps(steps))
    add_step(steps, "ALTER TABLE product ADD COLUMN barcode TEXT;")
    last = add_step(steps, "CREATE TABLE note (text TEXT); -- no newline at the end")
    with Store.open(project, steps=steps) as store:
        assert [p.name for p in store.products()] == ["面霜"]
    assert number(project, "PRAGMA user_version") == last
    assert number(project, "SELECT count(*) FROM note") == 0
    backup = project.with_name(f"a.rmx.bak-v{old}")
    with Store.open(backup) as store:
        assert [p.name for p in store.products()] == ["面霜"]


def test_a_project_of_today_is_not_backed_up(project: Path) -> None:
    Store.open(project).close()
    assert [p.name for p in project.parent.iterdir()] == ["a.rmx"]


@pytest.mark.parametrize(
    "sql",
    [
        "CREATE TABLE note (text TEXT); INSERT INTO note VALUES ('x'); INSERT INTO nowhere VALUES (1);",
        "DELETE FROM product; INSERT INTO offer VALUES ('nobody', 0, '', NULL, NULL, NULL, 1, 'live');",
        "DELETE FROM product; this is no SQL",
    ],
)
def test_a_step_that_fails_leaves_the_project_as_it_was(project: Path, steps: Path, sql: str) -> None:
    before = project.read_bytes()
    version = add_step(steps, sql)
    problem = problem_of(project, steps=steps)
    assert problem.code == "upgrade_failed"
    assert problem.values["version"] == version
    assert problem.values["backup"] == f"a.rmx.bak-v{version - 1}"
    assert project.read_bytes() == before
    with Store.open(project) as store:
        assert [p.name for p in store.products()] == ["面霜"]


@pytest.mark.parametrize("failing", range(2, len(load_steps(resources.path("sql"))) + 1))
@pytest.mark.parametrize("file", sorted(DATA.glob("schema_*.rmx")), ids=lambda f: f.name)
def test_whichever_step_fails_the_old_file_stays_to_the_byte(
    file: Path, failing: int, tmp_path: Path, steps: Path
) -> None:
    path = Path(shutil.copy(file, tmp_path))
    if number(path, "PRAGMA user_version") >= failing:
        return
    step = load_steps(steps)[failing - 1].file
    step.write_text(step.read_text("utf-8") + "\n;INSERT INTO nowhere VALUES (1);", "utf-8")
    problem = problem_of(path, steps=steps)
    assert (problem.code, problem.values["version"]) == ("upgrade_failed", failing)
    assert path.read_bytes() == file.read_bytes()


def test_a_new_project_that_cannot_be_made_leaves_no_file(tmp_path: Path, steps: Path) -> None:
    add_step(steps, "nonsense")
    assert problem_of(tmp_path / "new.rmx", create=True, steps=steps).code == "upgrade_failed"
    assert not (tmp_path / "new.rmx").exists()


def test_schema_steps_have_no_gaps(steps: Path) -> None:
    (steps / "0099_late.sql").write_text("", "utf-8")
    with pytest.raises(ValueError, match="gap"):
        load_steps(steps)
