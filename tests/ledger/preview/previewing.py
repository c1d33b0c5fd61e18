"""A small project of its own, its preview, and what a clean build makes of the same files."""

from contextlib import closing, contextmanager

from mkdocs.commands.build import build
from mkdocs.config import load_config

from ledger.preview.preview import Preview
from tests.sites.project_copy import write_project
from tests.sites.small_site import write_small_site


def write_small_project(folder):
    """Write a project with the small site and return its folder."""
    project = write_project(folder / "project")
    (project / "content").rmdir()
    write_small_site(project)
    return project


@contextmanager
def open_preview(project, wait=lambda seconds: None):
    """Open a preview that fails the test where the program fails."""

    def tell(error):
        raise error

    with closing(Preview(project, project / "content", tell, wait)) as preview:
        yield preview


def clean_build(project, folder):
    """Build a project from nothing and return its files by address."""
    # As `ledger build` does, but for the process of its own.
    build(load_config(str(project / "mkdocs.yml"), site_dir=str(folder), site_url="", strict=True))
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()
    }
