"""The book's PDF in pieces: each story typeset alone, heads and numbers laid over, all of it put together."""
