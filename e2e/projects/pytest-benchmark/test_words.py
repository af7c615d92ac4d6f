import pytest

from words import count, initials


@pytest.mark.benchmark(group="count")
@pytest.mark.parametrize("size", [20, 2000])
def test_count(benchmark, size):
    assert benchmark(count, "word " * size) == size


def test_initials(benchmark):
    assert benchmark(initials, "some word " * 100) == "sw" * 100


def test_not_measured():
    assert count("") == 0
