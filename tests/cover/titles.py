"""Twenty-four books on one shelf: short, long, crowded, nobody's, and in seven scripts."""

from tests.cover.books import book

LONGEST = (
    "The Complete and Unabridged Correspondence of the Lighthouse Keepers of Farrow Sound, Collected "
    "in One Wet Year by Pippa"
)
SHELF = (
    book("V", ("Ines Calder",)),
    book(LONGEST, ("starlit_ink", "quietharbour")),
    book("The Salt Road", ("Oona Tealight",), series="The Farrow Light", series_number="2"),
    book("Lamp, Letter, Line", tuple(f"Author Number {number}" for number in range(1, 41))),
    book("Untitled Papers"),
    book("夜", ("田中ゆき",), language="ja"),
    book("バスを待つあいだの、ちいさな話", ("佐藤みどり",), language="ja"),
    book("旧城纸鸢与未寄出的信", ("林小满",), language="zh"),
    book("حكايات البحر والمطر", ("ليلى الحسن",), language="ar"),
    book("סיפורי הגשר הישן", ("נועה לוי",), language="he"),
    book("Сказки тихой реки", ("Анна Берёзина", "Пётр Ильин"), language="ru"),
    book("Νύχτες δίχως φεγγάρι", ("Ἑλένη Μαυρῖδη",), language="el"),
    book("« Où vont les marées ? »", ("Hélène d’Aubigné",), language="fr", subtitle="Textes courts, 2014–2021"),
    book("Small Fires", ("Ann", "Bea", "Cem", "Dov")),
    book("Clarity/Thunder/Whoever-Comes-Next-Door", ("xX_moonchild_Xx",), subtitle="Nine stories from the coast"),
    book("Incomprehensibilities", ("Pip",), editor="Marguerite St. John"),
    book("Tea & Thunder", ("Pip",)),
    book("What the Orchard Remembers", ("Ann Ferry",)),
    book("Forty Hands", editor="Marguerite St. John"),
    book("Nine Kinds of Weather", ("inkstainedgull",)),
    book("A Year of Tuesdays", ("Bo Reader",), subtitle="Gifts for a winter exchange"),
    book("Small Hours at the Ferry House", ("Oona Tealight",)),
    book("The Cartographer’s Apprentice", ("contour",)),
    book("1001 Ways to Say Nothing", ("quietharbour",), series="Winter Gifts", series_number="3"),
)
