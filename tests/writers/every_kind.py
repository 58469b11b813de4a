"""A book with every kind of block, picture, note, script and part that a story can carry."""

from dataclasses import replace
from datetime import UTC, datetime

from fic2book.model import Anthology, Note, NoteKind, Part, Place, Related, Series, Story
from tests.checks.illustrated import picture
from tests.writers.pdf_books import HARBOUR

CHAT = (
    '<div class="chat"><p class="message"><span class="sender">Marit</span> <span class="time">21:04</span> awake?</p>'
    '<p class="message"><span class="time">21:05</span> <span class="sender">the boy who sells string</span> '
    f'<em>now</em> I am. {HARBOUR[1]}</p><p class="message">The boy has left the chat.</p></div>'
)
INLINES = (
    "<p>She had <s>six</s> seven masts, H<sub>2</sub>O and x<sup>2</sup>, <code>a = b</code>, an <u>underline</u>, "
    "<del>gone</del> <ins>come</ins>, <small>small</small>, <mark>marked</mark>, <kbd>Ctrl</kbd>, <q>a quote</q>, "
    '<abbr title="estimated time">ETA</abbr>, <ruby>k<rt>kay</rt></ruby>, <em>Foo</em><strong>bar</strong>, '
    '<span lang="fr">le port</span> and <a href="https://example.org/a?b=c&amp;d=e">a link</a>.</p>'
)
BLOCKS = (
    f"<p>{HARBOUR[0]}</p>{INLINES}{CHAT}<p>{HARBOUR[3]}</p>"
    '<p class="verse">The boat comes Thursdays, they say,<br/>with the lamp at the bow,<br/>and nobody aboard.</p>'
    '<ul><li>lemons</li><li><p>string</p><ul><li>none</li></ul></li></ul><ol start="3"><li>masts</li></ol>'
    "<table><caption>Masts</caption><thead><tr><th>Night</th><th>Masts</th></tr></thead><tbody>"
    '<tr><td>Monday</td><td>7</td></tr><tr><td colspan="2">the same</td></tr></tbody></table>'
    f'<blockquote><p>My dear,</p><p>{HARBOUR[4]}</p><p class="right">Yours</p></blockquote>'
    '<p class="center">THE HALCYON</p><p class="right">3 May, on the quay</p>'
    "<dl><dt>Quay</dt><dd>where one waits</dd></dl><pre>10 PRINT\n20 GOTO 10</pre>"
    f'<h3>Later</h3><hr class="scene"/><p>{HARBOUR[5]}</p><hr class="pause"/><p>{HARBOUR[2]}</p>'
    '<p>A word<a class="noteref" href="#fn-1" id="fnref-1">1</a> of it.</p>'
    '<aside class="footnote" id="fn-1"><p><a class="backref" href="#fnref-1">1</a> Of which more later.</p></aside>'
)
LOOSE = (
    '<li>an item alone</li><ul>words<li>one</li></ul><td>a cell</td><dl><dd>a meaning</dd></dl><p lang="Elvish">a</p>'
    '<a href="#gone" id="title">b <a href="#text">c</a></a><table>words</table>'
    '<section class="story" id="text">d</section>'
)
ARABIC = (
    "في مساء بارد جلست مريم عند رصيف الميناء تنتظر السفينة التي لم تصل بعد. قالت للصبي: «لم تتأخر»، ثم عدّت الأشرعة."
)
HEBREW = "בערב קר אחד ישבה מרים על הרציף וחיכתה לספינה שעוד לא הגיעה, וספרה שוב את התרנים, לאט."
NOTES = (
    Note(place=Place.BEFORE, body="<p>For the boy who sold string.</p>"),
    Note(place=Place.BEFORE, body="<p>Nobody owns a harbour.</p>", kind=NoteKind.DISCLAIMER),
    Note(place=Place.BEFORE, body="<p>There is weather in this one.</p>", kind=NoteKind.WARNING),
    Note(place=Place.AFTER, body=f"<p>Thank you for waiting with her.</p><ul><li>{HARBOUR[1]}</li></ul>"),
)
PICTURES = (picture("map", (600, 400)), picture("smile", (24, 24)), picture("mast", (200, 1800), "JPEG"))


def story(name: str, body: str, **fields: object) -> Story:
    given = {"file": f"{name}.html", "origin": "html", "authors": (f"{name.title()} Finch",), "language": "en"}
    return Story(**{"id": name, "title": f"The {name.title()}", "body": body, **given, **fields})


def stories() -> tuple[Story, ...]:
    shown = (
        f'<p><img src="picture:map" alt="A map"/></p><p>{HARBOUR[0]}</p><p>A <img src="picture:smile"/> here.</p>'
        f'<figure><img src="picture:mast" alt="A mast"/><figcaption>By night.</figcaption></figure><p>{HARBOUR[3]}</p>'
    )
    chapters = (
        f'<h2 class="chapter">Out</h2><p>{HARBOUR[0]}</p><h2 class="chapter">Back &amp; home</h2><p>{HARBOUR[4]}</p>'
    )
    own = (
        Note(place=Place.BEFORE, body="<p>In which a bell rings.</p>", chapter=1, kind=NoteKind.SUMMARY),
        Note(place=Place.BEFORE, body="<p>Before the second.</p>", chapter=2),
        Note(place=Place.AFTER, body="<p>After the second.</p>", chapter=2),
    )
    return (
        story("map", shown, pictures=PICTURES, notes=NOTES, warnings=("Weather",), recipients=("Bo", "Cass")),
        story("blocks", BLOCKS, notes=NOTES[3:], chapters_stated="3/?", words_stated=1234),
        story("loose", LOOSE + f"<p>{HARBOUR[0]}</p>", summary=LOOSE, notes=(replace(NOTES[0], body=LOOSE),)),
        story(
            "bell", chapters, notes=own, related=(Related(how="inspired by", title="Masts", url="https://a.example"),)
        ),
        story("chat", CHAT, series=(Series(name="Evenings", number="2"),)),
        story("arabic", f"<p>{ARABIC}</p><ul><li>{ARABIC}</li></ul>", title="السفينة", language="ar", notes=NOTES[:1]),
        story("hebrew", f"<p>{HEBREW}</p>", title="הספינה", language="he", summary=f"<p>{HEBREW}</p>"),
    )


def anthology(how: str = "", **fields: object) -> Anthology:
    made = stories()
    parts = (
        Part(title="Land", stories=("map", "blocks"), text="One line.\nTwo."),
        Part(title="Sea", stories=("bell",)),
    )
    given = {"title": "Every Kind", "identifier": "urn:uuid:1d9b5a3c-52f0-5c1e-9a7e-0b3f6d2c4e88", "parts": parts}
    authors = tuple(dict.fromkeys(name for one in made for name in one.authors))
    modified = datetime(2011, 12, 13, tzinfo=UTC)
    return Anthology(
        **{**given, "stories": made, "authors": authors, "modified": modified, "show_notes": how, **fields}
    )
