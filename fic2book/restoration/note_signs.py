"""Signs that the writer speaks to readers, each with its weight; and signs that a story is being told."""

import re
from typing import NamedTuple


class Sign(NamedTuple):
    """What is looked for in a paragraph without what it quotes, in small letters with straight apostrophes."""

    name: str
    weight: int
    pattern: re.Pattern[str]


def _sign(name: str, weight: int, *ways: str) -> Sign:
    return Sign(name, weight, re.compile("|".join(ways)))


_READERS = r"(?:you|u|y'all|you all|you guys|everyone)"
_MISHAPS = (
    r"(?:wait|delay|typos?|mistakes?|grammar|short|shortness|late|long|errors?|bad|rushed|english|ending|angst|length)"
)
_PARTS = r"(?:part|chapter|update)"

SIGNS = (
    _sign("names the fic", 3, r"\b(?:this|my|the|a|another|first|new) (?:little |short |first |new )*fic(?:let)?\b"),
    _sign("names its kind", 3, r"\b(?:one[- ]?shots?|drabbles?|ficlets?|fan ?fic(?:tion)?s?|songfic|headcanons?)\b"),
    _sign(
        "asks readers for votes",
        2,
        r"\b(?:vote|comment|review|r&r|reblog|kudos)s?\b(?:!| below| and (?:vote|comment|review))",
    ),
    _sign(
        "asks readers to please",
        3,
        r"\b(?:please|pls|plz|don't forget to|remember to) (?:vote|comment|review|r&r|reblog|leave|let me know)\b",
        r"\b(?:please|pls|plz) (?:like|tell me|be (?:nice|gentle|kind))\b",
    ),
    _sign(
        "wishes joy",
        2,
        rf"(?:\A|[.!,;:)~]\s*|\b(?:and|please|hope {_READERS}|so) )"
        r"enjoy(?: (?:it|this|the (?:story|fic|chapter)|reading))?\s*(?:[!.:;)~<x]|\Z)",
    ),
    _sign("hopes you like it", 3, rf"\bhope (?:that )?{_READERS} (?:will )?(?:like|enjoy|love)d?\b(?! to)"),
    _sign(
        "thanks readers",
        4,
        r"\b(?:thanks?|thank you|thx|ty)(?: so much| guys| you all| everyone|,| all)* for (?:reading|the)"
        r"(?:(?<=reading)(?! to)| (?:reads|votes|comments|reviews|support|kudos))",
    ),
    _sign("asks what you think", 3, r"\blet me know (?:what|if|how|in the)\b", r"\btell me what you think\b"),
    _sign(
        "speaks of updates",
        3,
        rf"\b(?:next {_PARTS} (?:soon|will|is|coming|up)|part (?:two|2) (?:soon|coming))",
        r"\b(?:i will|i'll) update\b|\brequests? (?:are )?(?:open|closed)\b|\bto be continued\b",
    ),
    _sign("speaks of this chapter", 2, r"\b(?:this|the next|last|new) (?:chapter|update|prompt|request|imagine)\b"),
    _sign(
        "excuses the text",
        3,
        rf"\bsorry (?:for|about|if|that) (?:the |any |this |it |my )*(?:is |are |was )?(?:\w+ )?{_MISHAPS}\b",
    ),
    _sign("says it is a first", 3, r"\bmy (?:very )?first (?:time (?:writing|posting)|fic|fanfic|one[- ]?shot|post)\b"),
    _sign(
        "speaks of writing",
        2,
        r"\bi (?:just )?(?:wrote|wanted to write|decided to write|had to write|was inspired|got (?:this|the) idea)\b",
        r"\bmy (?:very )?first (?:story|attempt)\b",
    ),
    _sign(
        "disclaims",
        3,
        r"\bi (?:do not|don't|didn't) own\b|\ball (?:rights|characters) belong\b",
        r"\bunbeta'?e?d\b|\b(?:no|not) beta\b",
    ),
    _sign("emoticon", 2, r"(?<![\w.,])(?:[:;=][-'^o]?[)(dpo3]|xd|<3+|\^_?\^|:3|>_<|t_t|\\o/)(?![\w/])"),
    _sign("net speech", 2, r"\b(?:lol|lmao|omg|btw|idk|tbh|haha+|xoxo|xx+|ily|smh|otp|au|oc)\b"),
    _sign("greets readers", 3, r"\b(?:he(?:y|llo)|hi) (?:everyone|readers|guys|all)\b|\bmy (?:lovely )?readers\b"),
    _sign("addresses readers", 2, r"\byou guys\b|\bdear readers\b|\blovelies\b"),
    _sign("shouts with joy", 1, r"!!+"),
    _sign("names a site", 2, r"(?:^|\s)[@#][a-z]\w{2,}|https?://|\b(?:tumblr|wattpad|ao3)\b"),
    _sign(
        "warns readers",
        2,
        r"\b(?:trigger warnings?|tw:|cw:|spoilers?(?: alert| for| ahead))",
        r"\bset (?:after|during|in) (?:season|episode|book|s\d)",
    ),
    _sign(
        "says what it is based on",
        3,
        r"\b(?:based on|inspired by|prompted|requested)\b.{0,40}\b(?:ask|prompt|request|song|episode|anon)\b",
    ),
    _sign("says it in French", 4, r"\bbonne lecture\b", r"\bj'espère que (?:ça|cela|vous)\b.{0,30}(?:plai|aim)"),
    _sign(
        "says it in German",
        4,
        r"\bviel spa(?:ß|ss) (?:beim lesen|mit)\b",
        r"\bich hoffe,? (?:es|euch) (?:gefällt|hat)\b",
    ),
    _sign(
        "says it in Spanish",
        4,
        r"\bespero que (?:les?|os|te) (?:guste|haya gustado)\b",
        r"\bno olviden (?:votar|comentar)",
    ),
    _sign("says it in Portuguese", 4, r"\bespero que (?:gostem|tenham gostado)\b", r"\bboa leitura\b"),
    _sign("says it in Italian", 4, r"\bbuona lettura\b", r"\bspero (?:che )?vi (?:piaccia|sia piaciut)"),
)
"""Weights: 4 is only ever said by a writer to readers, 3 nearly so, 2 is said in stories as well, 1 is a hint."""

