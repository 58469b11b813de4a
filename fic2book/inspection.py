"""How manuscripts were read, for people and as JSON (``{"schema": 1, "manuscripts": [...]}``)."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from fic2book import config, markup
from fic2book.assemble import word_count
from fic2book.discover import discover
from fic2book.errors import Fic2bookError, ManuscriptError
from fic2book.model import Change, Kind, Note, NoteKind, Problem, Related, Story
from fic2book.pipeline import Built
from fic2book.reading import Job, manuscripts, named_files
from fic2book.undoing import lines
from fic2book.undoing.words import numbered

SCHEMA = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What was found at the paths given."""

    stories: tuple[Story, ...]
    unreadable: tuple[ManuscriptError, ...]
    problems: tuple[Problem, ...]


def look(paths: Sequence[Path]) -> Looked:
    """Read files, and folders of them, each by itself: anthology.toml says only which files are no manuscripts."""
    stories: list[Story] = []
    unreadable: list[ManuscriptError] = []
    problems: list[Problem] = []
    for outcome in manuscripts([Job(folder, file) for folder, file in manuscripts_of(paths)]):
        if isinstance(outcome, ManuscriptError):
            unreadable.append(outcome)
        else:
            stories += outcome[0]
            problems += outcome[1]
    return Looked(stories=tuple(stories), unreadable=tuple(unreadable), problems=tuple(problems))


def as_json(looked: Looked) -> str:
    """Return the schema's JSON, indented, in the order of the files."""
    told = {"schema": SCHEMA, "manuscripts": [manuscript(story) for story in looked.stories]}
    return json.dumps(
        {**told, "unreadable": [unread(error) for error in looked.unreadable]}, ensure_ascii=False, indent=1
    )


def of_build(built: Built) -> str:
    """Return what came of a build as the schema's JSON: the same as the report beside the books."""
    told = {
        "schema": SCHEMA,
        "title": built.anthology.title,
        "books": [place.name for place in built.books.values()],
        "sizes": {built.books[suffix].name: size for suffix, size in built.sizes.items()},
        "pages": built.pages,
        "manuscripts": [manuscript(story) for story in built.anthology.stories],
        "left_out": [
            {"file": story.file, "part": story.part, "title": story.title} for story in built.gathered.dropped
        ],
        "problems": [_problem(problem) for problem in built.problems],
        "unreadable": [unread(error) for error in (*built.reading.unreadable, *built.missing)],
        "skipped": [{"file": file, "reason": reason} for file, reason in built.reading.skipped],
    }
    return json.dumps(told, ensure_ascii=False, indent=1)


def unread(error: Fic2bookError) -> dict[str, str]:
    """Return a file that could not be read, or a book that could not be made, as the schema has it."""
    return {"file": error.file, "reason": error.reason, "way_out": error.way_out}


def manuscript(story: Story) -> dict[str, object]:
    """Return one story as the schema has it."""
    body = markup.parse(story.body)
    breaks = [rule.get("class") for rule in body.iter("hr")]
    return {
        "file": story.file,
        "part": story.part,
        "origin": story.origin,
        "title": story.title,
        "authors": list(story.authors),
        "collection": story.collection,
        "series": [{"name": series.name, "number": series.number} for series in story.series],
        "language": story.language,
        "words": word_count(story),
        "words_stated": story.words_stated,
        "paragraphs": sum(1 for paragraph in body.iter("p") if not markup.is_blank(paragraph)),
        "scene_breaks": breaks.count("scene"),
        "pauses": breaks.count("pause"),
        "chapters": list(story.chapters),
        "chapters_stated": story.chapters_stated,
        "related": [_related(work) for work in story.related],
        "notes": [_note(note) for note in story.notes],
        "summary": markup.plain(story.summary) if story.summary else "",
        **{name: _plain(getattr(story, name)) for name in _AS_THEY_ARE},
        "ledger": [_entry(story, change) for change in story.ledger],
    }


_AS_THEY_ARE = (
    "rating", "warnings", "categories", "fandoms", "relationships", "characters", "tags", "published", "updated",
    "url", "permission", "status", "recipients", "images_left_out",
)  # fmt: skip


