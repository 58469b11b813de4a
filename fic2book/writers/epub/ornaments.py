"""The theme's drawings inside the EPUB: the style sheet shows the text's own colour through them."""

from collections.abc import Iterator

from fic2book.model import Looks
from fic2book.writers.epub.container import File
from fic2book.writers.epub.documents import IMAGES


def ornaments(looks: Looks) -> Iterator[File]:
    """Yield a file for each ornament that is a picture; a sign needs none."""
    for place, ornament in (("scene", looks.scene), ("title-page", looks.title_page)):
        if ornament.picture:
            suffix = ".svg" if ornament.picture.media_type == "image/svg+xml" else ".png"
            name = f"{IMAGES}ornament-{place}{suffix}"
            yield File(
                id=f"ornament-{place}", name=name, media_type=ornament.picture.media_type, data=ornament.picture.data
            )
