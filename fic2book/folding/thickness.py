"""How thick a sheet of paper is, by its weight."""

from fic2book.errors import SettingsError
from fic2book.lengths import MILLIMETRE
from fic2book.model import BookletSettings

_BULK = 1.22
"""Cubic centimetres a gramme, of uncoated copy and book paper.

80 g/m² are 0.10 mm (4 thousandths of an inch: prepressure.com, "caliper"), 90 are 0.11, 100 are 0.12. Book papers are
made from 1.1 to 2.0: who measured ten sheets knows better, and says so.
"""
_LIGHTEST, _HEAVIEST = 20.0, 400.0
_THICKEST = 1.0 * MILLIMETRE


def thickness_of(grammes: float) -> float:
    """Return the thickness in points of a sheet of so many grammes a square metre, to a hundredth of a millimetre."""
    if not _LIGHTEST <= grammes <= _HEAVIEST:
        way_out = "Say the grammes a square metre that stand on the packet: 80 for common paper (20 lb bond is 75)."
        raise SettingsError(f"no paper for books weighs {grammes:g} g/m²", way_out=way_out)
    return round(grammes * _BULK / 1000, 2) * MILLIMETRE


def thickness(settings: BookletSettings) -> float:
    """Return the thickness of one sheet: as measured, or from its weight."""
    from_weight = thickness_of(settings.paper_weight)
    measured = settings.paper_thickness
    if not 0 <= measured <= _THICKEST:
        way_out = "Measure ten sheets and divide by ten: common paper is 0.1 mm thick."
        raise SettingsError(f"no sheet of paper is {measured / MILLIMETRE:g} mm thick", way_out=way_out)
    return measured or from_weight
