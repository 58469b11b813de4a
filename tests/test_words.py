"""The book's own words in each language, and the language tags that the markup needs."""

import io
from dataclasses import fields
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.pofile import read_po

from fic2book import locales, words
from tests.tools import ROOT
from tools import update_words

FOLDER = Path(ROOT, "fic2book", "locale")
CATALOGUES = sorted(path.stem for path in FOLDER.glob("*.po"))
ENGLISH = words.english_words()


def test_an_and_keeps_to_the_name_behind_it_and_a_comma_to_the_one_before():
    names = ("A", "B", "C")
    assert words.words_of("en").strung(names) == (("", "A", ", "), ("", "B", " "), ("and ", "C", ""))
    assert words.words_of("ar").strung(names)[1:] == (("و", "B", " "), ("و", "C", ""))
    assert words.words_of("zh-Hans").strung(names) == (("", "A", "、"), ("", "B", ""), ("和", "C", ""))
    for tongue in CATALOGUES:
        spoken = words.words_of(tongue.replace("_", "-"))
        assert "".join("".join(one) for one in spoken.strung(names)) == spoken.listed(names)


def forms(phrase) -> tuple[str, ...]:
    """Return a phrase's forms: one, or as many as count."""
    if isinstance(phrase, dict):
        return (phrase["one"], phrase["other"])
    return (phrase,) if isinstance(phrase, str) else tuple(phrase)


def gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def faults(text: bytes, locale: str) -> list[str]:
    """Return what a catalogue lacks, has too much, or leaves to be looked at."""
    catalogue = read_po(io.BytesIO(text), locale=locale)
    there = {message.context: message for message in catalogue if message.id}
    found = [f"{key}: gone from the source" for key in sorted(there.keys() - ENGLISH.keys())]
    for key, english in ENGLISH.items():
        message = there.get(key)
        if message is None or forms(message.id) != forms(english):
            found.append(f"{key}: not asked for")
        elif not all(forms(message.string)) or len(forms(message.string)) != _wanted(english, catalogue.num_plurals):
            found.append(f"{key}: not translated")
        elif message.fuzzy:
            found.append(f"{key}: fuzzy")
        elif not all(_fits(form, english) for form in forms(message.string)):
            found.append(f"{key}: other gaps than in English")
    return found


def _wanted(english, plurals: int) -> int:
    return plurals if isinstance(english, dict) else 1


def _fits(form: str, english) -> bool:
    """Tell whether a form leaves the same gaps; one that counts may say its number in words."""
    wanted = set().union(*map(gaps, forms(english)))
    return gaps(form) == wanted or (isinstance(english, dict) and gaps(form) == wanted - {"count"})


def test_every_field_has_its_english_and_the_other_way_round():
    assert {field.name for field in fields(words.Words)} - {"tongue"} == ENGLISH.keys()
    counting = {field.name for field in fields(words.Words) if "Counted" in str(field.type)}
    assert counting == {key for key, english in ENGLISH.items() if isinstance(english, dict)}


def test_the_languages_that_are_promised_are_there():
    promised = {"fr", "de", "es", "it", "pt_BR", "pt_PT", "ru", "zh_Hans", "zh_Hant", "ja", "nl", "ar", "he"}
    assert promised <= set(CATALOGUES)


@pytest.mark.parametrize("locale", CATALOGUES)
def test_every_language_has_every_word_with_its_gaps(locale):
    assert faults((FOLDER / f"{locale}.po").read_bytes(), locale) == [], "run `make words`, then translate"


@pytest.mark.parametrize("locale", CATALOGUES)
def test_catalogues_are_as_the_updating_script_writes_them(locale):
    text = (FOLDER / f"{locale}.po").read_bytes()
    assert update_words.updated(text, locale) == text, "run `make words`"


@pytest.mark.parametrize(
    ("said", "instead", "fault"),
    [
        ('msgstr "Inhalt"', 'msgstr ""', "contents: not translated"),
        ('msgctxt "contents"', '#, fuzzy\nmsgctxt "contents"', "contents: fuzzy"),
        ('msgctxt "contents"', 'msgctxt "content"', "contents: not asked for"),
        ('msgctxt "contents"', 'msgctxt "content"', "content: gone from the source"),
        ("Herausgegeben von {name}", "Herausgegeben von {nam}", "edited_by: other gaps than in English"),
        ('msgstr[1] "{count} Wörter"', 'msgstr[1] ""', "words_stated: not translated"),
        ('msgid "Contents"', 'msgid "Table"', "contents: not asked for"),
    ],
)
def test_a_fault_in_a_catalogue_would_be_seen(said, instead, fault):
    text = (FOLDER / "de.po").read_text(encoding="utf-8")
    assert said in text
    assert fault in faults(text.replace(said, instead).encode(), "de")


