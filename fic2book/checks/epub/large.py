"""Pages that are more than older e-readers carry: a paragraph or a table that cannot be parted makes them."""

from collections.abc import Iterator

from fic2book import markup
from fic2book.checks.epub.opened import Opened
from fic2book.model import Problem, Severity

_MOST = 240_000
"""Bytes of a page's words, the writer's own limit for whole files; a kepub's marks do not count."""


def problems(book: Opened) -> Iterator[Problem]:
    """Name the pages whose words alone are above the limit."""
    for path in book.spine:
        root = book.page(path) if len(book.files.get(path, b"")) > _MOST else None
        body = None if root is None else root.find("body")
        if body is None:
            continue
        words = markup.text_of(body)
        size = len(words.encode())
        if size > _MOST:
            yield Problem(
                code="page-large",
                severity=Severity.WARNING,
                message=f"the EPUB’s page {path} holds {size // 1000} kB in one block that cannot be parted, "
                f"“{' '.join(words[:200].split())[:60]} …”: older e-readers are slow there, or lose their place. "
                "Part the paragraph or table in the manuscript.",
                place=path,
            )
