"""A book put together from pieces is the book of one run of the press, and the same bytes however it is made."""

import io
import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pikepdf
import pypdfium2
import pytest

from fic2book.errors import OutputError
from fic2book.kept import Kept
from fic2book.press import Copy, Kit, fragment
from fic2book.press.desk import desk
from fic2book.workers.shop import Shop
from fic2book.writers import pdf
from fic2book.writers.pdf import accent
from fic2book.writers.pdf.engine import drawn, jobs, pieces
from tests import oracle, tools
from tests.tools import ROOT
from tests.writers import every_kind
from tests.writers.pdf_books import HARBOUR, anthology, book, many_parts, story

PAGE = 9  # of the first story, from 0: a later one, with a head
SHORT = {"the-bell": 3, "three-lemons": 2, "the-quay": 1}
BOOKS = {
    "classic": lambda: book(many_parts(), looks="classic"),
}
SLOW_BOOKS = {
    "romance on any page": lambda: book(every_kind.anthology(openers="any"), looks="romance", page="a6"),
    "modern in Arabic": lambda: book(every_kind.anthology(openers="any", language="ar"), looks="modern"),
    "clear in Japanese": lambda: book(every_kind.anthology(language="ja"), looks="clear", page="screen"),
    "adventure in Hebrew": lambda: book(every_kind.anthology(openers="recto", language="he"), looks="adventure"),
    "gothic": lambda: book(every_kind.anthology("after", openers="recto"), looks="gothic"),
}
FOLDERS = [
    ("adventure", {"openers": "any"}),
    ("classic", {"openers": "recto"}),
    ("clear", {"page": "screen"}),
    ("gothic", {"openers": "any"}),
    ("modern", {"page": "a6"}),
    ("romance", {"openers": "recto"}),
]


@pytest.fixture(scope="module")
def laid():
    return book(anthology(*(story(name, *HARBOUR * long) for name, long in SHORT.items()), openers="any"))


@pytest.fixture(scope="module")
def whole(laid):
    return pdf.write(laid).files[".pdf"]


@pytest.mark.parametrize("name", BOOKS)
def test_a_book_in_pieces_is_the_book_in_one_run(name):
    laid = BOOKS[name]()
    assert oracle.differences(pdf.write(laid).files[".pdf"], oracle.single_run(laid)) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", SLOW_BOOKS)
def test_so_is_one_in_other_languages(name):
    laid = SLOW_BOOKS[name]()
    assert oracle.differences(pdf.write(laid).files[".pdf"], oracle.single_run(laid)) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("samples", "theme", "asked"),
    [("web-shapes", "romance", {"openers": "any"}), ("short-fiction", "classic", {"openers": "recto"})],
)
def test_so_are_the_shapes_and_sixty_three_stories(samples, theme, asked):
    from tests.oracle_books import folder_book

    laid = folder_book(tools.shared("samples", samples), theme, asked)
    made, single = pdf.write(laid, Shop(workers=0)).files[".pdf"], oracle.single_run(laid)
    assert oracle.differences(made, single) == []
    assert len(made) <= 1.1 * len(single)


@pytest.mark.slow
@pytest.mark.parametrize(("theme", "asked"), FOLDERS)
def test_so_are_our_own_manuscripts_in_every_theme(theme, asked):
    from tests.oracle_books import folder_book

    laid = folder_book(ROOT / "manuscripts", theme, asked)
    made, single = pdf.write(laid).files[".pdf"], oracle.single_run(laid)
    assert oracle.differences(made, single) == []
    assert len(made) <= 1.1 * len(single)


def spoiled(data, spoil):
    with pikepdf.open(io.BytesIO(data)) as made:
        spoil(made)
        out = io.BytesIO()
        made.save(out)
        return out.getvalue()


def move_a_line(made):
    page = made.pages[PAGE]
    content = page.Contents[1].read_bytes()
    first = content.index(b" Tm")
    start = content.rindex(b"\n", 0, first) + 1
    numbers = content[start:first].split()
    numbers[4] = b"%.3f" % (float(numbers[4]) + 0.1)
    page.Contents = pikepdf.Array(
        [page.Contents[0], made.make_stream(content[:start] + b" ".join(numbers) + content[first:]), *page.Contents[2:]]
    )


