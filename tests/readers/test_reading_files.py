"""A folder and a name become a document, or an error that says what to do."""

import pytest

from fic2book import readers
from fic2book.errors import ManuscriptError
from fic2book.readers import markdown
from fic2book.readers.given import Given


def test_the_suffix_chooses_the_reader(tmp_path):
    for name, kind in {"a.txt": "text", "b.TEXT": "text", "c.md": "markdown", "d.markdown": "markdown"}.items():
        (tmp_path / name).write_text("# The Weir\n\nWords.", encoding="utf-8")
        assert readers.read(tmp_path, name).format == kind


@pytest.mark.parametrize(
    "name",
    ["a.pdf", "a.mobi", "a.azw3", "a.odt", "a.webarchive", "a.PNG", "a.xyz"],
)
def test_a_format_that_is_not_read_gets_the_way_out(tmp_path, name):
    assert not readers.is_readable(name)
    with pytest.raises(ManuscriptError, match=rf"{name}: this kind of file is not read\. [A-Z].*\."):
        readers.read(tmp_path, name)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(ManuscriptError, match=r"sub/a\.txt: the file cannot be opened"):
        readers.read(tmp_path, "sub/a.txt")


@pytest.mark.parametrize(
    "text",
    [
        "[" * 20_000,
        "![" * 20_000,
        "\n".join("    " * level + f"- x{level}" for level in range(300)),
        "> " * 2_000 + "deep",
        "<!--" * 20_000 + " words",
        "<div>" * 5_000 + "words",
        "<b>" * 3_000 + "words",
        "*a **b " * 5_000,
        "`" * 20_000 + " words",
        "\\" * 20_000 + " words",
        "* " * 20_000 + "words",
    ],
    ids=lambda text: text[:6].strip(),
)
def test_tangled_markdown_neither_hangs_nor_fails(text):
    document = markdown.read(Given("a.md", text.encode()))
    assert document.body or text.strip("[!>*` ") == ""


def test_too_deep_lists_are_read_as_text_and_flagged():
    text = "\n".join("    " * level + f"- word{level}" for level in range(300))
    document = markdown.read(Given("a.md", text.encode()))
    assert "word299" in document.body
    assert [(change.rule, change.kind) for change in document.changes] == [("markdown", "flagged")]
