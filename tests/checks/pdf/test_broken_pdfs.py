"""A finished PDF that is broken on purpose fails with the right code, and its sentence names story and place."""

import io
import re

import pikepdf
import pytest

from fic2book import checks
from fic2book.model import Severity
from tests.checks.library import anthology, damaged, mend, write, written
from tests.writers import pdf_books

FIRST_STORY = 8  # 0-based page: the cover, its back, and six pages of front matter stand before
RUN = re.compile(rb"\[[^\]]*<[0-9a-f]{4,}>[^\]]*\] TJ")


def proved(book: bytes):
    return checks.prove({".pdf": book}, anthology())


def codes(book: bytes) -> set[str]:
    return {problem.code for problem in proved(book)}


def rewrite(pdf: pikepdf.Pdf, page: int, change) -> None:
    """Change the list of text runs (lines, or pieces of them) that a page shows."""
    content = pdf_books.content(pdf.pages[page])
    runs = [run[0] for run in RUN.finditer(content)]
    pieces = iter(change(runs))
    pdf.pages[page].Contents = pdf.make_stream(RUN.sub(lambda _: next(pieces), content))


def blank(place: int):
    return lambda runs: [*runs[:place], b"[] TJ", *runs[place + 1 :]]


def swap(place: int):
    return lambda runs: [*runs[:place], runs[place + 1], runs[place], *runs[place + 2 :]]


def double(place: int):
    return lambda runs: [*runs[:place], runs[place] + b"\n" + runs[place], *runs[place + 1 :]]


def empty_box(place: int):
    return lambda runs: [*runs[:place], re.sub(rb"<[0-9a-f]{4}", b"<0000", runs[place], count=1), *runs[place + 1 :]]


def test_a_sound_book_has_no_problem():
    assert proved(written("pdf")) == ()


def test_a_line_that_is_blank_is_lost_and_its_words_are_told():
    book = mend(written("pdf"), lambda pdf: rewrite(pdf, FIRST_STORY, blank(12)))
    (problem,) = proved(book)
    assert problem.code == "text-lost"
    assert problem.severity == Severity.ERROR
    assert problem.place == "1-lamps.txt"
    assert re.search(
        r"“The Lamps of Quill Street”: after the words “.+”, \d+ words are missing from the PDF \(page 1\): “.+”",
        problem.message,
    )


def test_two_lines_that_changed_places_are_told():
    book = mend(written("pdf"), lambda pdf: rewrite(pdf, FIRST_STORY, swap(14)))
    assert codes(book) == {"text-moved"}


def test_a_line_that_stands_twice_is_told():
    book = mend(written("pdf"), lambda pdf: rewrite(pdf, FIRST_STORY, double(14)))
    (problem,) = proved(book)
    assert problem.code == "text-doubled"
    assert "stand twice in the PDF (page 1)" in problem.message


def test_a_line_from_another_story_is_foreign():
    def insert(pdf: pikepdf.Pdf) -> None:
        foreign = RUN.findall(pdf_books.content(pdf.pages[FIRST_STORY + 4]))[12]
        rewrite(pdf, FIRST_STORY, lambda runs: [*runs[:14], runs[14] + b"\n" + foreign, *runs[15:]])

    (problem,) = proved(mend(written("pdf"), insert))
    assert problem.code == "text-foreign"
    assert "that are not in the manuscript" in problem.message


def test_a_character_without_a_shape_is_told_with_its_page():
    book = mend(written("pdf"), lambda pdf: rewrite(pdf, FIRST_STORY, empty_box(14)))
    told = {problem.code: problem for problem in proved(book)}
    assert "on page 1 of the PDF a character has no shape" in told["glyph-missing"].message
    assert told.keys() <= {"glyph-missing", "text-changed", "text-lost"}


