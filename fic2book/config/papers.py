"""Pages of the book that are known by their files' names: a foreword.md beside the stories is the foreword."""

from pathlib import Path

from fic2book.model import Settings

NAMES = ("foreword", "afterword", "about", "dedication")
_SUFFIXES = (".md", ".txt")
_DEDICATION = 600  # bytes; what is longer is a story of that name


def papers(folder: Path, settings: Settings) -> dict[str, Path]:
    """Return fields of ``Settings`` for the papers of a folder that nobody named, nor called a story.

    Only the very name counts: ``Foreword.md`` and ``foreword (final).md`` are stories.
    """
    stories = {table.file for table in settings.stories}
    found = {file.name: file for file in folder.iterdir() if file.is_file()} if folder.is_dir() else {}
    wanted = (name for name in NAMES if not getattr(settings, name))
    candidates = ((name, found.get(name + suffix)) for name in wanted for suffix in _SUFFIXES)
    known = {
        name: file
        for name, file in reversed([*candidates])
        if file and file.name not in stories and (name != "dedication" or file.stat().st_size <= _DEDICATION)
    }
    return {"dedication_paper" if name == "dedication" else name: file for name, file in known.items()}
