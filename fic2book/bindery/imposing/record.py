"""What an imposed file says of itself, so that it can be unfolded and proved without the program's memory of it."""

import json
from dataclasses import asdict, dataclass, replace

from fic2book.model import SheetPlan

KEY = "Fic2bookSheets"
"""In the document's information; a PDF allows keys of one's own there."""


Print = tuple[str, int]
"""A digest of a page's letters, and how they stand, in degrees."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Which of a plan's sheets a file holds, and which of their sides."""

    signature: int | None = None
    """0-based; nothing for all."""
    sides: str = "both"
    """``both``, ``fronts`` or ``backs``."""


def record(plan: SheetPlan, part: Part, prints: tuple[Print, ...]) -> str:
    """Return the record of a file as JSON; ``prints`` tell the interior's pages apart by their letters."""
    told = asdict(replace(plan, sheets=()))
    del told["sheets"]
    return json.dumps({"schema": 1, **asdict(part), "plan": told, "prints": list(prints)}, separators=(",", ":"))
