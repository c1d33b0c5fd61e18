"""One page of every kind of a built site: the longest, where most can go wrong."""

import re

ID = r"[a-z0-9-]+"
AUTHORED = "methodology|editing|about"
SECTIONS = "tracker|topics|indicators|comparison|glossary|sources|audit|data|changes|search"
KINDS = {
    "home": "",
    "region": rf"(?!{SECTIONS}|{AUTHORED}|content){ID}/",
    "year": rf"{ID}/\d{{4}}/",
    "topic of a year": rf"{ID}/\d{{4}}/{ID}/",
    "promise": rf"{ID}/commitments/{ID}/",
    "tracker": "tracker/",
    "topics": "topics/",
    "topic": rf"topics/{ID}/",
    "indicators": "indicators/",
    "indicator": rf"indicators/{ID}/",
    "comparison": "comparison/",
    "documents": "sources/",
    "document": rf"sources/{ID}/",
    "audit": "audit/",
    "how much is open": "audit/disclosure/",
    "data": "data/",
    "changes": "changes/",
    "glossary": "glossary/",
    "search": "search/",
    "methodology": "methodology/",
    "editing": "editing/",
    "mistakes": "editing/problems/",
    "about": "about/",
    "lost": r"404\.html",
}


def longest_pages(site):
    """Return the address of the longest page of every kind."""
    sizes = {
        path.relative_to(site).as_posix().removesuffix("index.html"): path.stat().st_size
        for path in site.rglob("*.html")
    }
    return {
        kind: max((page for page in sizes if re.fullmatch(form, page)), key=sizes.get)
        for kind, form in KINDS.items()
    }
