"""The one style sheet of the site, joined from the parts in docs/ so that a page asks for one file."""

from pathlib import Path

from charts.stylesheet import stylesheet as chart_stylesheet

STYLESHEET = "assets/stylesheets/ledger.css"
PARTS = "assets/stylesheets/parts"


def site_stylesheet(docs_dir: Path) -> dict[str, bytes]:
    """Join the parts in the order of their names.

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
    return {STYLESHEET: "\n".join(texts).encode()}