def swap_two_lines_of_the_outline(made):
    with made.open_outline() as tree:
        tree.root[-2:] = reversed(tree.root[-2:])


def move_a_place(made):
    names = made.Root.Names.Dests.Names
    names[1][3] = float(names[1][3]) + 1


def number_pages_from_two(made):
    made.Root.PageLabels.Nums[-1].St = 2


def lose_a_link(made):
    page = next(page for page in made.pages if len(page.obj.get("/Annots", [])))
    page.Annots = pikepdf.Array(list(page.Annots)[1:])


def lose_a_folio(made):
    page = made.pages[PAGE]
    page.Contents = pikepdf.Array([*page.Contents[:2], made.make_stream(b"Q")])


def lose_the_cover(made):
    made.pages[0].Contents = made.make_stream(b"")


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lose_the_cover, "page 0 looks otherwise"),
        (move_a_line, f"page {PAGE}: "),
        (swap_two_lines_of_the_outline, "outline: "),
        (move_a_place, "destinations: "),
        (number_pages_from_two, "is labelled"),
        (lose_a_link, "links: "),
        (lose_a_folio, f"page {PAGE} says"),
    ],
)
def test_a_difference_would_be_seen(whole, spoil, said):
    found = oracle.differences(spoiled(whole, spoil), whole)
    assert any(said in one for one in found), found


@pytest.mark.parametrize(
    "shop",
    [
        {"workers": 2, "start": "fork"},
        {"workers": 4, "start": "fork"},
        {"workers": 2, "start": "spawn"},
    ],
    ids=str,
)
def test_it_is_the_same_bytes_whoever_typesets_it(laid, whole, shop):
    assert pdf.write(laid, Shop(**shop)).files[".pdf"] == whole


def test_it_is_the_same_bytes_cold_warm_and_damaged(laid, whole, tmp_path):
    kept = Kept(tmp_path)
    assert pdf.write(laid, Shop(store=kept)).files[".pdf"] == whole
    assert pdf.write(laid, Shop(store=kept)).files[".pdf"] == whole
    for number, place in enumerate(sorted(tmp_path.glob("??/*"))):
        if number % 2:
            place.write_bytes(place.read_bytes()[:-7])
    assert pdf.write(laid, Shop(store=kept)).files[".pdf"] == whole


class Counting(dict):
    """A store in memory that knows what was put into it."""

    def put(self, key, data):
        self[key] = data
        self.fresh += 1

    fresh = 0


def test_one_word_more_typesets_one_story_again():
    stories = [story(f"tale-{number}", *HARBOUR * 3, language="en") for number in range(5)]
    store = Counting()
    pdf.write(book(anthology(*stories)), Shop(store=store))
    store.fresh = 0
    changed = [*stories[:2], replace(stories[2], body=stories[2].body.replace("lemons", "limes", 1)), *stories[3:]]
    before, laid = dict(store), book(anthology(*changed))
    made = pdf.write(laid, Shop(store=store)).files[".pdf"]
    assert store.fresh == 1
    assert before.items() <= store.items()
    assert made == pdf.write(laid).files[".pdf"]


def test_a_story_more_in_the_middle_typesets_no_other_story_again():
    stories = [story(f"tale-{number}", *HARBOUR * 3, language="en") for number in range(5)]
    store = Counting()
    pdf.write(book(anthology(*stories, openers="any")), Shop(store=store))
    before = set(store)
    grown = book(anthology(*stories[:2], story("new", HARBOUR[0]), *stories[2:], openers="any"))
    assert pdf.write(grown, Shop(store=store)).files[".pdf"] == pdf.write(grown).files[".pdf"]
    fresh = [pieces.unpacked(data) for key, data in store.items() if key not in before]
    named = {mark.label for piece in fresh for mark in piece.bookmarks}
    assert "New" in named
    assert not any(label.startswith("Tale") for label in named)


def dominant(data, page):
    """Return the colours of a page that are no grey, as pdfium paints them."""
    shown = pypdfium2.PdfDocument(data)[page].render(scale=2).to_pil().convert("RGB")
    return {colour for many, colour in shown.getcolors(1 << 20) if many > 20 and max(colour) - min(colour) > 40}


