"""Pictures inside stories: the book's names, words for all of them, apart from the text or in its line."""

import pytest

from fic2book import markup
from fic2book.model import Picture
from tests.sections.shelf import OPENING, anthology, laid_out, of_class, story, text, tree

MAP = Picture(name="map", data=b"map", media_type="image/png", width=600, height=400)
SMILE = Picture(name="smile", data=b"smile", media_type="image/png", width=24, height=24)


def only(body: str, **fields: object):
    return laid_out(anthology(story("a", body, pictures=(MAP, SMILE), **fields), story("b"), language="en"))["a"]


def images(body: str, **fields: object):
    return list(tree(only(body, **fields)).iter("img"))


def test_a_picture_gets_the_books_name_and_keeps_its_words():
    (image,) = images('<p><img src="picture:map" alt="The  harbour"/></p>')
    assert dict(image.attrib) == {"src": "picture:a.map", "alt": "The harbour", "class": "plate"}


def test_a_picture_without_words_is_called_one_in_the_books_language():
    (image,) = images('<p><img src="picture:map"/></p>', language="fr")
    assert (image.get("alt"), image.get("lang")) == ("Picture", "en")


def test_a_picture_alone_in_its_paragraph_gets_a_block_of_its_own():
    root = tree(only(f'<p class="center"><a href="https://a.b/"><img src="picture:map"/></a></p>{OPENING}'))
    (block,) = of_class(root, "picture")
    assert (block.tag, block.get("class")) == ("div", "picture")


def test_a_figure_keeps_its_caption():
    root = tree(only('<figure><img src="picture:map"/><figcaption>The harbour, by night.</figcaption></figure>'))
    assert [element.tag for element in of_class(root, "picture")[0]] == ["img", "figcaption"]


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ('<p>She drew <img src="picture:smile"/> in the book.</p>', "sign"),
        ('<p>She drew <img src="picture:map"/> in the book.</p>', "plate"),
        ('<p><img src="picture:smile"/></p>', "plate"),
    ],
)
def test_a_small_picture_among_words_stays_in_its_line(body, kind):
    assert images(body)[0].get("class") == kind


def test_words_around_a_picture_stay_where_they_were():
    section = only('<p>Before <em>it <img src="picture:gone"/>and</em> behind.</p>')
    assert "Before it and behind." in text(section)
    assert not list(tree(section).iter("img"))


def test_the_prose_behind_a_picture_opens_the_story():
    root = tree(only(f'<p><img src="picture:map"/></p>{OPENING}'))
    assert of_class(root, "drop")
    assert of_class(root, "first")


@pytest.mark.parametrize(
    "block",
    [
        '<div class="chat"><p class="message"><span class="sender">Al</span> hi</p></div>',
        "<ul><li>lemons</li></ul>",
        '<p class="verse">The boat<br/>comes Thursdays</p>',
        "<table><tr><td>seven</td></tr></table>",
        "<pre>10 PRINT</pre>",
    ],
)
def test_a_chat_a_list_a_poem_a_table_is_its_own_opening(block):
    root = tree(only(block + OPENING))
    assert not of_class(root, "drop")
    assert not of_class(root, "lead-in")
    assert of_class(root, "first")


@pytest.mark.parametrize("class_", ["center", "right"])
def test_a_date_line_does_not_take_the_lead_in(class_):
    root = tree(only(f'<p class="{class_}">Monday, on the quay, before the bell</p>{OPENING}'))
    assert len(of_class(root, "lead-in")) == 1
    assert "opening" not in (of_class(root, class_)[0].get("class") or "")


def test_a_poem_keeps_its_lines_and_each_has_an_element_of_its_own():
    body = f'{OPENING}<p class="verse">The <em>boat</em> comes<br/>Thursdays,<br/><em>they</em> say</p>'
    root = tree(only(body + '<p class="verse">alone</p><p class="verse"><em>in<br/>one</em></p>'))
    stanza, alone, inner = of_class(root, "verse")
    assert [markup.text_of(one) for one in of_class(stanza, "line")] == ["The boat comes", "Thursdays,", "they say"]
    assert [one.tag for one in stanza] == ["span", "br", "span", "br", "span"]
    assert "stanza" in stanza.get("class")
    assert not of_class(alone, "line")
    assert not of_class(inner, "line")


def test_lines_in_the_middle_know_where_their_run_begins_and_ends():
    lines = "".join(f'<p class="center">{words}</p>' for words in ("Quay 4", "Low Town", "by the sea"))
    root = tree(only(f'{OPENING}{lines}<p>So.</p><p class="right">Yours</p>'))
    found = [one for one in root.iter("p") if {"center", "right"} & set((one.get("class") or "").split())]
    assert [(one.text, one.get("class")) for one in found] == [
        ("Quay 4", "center run-begins"),
        ("Low Town", "center"),
        ("by the sea", "center run-ends"),
        ("Yours", "right run-begins run-ends"),
    ]
    assert of_class(root, "first")[-1].text == "So."


@pytest.mark.parametrize("words", ["港口的钟响了两次，码头上才有人相信。", "قالت مريم للصبي إنها لن تتأخر"])
def test_writing_without_capitals_has_no_lead_in_and_no_drop_cap(words):
    root = tree(only(f"<p>{words * 12}</p>"))
    assert not of_class(root, "lead-in")
    assert not of_class(root, "drop")
