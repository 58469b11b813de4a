"""Books that are hard to cover: long and short titles, other scripts, many authors, none."""

from datetime import UTC, datetime

from fic2book import themes
from fic2book.model import Anthology, Story

THEME = themes.load("classic")


def book(title: str, authors: tuple[str, ...] = (), **fields: str) -> Anthology:
    stories = [Story(file="a.txt", origin="text", title="Story", body="<p>x</p>", authors=(name,)) for name in authors]
    return Anthology(
        title=title,
        stories=tuple(stories) or (Story(file="a.txt", origin="text", title="Story", body="<p>x</p>"),),
        identifier="urn:uuid:00000000-0000-0000-0000-000000000000",
        modified=datetime(2000, 1, 1, tzinfo=UTC),
        authors=authors,
        **fields,
    )


LONG = "Everything I Never Told You About the Winter We Spent Snowed In at the End of the Line"
BOOKS = (
    book("Tea & Thunder", ("Pip",)),
    book("V", ("Ines Calder",)),
    book(LONG, ("starlit_ink", "quietharbour")),
    book("Small Fires", tuple(f"Author Number {number}" for number in range(1, 41))),
    book("Сказки тихой реки", ("Анна Берёзина", "Пётр Ильин"), language="ru"),
    book("Νύχτες δίχως φεγγάρι", ("Ἑλένη Μαυρῖδη",), language="el"),
    book("« Où vont les marées ? »", ("Hélène d’Aubigné",), language="fr", subtitle="Textes courts, 2014–2021"),
    book("Clarity/Thunder/Whoever-Comes-Next-Door", ("xX_moonchild_Xx",), subtitle="Nine stories from the coast"),
    book("Untitled Papers", editor="Marguerite St. John"),
    book("星の海 🌊 Sea of Stars", ("田中 Yuki",)),
    book("夜"),
    book("Incomprehensibilities"),
)
