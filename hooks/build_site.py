"""The MkDocs edge: every event is one call into the core, and only this file imports mkdocs."""

import os
from calendar import timegm
from fnmatch import fnmatch
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files

from ledger.folders import stands_in
from ledger.pages.picture_sizes import PictureSizes
from ledger.publishing import WRONG_CONTENT
from ledger.reports.text import as_text, left_out
from ledger.site import Site, build_site

# What no page loads: the theme's scripts and styles, and the parts that our own style sheet is joined from.
UNUSED = ("*.map", "*/lunr/*", "*/workers/*", "*/bundle.*", "*/stylesheets/*.min.css", "*/parts/*")


class Refusal(Abort):
    """Stops the build because of wrong content, without a traceback."""

    exit_code = WRONG_CONTENT


class Asset(File):
    """A file that is published as it is, even where its name ends like that of a page."""

    def is_documentation_page(self) -> bool:
        """Never a page."""
        return False


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Build the site in memory, or take that of a preview; wrong content stops before a folder is emptied."""
    root, docs, url = Path(config.config_file_path).parent, Path(config.docs_dir), config.site_url or ""
    content, cache = root / os.environ.get("LEDGER_CONTENT", "content"), root / ".cache" / "charts"
    site = config.extra.get("ledger_site") or build_site(content, cache, _report, site_url=url, docs_dir=docs)
    # Printed, not logged: MkDocs would put its own words before `path:line:column`.
    for text in (*as_text(site.problems, content.parent), *left_out(getattr(site.ledger, "drafts", None))):
        print(text, flush=True)
    if site.ledger is None:
        raise Refusal(f"内容有 {len(site.problems)} 处问题，没有发布任何页面。")
    # Dates of the build come from content: the clock would change every sitemap every day.
    os.environ["SOURCE_DATE_EPOCH"] = str(timegm(site.ledger.settings.as_of.timetuple()))
    config.site_name = site.ledger.settings.title
    config.extra["ledger_site"] = site
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages and files, and leave out what the theme brings in vain."""
    site: Site = config.extra["ledger_site"]
    for file in list(files):
        # The core has refused links by now; what is published must not hang on one check alone.
        is_linked = file.src_dir == config.docs_dir and not stands_in(file.src_uri, Path(config.docs_dir))
        if is_linked or any(fnmatch(file.src_uri, name) for name in UNUSED):
            files.remove(file)
    for page in site.pages:
        file = File.generated(config, page.uri, content=page.markdown)
        file.edit_uri = page.edit_path
        files.append(file)
    for address, content in site.assets.items():
        files.append(Asset.generated(config, address, content=content))
    return files


def on_env(env: Environment, config: MkDocsConfig, **_: object) -> Environment:
    """Escape what the theme prints of content and front matter, as the core's own templates do."""
    env.autoescape = True
    env.filters["with_sizes"] = PictureSizes(Path(config.docs_dir))
    return env


def _report(done: int, total: int) -> None:
    if done in {0, total} or done % 100 == 0:
        print(f"画图 {done} / {total}", flush=True)
