"""Who writes front matter above a pasted page means it: it counts, and what the page says of the same is set aside."""

from fic2book import readers, reading
from fic2book.model import Kind
from fic2book.readers.given import Given

PAGE = "Rating:\nTeen And Up Audiences\nStats:\nWords:\n12\nThe Lamp\nAda\nWork Text:\n\nA lamp is a lamp.\n"


def test_the_title_written_above_counts():
    text = f'---\ntitle: "The Grey Quay"\n---\n{PAGE}'
    (story,), problems = reading.stories_of(readers.understand(Given("a.md", text.encode())))
    assert problems == ()
    assert (story.title, story.authors) == ("The Grey Quay", ("Ada",))
    assert [change.before for change in story.ledger if change.line == 9] == ["The Lamp"]
    assert [change.kind for change in story.ledger if change.line == 9] == [Kind.REMOVED]


def test_without_one_the_page_says_it():
    (story,), problems = reading.stories_of(readers.understand(Given("a.md", PAGE.encode())))
    assert problems == ()
    assert (story.title, story.authors) == ("The Lamp", ("Ada",))
