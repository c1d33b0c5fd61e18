"""The only place that builds an address or an anchor; all are relative to the site's root."""

from ledger.model.commitment import Commitment
from ledger.model.correction import Correction
from ledger.model.ledger import TopicYear
from ledger.model.record import Key
from ledger.model.settings import Settings

HOME = ""
TRACKER = "tracker/"
TRACKER_ROWS = "tracker/rows.js"
TOPICS = "topics/"
INDICATORS = "indicators/"
COMPARISON = "comparison/"
SOURCES = "sources/"
AUDIT = "audit/"
DISCLOSURE = "audit/disclosure/"
DATA = "data/"
CHANGES = "changes/"
GLOSSARY = "glossary/"
SEARCH = "search/"
FEED = "changes/feed.xml"
METHODOLOGY = "methodology/"
EDITING = "editing/"
PROBLEMS = "editing/problems/"


def region(region_id: str) -> str:
    """Address of a region's page."""
    return f"{region_id}/"


def region_year(region_id: str, year: int) -> str:
    """Address of a region's year."""
    return f"{region_id}/{year}/"


def topic_year(region_id: str, year: int, topic_id: str) -> str:
    """Address of a region's topic in a year."""
    return f"{region_id}/{year}/{topic_id}/"


def tracker_part(place: tuple[str, ...]) -> str:
    """Address of a part of the list of promises: a region, its year, or a topic of that year."""
    return f"{TRACKER}{'/'.join(place)}/"


def topic_file(file: TopicYear) -> str:
    """Address of the page made from a content file."""
    return topic_year(file.region, file.year, file.topic)


def commitment(item: Commitment) -> str:
    """Address of one promise through time."""
    return f"{item.key.region}/commitments/{item.id}/"


def topic(topic_id: str) -> str:
    """Address of a topic over all regions."""
    return f"{TOPICS}{topic_id}/"


def indicator(indicator_id: str) -> str:
    """Address of an indicator's definition and series."""
    return f"{INDICATORS}{indicator_id}/"


def comparison(indicator_id: str) -> str:
    """Where an indicator's figures of several places or years stand side by side."""
    return f"{COMPARISON}#{indicator_id}"


def source(source_id: str) -> str:
    """Address of a document's page."""
    return f"{SOURCES}{source_id}/"


def origin(source_id: str, record_id: str) -> str:
    """Where a record stands among what was taken from its document."""
    return f"{source(source_id)}#{record_id}"


def audit_anchor(kind: str, record_id: str) -> str:
    """Id of a record's row on the audit page, where one record may be checked in several ways."""
    return record_id if kind == "rate" else f"{kind}-{record_id}"


def audit_part(region_id: str) -> str:
    """Address of the checks of one region, where all together are too many for one page."""
    return f"{AUDIT}regions/{region_id}/"


def audit_row(kind: str, record_id: str, page: str = AUDIT) -> str:
    """Where a record's check stands on the page of all checks, or on that of its region."""
    return f"{page}#{audit_anchor(kind, record_id)}"


def record(key: Key) -> str:
    """Where a record stands on its topic page."""
    return f"{topic_year(key.region, key.year, key.topic)}#{key.local}"


def correction(item: Correction) -> str:
    """Where a correction stands on the page of all."""
    return f"{CHANGES}#{item.id}"


def glossary_entry(entry_id: str) -> str:
    """Where a special word is explained on the page of all."""
    return f"{GLOSSARY}#word-{entry_id}"


def content_copy(path: str) -> str:
    """Where the site keeps a copy of a content file, whatever the name of the folder it was read from."""
    return f"content/{path.partition('/')[2]}"


def edit(settings: Settings, path: str) -> str | None:
    """Full address of a content file in the repository's web editor; None without a repository.

    Args:
        settings: names the repository.
        path: the content file, relative to the project.
    """
    if settings.repository is None:
        return None
    return f"{settings.repository}/edit/{settings.branch}/{path}"
