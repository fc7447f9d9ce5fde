"""Frozen data classes and named tuples that cost little to make.

Python writes functions for each such class and compiles them, up to half a millisecond a class, and a cold lint makes 130.
Here classes of one shape share the code of the one function that takes their values, and the other functions need no compiling.
What comes out behaves as ``dataclasses.dataclass(frozen=True)``, with or without ``slots``, as ``dataclass(slots=True)``,
and as ``typing.NamedTuple`` do;
``dataclasses.replace`` and ``fields`` take it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import MISSING, FrozenInstanceError, fields
from functools import cache, partial
from operator import attrgetter, ge, gt, itemgetter, le, lt
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any, NoReturn, Self

try:
    from _collections import _tuplegetter  # type: ignore[import-not-found]
except ImportError:  # Another Python than CPython.

    def _tuplegetter(number: int, doc: str) -> property:
        return property(itemgetter(number), doc=doc)


__all__ = ["NamedTuple", "dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass
    from typing import NamedTuple
else:

    def dataclass(*, frozen, slots=False, order=False):
        """Make a class a data class: a frozen one, or one with ``slots`` that something is gathered in."""
        if not (frozen or slots):
            raise TypeError("every noun is frozen; use dataclasses.dataclass for a class that is not")

        def made(cls):
            cls = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots)(cls)
            for name, function in _functions(cls, slots).items():
                function.__qualname__ = f"{cls.__qualname__}.{name}"
                setattr(cls, name, function)
            if frozen:
                cls.__setattr__, cls.__delattr__ = _refuse_set, _refuse_delete
            else:
                cls.__hash__ = None
            if order:
                cls.__lt__, cls.__le__, cls.__gt__, cls.__ge__ = map(partial(_compared, cls), (lt, le, gt, ge))
            return cls

        return made


def _functions(cls: type, slots: bool) -> dict[str, Any]:
    """The functions that depend on the fields of ``cls``."""
    shown = tuple(field.name for field in fields(cls) if field.repr)
    values = _values(cls)

    def __repr__(self: Any) -> str:
        return f"{cls.__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in shown)})"

    def __eq__(self: Any, other: object) -> bool:
        return bool(values(self) == values(other)) if other.__class__ is cls else NotImplemented

    def __hash__(self: Any) -> int:
        return hash((cls, values(self)))

    made = {"__init__": _init(cls, slots), "__repr__": __repr__, "__eq__": __eq__, "__hash__": __hash__}
    if not slots:
        return made
    names = tuple(field.name for field in fields(cls))
    setters = tuple(vars(cls)[name].__set__ for name in names)

    def __getstate__(self: Any) -> list[Any]:
        return [getattr(self, name) for name in names]

    def __setstate__(self: Any, state: list[Any]) -> None:
        for setter, value in zip(setters, state, strict=True):
            setter(self, value)

    return {**made, "__getstate__": __getstate__, "__setstate__": __setstate__}


def _compared(cls: type, compare: Callable[[Any, Any], bool]) -> Any:
    """A function that compares two objects by their fields in turn."""
    values = _values(cls)

    def compared(self: Any, other: object) -> bool:
        return compare(values(self), values(other)) if other.__class__ is cls else NotImplemented

    return compared


def _values(cls: type) -> Callable[[Any], Any]:
    return attrgetter(*(field.name for field in fields(cls) if field.compare))


def _init(cls: type, slots: bool) -> Any:
    """``__init__``, which sets every field in turn, past the refusal to set any: by the slots themselves if there are any."""
    scope: dict[str, Any] = {"_set": object.__setattr__, "_missing": MISSING}
    names, defaults, body = [], [], []
    for number, field in enumerate(fields(cls)):
        value = f"_{number}"
        if field.default_factory is not MISSING:
            scope[f"_make{number}"] = field.default_factory
            value = f"_make{number}() if _{number} is _missing else _{number}"
        if not field.init:
            continue
        names.append((f"_{number}", field.name))
        if field.default is not MISSING or field.default_factory is not MISSING:
            defaults.append(field.default)
        if slots:
            scope[f"_set{number}"] = vars(cls)[field.name].__set__
            body.append(f" _set{number}(self,{value})")
        else:
            scope[f"_name{number}"] = field.name
            body.append(f" _set(self,_name{number},{value})")
    if hasattr(cls, "__post_init__"):
        body.append(" self.__post_init__()")
    head = f"def __init__({','.join(('self', *(inside for inside, _ in names)))}):"
    made = _taking(["self", *(name for _, name in names)], "\n".join((head, *(body or (" pass",)))), scope, defaults)
    made.__annotations__ = {field.name: field.type for field in fields(cls) if field.init}
    return made


def _taking(names: Sequence[str], source: str, scope: dict[str, Any], defaults: Iterable[Any]) -> FunctionType:
    """The function of ``source``, whose arguments bear other ``names`` and the last of which have ``defaults``."""
    code = _compiled(source).replace(co_varnames=tuple(names))
    return FunctionType(code, scope, code.co_name, tuple(defaults) or None)


@cache
def _compiled(source: str) -> CodeType:
    """The code of the function that ``source`` is. Classes of one shape have one source."""
    made: dict[str, Any] = {}
    exec(source, made)
    [code] = [value.__code__ for value in made.values() if isinstance(value, FunctionType)]
    return code


def _refuse_set(self: object, name: str, value: object) -> NoReturn:  # noqa: ARG001
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_delete(self: object, name: str) -> NoReturn:  # noqa: ARG001
    raise FrozenInstanceError(f"cannot delete field {name!r}")


class _Named(tuple[Any, ...]):
    """What every named tuple can do."""

    __slots__ = ()
    _fields: tuple[str, ...] = ()

    @classmethod
    def _make(cls, values: Iterable[Any]) -> Self:
        """The tuple of these values."""
        made = tuple.__new__(cls, values)
        if len(made) != len(cls._fields):
            raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
        return made

    def _replace(self, **others: Any) -> Self:
        """The same with some values replaced."""
        made = self._make(map(others.pop, self._fields, self))
        if others:
            raise ValueError(f"Got unexpected field names: {list(others)!r}")
        return made

    def _asdict(self) -> dict[str, Any]:
        """The values by the names of their fields."""
        return dict(zip(self._fields, self, strict=True))

    def __repr__(self) -> str:
        shown = (f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
        return f"{self.__class__.__name__}({', '.join(shown)})"

    def __getnewargs__(self) -> tuple[Any, ...]:
        return tuple(self)


if not TYPE_CHECKING:

    class _Naming(type):
        """Makes the classes that stand below ``NamedTuple``."""

        def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> type:
            if not bases:
                return super().__new__(cls, name, bases, body)
            return type(name, (_Named,), {**body, **_named(body)})

    class NamedTuple(metaclass=_Naming):
        """The parent of a class whose annotated names are the fields of a tuple."""


def _named(body: Mapping[str, Any]) -> dict[str, Any]:
    """What a named tuple has besides the ``body`` of its class."""
    names = tuple(body.get("__annotations__", ()))
    defaults = {name: body[name] for name in names if name in body}
    if tuple(defaults) != names[len(names) - len(defaults) :]:
        raise TypeError("a field without a default stands behind one that has a default")
    inside = ",".join(f"_{number}" for number in range(len(names)))
    source = (
        f"def __new__(_cls,{inside}):\n return _new(_cls,({inside},))"
        if names
        else "def __new__(_cls):\n return _new(_cls)"
    )
    return {
        "__slots__": (),
        "_fields": names,
        "_field_defaults": defaults,
        "__match_args__": names,
        "__new__": _taking(("_cls", *names), source, {"_new": tuple.__new__}, defaults.values()),
        **{name: _tuplegetter(number, "") for number, name in enumerate(names)},
    }
