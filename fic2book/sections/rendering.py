"""The book's templates: the one place where plain text becomes markup."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from fic2book import markup


def render(template: str, **values: object) -> str:
    """Return the markup of ``templates/<template>.xhtml.j2``; text is escaped, ``trusted`` markup is not."""
    return _environment().get_template(f"{template}.xhtml.j2").render(**values)


def trusted(fragment: str) -> Markup:
    """Mark a fragment as markup already; it is ours or went through ``markup.clean``."""
    return Markup(fragment)  # noqa: S704 - every fragment of the model is markup of allowed tags


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("fic2book.sections"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_storable,
        auto_reload=False,
    )
    environment.filters["script"] = _script
    return environment


def _script(name: str) -> str:
    """Return a class for a name in letters without capitals (Arabic, Hebrew, Chinese …), which styles set plain."""
    return " caseless" if any(sign.isalpha() and sign.lower() == sign.upper() for sign in name) else ""


def _storable(value: object) -> object:
    """Take out of plain text what XML cannot hold."""
    return markup.storable(value) if isinstance(value, str) and not isinstance(value, Markup) else value
