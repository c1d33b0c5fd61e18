import pytest

from tests.ledger.gates.conftest import PAGE

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    "html",
    [
        "<h2>空栏</h2>",
        "<h2>空栏</h2><h2>下一栏</h2><p>文字</p>",
        "<h3>空栏</h3><h2>下一栏</h2><p>文字</p>",
        "<div><h2>空栏</h2></div><div> </div>",
        "<h2>空栏</h2><nav><a href='../'>看</a></nav>",
    ],
)
def test_a_heading_with_nothing_below_it_is_found(site, html):
    site.plant('<footer class="page-foot"', html + '<footer class="page-foot"')
    assert site.problems() == [("MZ116", PAGE, "空栏")]


def test_a_heading_that_says_nothing_is_found(site):
    site.add("<h2></h2><p>文字</p>")
    assert site.problems() == [("MZ116", PAGE, "")]


@pytest.mark.parametrize(
    "html",
    ["<h2>栏</h2><h3>小栏</h3><p>文字</p>", "<h2>栏</h2><div><p>文字</p></div>", "<h2>栏</h2><svg></svg>"],
)
def test_headings_with_something_below_them_pass(site, html):
    site.add(html)
    assert site.problems() == []


@pytest.mark.parametrize(
    "html",
    [
        "<table><thead><tr><th>空</th></tr></thead><tbody></tbody></table>",
        '<ul class="空"></ul>',
        '<ol class="空"></ol>',
        '<dl class="空"></dl>',
        '<select class="空"></select>',
    ],
)
def test_a_table_or_list_without_an_entry_is_found(site, html):
    site.add(html)
    assert site.problems() == [("MZ117", PAGE, "空")]
