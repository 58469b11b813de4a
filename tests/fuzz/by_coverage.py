"""Look for inputs that reach new lines of the program: ``python -m tests.fuzz.by_coverage html -max_total_time=60``.

The first word is a shape, the rest are libFuzzer's options and folders of inputs to begin with (such as copies of
the cases). What falls is printed and kept by libFuzzer as ``crash-…`` in the current folder; its shortest form belongs
into tests/cases/fuzz.
"""

import sys

import atheris

with atheris.instrument_imports(include=["fic2book", "justhtml", "mammoth", "markdown"]):
    from tests.fuzz.test_fuzz import prove
    from tests.hostile.files import worded
    from tests.readers.epub.maker import book

SHAPES = {
    "html": lambda data: ("a.html", data),
    "txt": lambda data: ("a.txt", data),
    "md": lambda data: ("a.md", data),
    "epub": lambda data: ("a.epub", book({"a.xhtml": data})),
    "docx": lambda data: ("a.docx", worded(data.decode("utf-8", "ignore"))),
}
"""Shape → a manuscript's name and bytes, made of the fuzzer's bytes."""


def main(shape: str, options: list[str]) -> None:
    """Run libFuzzer over one shape of manuscript; it ends the process itself."""
    atheris.Setup([sys.argv[0], *options], lambda data: prove(*SHAPES[shape](data)))
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
