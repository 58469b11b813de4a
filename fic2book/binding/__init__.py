"""What is printed and bound: each product gets an order (volumes and looks) and gives files with their proofs."""

from collections.abc import Callable, Mapping, Sequence

from fic2book.binding.orders import Bound, Order, Volume
from fic2book.binding.typesetting import Typesetting
from fic2book.dressing import Dress
from fic2book.errors import Fic2bookError, MissingToolError, OutputError, SettingsError
from fic2book.model import Anthology, Problem

__all__ = ["PRODUCTS", "Bound", "Order", "Typesetting", "Volume", "made"]

Product = Callable[[Order], Bound]
Step = Callable[[str, int, int], None]


PRODUCTS: Mapping[str, Product] = {}
"""Name → how it is made, in the order in which they are: a wrap goes round what was made before it."""


def made(
    anthology: Anthology, dress: Dress, typesetting: Typesetting, step: Step
) -> tuple[Bound, tuple[Fic2bookError, ...]]:
    """Make the products that are asked for; one that cannot be made costs no other."""
    asked = [name for name in PRODUCTS if name in dress.settings.to]
    order = Order(volumes=(Volume(anthology=anthology),), dress=dress, typesetting=typesetting)
    done: list[Bound] = []
    missing: list[Fic2bookError] = []
    for number, name in enumerate(asked):
        step(f"Making the {name}", number, len(asked))
        try:
            done.append(PRODUCTS[name](order))
        except (MissingToolError, OutputError, SettingsError) as error:
            missing.append(error)
    return together(done), tuple(missing)


def together(done: Sequence[Bound]) -> Bound:
    """Return all that came of several products."""
    problems: dict[Problem, None] = dict.fromkeys(problem for bound in done for problem in bound.problems)
    return Bound(
        files={suffix: data for bound in done for suffix, data in bound.files.items()},
        problems=tuple(problems),
        proofs=tuple(proof for bound in done for proof in bound.proofs),
    )
