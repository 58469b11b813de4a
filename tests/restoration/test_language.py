"""The language is guessed from a paragraph or two, and not from less."""

import pytest

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
    "ja": "ランプが消えた。家の中では誰も動かなかった。",
    "zh": "灯灭了，屋里没有人动。",
}


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_a_paragraph_tells_its_language(language):
    assert guess(TEXTS[language]) == language


@pytest.mark.parametrize(
    "text", ["", "The lamp", "***", "Aa bb cc dd ee ff gg hh ii jj kk ll mm nn oo pp qq rr ss tt uu"]
)
def test_too_little_tells_nothing(text):
    assert guess(text) == ""


def test_words_that_two_languages_share_tell_nothing():
    assert guess("la de que " * 10) == ""
