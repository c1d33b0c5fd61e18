from dataclasses import replace

import pytest

from ledger.pages import links
from ledger.pages.page import PageSpec
from tests.ledger.builders import commitment, key, ledger, topic_year


def test_addresses_are_those_of_the_design():
    assert links.region("alpha") == "alpha/"
    assert links.region_year("alpha", 2023) == "alpha/2023/"
    assert links.topic_year("alpha", 2023, "health") == "alpha/2023/health/"
    assert links.topic_file(topic_year([])) == "example/2023/elderly-health/"
    assert links.commitment(commitment()) == "example/commitments/example-2023-elderly-health-c1/"
    assert links.tracker_part(("alpha", "2023")) == "tracker/alpha/2023/"
    assert links.topic("health") == "topics/health/"
    assert links.indicator("rate") == "indicators/rate/"
    assert links.source("report") == "sources/report/"


def test_a_record_stands_on_two_pages():
    assert links.record(key("m1")) == "example/2023/elderly-health/#m1"
    assert links.origin("report", key("m1").id) == "sources/report/#example-2023-elderly-health-m1"


def test_a_repository_is_edited_in_its_own_web_editor():
    settings = ledger().settings
    known = replace(settings, repository="https://example.org/a/b", branch="主")

    assert links.edit(settings, "content/site.yml") is None
    assert links.edit(known, "content/site.yml") == "https://example.org/a/b/edit/主/content/site.yml"


@pytest.mark.parametrize(
    ("address", "uri", "root"),
    [
        ("", "index.md", ""),
        ("tracker/", "tracker/index.md", "../"),
        ("a/2023/b/", "a/2023/b/index.md", "../../../"),
    ],
)
def test_a_page_knows_its_file_and_its_way_to_the_root(address, uri, root):
    page = PageSpec(address, "x.md.j2", None)

    assert (page.uri, page.root) == (uri, root)


@pytest.mark.parametrize("folder", ["content", "我的 内容"])
def test_a_copy_of_a_content_file_has_one_address_whatever_its_folder_is_called(folder):
    path = f"{folder}/regions/alpha/region.yml"
    assert links.content_copy(path) == "content/regions/alpha/region.yml"
