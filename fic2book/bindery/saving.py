"""A PDF as bytes, the same each time."""

import io

import pikepdf
from pikepdf import Pdf


def saved(pdf: Pdf) -> bytes:
    """Return the PDF, compressed, with an identifier that follows from its content."""
    out = io.BytesIO()
    pdf.save(
        out,
        deterministic_id=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        compress_streams=True,
        force_version="1.7",
    )
    return out.getvalue()
