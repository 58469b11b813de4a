"""The same book gives the same bytes, wherever and whenever it is made."""

import hashlib
import sys

from tests.tools import ROOT, run
from tests.writers.epub_books import tiny, written

PROGRAM = (
    "import hashlib\n"
    "from tests.writers.epub_books import tiny, written\n"
    "print(hashlib.sha256(written(tiny())).hexdigest())"
)


def test_twice_here():
    assert written(tiny()) == written(tiny())


def test_in_another_time_zone_and_with_other_hash_seeds():
    here = hashlib.sha256(written(tiny())).hexdigest()
    for zone, seed in (("Pacific/Auckland", "1"), ("America/St_Johns", "4242")):
        done = run(sys.executable, "-c", PROGRAM, TZ=zone, PYTHONHASHSEED=seed, PYTHONPATH=str(ROOT))
        assert done.stdout.strip() == here, done.stderr