_DAYS = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
_MONTHS = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
STORY_SIGNS = (
    _sign(
        "somebody speaks", 2, r"\b(?:he|she|they) (?:said|says|asked|asks|thought|whispered|murmured|muttered|cried)\b"
    ),
    _sign("a letter", 3, r"\A\W*(?:dear (?!readers\b)\w+|my dear(?:est)? \w+)"),
    _sign("a diary", 3, rf"\A\W*(?:{_DAYS}|\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTHS})"),
    _sign("told of others", 2, r"(?:\b(?:he|she|his|her|him)\b.*){4,}"),
)
"""Weights to take off: a letter, a diary, a tale of others. One quoted word at the beginning takes off 3 as well."""

NOTE = 4
"""From this weight on, by at least two signs, a paragraph is a note."""
DOUBTFUL = 3
"""From this weight on it stays story and is flagged; 2 is every other first paragraph."""

_QUOTED = re.compile('["“„«][^"“”«»]*["”“»]|‘[^‘’]{2,80}’(?!\\w)')


def weigh(text: str) -> tuple[int, tuple[str, ...]]:
    """Return how much speaks for a paragraph being a note, and the names of the signs found."""
    bare = _QUOTED.sub(" ", text).replace("’", "'").lower().strip()
    found = [sign for sign in SIGNS if sign.pattern.search(bare)]
    if not found:
        return 0, ()
    against = sum(sign.weight for sign in STORY_SIGNS if sign.pattern.search(bare))
    if text.lstrip().startswith(tuple('"“„«—')):
        against += 3
    return sum(sign.weight for sign in found) - against, tuple(sign.name for sign in found)
