"""The pictures of a PDF's pages on paper: in grey where it takes no colour, and without transparency."""

from pikepdf import Name, Object, Stream

from fic2book import raster
from fic2book.model import Image

_BANDS = {"/DeviceRGB": 3, "/DeviceGray": 1}
_DCT, _BYTE = "/DCTDecode", 8


def printed(picture: Stream, *, in_colour: bool) -> None:
    """Change a picture of three or one band of bytes, or a JPEG; others stay as they are."""
    if _filter(picture) == _DCT:
        if not in_colour and picture.get("/ColorSpace") != Name.DeviceGray:
            _write(picture, _grey_jpeg(picture), Name.DCTDecode)
        return
    bands = _BANDS.get(str(picture.get("/ColorSpace")), 0)
    mask = picture.get("/SMask")
    if picture.get("/BitsPerComponent") != _BYTE or not bands or (mask is None and (in_colour or bands == 1)):
        return
    keeps = in_colour and bands > 1
    flat = raster.flattened(_samples(picture, bands), _samples(mask, 1) if mask is not None else None, in_colour=keeps)
    _write(picture, flat, None, Name.DeviceRGB if keeps else Name.DeviceGray)


def _write(picture: Stream, data: bytes, filter_: Name | None, space: Name = Name.DeviceGray) -> None:
    picture.write(data, filter=filter_)
    picture.ColorSpace = space
    for key in ("/SMask", "/Decode"):
        if key in picture:
            del picture[key]


def _grey_jpeg(picture: Stream) -> bytes:
    width, height = int(picture.Width), int(picture.Height)
    return raster.grey(
        Image(data=bytes(picture.read_raw_bytes()), media_type="image/jpeg", width=width, height=height)
    ).data


def _samples(picture: Object, bands: int) -> raster.Samples:
    return raster.Samples(bytes(picture.read_bytes()), int(picture.Width), int(picture.Height), bands)


def _filter(picture: Stream) -> str:
    """Return a picture's only filter; several have none that could be taken off alone."""
    found = picture.get("/Filter")
    names = [found] if isinstance(found, Name) else list(found or ())
    return str(names[0]) if len(names) == 1 else ""
