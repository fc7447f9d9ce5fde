"""Frozen data classes that cost little to make.

Python writes six functions for each frozen data class and compiles each on its own, half a millisecond a class, and a cold
lint makes forty. Here one function is compiled, ``__init__``, and the others need no compiling. What comes out behaves as
``dataclasses.dataclass(frozen=True)`` with or without ``slots`` does, and ``dataclasses.replace`` and ``fields`` take it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import MISSING, FrozenInstanceError, fields
from functools import partial
from operator import attrgetter, ge, gt, le, lt
from typing import TYPE_CHECKING, Any, NoReturn

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(*, frozen, slots=False, order=False):
        """Make a class a frozen data class. ``frozen`` has to be true; it tells type checkers and readers."""
        if not frozen:
            raise TypeError("every noun is frozen; use dataclasses.dataclass for a class that is not")

        def made(cls):
            cls = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots)(cls)
            for name, function in _functions(cls, slots).items():
                function.__qualname__ = f"{cls.__qualname__}.{name}"
                setattr(cls, name, function)
            cls.__setattr__, cls.__delattr__ = _refuse_set, _refuse_delete
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
    given, body = [], []
    for field in fields(cls):
        name, value = field.name, field.name
        if field.default_factory is not MISSING:
            scope[f"_make_{name}"] = field.default_factory
            value = f"_make_{name}() if {name} is _missing else {name}"
        if not field.init:
            continue
        if field.default is not MISSING:
            scope[f"_default_{name}"] = field.default
            given.append(f"{name}=_default_{name}")
        else:
            given.append(name if field.default_factory is MISSING else f"{name}=_missing")
        if slots:
            scope[f"_set_{name}"] = vars(cls)[name].__set__
            body.append(f" _set_{name}(self,{value})")
        else:
            body.append(f" _set(self,{name!r},{value})")
    if hasattr(cls, "__post_init__"):
        body.append(" self.__post_init__()")
    lines = "\n".join(body or (" pass",))
    exec(f"def __init__({','.join(('self', *given))}):\n{lines}", scope)
    made = scope["__init__"]
    made.__annotations__ = {field.name: field.type for field in fields(cls) if field.init}
    return made


def _refuse_set(self: object, name: str, value: object) -> NoReturn:  # noqa: ARG001
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_delete(self: object, name: str) -> NoReturn:  # noqa: ARG001
    raise FrozenInstanceError(f"cannot delete field {name!r}")
