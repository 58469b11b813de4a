"""The parts of a book: a title page before their first story, and the contents by part."""

from fic2book import markup
from fic2book.model import Part
from tests.sections.shelf import anthology, laid_out, of_class, story, tree

STORIES = tuple(story(name, authors=(name.title(),)) for name in ("ash", "bay", "cove", "dune"))


def book(*parts: Part):
    return anthology(*STORIES, parts=parts)


def kinds(content):
    return [(one.kind, one.id, one.part) for one in laid_out(content).values() if one.matter == "body"]


def test_a_title_page_stands_before_the_first_story_of_each_part():
    content = book(Part(title="The Quay", stories=("ash", "bay")), Part(title="The Sea", stories=("cove",)))
    assert kinds(content) == [
        ("part", "part-the-quay", ""),
        ("story", "ash", "part-the-quay"),
        ("story", "bay", "part-the-quay"),
        ("part", "part-the-sea", ""),
        ("story", "cove", "part-the-sea"),
        ("story", "dune", ""),
    ]


def test_a_part_says_its_title_and_its_text_line_by_line():
    content = book(Part(title="The <Quay>", stories=("ash",), text="Stories that wait.\nAnd wait.\n\nThe end."))
    root = tree(laid_out(content)["part-the-quay"])
    assert (root.get("role"), root.get("aria-labelledby")) == ("doc-part", "part-the-quay-title")
    assert markup.text_of(of_class(root, "part-title")[0]) == "The <Quay>"
    assert [markup.text_of(one) for one in of_class(root, "part-text")] == ["Stories that wait.\nAnd wait.", "The end."]


def test_parts_of_one_name_and_stories_of_a_parts_name_stay_apart():
    stories = (story("part-two", authors=("A",)), story("ash", authors=("B",)), story("bay", authors=("C",)))
    parts = tuple(Part(title="Two", stories=(one.id,)) for one in stories)
    content = anthology(*stories, parts=parts)
    ids = [one.id for one in laid_out(content).values()]
    assert len(ids) == len(set(ids))
    assert [one for one, kind in ((one.id, one.kind) for one in laid_out(content).values()) if kind == "part"] == [
        "part-two-part", "part-two-part-2", "part-two-part-3",
    ]  # fmt: skip


def test_a_part_without_a_story_in_the_book_is_not_there():
    assert [kind for kind, _, _ in kinds(book(Part(title="Empty", stories=("elm",))))] == ["story"] * 4


def test_the_contents_list_the_stories_of_a_part_under_it():
    content = book(Part(title="The Quay", stories=("ash", "bay")))
    root = tree(laid_out(content)["contents"])
    (part,) = of_class(root, "part-entry")
    assert part[0].get("href") == "#part-the-quay"
    assert [one.get("href") for one in part[1].iter("a")] == ["#ash", "#bay"]
    outside = [one[0].get("href") for one in of_class(root, "contents-list")[0] if one.get("class") == "entry"]
    assert outside == ["#cove", "#dune"]


def test_a_book_without_parts_has_no_page_and_no_level_more():
    assert not of_class(tree(laid_out(book())["contents"]), "part-entry")
    assert not any(kind == "part" for kind, _, _ in kinds(book()))


def test_names_in_letters_without_capitals_are_set_plain():
    content = anthology(story("ash", authors=("مريم",)), story("bay", authors=("Ada Finch",)))
    found = laid_out(content)
    assert [one.get("class") for one in tree(found["title-page"]).iter("span")] == [
        "author whole caseless", "joined whole", "author whole",
    ]  # fmt: skip
    assert [one.get("class") for one in of_class(tree(found["ash"]), "author")] == ["author caseless"]
