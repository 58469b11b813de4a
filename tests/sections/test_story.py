"""A story's section: its opener, its text as the page needs it, and its notes."""

import pytest

from fic2book import letters, markup
from fic2book.model import Note, Place
from fic2book.sections.warnings import statements, to_heed
from tests.sections.shelf import OPENING, anthology, laid_out, of_class, story, text, text_of_class, tree

SCENES = (
    '<p>One.</p><p>Two.</p><hr class="scene"/><p>Three.</p><p>Four.</p><hr class="pause"/><p>Five.</p>'
    "<blockquote><p>Six.</p></blockquote><p>Seven.</p>"
)


def only(**fields: object):
    return laid_out(anthology(story("a", **fields), story("b", authors=("Ben Tallow",))))["a"]


def note(place: Place, words: str, chapter: int = 0) -> Note:
    return Note(place=place, body=f"<p>{words}</p>", chapter=chapter)


def test_an_opener_says_title_byline_line_warnings_summary_and_note_in_this_order():
    section = only(
        title="Ash",
        authors=("Ada Finch", "Ben Tallow", "Cleo"),
        fandoms=("Quay",),
        rating="Mature",
        warnings=("Death",),
        summary="<p>A lamp.</p>",
        notes=(note(Place.BEFORE, "Enjoy."),),
    )
    opener = of_class(tree(section), "opener")[0]
    assert " ".join(markup.text_of(opener).split()) == (
        "Ash by Ada Finch, Ben Tallow and Cleo Quay · Mature Content warnings: Death A lamp. Author’s note Enjoy."
    )


def test_warnings_stand_before_the_text_and_as_their_author_chose_them():
    section = only(warnings=("Creator Chose Not To Use Archive Warnings", "Major Character Death"))
    classes = [element.get("class") for element in tree(section).iter()]
    assert classes.index("warnings") < classes.index("story-text")
    assert text_of_class(section, "warnings") == [
        "Content warnings: Creator Chose Not To Use Archive Warnings; Major Character Death"
    ]


def test_a_story_without_warnings_claims_none():
    assert not of_class(tree(only()), "warnings")


def test_a_long_opening_note_stands_behind_the_text():
    section = only(notes=(note(Place.BEFORE, "word " * 61), note(Place.AFTER, "Thanks.")))
    assert not of_class(tree(section), "opening-note")
    assert letters.words(text_of_class(section, "closing-note")[0]) == 61 + 1 + 2
    classes = [element.get("class") for element in tree(section).iter()]
    assert classes.index("story-text") < classes.index("note closing-note")


def test_notes_of_a_chapter_stand_in_the_chapter():
    body = f'<h2 class="chapter">One</h2>{OPENING}<h2 class="chapter">Two</h2>{OPENING}'
    section = only(body=body, notes=(note(Place.AFTER, "Of two.", chapter=2), note(Place.AFTER, "Of none.", chapter=9)))
    first, second = of_class(tree(section), "chapter")
    assert "Of two." not in markup.text_of(first)
    assert "Of two." in markup.text_of(second)
    assert "Of none." not in markup.text_of(second)
    assert "Of none." in text(section)


def test_chapters_have_titles_ids_and_texts_of_their_own():
    section = only(body=f'<h2 class="chapter">One &amp; all</h2>{OPENING}<h2 class="chapter">Two</h2>{OPENING}')
    assert section.children == (("a-c1", "One & all"), ("a-c2", "Two"))
    assert [element.get("id") for element in of_class(tree(section), "story-text")] == ["a-c1-text", "a-c2-text"]
    assert len(of_class(tree(section), "lead-in")) == 1


def test_a_text_before_the_first_chapter_is_kept():
    section = only(body=f'<p>Prologue.</p><h2 class="chapter">One</h2>{OPENING}')
    assert [element.get("id") for element in of_class(tree(section), "story-text")] == ["a-text", "a-c1-text"]
    assert section.children == (("a-c1", "One"),)


def test_story_text_holds_the_storys_words_and_nothing_else():
    section = only(body=SCENES, notes=(note(Place.AFTER, "Thanks."),), summary="<p>A lamp.</p>")
    assert text_of_class(section, "story-text") == ["One. Two. Three. Four. Five. Six. Seven."]


def test_first_paragraphs_are_marked():
    assert text_of_class(only(body=SCENES), "first") == ["One.", "Three.", "Five.", "Seven."]


