"""A frozen data class made here behaves as one that Python makes."""

import copy
import dataclasses
import pickle
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
