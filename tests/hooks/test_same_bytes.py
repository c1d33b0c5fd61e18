"""The same content gives the same bytes, whoever builds it where, with which fonts, and without a network."""

import os
import subprocess
import sys

import pytest

from tests.sites.project_copy import PUBLISH, write_project
from tests.sites.small_site import write_small_site

pytestmark = pytest.mark.slow

# Runs at the start of every Python of a build: folders list their files backwards, and there is no network.
TURNED_ROUND = """\
import os
import socket

_scandir, _listdir = os.scandir, os.listdir


class Backwards(list):
    def __enter__(self):
        return self

    def __iter__(self):
        return self

    def __exit__(self, *_):
        pass

    def __next__(self):
        if not self:
            raise StopIteration
        return self.pop(0)

    def close(self):
        pass


def scandir(path="."):
    with _scandir(path) as entries:
        return Backwards(sorted(entries, key=lambda entry: entry.name, reverse=True))


def refuse(*_, **__):
    raise OSError("there is no network")


os.scandir = scandir
os.listdir = lambda path=".": sorted(_listdir(path), reverse=True)
socket.socket.connect = socket.socket.connect_ex = socket.socket.sendto = refuse
socket.create_connection = socket.getaddrinfo = socket.gethostbyname = refuse
"""
NO_FONTS = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>{}</dir></fontconfig>
"""
# A word that is measured: the drawing is as wide as its font makes it.
MEASURE = """\
import sys
import vl_convert
spec = {
    "data": {"values": [{"a": "WWWWWWWWiiiii承诺", "b": 1}]},
    "mark": "bar",
    "encoding": {"y": {"field": "a", "type": "nominal"}, "x": {"field": "b", "type": "quantitative"}},
    "config": {"axis": {"labelFont": sys.argv[1], "labelLimit": 9999}},
}
print(vl_convert.vegalite_to_svg(spec))
"""


def run(*command, **environment):
    done = subprocess.run(
        [str(word) for word in command],
        env={**os.environ, **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
        umask=int(environment.get("UMASK", "022"), 8),
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture
def elsewhere(tmp_path):
    """Another machine: no fonts, no network, another order of files, zone, language, mask and home."""
    for name in ("turned", "fonts", "home"):
        (tmp_path / name).mkdir()
    (tmp_path / "turned" / "sitecustomize.py").write_text(TURNED_ROUND, encoding="utf-8")
    (tmp_path / "fonts.conf").write_text(NO_FONTS.format(tmp_path / "fonts"), encoding="utf-8")
    return {
        "PYTHONPATH": os.pathsep.join([str(tmp_path / "turned"), os.environ.get("PYTHONPATH", "")]),
        "PYTHONHASHSEED": "4321",
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "zh_CN.UTF-8",
        "LANG": "zh_CN.UTF-8",
        "UMASK": "077",
        "HOME": str(tmp_path / "home"),
        "FONTCONFIG_FILE": str(tmp_path / "fonts.conf"),
    }


HERE = {"PYTHONHASHSEED": "1234", "TZ": "America/New_York", "LC_ALL": "C", "LANG": "C", "UMASK": "022"}


def build(folder, environment):
    """Build the small site in a folder and return its files."""
    folder.mkdir(parents=True)
    project, content = write_project(folder / "project"), write_small_site(folder)
    # When the files were written is no part of what they say.
    for file in content.rglob("*"):
        os.utime(file, (len(folder.name) * 10**7, len(folder.name) * 10**7))
    run(sys.executable, "-c", PUBLISH, project, content, folder / "site", **environment)
    site = folder / "site"
    files = [path for path in site.rglob("*") if path.is_file()]
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in files}


def test_two_machines_build_the_same_bytes(tmp_path, elsewhere):
    first = build(tmp_path / "a", HERE)
    second = build(tmp_path / "另一台 机器上的一个名字很长的文件夹" / "再 深一层", elsewhere)

    assert len(first) > 100
    assert set(first) == set(second)
    assert [name for name in first if first[name] != second[name]] == []
    assert not any(str(tmp_path).encode() in data for data in first.values())


def test_the_other_machine_is_really_another_one(tmp_path, elsewhere):
    """Otherwise equal bytes would mean nothing."""
    for name in "abc":
        (tmp_path / "fonts" / name).touch()
    look = "import os, sys; print(*os.listdir(sys.argv[1]), *(e.name for e in os.scandir(sys.argv[1])))"
    assert run(sys.executable, "-c", look, tmp_path / "fonts", **elsewhere).split() == [*"cba", *"cba"]

    call = (
        "import socket\ntry:\n    socket.create_connection(('127.0.0.1', 9))\nexcept OSError as e: print(e)"
    )
    assert run(sys.executable, "-c", call, **elsewhere).strip() == "there is no network"

    # make test installs a Chinese font; without one here, nothing would tell the two machines apart.
    fonts = run("fc-list", ":lang=zh", "--format", "%{family[0]}\n").splitlines()
    assert fonts
    here, there = (run(sys.executable, "-c", MEASURE, fonts[0], **env) for env in (HERE, elsewhere))
    assert here != there
