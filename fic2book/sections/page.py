"""A page of front or back matter before it is markup."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from fic2book.model import Anthology, Section
from fic2book.sections.rendering import render
from fic2book.words import Words, language_tag, writing_direction


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a page says and which template says it (the template has the kind's name unless it is given)."""

    kind: str
    title: str
    words: Words
    template: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    children: tuple[tuple[str, str], ...] = ()
    """Places inside it that contents name, as (id, title)."""

    def section(self, matter: str, anthology: Anthology, taken: frozenset[str]) -> Section:
        """Return the page as a section; its id keeps clear of the stories' ids, which are ``taken``."""
        name = f"{self.kind}-page" if self.kind in taken else self.kind
        language = language_tag(anthology.language)
        body = render(
            self.template or self.kind,
            **self.values,
            id=name,
            kind=self.kind,
            title=self.title,
            book=anthology,
            words=self.words,
            language=self.words.language,
            direction=writing_direction(self.words.language),
        )
        return Section(
            id=name,
            kind=self.kind,
            title=self.title,
            matter=matter,
            body=body,
            language=language,
            children=self.children,
        )
