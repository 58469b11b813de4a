"""A folder's book, laid out and dressed as a build does it, to be made in two ways."""

from collections.abc import Mapping
from pathlib import Path

from fic2book import config, cover, editions, pipeline, reading, themes
from fic2book.dressing import Dress, dressed
from fic2book.gathering import gather
from fic2book.model import Book


def folder_book(folder: Path, theme: str, asked: Mapping[str, object]) -> Book:
    """Return the book of a folder in a theme; ``asked`` are options of a build."""
    settings = config.load(folder, {"theme": theme, **asked})
    looks = pipeline.theme_of(settings)
    wish = cover.Wish(settings.cover_style, settings.cover_seed, settings.cover_picture, settings.accent)
    read = reading.read_folder(settings, lambda *_: None)
    anthology = editions.marked(pipeline.bind(gather(read.stories, settings), read, settings), settings)
    page = themes.design(looks, settings.page)
    return dressed(anthology, Dress(theme=looks, wish=wish, settings=settings), page, is_printed=True)
