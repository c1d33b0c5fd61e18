"""No word of a draft or a comment leaves the content folder: words are planted, and the site is the same."""

import pytest

from ledger.site import build_site
from tests.sites.small_site import IMMUNIZATION, SMALL, write_small_site

PLANTED = "没人核对过的话"
SOURCE = f"""# {PLANTED}
- id: alpha-2023-planted
  title: {PLANTED}的文件
  kind: summary
  year: 2023
  year_basis: stated
  year_reason: {PLANTED}。
  period: 2023
  completeness: whole
  legibility: clean
  draft: true
"""
DRAFTS = {
    "measures": f"""  # 原文：{PLANTED}
  - id: planted-m
    name: {PLANTED}的数
    value: 98765
    unit: 人
    at: 一
    draft: true
""",
    "commitments": f"  - {{id: planted-c, text: {PLANTED}的承诺, at: 一, draft: true}}\n",
    "outcomes": f"  - {{id: planted-o, text: {PLANTED}的成效, claim: done, at: 一, draft: true}}\n",
    "problems": f"  - {{id: planted-p, text: {PLANTED}的问题, at: 一, draft: true}}\n",
}
ALONE = "---\nsource: alpha-2023-planted\nmeasures:\n" + DRAFTS["measures"] + "---\n"


def planted():
    """The content files of the small site with drafts and comments in each of them that may hold any."""
    text = (SMALL / IMMUNIZATION).read_text(encoding="utf-8").replace("---\n", f"---\n# {PLANTED}\n", 1)
    for name, drafts in DRAFTS.items():
        if f"\n{name}:\n" in text:
            text = text.replace(f"\n{name}:\n", f"\n{name}:\n{drafts}", 1)
        else:
            text = text.replace("\n---\n", f"\n{name}:\n{drafts}---\n", 1)
    sources = (SMALL / "regions/alpha/sources.yml").read_text(encoding="utf-8")
    settings = (SMALL / "site.yml").read_text(encoding="utf-8")
    return {
        IMMUNIZATION: text,
        "regions/alpha/sources.yml": sources + SOURCE,
        "regions/alpha/2021/elderly-health.md": ALONE,
        "site.yml": f"# {PLANTED}\n{settings}",
        "regions/gamma/region.yml": f"name: {PLANTED}的地方\nlevel: district\nname_status: stated\n",
        "regions/gamma/sources.yml": SOURCE.replace("alpha", "gamma"),
        "regions/gamma/2023/immunization.md": ALONE.replace("alpha", "gamma"),
    }


@pytest.fixture(scope="module")
def sites(tmp_path_factory):
    """The small site without drafts, and with drafts in every place."""
    clean = build_site(write_small_site(tmp_path_factory.mktemp("clean")))
    drafted = build_site(write_small_site(tmp_path_factory.mktemp("drafted"), replaced=planted()))
    return clean, drafted


def test_the_drafts_are_there_and_counted(sites):
    assert sites[1].problems == ()
    assert sites[1].ledger.drafts == 4 + 1 + 1 + 1 + 1


def test_no_planted_word_is_in_any_page_or_file(sites):
    pages = {page.uri: page.markdown for page in sites[1].pages}
    assets = {name: data.decode("utf-8", "replace") for name, data in sites[1].assets.items()}
    both = {**pages, **assets}
    told = [name for name, text in both.items() if PLANTED in text + name or "planted" in text + name]
    assert told == []
    assert [name for name, text in both.items() if "98765" in text] == []


def test_the_site_is_the_same_as_without_drafts(sites):
    clean, drafted = sites
    assert clean.pages == drafted.pages
    assert clean.assets == drafted.assets
