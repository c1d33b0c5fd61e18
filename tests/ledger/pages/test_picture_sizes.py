"""A page says how large its pictures are before they have come, and waits for them."""

import pytest

from ledger.pages.picture_sizes import PictureSizes, picture_size

# The smallest beginning of a PNG of 3 × 2 pixels: signature, length and name of the header, width, height.
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\3\0\0\0\2"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="480" height="120" viewBox="0 0 480 120"></svg>'


@pytest.fixture
def sized(tmp_path):
    folder = tmp_path / "assets/images/editing"
    folder.mkdir(parents=True)
    (folder / "page.png").write_bytes(PNG)
    (folder / "screen.svg").write_bytes(SVG)
    return PictureSizes(tmp_path)


def test_a_picture_gets_its_size_and_waits_until_it_is_in_sight(sized):
    shown = sized('<p><img alt="屏幕" src="../../assets/images/editing/screen.svg"></p>')
    assert shown == (
        '<p><img loading="lazy" width="480" height="120" alt="屏幕"'
        ' src="../../assets/images/editing/screen.svg"></p>'
    )
    assert 'width="3" height="2"' in sized('<img src="../assets/images/editing/page.png">')


@pytest.mark.parametrize(
    "html",
    [
        '<img alt="" src="../assets/images/editing/page.png" width="9">',
        '<img alt="" src="../assets/images/lost.png">',
        '<img alt="" src="elsewhere/page.png">',
        "<p>assets/images/editing/page.png</p>",
    ],
    ids=["size given", "missing", "elsewhere", "no picture"],
)
def test_everything_else_stays_as_it_is(sized, html):
    assert sized(html) == html


def test_what_is_no_picture_is_refused():
    with pytest.raises(ValueError, match="neither"):
        picture_size(b"<svg></svg>")
