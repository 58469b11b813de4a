"""Word documents: what they say arrives, in order, and what is no text of theirs is told."""

import io
import re

import pytest
from PIL import Image

from fic2book import account, markup, readers, restoration, sources
from fic2book.errors import ManuscriptError
from fic2book.readers.given import Given
from tests.readers.docx.maker import docx, notes, p, part, r

_TINY = '<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>'  # fmt: skip


def read(*blocks, **more):
    return readers.understand(Given("a.docx", docx(*blocks, **more)))


def body(*blocks, **more):
    return re.sub(r' data-line="\d+"', "", read(*blocks, **more).body)


def test_styles_become_headings_quotations_and_verse():
    assert body(
        p("The Weir", style="Title"), p("by Mara Sedge", style="Subtitle"), p("One", style="berschrift1"),
        p("A letter", style="Quote"), p("roses\n  are", style="Verse"), p("red", style="Verse"),
        p("I know.", style="Thought"),
    ) == (
        '<h1 data-type="title">The Weir</h1><p data-type="subtitle">by Mara Sedge</p><h1>One</h1>'
        '<blockquote><p>A letter</p></blockquote><p class="verse">roses<br/>  are<br/>red</p><p><em>I know.</em></p>'
    )  # fmt: skip


@pytest.mark.parametrize(
    ("properties", "shown"),
    [
        ("<w:i/>", "<em>tide</em>"), ("<w:b/>", "<strong>tide</strong>"), ("<w:strike/>", "<s>tide</s>"),
        ('<w:u w:val="single"/>', "<u>tide</u>"), ('<w:vertAlign w:val="superscript"/>', "<sup>tide</sup>"),
        ('<w:i w:val="0"/>', "tide"), ('<w:u w:val="none"/>', "tide"),
    ],
)  # fmt: skip
def test_emphasis_is_kept(properties, shown):
    assert body(p("The ", r("tide", properties), " turned.")) == f"<p>The {shown} turned.</p>"


@pytest.mark.parametrize(
    ("properties", "align"), [('<w:jc w:val="center"/>', "center"), ('<w:jc w:val="right"/>', "right"), ("", "")]
)
def test_alignment_is_kept(properties, align):
    (block,) = markup.parse(read(p("* * *", properties=properties)).body)
    assert (block.get("align") or "") == align
    (styled,) = markup.parse(read(p("* * *", style="Centred")).body)
    assert styled.get("align") == "center"


def test_a_line_in_hebrew_runs_from_the_right_and_is_not_called_aligned():
    (block,) = markup.parse(read(p("בערב פסק הגשם", properties='<w:bidi/><w:jc w:val="right"/>')).body)
    assert (block.get("dir"), block.get("align")) == ("rtl", None)


def test_empty_paragraphs_are_rows():
    assert [line.text for line in read(p("one"), p(), p("two")).lines] == ["one", "", "two"]


def test_page_ends_and_drawn_lines_stand_between_paragraphs():
    end, border = '<w:r><w:br w:type="page"/></w:r>', '<w:pBdr><w:bottom w:val="single"/></w:pBdr>'
    pause, rule = '<hr class="pause"/>', "<hr/>"
    assert body(p("a"), p(end), p("b")) == f"<p>a</p>{pause}<p>b</p>"
    assert body(p("a", end), p(end, "b")) == f"<p>a</p>{pause}{pause}<p>b</p>"
    assert body(p("a"), p("b", properties="<w:pageBreakBefore/>")) == f"<p>a</p>{pause}<p>b</p>"
    assert body(p("a"), p(properties=border), p("b")) == f"<p>a</p>{rule}<p>b</p>"
    assert body(p("a", properties=border), p("b")) == "<p>a</p><p>b</p>"


def test_lists_and_tables_are_kept():
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    inside = '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>'
    inside += '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    said = body(
        p("one", properties=number), p("two", properties=number), _TINY.format(p("a"), p("b")), p("end"),
        parts={"word/numbering.xml": part("numbering", inside)}, relations=[("r1", "numbering", "numbering.xml")],
    )  # fmt: skip
    table = "<table><tbody><tr><td><p>a</p></td><td><p>b</p></td></tr></tbody></table>"
    assert said == f"<ol><li>one</li><li>two</li></ol>{table}<p>end</p>"