def test_a_removed_page_inside_a_story_is_a_loss_of_its_words():
    def remove(pdf: pikepdf.Pdf) -> None:
        del pdf.pages[FIRST_STORY + 1]

    problems = proved(mend(written("pdf"), remove))
    (lost,) = [problem for problem in problems if problem.code == "text-lost"]
    assert lost.message.startswith("“The Lamps of Quill Street”: after the words “")
    assert "carried it, and who knew" not in lost.message
    assert "break-lost" in {problem.code for problem in problems}


def test_a_removed_story_is_told_by_its_title():
    def remove(pdf: pikepdf.Pdf) -> None:
        del pdf.pages[FIRST_STORY + 4 :]

    problems = proved(mend(written("pdf"), remove))
    told = {problem.code: problem.message for problem in problems}
    assert told["story-lost"] == "the whole story “The Clock That Was Sorry” is missing from the PDF."
    assert "outline-lost" in told
    assert "link-broken" in told


def test_a_font_that_is_not_embedded_is_told():
    def drop(pdf: pikepdf.Pdf) -> None:
        for font in pdf.pages[FIRST_STORY].Resources.Font.values():
            del font.DescendantFonts[0].FontDescriptor["/FontFile2"]

    problems = proved(mend(written("pdf"), drop))
    told = [problem.message for problem in problems if problem.code == "font-missing"]
    assert told
    assert "EB-Garamond is not in the PDF" in " ".join(told)


def test_a_scene_break_that_no_one_hears_is_lost():
    def silence(pdf: pikepdf.Pdf) -> None:
        for element in pdf.objects:
            if isinstance(element, pikepdf.Dictionary) and element.get("/Alt") == "Scene break":
                del element["/Alt"]
                return

    (problem,) = proved(mend(written("pdf"), silence))
    assert problem.code == "break-lost"
    assert problem.message == ("“The Lamps of Quill Street” has 1 scene break in the PDF; the manuscript has 2.")


def test_an_outline_without_a_story_is_told():
    def forget(pdf: pikepdf.Pdf) -> None:
        with pdf.open_outline() as outline:
            del outline.root[-1]

    (problem,) = proved(mend(written("pdf"), forget))
    assert problem.code == "outline-lost"
    assert "“The Clock That Was Sorry”" in problem.message


def test_an_outline_out_of_order_is_told():
    def turn(pdf: pikepdf.Pdf) -> None:
        with pdf.open_outline() as outline:
            outline.root.insert(0, outline.root.pop())

    assert codes(mend(written("pdf"), turn)) == {"outline-order"}


def test_pages_without_numbers_are_told():
    def forget(pdf: pikepdf.Pdf) -> None:
        del pdf.Root.PageLabels

    assert "page-labels" in codes(mend(written("pdf"), forget))


def test_a_link_that_leads_nowhere_is_told():
    def mislead(pdf: pikepdf.Pdf) -> None:
        for page in pdf.pages:
            for link in page.obj.get("/Annots", pikepdf.Array()):
                if "/Dest" in link:
                    link.Dest = pikepdf.String("nowhere")
                elif "/A" in link and link.A.S == "/GoTo":
                    link.A.D = pikepdf.String("nowhere")

    told = [problem for problem in proved(mend(written("pdf"), mislead)) if problem.code == "link-broken"]
    assert told
    assert "a link on page v of the PDF leads nowhere" in told[0].message


def test_a_book_written_from_a_damaged_anthology_is_not_the_anthology():
    paragraph = "<p>“You are late,” said the girl who sat there."
    changes = {
        "lamps": lambda body: body.replace(paragraph, "<p>“You are here,” said the girl who sat there."),
        "ferry": lambda body: body.replace("The shoe had come back polished.", "").replace('<hr class="scene"/>', ""),
        "clock": lambda body: body.replace("Please do it again.", "Please do it again. Follow me for more of this."),
    }
    problems = checks.prove({".pdf": write(damaged(changes), "pdf")}, anthology())
    told = {problem.code: problem.message for problem in problems}
    assert told.keys() == {"text-changed", "text-lost", "text-foreign", "break-lost"}
    assert "the PDF (page 2) has “here,”” where the manuscript has “late,””" in told["text-changed"]
    assert told["text-lost"].startswith("“A Ferry for Small Things”, chapter “Outward”: after the words “")
    assert "“The shoe had come back polished.”" in told["text-lost"]
    assert "“Follow me for more of this.”" in told["text-foreign"]