def story_row(story: Story) -> tuple[tuple[str, str], ...]:
    """Return what a person wants to know of one reading, as (name, words); empty facts are left out."""
    facts = manuscript(story)
    shown = (
        ("file", story.file if story.part == 1 else f"{story.file}, story {story.part}"),
        ("read as", story.origin),
        ("authors", ", ".join(story.authors) or "none named"),
        ("a gift for", ", ".join(story.recipients)),
        ("collection", story.collection),
        ("series", ", ".join(f"{series.name} {series.number}".strip() for series in story.series)),
        ("related", "\n".join(_work(work) for work in story.related)),
        ("permission", story.permission),
        ("language", story.language),
        ("words", f"{facts['words']:,}"),
        ("status", story.status),
        ("chapters", ", ".join(story.chapters)),
        ("stated", f"chapters {story.chapters_stated}" if story.chapters_stated else ""),
        ("breaks", _breaks(facts)),
        ("notes", "\n".join(f"{_of(note)}: {markup.plain(note.body).strip()}" for note in story.notes)),
        (
            "ledger",
            "\n".join(_said(change, story.file) for change in story.ledger if change.kind is not Kind.REWRITTEN),
        ),
        ("rewritten", _rewritten(story)),
    )
    return tuple((name, words) for name, words in shown if words)


def story_lines(story: Story) -> Iterator[str]:
    """Give one reading as plain lines."""
    yield story.title
    for name, words in story_row(story):
        first, *rest = words.split("\n")
        yield f"  {name + ':':<12} {first}"
        yield from (f"  {'':<12} {line}" for line in rest)


def manuscripts_of(paths: Sequence[Path]) -> Iterator[tuple[Path, str]]:
    """Give the manuscripts of files and folders, as (folder, file)."""
    for path in paths:
        if path.is_dir():
            settings = config.load(path, {})
            found = discover(path, output=settings.output, named=tuple(named_files(settings)))
            yield from ((path, file) for file in found.candidates)
        else:
            yield path.parent, path.name


def _breaks(facts: Mapping[str, object]) -> str:
    scenes, pauses = facts["scene_breaks"], facts["pauses"]
    return f"{scenes} scene break{'s' * (scenes != 1)}, {pauses} pause{'s' * (pauses != 1)}"


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def _note(note: Note) -> dict[str, object]:
    said = markup.plain(note.body).strip()
    return {"place": str(note.place), "chapter": note.chapter, "kind": str(note.kind), "text": said}


def _of(note: Note) -> str:
    kind = "" if note.kind == NoteKind.NOTE else f", {note.kind}"
    return f"{note.place}{f' chapter {note.chapter}' if note.chapter else ''}{kind}"


def _related(work: Related) -> dict[str, object]:
    return {"how": work.how, "title": work.title, "authors": list(work.authors), "url": work.url}


def _work(work: Related) -> str:
    by = f" by {', '.join(work.authors)}" if work.authors else ""
    return f"{work.how} “{work.title or work.url}”{by}"


def _problem(problem: Problem) -> dict[str, str]:
    return {
        "code": problem.code,
        "severity": str(problem.severity),
        "message": problem.message,
        "place": problem.place,
    }


def _entry(story: Story, change: Change) -> dict[str, object]:
    undone = lines.setting(story, change)
    return {
        "rule": change.rule,
        "kind": str(change.kind),
        "file": change.file or story.file,
        "line": change.line,
        "place": change.place,
        "before": "" if change.rule in lines.PRIVATE else change.before,
        "after": change.after,
        "sure": str(change.sure),
        "undo": f"{undone.key} = {undone.value}" if undone else "",
    }


def _said(change: Change, file: str) -> str:
    words = " ".join(change.before.split())
    words = words if len(words) <= 60 else f"{words[:57]}…"
    at = numbered(change.file or file, str(change.line)) + (f" ({change.place})" if change.place else "")
    place = f"{at}: " if change.line else ""
    to = f" → {change.after}" if change.after else ""
    return f"{place}{change.kind} ({change.rule}) “{words}”{to}"


def _rewritten(story: Story) -> str:
    rules: dict[str, int] = {}
    for change in story.ledger:
        if change.kind is Kind.REWRITTEN:
            rules[change.rule] = rules.get(change.rule, 0) + 1
    return ", ".join(f"{number} × {rule}" for rule, number in sorted(rules.items()))
