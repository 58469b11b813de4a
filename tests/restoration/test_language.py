"""The language is guessed from a paragraph or two, and not from less."""

import pytest

from fic2book import markup
from fic2book.model import Choices, Kind, Story, Sure
from fic2book.restoration import restore
from fic2book.restoration.language import guess

TEXTS = {
    "en": "The lamp went out and nobody in the house moved. He thought that it was the wind, but she had heard it.",
    "de": "Die Lampe ging aus und niemand im Haus rührte sich. Er dachte, es ist der Wind, aber sie hatte den Schritt "
    "gehört und wusste, dass er nicht auf der Treppe war.",
    "fr": "La lampe s’éteignit et dans la maison personne ne bougea. Il pensait que c’était le vent, mais elle avait "
    "entendu les pas dans la rue et ne dit rien.",
    "es": "La lámpara se apagó y en la casa no se movió nadie. Él pensó que era el viento, pero ella había "
    "oído los pasos "
    "en la escalera y no lo dijo.",
    "it": "La lampada si spense e nella casa non si mosse nessuno. Lui pensava che era il vento, ma lei aveva "
    "sentito i "
    "passi e non lo disse.",
    "pt": "A lâmpada apagou-se e na casa não se mexeu ninguém. Ele pensou que era o vento, mas ela tinha "
    "ouvido os passos "
    "na escada e não o disse.",
    "nl": "De lamp ging uit en niemand in het huis bewoog. Hij dacht dat het de wind was, maar ze had de stap "
    "op de trap "
    "gehoord en zei niet wat ze wist.",
    "pl": "Lampa zgasła i nikt w domu się nie poruszył. Myślał, że to wiatr, ale ona już słyszała kroki na schodach i "
    "nie powiedziała, co to było, bo go znała tak jak nikt.",
    "sv": "Lampan slocknade och ingen i huset rörde sig. Han trodde att det var vinden, men hon hade hört stegen i "
    "trappan och sade inte vem det var.",
    "fi": "Lamppu sammui ja talossa ei liikkunut kukaan. Hän luuli, että se on tuuli, mutta minä olin kuullut askeleet "
    "ja sen, mitä ne sanovat, kun on yö. Ei se ole niin.",
    "ru": "Лампа погасла, и в доме никто не пошевелился. Он думал, что это ветер, но она слышала шаги на лестнице и не "
    "сказала, что это было.",
    "uk": "Лампа згасла, і в домі ніхто не поворухнувся. Він думав, що це вітер, але вона чула кроки на сходах і "
    "нічого не сказала.",
    "ko": "등불이 꺼졌고 집 안에서는 아무도 움직이지 않았다. 그는 바람이라고 생각했지만 그녀는 계단에서 "
    "나는 발소리를 들었다. 그리고 누구인지 아무에게도 말하지 않았다.",
    "ar": "انطفأ المصباح ولم يتحرك أحد في البيت. ظن أنها الريح، لكنها سمعت الخطوات على الدرج ولم تقل شيئاً لأحد.",
    "he": "המנורה כבתה ואיש בבית לא זז. הוא חשב שזאת הרוח, אבל היא שמעה את הצעדים במדרגות ולא אמרה דבר לאיש.",
    "th": "ตะเกียงดับลง และไม่มีใครในบ้านขยับตัว เขาคิดว่าเป็นลม แต่เธอได้ยินเสียงฝีเท้าบนบันได",
    "ja": "ランプが消えた。家の中では誰も動かなかった。",
    "zh": "灯灭了，屋里没有人动。",
}


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_a_paragraph_tells_its_language(language):
    assert guess(TEXTS[language]) == (language, Sure.LIKELY)


def test_capitals_are_no_other_language():
    assert guess(TEXTS["en"].upper()).language == "en"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The lamp",
        "***",
        "1 2 3",
        "Aa bb cc dd ee ff gg hh ii jj kk ll mm nn oo pp qq rr ss tt uu",
        "la de que " * 10,
    ],
)
def test_too_little_tells_nothing(text):
    assert guess(text).language == ""


MIXED = "the og is not at the en og men jeg hun var ikke sea sand boat fjord night lamp"


def test_a_guess_that_is_not_sure_is_told_and_can_be_undone():
    assert guess(MIXED).sure is Sure.GUESSED
    restored = restore(_story(MIXED))
    assert [(change.rule, change.kind) for change in restored.ledger] == [("language", Kind.FLAGGED)]
    assert restored.language
    assert restore(_story(MIXED), Choices(off=frozenset({"language"}))).language == ""


def test_the_anthology_s_language_goes_before_a_guess_that_is_not_sure():
    restored = restore(_story(MIXED), Choices(language="de"))
    assert (restored.language, restored.ledger) == ("", ())


def test_a_language_that_is_sure_is_not_flagged():
    assert restore(_story(TEXTS["fi"])).ledger == ()


def _story(text):
    return Story(file="a.txt", origin="text", title="A", body=markup.paragraph(text, 1))
