"""Tell a message of a chat from a line of dialogue, a label, a script or a timetable."""

import re
from collections import Counter
from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

from fic2book.restoration import note_labels


class Message(NamedTuple):
    """One message, as the places of its parts in its line."""

    sender: str
    time: str
    start: int
    """Where the message itself begins in the line."""
    time_first: bool
    certain: bool
    """By its form alone: with a time, or with the name in angle brackets."""


_TIME = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s?(?:[ap]\.?m\.?)?"
_BEFORE = rf"(?:[\[(]\s*(?P<time>{_TIME})\s*[\])]|(?P<bare>{_TIME}))\s*[-–—|]?\s*"
_NAME = r"[@~]?[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,2}"
_AFTER = rf"(?:\s*[\[(]\s*(?P<late>{_TIME})\s*[\])])?"
_LINE = re.compile(
    rf"\s*(?:{_BEFORE})?(?:<\s*(?P<angled>[@+~]?{_NAME})\s*>\s*:?|(?P<name>{_NAME}){_AFTER}\s?:)\s*(?=\S)",
    re.IGNORECASE,
)
_EVENT = re.compile(
    r"[\W_]*\w[\w.'’ -]{0,40} (?:(?:has |have )?(?:joined|left|(?:logged|signed) (?:on|off|in|out))|is typing|"
    r"(?:is|went|has gone) (?:online|offline|away|idle)|"
    r"(?:has )?(?:changed|renamed|named|created) the (?:chat|group|name|topic)|"
    r"(?:has )?(?:added|removed|muted|kicked) )",
    re.IGNORECASE,
)
_LABEL_WORDS = (
    "title author rating rated pairing pairings fandom summary warning warnings note notes disclaimer genre words",
    "wordcount characters character prompt series status length spoilers beta language chapter chapters part day scene",
    "act date time place location subject from to cc re ps pps dear q a ex example step name age height weight hair",
    "eyes occupation ingredients monday tuesday wednesday thursday friday saturday sunday morning noon evening night",
    "first second third question answer result results fact rule reason remember http https mailto interviewer",
    "he she it they i we you who that this there then and but so one",
)
_NO_NAMES = frozenset(word for words in _LABEL_WORDS for word in words.split())
_ENDED = re.compile(r"[.!?…:;,\"”’»)\]—–-]\Z")
_FEWEST = 3
_SHORT, _LONGEST = 8, 25


def read(line: str) -> Message | None:
    """Return the message that a line is by its form, ``None`` when it is none."""
    found = _LINE.match(line)
    if found is None or note_labels.is_marked_at_edge(line):
        return None
    sender = found["angled"] or found["name"]
    time = found["time"] or found["bare"] or found["late"] or ""
    certain = bool(time or found["angled"])
    if len(sender) > 30 or not (certain or _is_name(sender)) or line[found.end() :].startswith("//"):
        return None
    return Message(sender, time.strip(), found.end(), time_first=not found["late"], certain=certain)


def is_event(line: str) -> bool:
    """Tell whether a line is what a chat says by itself: ``Ilse has joined the chat``."""
    return len(line.split()) <= 12 and _EVENT.match(line) is not None


def is_chat(lines: Sequence[tuple[str, Message]]) -> bool:
    """Tell whether messages in a row are a chat: three or more, and talk, not a form, a script or an interview."""
    if len(lines) < _FEWEST:
        return False
    if sum(message.certain for _, message in lines) * 2 > len(lines):
        return True
    senders = Counter(message.sender.casefold() for _, message in lines)
    if len(senders) < 2 or senders.most_common(1)[0][1] < 2 or len(senders) * 2 > len(lines) + 1:
        return False
    if all(message.sender.isupper() and len(message.sender) > 1 for _, message in lines):
        return False
    return _is_talk([line[message.start :].strip() for line, message in lines])


def _is_name(sender: str) -> bool:
    """Tell whether a name is one by its look: a user's name, or every word of it with a capital."""
    words = sender.lower().strip("@~").split()
    if not words or words[0] in _NO_NAMES or len(sender.strip("@~")) < 2:
        return False
    return len(words) == 1 or all(word[0].isupper() for word in sender.split())


def _is_talk(said: Sequence[str]) -> bool:
    """Tell whether messages are typed as people chat; what is set as carefully as prose must at least be brief."""
    if any(text[0] in '"“„«(' for text in said):
        return False
    loose = sum(_ENDED.search(text) is None or text[0].islower() for text in said)
    lengths = [len(text.split()) for text in said]
    if loose * 3 >= len(said):
        return median(lengths) <= _LONGEST
    return median(lengths) <= _SHORT and max(lengths) <= _LONGEST
