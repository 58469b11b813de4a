"""Names and places of stories from edition to edition: readers' bookmarks hold the one, or count the other."""

from collections.abc import Iterable, Mapping, Sequence

from fic2book.manifest import Manifest, inside
from fic2book.model import Settings, Story
from fic2book.paths import natural
from fic2book.slugs import SECTIONS, story_name


def kept_names(stories: Sequence[Story], known: Mapping[str, str], before: Manifest) -> dict[str, str]:
    """Return each story's name by the one that it has now: a known one's own, and for others what nobody ever had."""
    taken = {*SECTIONS, *(one.id for one in before.stories), *(one.id for one in before.gone)}
    names = {}
    for story in stories:
        name = known.get(story.id) or story_name(story.title, story.authors, taken)
        taken.add(name)
        names[story.id] = name
    return names


def kept_places(stories: tuple[Story, ...], before: Manifest, settings: Settings) -> tuple[Story, ...]:
    """Return the stories in the order of the edition before, new ones where one has left, else behind the last.

    That is for a folder where nobody asks for an order. Who gives the files other names, so that they follow one
    another differently, asks for one.
    """
    if settings.order or settings.parts or any(not table.undoes for table in settings.stories):
        return stories
    here = {story.id: story for story in stories}
    files = {record.id: (record.file, record.part) for record in before.stories}
    files_now = {story.id: (inside(story.file), story.part) for story in stories if story.id in files}
    if _order(files[name] + (name,) for name in files_now) != _order((*files_now[name], name) for name in files_now):
        return stories
    new = iter([story for story in stories if story.id not in files])
    kept = [here.get(record.id) or next(new, None) for record in before.stories]
    return tuple(story for story in (*kept, *new) if story is not None)


def _order(places: Iterable[tuple[str, int, str]]) -> list[str]:
    return [name for _, _, name in sorted(places, key=lambda place: (natural(place[0]), place[1]))]
