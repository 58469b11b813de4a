"""The `cover` command behind its options: the cover that a build draws, another one, or all on one page."""

from collections.abc import Mapping
from pathlib import Path

from fic2book import building, config, cover, files, pipeline, raster, reading
from fic2book.console import Console
from fic2book.errors import SettingsError

_KINDS = (".jpg", ".jpeg", ".png")


def run(folder: Path | None, options: Mapping[str, object], place: Path | None, *, sheet: bool) -> Path:
    """Write one cover, or the contact sheet of all, and return its place.

    A style or a seed is about drawn covers: then a picture in the folder is not looked at.
    """
    if place and place.suffix.lower() not in _KINDS:
        raise SettingsError(f"a cover cannot be written as {place.name}", way_out="Name it .jpg or .png.")
    settings = config.load(folder or building.default_folder(), options)
    theme = pipeline.theme_of(settings)
    wish = cover.Wish(settings.cover_style, settings.cover_seed, settings.cover_picture, settings.accent)
    cover.prove(theme, wish)
    with Console(quiet=True).progress() as step:
        anthology = pipeline.gather(reading.read_folder(settings, step), settings)
    target = place or settings.output / ("covers.jpg" if sheet else "cover.jpg")
    if sheet:
        page = cover.contact_sheet(anthology, theme, wish)
        data = raster.svg_to_jpeg(page.svg, page.width, page.height)
    else:
        drawn = bool({"cover_style", "cover_seed"} & options.keys())
        data = (cover.cover if drawn else cover.made)(anthology, theme, wish).data
    files.write(target, raster.converted(data, target.suffix.lower()))
    return target
