"""Read a folder, lay it out, and time nothing but the writing of its EPUB: what ``make bench`` asks of a large book.

    python bench/writing.py FOLDER PICTURE

Says the seconds by the clock and the seconds of the processor.
"""

import sys
import time
from pathlib import Path

from fic2book import config, editions, pipeline
from fic2book.reading import read_folder, silent
from fic2book.writers import WRITERS


def main(folder: Path, picture: Path) -> str:
    """Return both times of writing finished sections, as words of one line."""
    settings = config.load(folder, {"title": "Bench", "cover": picture, "to": ("epub",)})
    theme = pipeline.theme_of(settings)
    anthology = editions.marked(pipeline.gather(read_folder(settings, silent), settings), settings.output)
    book = pipeline.book_of(anthology, theme, settings)
    wall, cpu = time.perf_counter(), time.process_time()
    written = WRITERS["epub"](book)
    said = f"{time.perf_counter() - wall:.3f} {time.process_time() - cpu:.3f}\n"
    if written.problems or not written.files:
        sys.exit("the EPUB was not written")
    return said


if __name__ == "__main__":
    sys.stdout.write(main(*map(Path, sys.argv[1:3])))