def test_notes_become_the_books_footnotes():
    document = read(
        p("The river rose", '<w:r><w:footnoteReference w:id="2"/></w:r>', " that night."), p("Nobody saw."),
        p("It fell", '<w:r><w:endnoteReference w:id="2"/></w:r>', "."),
        parts={"word/footnotes.xml": notes("footnote", "By a hand."), "word/endnotes.xml": notes("endnote", "By two.")},
        relations=[("r1", "footnotes", "footnotes.xml"), ("r2", "endnotes", "endnotes.xml")],
    )  # fmt: skip
    (story,) = map(restoration.restore, sources.recognise(document))
    assert account.balance(document, (story,)) == ((), ())
    root = markup.parse(story.body)
    assert [link.get("href") for link in root.iter("a") if link.get("class") == "noteref"] == ["#fn-1", "#fn-2"]
    asides = [markup.text_of(aside) for aside in root.iter("aside")]
    assert ["By a hand." in asides[0], "By two." in asides[1], len(asides)] == [True, True, 2]


_FIELD = '<w:fldSimple w:instr="TITLE"><w:r><w:t>tide</w:t></w:r></w:fldSimple>'
_RUBY = (
    "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>kan</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>漢</w:t></w:r></w:rubyBase>"
    "</w:ruby></w:r>"
)
_OLD_BOX = f"<w:pict><v:textbox><w:txbxContent>{p('in the box')}</w:txbxContent></v:textbox></w:pict>"
_NEW_BOX = (
    "<w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>"
    f"{p('in the box')}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
)


@pytest.mark.parametrize(
    ("runs", "said"),
    [
        ((_FIELD,), "tide"),
        (('<w:dir w:val="rtl"><w:r><w:t>tide</w:t></w:r></w:dir>',), "tide"),
        (("<w:ins><w:r><w:t>tide</w:t></w:r></w:ins>",), "tide"),
        (("<w:moveTo><w:r><w:t>tide</w:t></w:r></w:moveTo>",), "tide"),
        (("<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>tide</w:t></w:r></w:sdtContent></w:sdt>",), "tide"),
        (("<w:r><w:t>one</w:t><w:cr/><w:t>two</w:t></w:r>",), "one\ntwo"),
        (("<m:oMath><m:r><w:t>x = 2</w:t></m:r></m:oMath>",), "x = 2"),
        ((_RUBY,), "漢（kan）"),
        (("by it", f"<w:r>{_OLD_BOX}</w:r>"), "by it\nin the box"),
        (("by it", f"<w:r>{_NEW_BOX}</w:r>"), "by it\nin the box"),
        (
            ("by it", f"<w:r><mc:AlternateContent><mc:Choice>{_NEW_BOX}</mc:Choice>"
             f"<mc:Fallback>{_OLD_BOX}</mc:Fallback></mc:AlternateContent></w:r>"),
            "by it\nin the box",
        ),
        (("by it", f"<w:r><mc:AlternateContent><mc:Choice>{_NEW_BOX}</mc:Choice></mc:AlternateContent></w:r>"),
         "by it\nin the box"),
    ],
    ids=["field", "direction", "inserted", "moved here", "control", "return", "formula", "ruby", "old box", "new box",
         "two versions of a box", "only the new version of a box"],
)  # fmt: skip
def test_words_that_the_library_passes_over_arrive_once(runs, said):
    assert "\n".join(line.text for line in read(p(*runs)).lines) == said


def test_what_is_no_text_of_the_story_goes_to_the_ledger():
    document = read(
        p("kept ", "<w:del><w:r><w:delText>struck out</w:delText></w:r></w:del>", r("unseen", "<w:vanish/>")),
        p("<w:moveFrom><w:r><w:t>moved away</w:t></w:r></w:moveFrom>", "here"),
        parts={
            "word/comments.xml": part("comments", f'<w:comment w:id="0" w:author="Q">{p("mend this")}</w:comment>'),
            "word/header1.xml": part("hdr", p("The Weir, draft 3")),
            "word/header2.xml": part("hdr", p("The Weir, draft 3")),
            "word/footer1.xml": part("ftr", p("page 1")),
        },
    )  # fmt: skip
    assert [(change.before, change.after) for change in document.changes] == [
        ("mend this", "a comment"), ("The Weir, draft 3", "a header"), ("page 1", "a footer"),
        ("struck out", "deleted, while changes were tracked"), ("moved away", "moved away, while changes were tracked"),
        ("unseen", "hidden text"),
    ]  # fmt: skip
    assert [line.text for line in document.lines] == ["kept", "here"]
    assert {(change.rule, change.kind, change.line) for change in document.changes} == {("word", "removed", 0)}


