"""Frozen data classes and named tuples that are made here behave as those that Python makes."""

import copy
import dataclasses
import inspect
import pickle
import typing
from collections.abc import Mapping

import pytest

from resolint import frozen, model


@frozen.dataclass(frozen=True, slots=True, order=True)
class Ours:
    """A noun."""

    name: str
    count: int = 0
    options: Mapping[str, int] = dataclasses.field(default_factory=dict)
    quiet: str = dataclasses.field(default="x", compare=False, repr=False)
    made: int = dataclasses.field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "made", len(self.name))


@dataclasses.dataclass(frozen=True, slots=True, order=True)
class Theirs:
    """A noun."""

    name: str
    count: int = 0
    options: Mapping[str, int] = dataclasses.field(default_factory=dict)
    quiet: str = dataclasses.field(default="x", compare=False, repr=False)
    made: int = dataclasses.field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "made", len(self.name))


@frozen.dataclass(frozen=True)
class Single:
    """A noun of one field, without slots."""

    name: str


@frozen.dataclass(frozen=False, slots=True)
class Gathered:
    """What something is gathered in."""

    name: str
    found: list[str] = dataclasses.field(default_factory=list)


GIVEN: list[tuple[tuple[object, ...], dict[str, object]]] = [
    (("a",), {}),
    (("a", 2), {"options": {"b": 1}}),
    ((), {"name": "abc", "count": 1, "quiet": "y"}),
]


@pytest.mark.parametrize(("values", "named"), GIVEN)
def test_it_holds_and_shows_the_same(values: tuple[object, ...], named: dict[str, object]) -> None:
    ours, theirs = Ours(*values, **named), Theirs(*values, **named)  # type: ignore[arg-type]
    assert repr(ours) == repr(theirs).replace("Theirs", "Ours")
    assert dataclasses.asdict(ours) == dataclasses.asdict(theirs)
    assert ours == Ours(*values, **named)  # type: ignore[arg-type]
    assert ours != theirs
    assert dataclasses.asdict(dataclasses.replace(ours, name="other")) == dataclasses.asdict(
        dataclasses.replace(theirs, name="other")
    )
    for again in (pickle.loads(pickle.dumps(ours)), copy.deepcopy(ours)):
        assert again == ours
        assert again.quiet == ours.quiet
        assert again.made == ours.made


def test_what_is_not_compared_does_not_count() -> None:
    assert Ours("a", quiet="y") == Ours("a")
    assert Ours("a", 1) < Ours("a", 2) <= Ours("b") and Ours("b") > Ours("a", 9) >= Ours("a", 9)
    with pytest.raises(TypeError):
        _ = Ours("a") < 3  # type: ignore[operator]
    assert len({Single("a"), Single("a"), Single("b")}) == 2
    assert Single("a") != ("a",)


def test_nothing_can_be_changed() -> None:
    for thing in (Ours("a"), Single("a")):
        with pytest.raises(dataclasses.FrozenInstanceError):
            thing.name = "b"  # type: ignore[misc]
        with pytest.raises(dataclasses.FrozenInstanceError):
            thing.other = "b"  # type: ignore[union-attr]
        with pytest.raises(dataclasses.FrozenInstanceError):
            del thing.name
    assert not hasattr(Ours("a"), "__dict__")


def test_what_something_is_gathered_in_can_be_changed() -> None:
    ours, other = Gathered("a"), Gathered("a")
    ours.name = "b"
    ours.found.append("c")
    assert repr(ours) == "Gathered(name='b', found=['c'])"
    assert ours == Gathered("b", ["c"]) != other
    with pytest.raises(TypeError, match="unhashable"):
        hash(ours)
    assert not hasattr(ours, "__dict__")


def test_too_much_or_too_little_is_an_error() -> None:
    for call in (lambda: Ours(), lambda: Ours("a", made=1), lambda: Ours("a", 1, {}, "x", 3)):  # type: ignore[call-arg]
        with pytest.raises(TypeError, match="__init__"):
            call()


def test_every_default_made_by_a_function_is_made_anew() -> None:
    assert Ours("a").options is not Ours("a").options


def test_the_nouns_are_made_here() -> None:
    assert model.Span.__eq__.__module__ == "resolint.frozen"
    with pytest.raises(TypeError, match="frozen"):
        frozen.dataclass(frozen=False)  # type: ignore[call-overload]


class OurPlace(frozen.NamedTuple):
    """A place."""

    block: str
    start: int = 0
    end: int = 9

    def size(self) -> int:
        return self.end - self.start

    @property
    def empty(self) -> bool:
        """Whether nothing stands there."""
        return self.start == self.end


class TheirPlace(typing.NamedTuple):
    """A place."""

    block: str
    start: int = 0
    end: int = 9

    def size(self) -> int:
        return self.end - self.start

    @property
    def empty(self) -> bool:
        """Whether nothing stands there."""
        return self.start == self.end


class OurNothing(frozen.NamedTuple):
    """No fields."""


@pytest.mark.parametrize("given", [{}, {"start": 3}, {"end": 0}])
def test_a_named_tuple_is_one(given: dict[str, int]) -> None:
    ours, theirs = OurPlace("a", **given), TheirPlace("a", **given)
    assert tuple(ours) == tuple(theirs)
    assert ours == tuple(theirs)
    assert repr(ours) == repr(theirs).replace("Their", "Our")
    assert ours._asdict() == theirs._asdict()
    assert ours._replace(start=7) == theirs._replace(start=7)
    assert (ours.size(), ours.empty, ours[1:]) == (theirs.size(), theirs.empty, theirs[1:])
    for again in (pickle.loads(pickle.dumps(ours)), copy.deepcopy(ours), OurPlace._make(theirs)):
        assert type(again) is OurPlace
        assert again == ours
    match ours:
        case OurPlace(block, start):
            assert (block, start) == (theirs.block, theirs.start)


def test_a_named_tuple_is_described_as_one() -> None:
    names = ("__doc__", "__match_args__", "__module__", "__slots__", "__annotations__", "_fields", "_field_defaults")
    assert [getattr(OurPlace, name) for name in names] == [getattr(TheirPlace, name) for name in names]
    assert str(inspect.signature(OurPlace)).replace(" ", "") == "(block,start=0,end=9)"
    assert OurNothing() == ()
    assert repr(OurNothing()) == "OurNothing()"


def test_a_named_tuple_takes_its_fields_and_no_others() -> None:
    for wrong in ({}, {"block": "a", "other": 1}):
        with pytest.raises(TypeError, match=r"block|other"):
            OurPlace(**wrong)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="other"):
        OurPlace("a")._replace(other=1)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="3 arguments"):
        OurPlace._make(["a"])
    with pytest.raises(AttributeError):
        OurPlace("a").start = 3  # type: ignore[misc]
    with pytest.raises(TypeError, match="behind"):

        class Disordered(frozen.NamedTuple):
            first: int = 0
            second: int  # type: ignore[misc]
