"""E-mail addresses (and what was taken for one) that Cloudflare hid in a page."""


def decoded(hidden: str) -> str:
    """Return the text behind a ``data-cfemail``; nothing when it is none.

    Its first byte is the key, and every byte after it a byte of the text XOR the key.
    """
    try:
        data = bytes.fromhex(hidden)
        return bytes(byte ^ data[0] for byte in data[1:]).decode() if data else ""
    except ValueError:
        return ""