@pytest.mark.parametrize("looks", ["classic", "gothic"])
def test_another_colour_of_the_cover_typesets_no_story_again(looks):
    rung = story("the-bell", "It rang once.", "<hr class='scene'/>", "It rang twice.")
    laid = book(anthology(rung, story("three-lemons", *HARBOUR)), looks=looks)
    store = Counting()
    blue = pdf.write(replace(laid, accent="#1c3a5a"), Shop(store=store)).files[".pdf"]
    before = set(store)
    made = pdf.write(replace(laid, accent="#7a2a1c"), Shop(store=store)).files[".pdf"]
    fresh = [pieces.unpacked(data) for key, data in store.items() if key not in before]
    shown = {anchor.name for piece in fresh for anchor in piece.anchors}
    assert not shown & {"the-bell", "three-lemons"}
    red = replace(laid, accent="#7a2a1c")
    assert made == pdf.write(red).files[".pdf"]
    assert oracle.differences(made, oracle.single_run(red)) == []
    with pikepdf.open(io.BytesIO(made)) as opened:
        page = next(n for n, page in enumerate(opened.pages) if page.label == "1")
    assert (0x7A, 0x2A, 0x1C) in dominant(made, page)
    assert (0x1C, 0x3A, 0x5A) in dominant(blue, page)


def test_an_ornament_in_shades_is_typeset_in_the_books_own_colour():
    shaded = (
        b'<svg xmlns="http://www.w3.org/2000/svg"><linearGradient id="a"/><path fill="url(#a)" d="M0 0h9v9z"/></svg>'
    )
    assert accent.stand_in("#7a2a1c", [shaded]) == "#7a2a1c"
    assert accent.stand_in("", [b"<svg/>"]) == ""
    assert accent.stand_in("#7a2a1c", [b"<svg/>"]) == accent.STANDS_FOR_IT


@pytest.mark.parametrize(
    ("css", "text", "names"),
    [
        (".drabble > p::after { background: url(book:a.svg) }", '<p class="drabble">', {"a.svg"}),
        (".drabble > p::after { background: url(book:a.svg) }", '<p class="drab drabbles">', set()),
        (".one.two, p:not(.three) { background: url('book:a.svg') }", '<p class="one">', {"a.svg"}),
        (".one.two { background: url(book:a.svg) }", '<p class="one">', set()),
        ("/* .one { } */ @media print { .one { content: url(book:a.svg) } }", '<p class="x one">', {"a.svg"}),
        (".one { background: url(book:a.svg); &::after { color: red } }", "<p>", {"a.svg"}),
    ],
)
def test_a_drawing_is_wanted_where_a_rule_may_show_it(css, text, names):
    assert drawn.fetched(css, text) == names


def test_drawings_in_margins_are_wanted_by_running_matter():
    css = "@page { @top-center { content: url(book:a.svg) } } .one { background: url(book:b.svg) }"
    assert drawn.fetched_in_margins(css) == {"a.svg"}


def test_progress_is_told_by_story_with_words_and_pages(laid, whole, tmp_path):
    told = []
    shop = Shop(step=lambda *said: told.append(said), store=Kept(tmp_path))
    pdf.write(laid, shop)
    words = sum(SHORT[one.id] * sum(len(text.split()) for text in HARBOUR) for one in laid.anthology.stories)
    with pikepdf.open(io.BytesIO(whole)) as made:
        body = [page.label for page in made.pages].index("1")
        pages = len(made.pages) - body
    said, done, total = told[-1]
    assert [text.split(",")[0] for text, *_ in told] == [f"Typesetting stories: {number} of 3" for number in (1, 2, 3)]
    assert done == total == words
    assert said == f"Typesetting stories: 3 of 3, {total:,} words, {pages} pages"
    told.clear()
    pdf.write(laid, shop)
    assert told[-1] == (said, done, total)