def test_names_in_words_properties_are_asked_about_and_never_printed():
    core = (
        '<cp:coreProperties xmlns:cp="c" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Draft</dc:title>'
        "<dc:creator>Legal Name</dc:creator><cp:lastModifiedBy>python-docx</cp:lastModifiedBy></cp:coreProperties>"
    )
    document = read(p("The river rose that night, and nobody saw it."), parts={"docProps/core.xml": core})
    assert document.head == {"dc:title": ("Draft",), "dc:creator": ("Legal Name",)}
    (story,) = map(restoration.restore, sources.recognise(document))
    assert "Legal" not in repr((story.authors, story.body, story.notes, story.title))
    assert [change.before for change in story.ledger if change.rule == "properties"] == ["Legal Name"]


def test_pictures_come_along_and_what_cannot_be_shown_is_named():
    target = io.BytesIO()
    Image.new("RGB", (8, 4), "red").save(target, "PNG")
    shown = '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="{}"/><a:graphic><a:graphicData><pic:pic>'
    shown += '<pic:blipFill><a:blip r:embed="{}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline>'
    shown += "</w:drawing></w:r>"
    document = read(
        p("Look: ", shown.format("the lamp", "r1")), p(shown.format("a graph", "r2")),
        parts={"word/media/image1.png": target.getvalue(), "word/media/image2.emf": b"EMF"},
        relations=[("r1", "image", "media/image1.png"), ("r2", "image", "media/image2.emf")],
    )  # fmt: skip
    assert [(picture.media_type, picture.width) for picture in document.pictures] == [("image/png", 8)]
    assert [image.get("alt") for image in markup.parse(document.body).iter("img")] == ["the lamp", "a graph"]
    tidied = markup.tidy(list(markup.parse(document.body)))
    assert tidied.images == ("a graph",)
    assert f'src="picture:{document.pictures[0].name}"' in tidied.markup


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\xd0\xcf\x11\xe0 old", "an old Word document"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "locked with a password"),
        (b"{\\rtf1 x}", "an RTF document"),
        (b"Just words.", "no Word document"),
        (b"", "the file is empty"),
        (b"PK\x03\x04 cut", "damaged"),
        (docx(p()), "no words in it"),
        (docx(p("x")).replace(b"word/document.xml", b"word/documenu.xml"), "no Word document in it"),
    ],
)
def test_what_is_no_word_document_is_one_sentence_and_a_way_out(data, reason):
    with pytest.raises(ManuscriptError, match=reason) as caught:
        readers.understand(Given("a.docx", data))
    assert caught.value.way_out


@pytest.mark.parametrize("kind", ["sdt", "table", "ins", "unknown"])
def test_what_stands_too_deep_is_flattened_without_losing_a_word(kind):
    opening, closing = {
        "sdt": ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        "table": ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
        "ins": ("<w:ins>", "</w:ins>"),
        "unknown": ("<w:smartTag>", "</w:smartTag>"),
    }[kind]
    levels = 300 if kind == "table" else 900  # the parser stops at 2,048 elements in one another
    document = read(p("first"), opening * levels + p("deep words") + closing * levels, p("last"))
    assert [line.text for line in document.lines if line.text] == ["first", "deep words", "last"]


def test_a_lost_word_would_be_seen():
    document = read(p("The river rose."), p("Nobody saw it."))
    (story,) = sources.recognise(document)
    assert account.unaccounted(document, (story,)) == ()
    broken = type(story)(**{**{name: getattr(story, name) for name in story.__slots__}, "body": "<p>The river.</p>"})
    assert account.unaccounted(document, (broken,)) != ()


def test_a_numbered_list_that_goes_on_keeps_its_numbers():
    def item(words, own):
        return p(words, properties=f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{own}"/></w:numPr>')

    inside = '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>'
    inside += '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/>'
    inside += '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    said = body(
        item("a", 1), item("b", 1), p("words"), item("c", 1), p("words"), item("d", 2),
        parts={"word/numbering.xml": part("numbering", inside)}, relations=[("r1", "numbering", "numbering.xml")],
    )  # fmt: skip
    words = "<p>words</p>"
    lists = ("<ol><li>a</li><li>b</li></ol>", '<ol start="3"><li>c</li></ol>', "<ol><li>d</li></ol>")
    assert said == words.join(lists)


def test_runs_that_only_editing_parted_are_one():
    split = (
        '<w:r w:rsidR="00A1"><w:t>wa</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:rPr><w:sz w:val="22"/></w:rPr>'
    )
    split += '<w:t>ter</w:t></w:r><w:bookmarkStart w:id="0" w:name="_GoBack"/><w:r><w:t>fall</w:t></w:r>'
    assert re.sub("<a [^>]*></a>", "", body(p("the ", split))) == "<p>the waterfall</p>"
