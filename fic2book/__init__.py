"""fic2book: a folder of one-shots becomes one anthology, as EPUB and PDF, with nothing lost."""

__version__ = "0.1.0"