def test_a_story_that_the_press_cannot_lay_out_is_named():
    deep = "<html lang='en'><body>" + "<div>" * 1500 + "<p>deep</p>" + "</div>" * 1500
    with pytest.raises(OutputError, match=r"nested too deeply .* in “The Well”"):
        jobs.work(jobs.Job("The Well", Copy(deep, {}), Kit((), {})))


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="the cache folder is named by XDG_CACHE_HOME, groups are POSIX's")
def test_ctrl_c_stops_a_build_without_half_a_book_and_the_next_one_finds_what_was_done(tmp_path):
    folder, cache = tmp_path / "stories", tmp_path / "cache"
    shutil.copytree(ROOT / "manuscripts", folder, ignore=shutil.ignore_patterns("book"))
    heard = "import runpy, signal; signal.signal(signal.SIGINT, signal.default_int_handler)"  # who asks may ignore it
    run = f"{heard}; runpy.run_module('fic2book', run_name='__main__', alter_sys=True)"
    command = [sys.executable, "-c", run, "build", str(folder), "--to", "pdf", "--plain", "-j", "2"]
    given = {"env": {**os.environ, "XDG_CACHE_HOME": str(cache)}, "stderr": subprocess.PIPE, "cwd": ROOT}
    with subprocess.Popen(command, start_new_session=True, **given) as build:
        while len(list(cache.glob("**/??/*"))) < 3 and build.poll() is None:
            time.sleep(0.01)
        os.killpg(build.pid, signal.SIGINT)
        said = build.communicate()[1]
    assert (build.returncode, b"Traceback" in said) == (130, False)
    assert not list(folder.glob("book/*.pdf"))
    assert not list(tmp_path.glob("**/*.part"))
    done = {place: place.stat().st_ino for place in cache.glob("**/??/*")}
    assert 3 <= len(done) < 25
    assert subprocess.run(command, check=False, **given).returncode == 0
    assert {place: place.stat().st_ino for place in done} == done
    assert list(folder.glob("book/*.pdf"))


def test_two_builds_at_once_share_what_is_kept(laid, whole, tmp_path):
    shop = Shop(workers=2, start="spawn", store=Kept(tmp_path))
    with ThreadPoolExecutor(2) as builds:
        made = [one.result() for one in [builds.submit(pdf.write, laid, shop) for _ in range(2)]]
    assert [one.files[".pdf"] for one in made] == [whole, whole]


def test_each_face_stands_in_it_once(whole):
    with pikepdf.open(io.BytesIO(whole)) as made:
        fonts = [font for page in made.pages for font in page.Resources.get("/Font", {}).values()]
        files = {str(font.BaseFont): set() for font in fonts}
        for font in fonts:
            files[str(font.BaseFont)].add(font.DescendantFonts[0].FontDescriptor.FontFile2.objgen)
    assert all(len(found) == 1 for found in files.values())


def lay_out_many(kit):
    """Lay out more desks than a process keeps."""
    for number in range(8):
        desk(kit._replace(sheets=(*kit.sheets, f"p {{ orphans: {number + 2} }}")))


@pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux alone")
@pytest.mark.parametrize("first", ["parent", "child"])
def test_who_lets_go_of_a_desk_takes_no_face_from_another_process(first):
    """A face is read when a word is set in it, which may be long after its file was laid ready."""
    kit = pdf._kits(book(anthology(story("the-bell", *HARBOUR)), looks="classic"))("")
    shown = Copy("<html lang='en'><body><p>A word in <strong><em>bold italics</em></strong>.</p></body></html>", {})
    wanted = fragment(shown, kit).pdf
    lay_out_many(kit)  # now the desk that was used is gone
    desk(kit)
    context = multiprocessing.get_context("fork")
    if first == "child":
        other = context.Process(target=lay_out_many, args=(kit,))
        other.start()
        other.join()
        assert fragment(shown, kit).pdf == wanted
    else:
        with context.Pool(1) as pool:
            lay_out_many(kit)
            assert pool.apply(typeset, (shown, kit)) == wanted


def typeset(shown, kit):
    return fragment(shown, kit).pdf


def test_what_is_kept_depends_on_the_versions_and_faces_of_this_machine():
    told = jobs.engine()
    assert told.startswith(jobs.engine.__wrapped__().split()[0])
    assert "weasyprint " in told
    assert "Pango " in told
