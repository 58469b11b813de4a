"""Run the program as ``python -m fic2book``."""

from fic2book.cli import main

if __name__ == "__main__":
    main()
