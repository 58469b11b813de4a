"""Signs that the writer speaks to readers, each with its weight; and signs that a story is being told."""

import re
from typing import NamedTuple


class Sign(NamedTuple):
    """A pattern, what it weighs, and why; patterns see a paragraph without what it quotes, in lower case."""

    name: str
    pattern: re.Pattern[str]
    weight: int


def _sign(name: str, pattern: str, weight: int) -> Sign:
    return Sign(name, re.compile(pattern), weight)


SIGNS = (
    # Nothing but a note names the thing itself.
    _sign(
        "names the fic",
        r"\b(?:this|my|the|a|another|first|new) (?:little |short |first |new )*(?:fan ?)?fic(?:let|s|tion)?\b",
        3,
    ),
    _sign(
        "names the one-shot",
        r"\b(?:one[- ]?shots?|drabbles?|ficlets?|fan ?fic(?:tion)?s?|fluff|songfic|headcanons?)\b",
        3,
    ),
    _sign(
        "asks for votes",
        r"\b(?:please |pls |plz |don.t forget to )?(?:vote|comment|review|r&r|reblog|kudos|follow me|favou?rite)s?\b[^.]{0,25}(?:!|\b(?:please|below|and|if|comment|vote|are|would)\b|$)",
        2,
    ),
    _sign(
        "asks by please",
        r"\b(?:please|pls|plz|don.t forget to|remember to) (?:vote|comment|review|r&r|reblog|leave|let me know|like|follow|tell me|be (?:nice|gentle|kind))\b",
        3,
    ),
    _sign(
        "wishes joy",
        r"(?:\A|[.!,;:)~]\s*|\b(?:and|please|hope (?:you|u|y.all|you all|you guys)|so) )enjoy(?: (?:it|this|the (?:story|fic|chapter)|reading))?\s*(?:[!.:;)~<x]|\Z)",
        2,
    ),
    _sign(
        "hopes you like it",
        r"\bhope (?:that )?(?:you|u|y.all|you guys|everyone)(?: all| guys)? (?:will )?(?:like|liked|enjoy|enjoyed|love|loved)",
        3,
    ),
    _sign(
        "thanks for reading",
        r"\b(?:thanks?|thank you|thx|ty)(?: so much| guys| you all| everyone|,| all)* for (?:reading|the (?:reads|votes|comments|reviews|support|kudos))",
        4,
    ),
    _sign(
        "lets know",
        r"\blet me know (?:what|if|how|in the)\b|\btell me what you think\b|\bwhat (?:do|did) (?:you|u|y.all) (?:guys )?think\b",
        3,
    ),
    _sign(
        "speaks of updates",
        r"\b(?:next (?:part|chapter|update) (?:soon|will|is|coming|up)|part (?:two|2) (?:soon|\?|coming)|(?:will|i.ll) update|requests? (?:are )?(?:open|closed)|to be continued)\b",
        3,
    ),
    _sign("speaks of this chapter", r"\b(?:this|the next|last|new) (?:chapter|update|prompt|request|imagine)\b", 2),
    _sign(
        "excuses itself",
        r"\bsorry (?:for|about|if|that) (?:the |any |this |it |my |there )*(?:is |are |was )?(?:\w+ )?(?:wait|delay|typos?|mistakes?|grammar|short|shortness|late|long|errors?|crappy|bad|rushed|english|ending|angst|length)",
        3,
    ),
    _sign(
        "first try",
        r"\b(?:my|the) (?:very )?first (?:time (?:writing|posting)|fic|fanfic|story|one[- ]?shot|attempt|post)",
        3,
    ),
    _sign(
        "speaks of writing it",
        r"\bi (?:just )?(?:wrote|wanted to write|decided to write|have written|had to write|was (?:writing|inspired)|got (?:this|the) idea)\b",
        2,
    ),
    _sign(
        "disclaims",
        r"\b(?:i|we) (?:do not|don.t|didn.t) own\b|\ball (?:rights|characters) belong\b|\bunbeta.?e?d\b|\bno beta\b|\bnot beta.?e?d\b",
        3,
    ),
    _sign("emoticon", r"(?<![\w.,])(?:[:;=][-'^o]?[)(dpo3]|x[d]|<3+|\^_?\^|:3|>_<|t_t|\\o/)(?![\w/])", 2),
    _sign(
        "net speech", r"\b(?:lol|lmao|omg|btw|idk|tbh|imo|gonna post|haha+|xoxo|xx+|ily|smh|otp|au|oc|pov|trash)\b", 2
    ),
    _sign(
        "addresses readers",
        r"\b(?:you guys|hey guys|hi guys|hello (?:everyone|readers|guys|all)|my (?:lovely )?readers|dear readers|lovelies|hi everyone|hey everyone)\b",
        3,
    ),
    _sign("shouts with joy", r"!!+", 1),
    _sign("link or handle", r"(?:^|\s)[@#]\w{3,}|https?://|\b(?:tumblr|wattpad|ao3|instagram|twitter)\b", 2),
    _sign(
        "warns readers",
        r"\b(?:trigger warnings?|tw:|cw:|spoilers?(?: alert| for| ahead)|set (?:after|during|in) (?:season|episode|book|chapter|s\d))",
        2,
    ),
    _sign(
        "based on",
        r"\b(?:based on|inspired by|prompt(?:ed)?|requested by|requested)\b.{0,40}\b(?:ask|prompt|request|song|post|episode|anon)",
        3,
    ),
    _sign(
        "wishes joy in French",
        r"\bbonne lecture\b|\bj.esp[eè]re que (?:ça|cela|vous)\b.{0,30}(?:plai|aim)|\bcommentaires? et\b",
        4,
    ),
    _sign(
        "wishes joy in German",
        r"\bviel spa(?:ß|ss) (?:beim lesen|mit)\b|\bich hoffe,? (?:es|euch) (?:gefällt|hat)\b|\blasst (?:mir )?(?:ein )?(?:kommi|review|kommentar)",
        4,
    ),
    _sign(
        "wishes joy in Spanish or Portuguese",
        r"\bespero que (?:les?|os|te) (?:guste|haya gustado)\b|\bdisfr[uú]ten\b|\bespero que (?:gostem|tenham gostado)\b|\bboa leitura\b|\bno olviden (?:votar|comentar)\b|\bnão (?:se )?esqueçam de\b",
        4,
    ),
    _sign("wishes joy in Italian", r"\bbuona lettura\b|\bspero (?:che )?vi (?:piaccia|sia piaciut)", 4),
)
"""Weights: 4 is only ever said by a writer to readers, 3 nearly so, 2 is said in stories as well, 1 is a hint."""

STORY_SIGNS = (
    _sign(
        "somebody speaks and is named",
        r"\b(?:he|she|they) (?:said|says|asked|asks|replied|whispered|murmured|muttered|cried)\b",
        2,
    ),
    _sign(
        "a letter or diary",
        r"\A\W*(?:dear (?!readers?\b)\w+|dear reader,|my dear(?:est)? \w+|(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b|\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:january|february|march|april|may|june|july|august|september|october|november|december))",
        3,
    ),
    _sign("told of others", r"(?:\b(?:he|she|his|her|him)\b.*){4,}", 2),
)
"""Weights to take off: a story told in the first person, a letter, a diary, dialogue."""

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
    if text.lstrip()[:1] in '"“„«—':
        against += 3
    return sum(sign.weight for sign in found) - against, tuple(sign.name for sign in found)