@pytest.mark.parametrize(("language", "said"), [("en", "Scene break"), ("fr", "Changement de scène")])
def test_breaks_are_heard_in_the_storys_language_and_pauses_are_not(language, said):
    rules = list(tree(only(body=SCENES, language=language)).iter("hr"))
    assert rules[0].attrib == {"class": "scene", "aria-label": said}
    assert rules[1].attrib == {"class": "pause", "aria-hidden": "true"}


@pytest.mark.parametrize(
    ("body", "drops"),
    [
        (OPENING, True),
        ("<p>A short one.</p>" + OPENING, False),
        (OPENING.replace("Every", "“Every"), False),
        (OPENING.replace("Every", "Élan"), False),
        (OPENING.replace("<p>Every", "<p><em>Every</em>"), True),
        (OPENING.replace("<p>", '<p class="verse">'), False),
    ],
)
def test_a_drop_cap_only_where_it_fits(body, drops):
    assert bool(of_class(tree(only(body=body)), "drop")) == drops


def test_an_epigraph_does_not_take_the_lead_in():
    section = only(body=f"<blockquote><p>Lamps, lamps, lamps.</p></blockquote>{OPENING}")
    assert text_of_class(section, "opening")[0].startswith("Every lamp")
    assert text_of_class(section, "lead-in") == ["Every lamp on the"]


def test_ids_carry_the_storys_name_and_links_lead_to_them():
    call = '<p>Word<a class="noteref" href="#fn:1" id="fnref:1">1</a>.</p>'
    root = tree(only(body=f'{call}<aside class="footnote" id="fn:1"><p>Of it.</p></aside>'))
    call = of_class(root, "noteref")[0]
    assert (call.get("href"), call.get("id"), call.get("role")) == ("#a-fn-1", "a-fnref-1", "doc-noteref")
    aside = of_class(root, "footnote")[0]
    assert (aside.get("id"), aside.get("role")) == ("a-fn-1", "doc-footnote")


@pytest.mark.parametrize(
    "href", ["#nowhere", "chapter2.html", "/works/1", "http://", "http://[", "ftp://a.b/c", "http://a%zz"]
)
def test_links_that_lead_nowhere_lose_their_address_and_keep_their_words(href):
    root = tree(only(body=f'<p>See <a href="{href}">there</a> now.</p>'))
    link = root.find(".//a")
    assert link.get("href") is None
    assert link.text == "there"


@pytest.mark.parametrize(
    "href", ["https://example.org/a?b=c&amp;d=e#f", "mailto:ada@example.org", "https://example.org/%C3%A9"]
)
def test_links_to_the_web_stay(href):
    root = tree(only(body=f'<p>See <a href="{href}">there</a> now.</p>'))
    assert root.find(".//a").get("href") == href.replace("&amp;", "&")


def test_headings_inside_a_story_come_below_its_title_without_gaps():
    section = only(body="<h1>Big</h1><p>x</p><h4>Small</h4><p>y</p><h1>Big</h1><p>z</p>")
    tags = [element.tag for element in of_class(tree(section), "story-text")[0].iter() if element.tag[:1] == "h"]
    assert tags == ["h2", "h3", "h2"]


def test_a_story_in_another_language_says_so():
    root = tree(only(language="ar", title="ليلة"))
    assert (root.get("lang"), root.get("dir")) == ("ar", "rtl")
    assert of_class(root, "by")[0].get("lang") == "en"


def test_an_unknown_language_tag_becomes_the_books():
    assert tree(only(language="English (UK)")).get("lang") == "en"


def test_an_empty_story_still_has_its_place():
    assert text_of_class(only(body=""), "story-text") == [""]


@pytest.mark.parametrize("said", ["No Archive Warnings Apply", "none", "Aucun avertissement", "No warnings."])
def test_a_statement_that_there_is_nothing_to_warn_of_stands_in_the_credits_only(said):
    told = story("Ash", warnings=(said,))
    assert text_of_class(only(warnings=(said,)), "warnings") == []
    assert statements(told) == (said,)


@pytest.mark.parametrize("said", ["Creator Chose Not To Use Archive Warnings", "None of them survive", "Violence"])
def test_whatever_may_be_a_warning_stands_before_the_text(said):
    assert to_heed(story("Ash", warnings=(said,))) == (said,)
