"""What can stop a build: each error names the file, the reason and the way out."""


class Fic2bookError(Exception):
    """Something a person can mend; its text is all that is shown.

    ``reason`` is a clause without a full stop, ``file`` the file's name as the person knows it (relative to the
    folder given), ``way_out`` a whole sentence that says what to do.
    """

    def __init__(self, reason: str, *, file: str = "", way_out: str = "") -> None:
        self.reason = reason
        self.file = file
        self.way_out = way_out
        place = f"{file}: " if file else ""
        super().__init__(f"{place}{reason}." + (f" {way_out}" if way_out else ""))

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle by what was said, so that an error of another process arrives whole."""
        return _again, (type(self), self.reason, self.file, self.way_out)


def _again(kind: type[Fic2bookError], reason: str, file: str, way_out: str) -> Fic2bookError:
    return kind(reason, file=file, way_out=way_out)


class ManuscriptError(Fic2bookError):
    """One manuscript cannot be read; the others still become a book."""


class SettingsError(Fic2bookError):
    """anthology.toml, front matter or an option says something that cannot be followed."""


class OutputError(Fic2bookError):
    """A finished book cannot be written where it belongs, or cannot be opened again."""


class MissingToolError(Fic2bookError):
    """A part of the system that one output needs is not installed (Pango for the PDF)."""
