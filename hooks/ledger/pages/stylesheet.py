"""The one style sheet of the site, joined from the parts in docs/ so that a page asks for one file."""

import re
from pathlib import Path

from charts.stylesheet import stylesheet as chart_stylesheet

STYLESHEET = "assets/stylesheets/ledger.css"
PARTS = "assets/stylesheets/parts"
# A quarter of what readers would download; what minifiers do beyond that saves 700 bytes more.
_COMMENT = re.compile(r"/\*.*?\*/\n?", re.DOTALL)


def site_stylesheet(docs_dir: Path) -> dict[str, bytes]:
    """Join the parts in the order of their names, without their comments.

    Args:
        docs_dir: the folder that holds `assets/stylesheets/parts`.

    Returns:
        The file by its address; nothing where a builder brings no parts.
    """
    parts = sorted((docs_dir / PARTS).glob("*.css"))
    if not parts:
        return {}
    # Charts come first: the parts say what their colours are on this site.
    texts = [chart_stylesheet(), *(part.read_text(encoding="utf-8") for part in parts)]
    return {STYLESHEET: _COMMENT.sub("", "\n".join(texts)).encode()}
