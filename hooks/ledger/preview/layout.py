"""One page at a time through the builder: the steps of a whole build, for the pages that are asked for."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from ledger.edition import Edition
from ledger.pages.page import Page
from ledger.pages.rendering import CompiledTemplates
from ledger.site import Site

NOT_FOUND = "404.html"


def _builder() -> SimpleNamespace:
    """Load the builder, which takes half a second and which nothing else of the preview needs."""
    from mkdocs.commands import build  # noqa: PLC0415 -- see above
    from mkdocs.config import load_config  # noqa: PLC0415
    from mkdocs.structure.files import Files, get_files, set_exclusions  # noqa: PLC0415
    from mkdocs.structure.nav import get_navigation  # noqa: PLC0415
    from mkdocs.structure.pages import Page as BuilderPage  # noqa: PLC0415

    return SimpleNamespace(
        build=build,
        load_config=load_config,
        files=Files,
        get_files=get_files,
        set_exclusions=set_exclusions,
        get_navigation=get_navigation,
        page=BuilderPage,
    )


class _Warnings(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.told: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.told.append(record.getMessage())


class Workshop:
    """The builder with the settings of a project, for as long as these stay as they are.

    Args:
        project: folder of mkdocs.yml.
        scratch: folder that the builder writes its pages to.
    """

    def __init__(self, project: Path, scratch: Path) -> None:
        self._builder = _builder()
        # Without an address of its own, as a site that nobody can reach.
        self.config: Any = self._builder.load_config(
            str(project / "mkdocs.yml"), site_url="", site_dir=str(scratch)
        )
        env = self.config.theme.get_env()
        found = self._builder.files([])
        found.add_files_from_theme(env, self.config)
        self._of_theme = list(found)
        self._compiled = CompiledTemplates()

    def lay_out(self, edition: Edition) -> "Layout":
        """Prepare the pages of one state of the content.

        Args:
            edition: the state.
        """
        builder, config = self._builder, self.config
        pages = tuple(Page(spec.uri, "", spec.edit_path) for spec in edition.specs.values())
        # The line on top of every page tells of drafts; the terminal need not do so at every edit.
        config.extra["ledger_site"] = Site(pages, {}, (), replace(edition.ledger, drafts=0))
        config = config.plugins.on_config(config)
        files = builder.get_files(config)
        for file in self._of_theme:
            if file.src_uri not in files:
                files.append(file)
        files = config.plugins.on_files(files, config=config)
        builder.set_exclusions(files, config)
        nav = builder.get_navigation(files, config)
        env = config.theme.get_env()
        env.bytecode_cache = self._compiled
        env = config.plugins.on_env(env, config=config, files=files)
        return Layout(builder, config, files, nav, env, edition)


class Layout:
    """The pages of one state of the content, each put into the site's frame when it is asked for."""

    def __init__(
        self,
        builder: SimpleNamespace,
        config: Any,  # noqa: ANN401 -- the builder's own types are loaded late
        files: Any,  # noqa: ANN401
        nav: Any,  # noqa: ANN401
        env: Any,  # noqa: ANN401
        edition: Edition,
    ) -> None:
        self._builder, self._config, self._files = builder, config, files
        self._nav, self._env, self._edition = nav, env, edition
        self._shown = files.documentation_pages()
        self._pages = {file.dest_uri: file for file in self._shown}
        self._others = {file.dest_uri: file for file in files if not file.is_documentation_page()}

    def has_page(self, address: str) -> bool:
        """Tell whether there is a page.

        Args:
            address: its address with a slash at its end; empty for the home page.
        """
        return f"{address}index.html" in self._pages

    def page(self, address: str) -> tuple[bytes, list[str]]:
        """Make one page.

        Args:
            address: its address.

        Returns:
            The page, and what the builder says of it, such as broken links.
        """
        file = self._pages[f"{address}index.html"]
        with _listening() as told:
            page = self._read(file)
        with _listening():
            # Only of a page that was read can its anchors be told; its own faults are told on it.
            for other in set(page.links_to_anchors or ()) - {file}:
                self._read(other)
        with _listening() as told_of_anchors:
            page.validate_anchor_links(files=self._files, log_level=logging.WARNING)
            self._builder.build._build_page(page, self._config, self._shown, self._nav, self._env)  # noqa: SLF001
        return Path(file.abs_dest_path).read_bytes(), told + told_of_anchors

    def _read(self, file: Any) -> Any:  # noqa: ANN401 -- as above
        """Make a page's text, which lets the builder know its links and its anchors."""
        address = file.dest_uri.removesuffix("index.html")
        if address in self._edition.specs:
            file.content_string = self._edition.page(address).markdown
        page = file.page or self._builder.page(None, file, self._config)
        self._builder.build._populate_page(page, self._config, self._files)  # noqa: SLF001 -- no other name
        return page

    def not_found(self) -> bytes:
        """Make the page for addresses at which there is nothing."""
        parts = (NOT_FOUND, self._env, self._files, self._config, self._nav)
        self._builder.build._build_theme_template(*parts)  # noqa: SLF001 -- as above
        return Path(self._config.site_dir, NOT_FOUND).read_bytes()

    def file(self, address: str) -> bytes | None:
        """Give a file that is published as it is, or None where there is none.

        Args:
            address: path below the site's root.
        """
        found = self._others.get(address)
        data: bytes | None = found.content_bytes if found else None
        return data


@contextmanager
def _listening() -> Iterator[list[str]]:
    """Hear what the builder warns of, instead of having it printed in English."""
    logger, heard = logging.getLogger("mkdocs"), _Warnings()
    logger.addHandler(heard)
    try:
        yield heard.told
    finally:
        logger.removeHandler(heard)
