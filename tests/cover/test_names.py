from fic2book.cover.names import alternative, credit
from tests.cover.books import book

FOUR = ("Ann", "Bea", "Cem", "Dov")


def test_up_to_four_authors_are_all_named():
    assert credit(book("T", FOUR[:1])) == (("Ann",), "")
    assert credit(book("T", FOUR[:3])) == (("Ann", "Bea", "Cem"), "")
    assert credit(book("T", FOUR)) == (FOUR, "")


def test_more_authors_are_three_and_the_number_of_the_others():
    assert credit(book("T", tuple(f"A{number}" for number in range(40)))) == (("A0", "A1", "A2"), "and 37 others")
    assert credit(book("T", (*FOUR, "Eli"))) == (("Ann", "Bea", "Cem"), "and 2 others")


def test_an_editor_stands_for_many_authors_and_below_few():
    assert credit(book("T", (*FOUR, "Eli"), editor="Eve")) == ((), "Edited by Eve")
    assert credit(book("T", FOUR[:2], editor="Eve")) == (("Ann", "Bea"), "Edited by Eve")


def test_nobody_known_is_nobody_named():
    assert credit(book("T")) == ((), "")


def test_the_alternative_text_names_everyone_and_the_picture():
    said = alternative(book("T", FOUR), "Rings of a tree.")
    assert said == "Cover: T, an anthology by Ann, Bea, Cem and Dov. Rings of a tree."


def test_a_book_in_another_language_has_an_alternative_text_in_that_language():
    assert (
        alternative(book("T", FOUR[:2], language="fr"), "Rings.") == "Couverture\xa0: T, une anthologie par Ann et Bea."
    )
