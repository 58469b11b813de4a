"""A file that cannot be opened as what its name says: one problem instead of all proofs."""

from fic2book.model import Problem, Severity


class UnreadableError(Exception):
    """Carries the problem; raised while a book is opened."""

    def __init__(self, code: str, message: str) -> None:
        self.problem = Problem(code=code, severity=Severity.ERROR, message=message)
        super().__init__(message)
