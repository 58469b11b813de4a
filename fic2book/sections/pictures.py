"""A story's pictures inside a book: under the book's own names, never without words, apart from the text or in it."""

from collections.abc import Iterable

from fic2book import markup
from fic2book.markup import Element
from fic2book.model import Picture
from fic2book.words import Words

SCHEME = "picture:"
"""Address of a picture: this and its name. The writers know where each one lies in their file."""

_ALONE = frozenset({"p", "div", "figure"})
_SIGN = (200, 48)  # px, width and height: smilies, dingbats and letters drawn as pictures, which belong in the line


def place(roots: Iterable[Element], story_id: str, pictures: Iterable[Picture], words: Words) -> None:
    """Give the pictures inside a story's pieces the book's names, and a block of their own where they stand alone.

    A picture that its maker left without words is called one, in the book's language. One that the story does not
    hold is taken out; it is named among those that were left out.
    """
    known = {picture.name: picture for picture in pictures}
    for root in roots:
        for image in list(root.iter("img")):
            name = image.get("src", "").removeprefix(SCHEME)
            if name in known:
                _name(image, f"{SCHEME}{story_id}.{name}", words)
                image.set("class", "sign" if _is_sign(known[name]) and _among_words(image) else "plate")
            else:
                markup.remove(image)
        for block in list(root.iter(*_ALONE)):
            if _is_picture(block):
                _set_apart(block)


def _name(image: Element, address: str, words: Words) -> None:
    said = " ".join((image.get("alt") or image.get("title") or "").split())
    for attribute in set(image.attrib) - {"lang", "dir"}:
        del image.attrib[attribute]
    image.set("src", address)
    image.set("alt", said or words.picture)
    if not said:
        image.set("lang", words.language)


def _is_sign(picture: Picture) -> bool:
    return picture.width <= _SIGN[0] and picture.height <= _SIGN[1]


def _among_words(image: Element) -> bool:
    """Tell whether the block that holds a picture holds words too."""
    block = next((one for one in image.iterancestors() if one.tag in markup.BLOCKS), None)
    return block is not None and bool(markup.text_of(block).strip())


def _is_picture(block: Element) -> bool:
    """Tell whether a block holds pictures and not a word; a figure may hold a caption too."""
    inner = list(block.iter("img"))
    if not inner or (block.tag != "figure" and any(child.tag in markup.BLOCKS for child in block.iterdescendants())):
        return False
    return block.tag == "figure" or not markup.text_of(block).strip()


def _set_apart(block: Element) -> None:
    if block.tag == "p":
        block.tag = "div"
    if not any(outer.tag == "figure" for outer in block.iterancestors()):
        kept = set((block.get("class") or "").split()) - {"center", "right", "picture"}
        block.set("class", " ".join(["picture", *sorted(kept)]))
