"""The credits and what they say of each story, in full, by name, or not at all."""

from fic2book.model import Change, Kind
from tests.sections.shelf import anthology, laid_out, story, text, text_of_class

ADDRESS = "https://example.org/works/1"


def change(kind: Kind, rule: str, after: str = "") -> Change:
    return Change(rule=rule, kind=kind, line=3, before="words", after=after)


def licensed(**fields: object):
    stories = (story("ash", url=ADDRESS, permission=" CC BY-NC 4.0 "), story("bay", authors=("Ben Tallow",)))
    return laid_out(anthology(*stories, **fields))


def test_a_permission_stands_in_the_credits_of_its_story():
    assert text_of_class(licensed()["credits"], "permission") == ["Permission: CC BY-NC 4.0"]


def test_a_permission_alone_makes_the_page():
    assert "credits" not in laid_out(anthology(story("ash")))
    assert "credits" in laid_out(anthology(story("ash", permission="with the author’s leave")))


def test_the_length_of_every_story_stands_in_the_credits_and_makes_no_page():
    facts = text_of_class(licensed()["credits"], "credit")
    assert [credit.endswith("38 words.") for credit in facts] == [False, True]
    assert all("38 words." in credit for credit in facts)


def test_names_alone_are_title_author_and_permission():
    page = text(licensed(credits="names")["credits"])
    assert page == "Credits Ash, by Ada Finch Permission: CC BY-NC 4.0 Bay, by Ben Tallow"


def test_without_credits_a_permission_moves_to_the_small_print_and_the_names_stay():
    book = licensed(credits="none")
    assert "credits" not in book
    assert text_of_class(book["colophon"], "permission") == ["Ash, by Ada Finch: CC BY-NC 4.0"]
    assert "Ada Finch and Ben Tallow" in text(book["colophon"])
    assert not text_of_class(licensed()["colophon"], "permission")


def test_without_credits_a_warning_stays_on_its_opener():
    book = laid_out(anthology(story("ash", warnings=("Graphic Depictions Of Violence",)), credits="none"))
    assert text_of_class(book["ash"], "warnings") == ["Content warnings: Graphic Depictions Of Violence"]


def test_what_was_restored_is_counted_over_all_stories():
    first = (
        change(Kind.REMOVED, "ao3"),
        change(Kind.REMOVED, "scene_breaks"),
        change(Kind.REWRITTEN, "scene_breaks", "a scene break"),
        change(Kind.REWRITTEN, "br_runs", "a scene break"),
        change(Kind.REWRITTEN, "quotes", "“words”"),
        change(Kind.REWRITTEN, "emphasis", "words"),
        change(Kind.REWRITTEN, "chapters", "# words"),
    )
    second = (change(Kind.REWRITTEN, "mojibake"), change(Kind.MOVED, "author_notes"), change(Kind.FLAGGED, "quotes"))
    book = laid_out(anthology(story("ash", url=ADDRESS, ledger=first), story("bay", ledger=second)))
    assert text_of_class(book["credits"], "restored") == [
        "What was restored "
        "2 lines that are no part of the stories (menus, counters, slogans) were set aside. "
        "1 author’s note was set apart from its story. "
        "2 breaks between scenes were set as such. "
        "1 line of spoilt letters was mended. "
        "In 1 place typed marks of emphasis became italics. "
        "In 1 paragraph quotation marks, dashes and spaces were set as printers set them."
    ]


def test_where_nothing_was_restored_nothing_is_said_of_it():
    assert not text_of_class(licensed()["credits"], "restored")
    moved = story("ash", url=ADDRESS, ledger=(change(Kind.MOVED, "front_matter", "title"),))
    assert not text_of_class(laid_out(anthology(moved))["credits"], "restored")


def test_names_alone_say_nothing_of_restoring():
    mended = story("ash", ledger=(change(Kind.REMOVED, "ao3"),))
    assert not text_of_class(laid_out(anthology(mended, credits="names"))["credits"], "restored")
