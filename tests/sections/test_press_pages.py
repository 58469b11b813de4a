"""What a binder puts to the book: name, place and mark at the title page's foot, a last page, the book's series."""

from dataclasses import replace

from fic2book.model import Image, Imprint
from tests.sections.shelf import laid_out, of_class, text, text_of_class, tree, two_hands

MARK = Image(data=b"\x89PNG", media_type="image/png", width=40, height=30)
PRESS = Imprint(
    name="Moth & Lamp Press",
    place="Lowestoft",
    edition="Copy 1 of 3",
    colophon="Cream paper,\nwaxed thread.\n\nMarbled in a baking tray.",
)


def pressed(**fields: str):
    return laid_out(two_hands(imprint=replace(PRESS, **fields)))


def test_name_and_place_stand_at_the_title_pages_foot():
    assert text_of_class(pressed()["title-page"], "imprint") == ["Moth & Lamp Press Lowestoft"]
    assert not of_class(tree(laid_out(two_hands())["title-page"]), "imprint")


def test_a_place_without_a_name_or_a_mark_is_no_press():
    assert not of_class(tree(laid_out(two_hands(imprint=Imprint(place="Lowestoft")))["title-page"]), "imprint")


def test_the_mark_is_a_picture_with_words():
    book = laid_out(two_hands(imprint=replace(PRESS, logo=MARK)))
    (image,) = tree(book["title-page"]).iter("img")
    assert (image.get("src"), image.get("alt")) == ("picture:press.logo", "Mark of Moth & Lamp Press")
    (alone,) = tree(laid_out(two_hands(imprint=Imprint(logo=MARK)))["title-page"]).iter("img")
    assert alone.get("alt") == "Mark of The Lit Quay"


def test_the_last_page_tells_the_making_paragraph_by_paragraph_then_edition_and_press():
    book = pressed()
    assert list(book)[-1] == "press"
    assert (book["press"].kind, book["press"].matter, book["press"].title) == ("press", "back", "Colophon")
    assert text_of_class(book["press"], "press-text") == ["Cream paper, waxed thread.", "Marbled in a baking tray."]
    assert text(book["press"]).endswith("tray. Copy 1 of 3 Moth & Lamp Press, Lowestoft")


def test_a_press_that_says_nothing_but_its_name_has_no_last_page():
    assert "press" not in pressed(edition="", colophon=" \n ")
    assert "press" in pressed(colophon="")
    assert "press" in pressed(edition="")


def test_two_pages_are_never_both_called_colophon():
    assert pressed()["colophon"].title == "Imprint"
    assert laid_out(two_hands())["colophon"].title == "Colophon"


def test_the_small_print_stays_in_front():
    assert text(pressed()["colophon"]).endswith("Made with fic2book.")


def test_the_books_series_stands_on_half_title_and_title_page():
    numbered = laid_out(two_hands(series="The Quay Papers", series_number="2"))
    for page in ("half-title", "title-page"):
        assert text_of_class(numbered[page], "book-series") == ["The Quay Papers, book 2"]
    alone = laid_out(two_hands(series="The Quay Papers"))
    assert text_of_class(alone["half-title"], "book-series") == ["The Quay Papers"]
    assert not of_class(tree(laid_out(two_hands(series_number="2"))["half-title"]), "book-series")


def test_a_page_about_the_authors_stands_behind_the_stories():
    book = laid_out(two_hands(about="<p>Ada keeps bees.</p>", afterword="<p>Bye.</p>"))
    assert text(book["about"]) == "About the authors Ada keeps bees."
    assert list(book)[-2:] == ["afterword", "about"]
    assert "about" not in laid_out(two_hands(about="<p> </p>"))


def test_the_page_about_one_author_is_called_so():
    one = two_hands(about="<p>Ada keeps bees.</p>")
    alone = replace(one, stories=one.stories[:1], authors=("Ada Finch",))
    assert laid_out(alone)["about"].title == "About the author"
    titled = replace(alone, about="<h1>Who Ada is</h1><p>She keeps bees.</p>")
    assert laid_out(titled)["about"].title == "Who Ada is"
