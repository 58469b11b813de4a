"""Scene breaks that are seen and heard: the ornament as a picture whose alternative is the words for it."""

from fic2book import markup, press
from fic2book.markup import Element
from fic2book.model import PageDesign, Theme
from fic2book.writers.pdf import ornament


def draw(section: Element, label: str, theme: Theme, page: PageDesign) -> None:
    """Turn each ``hr.scene`` into the ornament; its own label, else ``label``, is what a screen reader says."""
    name, box = ornament.scene_name(theme.looks.scene), ornament.box(theme.looks.scene, page)
    for rule in list(section.iter("hr")):
        if "scene" in (rule.get("class") or "").split():
            said = rule.get("aria-label") or label
            for attribute in set(rule.attrib) - {"class", "id"}:
                del rule.attrib[attribute]
            rule.tag = "div"
            rule.append(markup.new("img", src=press.SCHEME + name, alt=said))
            if box:
                rule[0].set("style", box)
