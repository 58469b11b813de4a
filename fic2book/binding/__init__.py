"""What is printed and bound: each product gets an order (volumes and looks) and gives files with their proofs."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from fic2book.binding.orders import Bound, Order, Volume
from fic2book.binding.typesetting import Typesetting
from fic2book.dressing import Dress
from fic2book.errors import Fic2bookError, MissingToolError, OutputError, SettingsError
from fic2book.model import Anthology, Problem, Settings, Theme

__all__ = ["PRODUCTS", "Bound", "Order", "Typesetting", "Volume", "made", "prove"]

Product = Callable[[Order], Bound]
Step = Callable[[str, int, int], None]


def _booklet(order: Order) -> Bound:
    from fic2book.binding import booklet  # late: seldom asked

    return booklet.make(order)


def _print(order: Order) -> Bound:
    from fic2book.binding import printing  # late, as well

    return printing.make(order)


def _wrap(order: Order) -> Bound:
    from fic2book.binding import wrapping  # late, as well

    return wrapping.make(order)


PRODUCTS: Mapping[str, Product] = {"booklet": _booklet, "print": _print, "wrap": _wrap}
"""Name → how it is made, in the order in which they are: a wrap goes round what was made before it."""


_CALLED = {"booklet": "sheets of the booklet", "print": "printer's pages"}


def _booklets_page(settings: Settings, theme: Theme) -> object:
    from fic2book.binding import booklet  # late: seldom asked

    return booklet.page(settings, theme)


def _printers_page(settings: Settings, theme: Theme) -> object:
    from fic2book.binding import printing  # late, as well

    return printing.page(settings, theme)


def _wraps_measures(settings: Settings, theme: Theme) -> object:
    from fic2book.binding import wrapping  # late, as well

    return wrapping.measures(settings, theme)


_WISHES: Mapping[str, Callable[[Settings, Theme], object]] = {
    "booklet": _booklets_page,
    "print": _printers_page,
    "wrap": _wraps_measures,
}
"""Name → what raises ``SettingsError`` for wishes that no manuscript can change."""


def prove(settings: Settings, theme: Theme) -> None:
    """Raise ``SettingsError`` for a product that cannot be made whatever is in the folder, before it is read."""
    for name, wish in _WISHES.items():
        if name in settings.to:
            wish(settings, theme)


def made(
    anthology: Anthology, dress: Dress, typesetting: Typesetting, step: Step
) -> tuple[Bound, tuple[Fic2bookError, ...]]:
    """Make the products that are asked for; one that cannot be made costs no other."""
    asked = [name for name in PRODUCTS if name in dress.settings.to]
    order = Order(volumes=(Volume(anthology=anthology),), dress=dress, typesetting=typesetting)
    done: list[Bound] = []
    missing: list[Fic2bookError] = []
    if asked and dress.settings.printing.volumes:
        step("Parting the volumes", 0, len(asked))
        try:
            order, told = _in_volumes(order)
        except (MissingToolError, OutputError, SettingsError) as error:
            return together(()), (error,)
        done.append(told)
    for number, name in enumerate(asked):
        step(f"Making the {_CALLED.get(name, name)}", number, len(asked))
        try:
            done.append(PRODUCTS[name](order))
            order = replace(order, blocks={**order.blocks, **done[-1].blocks})
        except (MissingToolError, OutputError, SettingsError) as error:
            missing.append(error)
    return together(done), tuple(missing)


def _in_volumes(order: Order) -> tuple[Order, Bound]:
    """Return the order of as many volumes as are asked for, and what is to be said of them."""
    from fic2book.binding import volumes  # late: seldom asked

    shares, told = volumes.split(order)
    return replace(order, volumes=shares), Bound(files={}, problems=told)


def together(done: Sequence[Bound]) -> Bound:
    """Return all that came of several products."""
    problems: dict[Problem, None] = dict.fromkeys(problem for bound in done for problem in bound.problems)
    return Bound(
        files={suffix: data for bound in done for suffix, data in bound.files.items()},
        problems=tuple(problems),
        blocks={suffix: block for bound in done for suffix, block in bound.blocks.items()},
        proofs=tuple(proof for bound in done for proof in bound.proofs),
    )
