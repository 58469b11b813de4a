"""A theme's name, or its folder, becomes its looks: style sheets for both outputs, fonts, tokens, the printed page."""

from fic2book.themes.designs import design, design_names
from fic2book.themes.shelf import load, names, open_typefaces, styles

__all__ = ["design", "design_names", "load", "names", "open_typefaces", "styles"]
