"""The promises that the data of the gazetteer make: ids, offices and their dates, who leads a state."""

import tomllib
from calendar import monthrange
from collections import Counter, defaultdict
from datetime import date
from importlib.resources import files
from itertools import combinations
from pathlib import Path

import pytest

from selon.gazetteer.entry import Entry, Held
from selon.gazetteer.names import plain, slug
from selon.gazetteer.shelf import COMPILED, compile_source
from selon.gazetteer.source import read_source
from selon.languages import installed_languages, load_pack

DATA = Path(str(files("selon.gazetteer"))) / "data"
PEOPLE = sorted(DATA.glob("people-*.toml"))
ENTRIES = read_source()
IDS = {entry.id for entry in ENTRIES}
HELD = [(entry, held) for entry in ENTRIES for held in entry.offices]

# One person at a time holds these. Collegial heads (the co-princes of Andorra, the presidency of Bosnia, the captains
# of San Marino) are left out of the data.
SOLE = {
    "head_of_state", "monarch", "head_of_government", "foreign_minister", "defence_minister", "secretary_general",
    "chief_diplomat", "pope",
}  # fmt: skip
LEADING = {"head_of_state", "monarch", "head_of_government", "leader"}
LONGEST_HANDOVER = 3
DAYS = ("2018-06-01", "2022-06-01", "2025-06-01")
COLLEGIAL = {"state/sm"}


def first_day(held: Held) -> date:
    """The first day that an office was surely or maybe held."""
    return date.fromisoformat((held.since + "-01-01")[:10])


def last_day(held: Held) -> date:
    """The first day on which it may have been left: two that meet in one month or year do not overlap."""
    return date.max if held.until is None else date.fromisoformat((held.until + "-01-01")[:10])


def overlap(one: Held, other: Held) -> int:
    """For how many days both were surely held."""
    return (min(last_day(one), last_day(other)) - max(first_day(one), first_day(other))).days


def told(entry: Entry, held: Held) -> str:
    return f"{entry.id}: {held.office} of {held.of}, {held.since} to {held.until}"


@pytest.mark.parametrize("path", PEOPLE, ids=lambda path: path.stem)
def test_a_file_of_people_loads_and_its_keys_are_the_ids(path: Path) -> None:
    people = tomllib.loads(path.read_text(encoding="utf-8"))
    assert people
    assert [key for key, fields in people.items() if key != slug(fields["name"])] == []
    assert [key for key, fields in people.items() if fields["gender"] not in ("m", "f")] == []


def test_no_id_is_there_twice() -> None:
    assert [actor for actor, times in Counter(entry.id for entry in ENTRIES).items() if times > 1] == []


def test_names_are_plain_letters_and_variants_are_the_others() -> None:
    people = [entry for entry in ENTRIES if entry.kind == "person"]
    assert [entry.name for entry in people if not entry.name.isascii()] == []
    assert [entry.id for entry in people if len(set(entry.variants)) < len(entry.variants)] == []


def test_no_two_people_share_a_whole_name() -> None:
    named: dict[str, set[str]] = defaultdict(set)
    for entry in ENTRIES:
        if entry.kind == "person":
            for name in (entry.name, *entry.variants):
                named[plain(name)].add(entry.id)
    assert {name: ids for name, ids in named.items() if len(ids) > 1} == {}


def test_every_office_is_one_that_the_packs_name() -> None:
    codes = {office.office for code in installed_languages() for office in load_pack(code).offices}
    assert {held.office for _, held in HELD} - codes == set()


def test_every_office_is_one_of_somebody_who_is_known() -> None:
    assert [told(entry, held) for entry, held in HELD if held.of not in IDS] == []


def test_dates_of_offices_are_dates_and_in_order() -> None:
    for entry, held in HELD:
        for day in filter(None, (held.since, held.until)):
            year, month, number = (*map(int, day.split("-")), 1, 1)[:3]
            assert 1 <= number <= monthrange(year, month)[1], told(entry, held)
        shortest = min(len(held.since), len(held.until or held.since))
        assert held.since[:shortest] <= (held.until or held.since)[:shortest], told(entry, held)


def test_no_two_hold_a_sole_office_at_once() -> None:
    holders = defaultdict(list)
    for entry, held in HELD:
        if held.office in SOLE and not held.of.startswith("government/"):
            holders[held.of, held.office].append((entry, held))
    clashes = [
        f"{told(*one)}; {told(*other)}"
        for holding in holders.values()
        for one, other in combinations(holding, 2)
        if overlap(one[1], other[1]) > LONGEST_HANDOVER
    ]
    assert clashes == []


@pytest.mark.parametrize("day", DAYS)
def test_somebody_leads_every_state(day: str) -> None:
    led = {
        held.of for _, held in HELD if held.office in LEADING and held.held_on(date.fromisoformat(day))
    } | COLLEGIAL
    assert [entry.id for entry in ENTRIES if entry.kind == "state" and entry.id not in led] == []


def test_what_is_compiled_is_what_the_files_hold() -> None:
    compiled = (files("selon.gazetteer") / COMPILED).read_text(encoding="utf-8")
    assert compiled == compile_source(), "run python -m selon.gazetteer"


@pytest.mark.parametrize("name", ["Charles III", "Pope Leo XIV", "Mohammed VI", "Harald V"])
def test_a_monarch_has_no_number_for_a_family_name(name: str) -> None:
    [entry] = [entry for entry in ENTRIES if entry.name == name]
    assert not {"iii", "xiv", "vi", "v", "king", "charles"} & set(entry.surnames)


def test_a_state_has_one_institution_of_a_kind() -> None:
    organs = Counter((entry.state, entry.organ) for entry in ENTRIES if entry.organ)
    assert [organ for organ, times in organs.items() if times > 1] == []
