import pkgutil
import re
from importlib import import_module

import pytest

import resolint
from resolint.regex import _Lazy, lazy


def test_a_lazy_pattern_behaves_as_a_compiled_one() -> None:
    pattern, compiled = lazy(r"(?P<word>[a-z]+)", re.I), re.compile(r"(?P<word>[a-z]+)", re.I)
    for text in ("", "Recalling also", "12 (a)"):
        assert [m.span() for m in pattern.finditer(text)] == [m.span() for m in compiled.finditer(text)]
        assert pattern.findall(text) == compiled.findall(text)
        assert pattern.sub("x", text) == compiled.sub("x", text)
    assert (pattern.pattern, pattern.flags, pattern.groupindex) == (
        compiled.pattern,
        compiled.flags,
        compiled.groupindex,
    )


def test_nothing_is_compiled_before_it_is_used() -> None:
    pattern = lazy("(")
    assert not hasattr(pattern, "rule_id")
    with pytest.raises(re.error):
        pattern.search("")


def test_every_lazy_pattern_of_the_package_compiles() -> None:
    found = 0
    for module in pkgutil.walk_packages(resolint.__path__, "resolint."):
        if module.name.endswith("__main__"):
            continue
        for value in vars(import_module(module.name)).values():
            if isinstance(value, _Lazy):
                found += 1
                assert value.pattern == value._source
    assert found > 50
