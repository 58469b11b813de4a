"""Read and restore a folder of manuscripts, nothing else: what ``make bench`` times on one core.

python bench/reading.py FOLDER
"""

import sys
from pathlib import Path

from fic2book import config
from fic2book.reading import read_folder, silent

if __name__ == "__main__":
    read = read_folder(config.load(Path(sys.argv[1]), {}), silent)
    if read.unreadable or read.problems:
        sys.exit("\n".join(map(str, (*read.unreadable, *read.problems)))[:2000])
    sys.stdout.write(f"{len(read.stories)} stories\n")
