"""Text for files that are XML inside: spreadsheets and feeds."""

import re

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """Replace the signs that XML forbids by the sign for what cannot be shown.

    Args:
        text: any text.
    """
    return _NOT_IN_XML.sub("\ufffd", text)
