"""The sheet plan as plain text, for a terminal and for whoever listens to it."""

import textwrap

from fic2book.bindery.sheet_plan.counts import facts
from fic2book.bindery.sheet_plan.steps import steps
from fic2book.model.bound import SheetPlan

_COLUMNS = 78
_INDENT = "   "


def text(plan: SheetPlan, title: str) -> str:
    """Return the plan in lines of at most 78 characters."""
    known = facts(plan)
    names = max(len(name) for name, _ in known)
    lines = [*textwrap.wrap(f"Sheet plan: {title}", _COLUMNS), ""]
    lines += [f"{_INDENT}{name:<{names}}  {value}" for name, value in known]
    for number, step in enumerate(steps(plan), 1):
        lines += ["", f"{number}. {step.heading}"]
        for words in step.words:
            plain = words.replace("*", "")
            lines += textwrap.wrap(plain, _COLUMNS, initial_indent=_INDENT, subsequent_indent=_INDENT)
    return "\n".join(lines) + "\n"
