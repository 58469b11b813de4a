"""Where stories come from, in words."""

_SITES = {
    "wattpad": "Wattpad",
    "tumblr": "Tumblr",
    "ao3-html": "Archive of Our Own",
    "ao3-epub": "Archive of Our Own",
    "ao3-page": "Archive of Our Own",
    "ao3-paste": "Archive of Our Own",
    "ffn-page": "FanFiction.Net",
    "ffn-paste": "FanFiction.Net",
    "livejournal": "LiveJournal",
}
_HOSTS = {
    "archiveofourown.org": "Archive of Our Own",
    "ao3.org": "Archive of Our Own",
    "fanfiction.net": "FanFiction.Net",
    "wattpad.com": "Wattpad",
    "tumblr.com": "Tumblr",
    "livejournal.com": "LiveJournal",
    "dreamwidth.org": "Dreamwidth",
}


def site(origin: str, url: str) -> str:
    """Return the name of the site that a story was shared on, by its origin, else by its address; else empty."""
    if origin in _SITES:
        return _SITES[origin]
    host = url.partition("//")[2].partition("/")[0].lower()
    return next((name for end, name in _HOSTS.items() if host == end or host.endswith(f".{end}")), "")
