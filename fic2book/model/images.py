"""Pictures as every output gets them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A picture as bytes."""

    data: bytes
    media_type: str
    width: int
    height: int
    alt: str = ""
