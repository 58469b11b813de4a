"""Where stories come from, in words."""

_SITES = {
    "wattpad": "Wattpad",
    "tumblr": "Tumblr",
    "ao3": "Archive of Our Own",
    "ffn": "FanFiction.Net",
    "livejournal": "LiveJournal",
}
"""Origins that are one site. A downloader's files come from many: their address says which."""
_HOSTS = {
    "archiveofourown.org": "Archive of Our Own",
    "ao3.org": "Archive of Our Own",
    "squidgeworld.org": "SquidgeWorld",
    "fanfiction.net": "FanFiction.Net",
    "fictionpress.com": "FictionPress",
    "wattpad.com": "Wattpad",
    "tumblr.com": "Tumblr",
    "livejournal.com": "LiveJournal",
    "dreamwidth.org": "Dreamwidth",
    "fimfiction.net": "Fimfiction",
    "royalroad.com": "Royal Road",
    "scribblehub.com": "Scribble Hub",
    "quotev.com": "Quotev",
    "asianfanfics.com": "Asianfanfics",
    "spacebattles.com": "SpaceBattles",
    "sufficientvelocity.com": "Sufficient Velocity",
    "standardebooks.org": "Standard Ebooks",
    "gutenberg.org": "Project Gutenberg",
}


def site(origin: str, url: str) -> str:
    """Return the name of the site that a story was shared on, by its address, else by its origin; else empty."""
    host = url.partition("//")[2].partition("/")[0].lower()
    named = next((name for end, name in _HOSTS.items() if host == end or host.endswith(f".{end}")), "")
    return named or _SITES.get(origin, "")
