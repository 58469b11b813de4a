"""What an EPUB's own files say of it, read without any reading system: what each system has to show."""

import zipfile
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from lxml import etree

_OPS = "{http://www.idpf.org/2007/ops}type"

Line = tuple[str, int, list["Line"]]
"""A label, the number in the spine that it leads to, and the lines below it."""


class Said(NamedTuple):
    """The package, its contents and its documents."""

    title: str
    direction: str
    documents: list[etree._Element]
    contents: list[Line]
    landmarks: list[tuple[str, int]]
    pages: list[tuple[str, int]]
    series: list[tuple[str, str]]


def said(book: Path) -> Said:
    """Read an EPUB by its package and its navigation document."""
    with zipfile.ZipFile(book) as archive:
        root = etree.fromstring(archive.read("META-INF/container.xml")).xpath("string(//@full-path)")
        package = etree.fromstring(archive.read(root))
        items = {item.get("id"): item.get("href") for item in package.iter("{*}item")}
        spine = [items[ref.get("idref")] for ref in package.iter("{*}itemref")]
        nav = package.xpath("string(//*[local-name()='item'][contains(@properties, 'nav')]/@href)")
        base = PurePosixPath(root).parent
        navs = {one.get(_OPS): one for one in etree.fromstring(archive.read(str(base / nav))).iter("{*}nav")}
        documents = [etree.fromstring(archive.read(str(base / name))) for name in spine]
    metas = list(package.iter("{*}meta"))
    refined = {(meta.get("refines"), meta.get("property")): meta.text for meta in metas}
    series = [meta for meta in metas if meta.get("property") == "belongs-to-collection"]
    named = {kind: list(one.find("{*}ol")) for kind, one in navs.items()}
    links = {kind: [item.find("{*}a") for item in items] for kind, items in named.items()}
    return Said(
        title=next(package.iter("{*}title")).text,
        direction=next(package.iter("{*}spine")).get("page-progression-direction", "ltr"),
        documents=documents,
        contents=[_line(item, spine) for item in named["toc"]],
        landmarks=[(link.get(_OPS), _at(link, spine)) for link in links["landmarks"]],
        pages=[("".join(link.itertext()), _at(link, spine)) for link in links.get("page-list", [])],
        series=[
            (one.text, refined.get((f"#{one.get('id')}", "group-position"), ""))
            for one in series
            if refined.get((f"#{one.get('id')}", "collection-type")) == "series"
        ],
    )


def _line(item: etree._Element, spine: list[str]) -> Line:
    link, inner = item.find("{*}a"), item.find("{*}ol")
    below = [] if inner is None else [_line(one, spine) for one in inner]
    return "".join(link.itertext()), _at(link, spine), below


def _at(link: etree._Element, spine: list[str]) -> int:
    return spine.index(link.get("href").partition("#")[0])