def test_a_new_english_word_is_asked_for_in_every_language(monkeypatch):
    monkeypatch.setattr(update_words, "english_words", lambda: {**ENGLISH, "spine": "Spine of {title}"})
    text = update_words.updated((FOLDER / "fr.po").read_bytes(), "fr").decode()
    assert 'msgctxt "spine"\nmsgid "Spine of {title}"\nmsgstr ""' in text
    assert 'msgid "Contents"\nmsgstr "Table des matières"' in text


@pytest.mark.parametrize(
    ("language", "iso", "said"),
    [
        ("en", "2019-04-21", "21 April 2019"),
        ("en", "2019-04", "April 2019"),
        ("en", "2019", "2019"),
        ("en", "last spring", "last spring"),
        ("en", "2019-13-01", "2019-13-01"),
        ("en", "2019-02-30", "2019-02-30"),
        ("en-US", "2019-04-21", "April 21, 2019"),
        ("de", "2019-04-01", "1. April 2019"),
        ("pt-BR", "2019-04-21", "21 de abril de 2019"),
        ("ru", "2019-04-21", "21 апреля 2019\u202fг."),
        ("ru", "2019-04", "апрель 2019\u202fг."),
        ("ja", "2019-04-21", "2019年4月21日"),
        ("zh-TW", "2019", "2019年"),
    ],
)
def test_dates_are_written_as_people_write_them(language, iso, said):
    assert words.words_of(language).dated(iso) == said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fr", ["", "A", "A et B", "A, B et C"]),
        ("en", ["", "A", "A and B", "A, B and C"]),
        ("zh-Hans", ["", "A", "A和B", "A、B和C"]),
        ("ja", ["", "A", "A、B", "A、B、C"]),
    ],
)
def test_names_are_listed_as_a_phrase(language, said):
    listed = words.words_of(language).listed
    assert [listed(names) for names in ((), ("A",), ("A", "B"), ("A", "B", "C"))] == said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["0 words", "1 word", "2 words", "12,345 words"]),
        ("fr", ["0 mot", "1 mot", "2 mots", "12\u202f345 mots"]),
        ("ru", ["0 слов", "1 слово", "2 слова", "12\xa0345 слов"]),
        ("ja", ["0文字", "1文字", "2文字", "12,345文字"]),
    ],
)
def test_what_is_counted_has_the_form_that_its_number_asks_for(language, said):
    assert [words.words_of(language).words_stated.said(number) for number in (0, 1, 2, 12345)] == said


def test_russian_says_twenty_one_as_it_says_one():
    chapters = words.words_of("ru").chapters_so_far
    assert [chapters.said(number) for number in (21, 22, 25)] == ["пока 21 глава", "пока 22 главы", "пока 25 глав"]


@pytest.mark.parametrize(
    ("language", "catalogue"),
    [
        ("zh", "zh_Hans"), ("zh-CN", "zh_Hans"), ("zh-SG", "zh_Hans"), ("zh-Hans-TW", "zh_Hans"),
        ("zh-TW", "zh_Hant"), ("zh-HK", "zh_Hant"), ("zh-Hant", "zh_Hant"), ("zh-Hant-MO", "zh_Hant"),
        ("pt", "pt_BR"), ("pt-BR", "pt_BR"), ("pt-PT", "pt_PT"), ("pt-AO", "pt_PT"),
        ("ja-JP", "ja"), ("de-AT", "de"), ("de-1996", "de"), ("es-419", "es"), ("fr-CA", "fr"), ("ru-UA", "ru"),
        ("en", ""), ("en-GB", ""), ("tlh", ""), ("x-home", ""), ("", ""), ("?", ""),
    ],
)  # fmt: skip
def test_a_tag_finds_the_words_that_its_readers_read(language, catalogue):
    assert locales.tongue(language).catalogue == catalogue


def test_an_unknown_language_speaks_english_and_says_so():
    assert (words.words_of("tlh").contents, words.words_of("tlh").language) == ("Contents", "en")
    assert words.words_of("tlh").dated("2019-04-21") == "21 April 2019"
    assert (words.words_of("pt-BR").contents, words.words_of("pt-BR").language) == ("Sumário", "pt-BR")


@pytest.mark.parametrize(("tag", "kept"), [("en-GB", "en-GB"), ("", "de"), ("English", "de"), ("zh-Hans", "zh-Hans")])
def test_only_well_formed_tags_are_used(tag, kept):
    assert words.language_tag(tag, "de") == kept


def test_arabic_runs_from_right_to_left():
    assert [words.writing_direction(tag) for tag in ("ar", "he-IL", "en", "fr")] == ["rtl", "rtl", "ltr", "ltr"]
