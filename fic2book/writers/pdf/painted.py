"""All that a PDF's pages paint with, at any depth."""

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Object, Pdf, Stream

_KINDS = ("/XObject", "/Pattern")


def streams(pdf: Pdf) -> Iterator[Object]:
    """Yield the pages' contents, and each form, pattern and picture that they name, once."""
    holders: list[Object] = []
    for page in pdf.pages:
        contents = page.obj.get("/Contents", Array())
        yield from contents if isinstance(contents, Array) else (contents,)
        holders.append(page.obj)
    seen: set[tuple[int, int]] = set()
    while holders:
        resources = holders.pop().get("/Resources", Dictionary())
        if resources.is_indirect and resources.objgen in seen:
            continue
        seen.add(resources.objgen)
        for one in (one for kind in _KINDS for one in resources.get(kind, Dictionary()).values()):
            if one.objgen not in seen:
                seen.add(one.objgen)
                holders.append(one)
                if isinstance(one, Stream):
                    yield one
