"""Every format that is written stays as somebody read it; ``golden.written`` says how to change that on purpose."""

import pytest

from golden.written import FILES, TOO_LONG, written
from rsfm.export import EXPORTS

NAMES = sorted(str(path.relative_to(FILES)) for path in FILES.rglob("*") if path.is_file())


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return written(tmp_path_factory.mktemp("golden"))


def test_every_format_has_its_file(texts):
    assert sorted(texts) == NAMES
    assert set(EXPORTS) - set(NAMES) == TOO_LONG


@pytest.mark.parametrize("name", NAMES)
def test_a_format_is_as_it_was_read(texts, name):
    assert texts[name] == (FILES / name).read_bytes().decode("utf-8")
