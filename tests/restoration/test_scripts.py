"""Stories in writings that are not Latin stay whole and in order, with the marks that their writing has."""

import pytest

from fic2book import account, markup
from fic2book.model import Document, Line, Story
from fic2book.restoration import restore

CHINESE = """　　第一章 灯
　　灯灭了，屋里没有人动。他以为是风，可是她听见了楼梯上的脚步声。
　　“谁？”伊尔泽问。
　　他说："我们走吧。"然后他拿起了灯。
　　……
　　＊　＊　＊
　　天亮了，河水还在涨……谁也没有说话——谁也不敢说。"""
JAPANESE = """ランプが消えた。家の中では誰も動かなかった。風だと彼は思ったが、彼女は階段の足音を聞いていた。
「誰？」とイルゼは言った。
「誰でもない」

◇◇◇

朝になった。川はまだ増えていた。誰も何も言わなかった。
『行こう』と書いてあった。"""
KOREAN = """등불이 꺼졌고 집 안에서는 아무도 움직이지 않았다. 그는 바람이라고 생각했다.
"누구세요?" 일제가 물었다.
"가자"고 그녀가 말했다."""
RUSSIAN = """Лампа погасла, и в доме никто не пошевелился. Он думал, что это ветер, но она слышала шаги.
- Кто там? - спросила Ильзе.
"Пойдем", - сказал он."""
ARABIC = """انطفأ المصباح ولم يتحرك أحد في البيت؛ ظن أنها الريح، لكنها سمعت الخطوات على الدرج.
"من هناك؟" قالت إلزه.
***
وفي الصباح كان النهر لا يزال يرتفع..."""
HEBREW = """המנורה כבתה ואיש בבית לא זז. הוא חשב שזאת הרוח, אבל היא שמעה את הצעדים במדרגות.
"מי שם?" שאלה אילזה. צה"ל לא היה שם, ורק ג'ירפה אחת ראתה."""
THAI = """ตะเกียงดับลง และไม่มีใครในบ้านขยับตัว เขาคิดว่าเป็นลม แต่เธอได้ยินเสียงฝีเท้าบนบันได
"ใคร" อิลเซ่ถาม"""
BREAK = '<hr class="scene"/>'

WHOLE = [
    (
        "zh",
        CHINESE,
        '<h2 class="chapter">第一章 灯</h2><p>灯灭了，屋里没有人动。他以为是风，可是她听见了楼梯上的脚步声。</p>'
        "<p>“谁？”伊尔泽问。</p><p>他说：“我们走吧。”然后他拿起了灯。</p><p>……</p>"
        f"{BREAK}<p>天亮了，河水还在涨……谁也没有说话——谁也不敢说。</p>",
    ),
    (
        "ja",
        JAPANESE,
        "<p>ランプが消えた。家の中では誰も動かなかった。風だと彼は思ったが、彼女は階段の足音を聞いていた。</p>"
        f"<p>「誰？」とイルゼは言った。</p><p>「誰でもない」</p>{BREAK}"
        "<p>朝になった。川はまだ増えていた。誰も何も言わなかった。</p><p>『行こう』と書いてあった。</p>",
    ),
    (
        "ko",
        KOREAN,
        "<p>등불이 꺼졌고 집 안에서는 아무도 움직이지 않았다. 그는 바람이라고 생각했다.</p>"
        "<p>“누구세요?” 일제가 물었다.</p><p>“가자”고 그녀가 말했다.</p>",
    ),
    (
        "ru",
        RUSSIAN,
        "<p>Лампа погасла, и в доме никто не пошевелился. Он думал, что это ветер, но она слышала шаги.</p>"
        "<p>— Кто там? — спросила Ильзе.</p><p>«Пойдем», — сказал он.</p>",
    ),
    (
        "ar",
        ARABIC,
        "<p>انطفأ المصباح ولم يتحرك أحد في البيت؛ ظن أنها الريح، لكنها سمعت الخطوات على الدرج.</p>"
        f"<p>”من هناك؟“ قالت إلزه.</p>{BREAK}<p>وفي الصباح كان النهر لا يزال يرتفع…</p>",
    ),
    (
        "he",
        HEBREW,
        "<p>המנורה כבתה ואיש בבית לא זז. הוא חשב שזאת הרוח, אבל היא שמעה את הצעדים במדרגות.</p>"
        "<p>”מי שם?” שאלה אילזה. צה״ל לא היה שם, ורק ג׳ירפה אחת ראתה.</p>",
    ),
    (
        "th",
        THAI,
        "<p>ตะเกียงดับลง และไม่มีใครในบ้านขยับตัว เขาคิดว่าเป็นลม แต่เธอได้ยินเสียงฝีเท้าบนบันได</p><p>“ใคร” อิลเซ่ถาม</p>",
    ),
]
WRAPPED = """灯灭了，屋里没有人动，他以为是风，可是她听见了楼梯上的脚步声，谁
也没有说话，谁也不敢说。她慢慢地走到窗前，河水还在涨，村子里的狗都
在叫。他拿起了灯。

天亮以后他们才知道，水坝已经不在了，桥也不在了，只有磨坊还站在那里
，像一个忘了回家的人。没有人说话，没有人哭，只有钟声从远处传来，一
下，又一下。"""


@pytest.mark.parametrize(("language", "text", "body"), WHOLE, ids=[language for language, *_ in WHOLE])
def test_a_story_keeps_its_words_and_has_the_marks_of_its_writing(language, text, body):
    document, restored = _restored(text)
    assert restored.language == language
    assert restored.body == body
    assert account.balance(document, (restored,)) == ((), ())


def test_wrapped_chinese_is_joined_without_spaces():
    document, restored = _restored(WRAPPED)
    assert [block.text for block in markup.parse(restored.body)] == [
        part.replace("\n", "") for part in WRAPPED.split("\n\n")
    ]
    assert account.balance(document, (restored,)) == ((), ())


def test_short_chinese_paragraphs_of_one_length_stay_paragraphs():
    lines = ["灯灭了屋里没有人动他以为是风可是她听见了楼梯上的脚步声谁也没有说话。"[at % 7 :] for at in range(12)]
    assert [block.text for block in markup.parse(_restored("\n".join(lines))[1].body)] == lines


def test_latin_words_in_a_chinese_line_keep_their_spaces():
    document, restored = _restored("灯灭了，\nIlse said\nshe would wait，好吗？")
    assert account.balance(document, (restored,)) == ((), ())
    assert "Ilse said" in restored.body


def _restored(text):
    rows = list(enumerate(text.split("\n"), 1))
    body = "".join(markup.paragraph(row, at) if row.strip() else f'<p data-line="{at}"/>' for at, row in rows)
    lines = tuple(Line(number=at, text=row) for at, row in rows)
    story = Story(file="a.txt", origin="text", title="A", body=body)
    return Document(file="a.txt", format="text", lines=lines), restore(story)
