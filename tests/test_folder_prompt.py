"""A folder dragged into a terminal is understood, however the terminal writes it."""

import pytest

from fic2book.errors import SettingsError
from fic2book.folder_prompt import asked_folder


@pytest.mark.parametrize("form", ["{}", "'{}'", '"{}"', "  {}  ", "& '{}'", "file://{url}", "{escaped}", "'{}' "])
def test_a_dragged_folder_is_found(tmp_path, form):
    folder = tmp_path / "June's fics (old)"
    folder.mkdir()
    plain = str(folder)
    answer = form.format(
        plain, url=plain.replace(" ", "%20"), escaped="".join(f"\\{c}" if c in " '()" else c for c in plain)
    )
    assert asked_folder(answer) == folder


def test_what_is_no_folder_is_one_sentence(tmp_path):
    with pytest.raises(SettingsError, match="Drag the folder that holds your stories"):
        asked_folder(str(tmp_path / "nowhere"))
