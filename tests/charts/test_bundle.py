import re
import shutil
import subprocess

import pytest

from charts import bundle
from charts.bundle import NOTICE, vega_bundle

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def cache_dir(tmp_path_factory):
    return tmp_path_factory.mktemp("bundle")


def test_bundle_is_always_the_same(cache_dir):
    first = vega_bundle(cache_dir)

    assert vega_bundle(cache_dir) == first
    assert vega_bundle() == first


def test_bundle_is_made_once(cache_dir, monkeypatch):
    """Making it takes seconds."""
    first = vega_bundle(cache_dir)
    monkeypatch.setattr(bundle, "_made", lambda: pytest.fail("made again"))

    assert vega_bundle(cache_dir) == first


def test_bundle_sets_one_name_and_keeps_the_others_to_itself(cache_dir):
    script = vega_bundle(cache_dir).decode()

    assert script.startswith(NOTICE + "(function () {")
    assert re.search(r"}\)\(\);\nwindow\.vega\.forms = {.*};\n$", script)
    assert script.count("window.vega=") == 1


def test_bundle_is_a_script_that_can_be_read(cache_dir, tmp_path):
    node = shutil.which("node")
    if not node:
        pytest.skip("node is not installed")
    script = tmp_path / "vega.js"
    script.write_bytes(vega_bundle(cache_dir))

    subprocess.run([node, "--check", script], check=True)


def test_bundle_asks_no_other_host(cache_dir):
    script = vega_bundle(cache_dir).decode()

    assert "cdn." not in script
    assert "vegaEmbed" not in script
    assert "eval(" not in script.replace("this.eval(", "").replace("},eval(", "")
