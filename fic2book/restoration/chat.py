"""Rule: three and more messages in a row (``Ilse: hi``, ``<ilse> hi``, ``[12:04] Ilse: hi``) are one conversation."""

from collections.abc import Iterator

from fic2book import markup
from fic2book.letters import letters
from fic2book.markup import Element
from fic2book.restoration import messages, rows, splits
from fic2book.restoration.context import Context
from fic2book.restoration.messages import Message

_LONGEST = 1_000
Talk = list[tuple[Element, Message | None]]


def chat(root: Element, context: Context) -> None:
    """Make ``<div class="chat">`` of each run of messages, with who sent them and when."""
    for room in [root, *root.iter("blockquote")]:
        for block in [block for block in room if block.tag == "p" and len(block)]:
            _part(block, context)
        for talk in list(_talks(room, context)):
            _set(talk, context)


def _part(block: Element, context: Context) -> None:
    """Give each message of a paragraph whose lines are all messages a paragraph of its own."""
    if block.find(".//br") is None or block.get("class"):
        return
    lines = [line for line in markup.text_of(block).split("\n") if line.strip()]
    found = [(line, message) for line in lines if (message := messages.read(line))]
    if len(found) == len(lines) and messages.is_chat(found) and not rows.are_text(block, context):
        splits.lift(block)
        for end in reversed(block.findall("br")):
            splits.split(block, end)


def _talks(room: Element, context: Context) -> Iterator[Talk]:
    """Give the runs of messages, each with what the chat itself says between them; one blank line parts no run."""
    talk: Talk = []
    blanks = 0
    for block in [*room, None]:
        line = _line(block, context)
        if block is not None and not line and block.tag == "p" and markup.is_blank(block):
            blanks += 1
            continue
        message = messages.read(line) if (line and ":" in line) or ">" in line else None
        joins = blanks < 2 and (message is not None or (bool(talk) and bool(line) and messages.is_event(line)))
        if not joins:
            yield from _whole(talk)
            talk = []
        if block is not None and (message is not None or (joins and talk)):
            talk.append((block, message))
        blanks = 0


def _line(block: Element | None, context: Context) -> str:
    if block is None or block.tag != "p" or block.get("class") or rows.are_text(block, context):
        return ""
    text = markup.text_of(block).strip()
    return text if len(text) <= _LONGEST and "\n" not in text else ""


def _whole(talk: Talk) -> Iterator[Talk]:
    while talk and talk[-1][1] is None:
        talk.pop()
    said = [(markup.text_of(block).strip(), message) for block, message in talk if message is not None]
    if messages.is_chat(said):
        yield talk


def _set(talk: Talk, context: Context) -> None:
    first = talk[0][0]
    line = rows.first(first)
    before = markup.text_of(first).strip()
    room = markup.new("div", class_="chat", data_line=str(line), data_end=str(rows.last(talk[-1][0])))
    first.addprevious(room)
    for block, message in talk:
        _drop_blanks(block, first)
        markup.remove(block)
        room.append(block)
        block.set("class", "message")
        if message is not None:
            _set_message(block, message)
    after = markup.text_of(room[0]).strip()
    if letters(before) == letters(after):
        context.ledger.rewritten("chat", line, before, after)


def _drop_blanks(block: Element, first: Element) -> None:
    above = block.getprevious()
    while block is not first and above is not None and above.tag == "p" and markup.is_blank(above):
        markup.remove(above)
        above = block.getprevious()


def _set_message(block: Element, message: Message) -> None:
    """Set sender and time apart, in the order in which they stand; brackets and the colon go."""
    text = markup.text_of(block)
    splits.take(block, len(text) - len(text.lstrip()) + message.start)
    sender = markup.new("span", message.sender, class_="sender")
    time = markup.new("span", message.time, class_="time")
    parts = [time, sender] if message.time_first else [sender, time]
    parts = [part for part in parts if part.text]
    for part in parts:
        part.tail = " "
    parts[-1].tail = " " + (block.text or "").lstrip()
    block.text = None
    block[:0] = parts
