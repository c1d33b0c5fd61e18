import shutil
import subprocess

import pytest

from charts.bundle import NOTICE, vega_bundle

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def cache_dir(tmp_path_factory):
    return tmp_path_factory.mktemp("bundle")


def test_bundle_is_always_the_same(cache_dir):
    first = vega_bundle(cache_dir)

    assert vega_bundle(cache_dir) == first
    assert vega_bundle() == first


def test_bundle_sets_one_name_and_keeps_the_others_to_itself(cache_dir):
    bundle = vega_bundle(cache_dir).decode()

    assert bundle.startswith(NOTICE + "(function () {")
    assert bundle.endswith("})();\n")
    assert bundle.count("window.vegaEmbed=") + bundle.count("window.vegaEmbed =") == 1


def test_bundle_is_a_script_that_can_be_read(cache_dir, tmp_path):
    node = shutil.which("node")
    if not node:
        pytest.skip("node is not installed")
    script = tmp_path / "vega.js"
    script.write_bytes(vega_bundle(cache_dir))

    subprocess.run([node, "--check", script], check=True)


def test_bundle_asks_no_other_host(cache_dir):
    bundle = vega_bundle(cache_dir).decode()

    assert "cdn." not in bundle
    assert "eval(" not in bundle.replace("this.eval(", "").replace("},eval(", "")
