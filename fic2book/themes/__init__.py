"""A theme's name, or its folder, becomes its looks: style sheets for both outputs, fonts, tokens, the printed page."""

from fic2book.themes.designs import design, design_names
from fic2book.themes.shelf import Own, leaflet, load, names, open_typefaces, own_typeface, styles

__all__ = ["Own", "design", "design_names", "leaflet", "load", "names", "open_typefaces", "own_typeface", "styles"]