def with_a_head(pdf: pikepdf.Pdf, change) -> None:
    """Give the running matter of the first page that bears any a font of its own, and change it."""
    painted = (one for page in pdf.pages for one in page.Resources.get("/XObject", {}).items())
    form = next(form for name, form in painted if name.startswith("/Running"))
    fonts = form.Resources.Font
    name, font = next(iter(fonts.items()))
    own, inner = (pikepdf.Dictionary(one) for one in (font, font.DescendantFonts[0]))
    inner.FontDescriptor = pdf.make_indirect(pikepdf.Dictionary(inner.FontDescriptor))
    own.DescendantFonts = pikepdf.Array([pdf.make_indirect(inner)])
    form.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary({**dict(fonts.items()), name: pdf.make_indirect(own)}))
    change(form, inner.FontDescriptor)


def test_a_font_that_only_a_running_head_shows_is_told_when_it_is_not_embedded():
    def drop(_, descriptor) -> None:
        del descriptor["/FontFile2"]

    problems = proved(mend(written("pdf"), lambda pdf: with_a_head(pdf, drop)))
    assert [problem.code for problem in problems] == ["font-missing"]


def test_a_running_head_without_a_shape_is_told_with_its_page():
    def empty(form, _) -> None:
        form.write(empty_box(0)([form.read_bytes()])[0])

    book = mend(written("pdf"), lambda pdf: with_a_head(pdf, empty))
    told = {problem.code: problem.message for problem in proved(book)}
    assert "of the PDF a character has no shape in the font" in told["glyph-missing"]


def test_a_character_that_no_font_has_is_told_by_its_number():
    unknown = damaged({"clock": lambda body: body.replace("butler", "but\u0378ler")})
    (problem,) = checks.prove({".pdf": write(unknown, "pdf")}, unknown)
    assert problem.code == "glyph-missing"
    assert "(U+0378): readers see empty boxes" in problem.message


def test_numbers_of_lists_are_no_foreign_words():
    listed = "<ol><li>Bread for two.</li><li>Oil for the lamp.</li></ol>"
    shopping = damaged({"clock": lambda body: listed + body, "lamps": lambda body: body.replace("<hr", listed + "<hr")})
    assert checks.prove({".pdf": write(shopping, "pdf")}, shopping) == ()


def test_the_number_of_a_list_whose_line_is_a_pages_last_is_no_foreign_word():
    """It is read behind the line's words where those end with a raised figure, and the running head behind it."""
    listed = '<ol start="6"><li>An umbrella is to be kept in the lamp room.<sup>2</sup></li></ol>'
    content = pdf_books.anthology(pdf_books.story("lists", *pdf_books.HARBOUR * 3, listed, *pdf_books.HARBOUR))
    book = pdf_books.printed(content, "ol { break-after: page }")
    assert checks.prove({".pdf": book.data}, content) == ()


@pytest.mark.parametrize("part", [0, 1, 30, 0.3, 0.5, 0.9, 0.999])
def test_a_book_that_is_cut_off_is_a_problem_and_no_traceback(part):
    whole = written("pdf")
    cut = whole[: part if isinstance(part, int) else int(len(whole) * part)]
    assert codes(cut) == {"pdf-unreadable"}


def test_a_locked_book_is_told():
    locked = io.BytesIO()
    with pikepdf.open(io.BytesIO(written("pdf"))) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(user="secret", owner="secret"))
    (problem,) = proved(locked.getvalue())
    assert problem.code == "pdf-unreadable"
    assert "locked with a password" in problem.message
