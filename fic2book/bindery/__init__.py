"""Finished PDFs made ready for a printer and for binding: values and bytes in, bytes out."""
