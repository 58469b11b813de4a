"""Pictures and pages as pixels: the only Pillow, resvg and pdfium. All three come in late: most runs need one."""

from fic2book.raster.colours import colours
from fic2book.raster.covers import image
from fic2book.raster.differences import Added, Region, added, resolutions
from fic2book.raster.drawings import converted, svg_to_jpeg
from fic2book.raster.greys import Samples, flattened, grey
from fic2book.raster.illustrations import illustration
from fic2book.raster.inked import Marks, pdf_ink, pdf_marks
from fic2book.raster.marks import ink, mark
from fic2book.raster.pages import Box, page_count, pdf_outline, pdf_pages, pdf_text, pdf_text_in
from fic2book.raster.pixels import MOST_BYTES, MOST_PIXELS
from fic2book.raster.placed import Cut, Line, PageSeen, pdf_entry, pdf_looks, pdf_seen, pdf_text_cut
from fic2book.raster.sheets import sheet

__all__ = [
    "MOST_BYTES", "MOST_PIXELS", "Added", "Box", "Cut", "Line", "Marks", "PageSeen", "Region", "Samples", "added",
    "colours", "converted", "flattened", "grey", "illustration", "image", "ink", "mark", "page_count", "pdf_entry",
    "pdf_ink", "pdf_looks", "pdf_marks", "pdf_outline", "pdf_pages", "pdf_seen", "pdf_text", "pdf_text_cut",
    "pdf_text_in", "resolutions", "sheet", "svg_to_jpeg",
]  # fmt: skip
