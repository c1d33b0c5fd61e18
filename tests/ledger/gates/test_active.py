import pytest

from tests.ledger.gates.conftest import PAGE

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    "html",
    [
        '<iframe srcdoc="a"></iframe>',
        "<object></object>",
        "<embed>",
        '<base href="../">',
        "<style>p {}</style>",
        "<template><p>甲</p></template>",
        "<noscript>甲</noscript>",
        "<svg><script>1</script></svg>",
        "<svg><foreignObject><p>甲</p></foreignObject></svg>",
        '<svg><animate attributeName="href"/></svg>',
        '<svg><use href="#a"/></svg>',
        "<math><mtext>甲</mtext></math>",
        "<marquee>甲</marquee>",
    ],
)
def test_elements_that_run_frame_or_hide_are_found(site, html):
    site.add(html)
    assert "MZ106" in {code for code, _, _ in site.problems()}


@pytest.mark.parametrize(
    ("html", "name"),
    [
        ('<p onclick="a()">甲</p>', "onclick"),
        ('<p ONMOUSEOVER="a()">甲</p>', "onmouseover"),
        ('<p style="color:red">甲</p>', "style"),
        ('<form action="../"></form>', "action"),
        ('<button formaction="../">甲</button>', "formaction"),
        ('<a href="../" ping="../">甲</a>', "ping"),
        ('<a href="../" target="_blank">甲</a>', "target"),
        ('<svg onload="a()"></svg>', "onload"),
        ('<svg><a href="../" xlink:href="../">甲</a></svg>', "xlink:href"),
        ('<input type="password">', "type"),
        ('<button type="submit">甲</button>', "type"),
        ("<button>甲</button>", "type"),
        ('<svg><rect fill="red"/><rect fill="url(https://example.org/#a)"/></svg>', "fill"),
    ],
)
def test_attributes_that_run_or_lead_astray_are_found(site, html, name):
    site.add(html)
    assert ("MZ107", PAGE, name) in site.problems()


def test_a_page_that_sends_its_reader_elsewhere_is_found(site):
    site.plant("</title>", '</title><meta http-equiv="refresh" content="0;url=../">')
    assert site.problems() == [("MZ107", PAGE, "http-equiv")]


@pytest.mark.parametrize(
    "url",
    [
        "javascript:a()",
        "JaVaScRiPt:a()",
        " javascript:a()",
        "java\tscript:a()",
        "java&#10;script:a()",
        "&#106;avascript:a()",
        "vbscript:a",
        "data:text/html,a",
        "file:///etc/hosts",
        "blob:a",
    ],
)
def test_schemes_that_run_or_carry_something_are_found(site, url):
    site.add(f'<a href="{url}">断</a>')
    assert "MZ108" in {code for code, _, _ in site.problems()}


def test_pictures_may_be_carried_in_their_address_other_things_not(site):
    site.add('<img src="data:image/png;base64,AA" alt="甲">')
    assert site.problems() == []
    site.add('<img src="data:text/html,a" alt="甲">')
    assert site.problems() == [("MZ108", PAGE, "data:text/html,a")]


@pytest.mark.parametrize(
    "html",
    [
        "<script>a()</script>",
        "<script></script>",
        '<script src="../../../assets/javascripts/charts.js">a()</script>',
        '<script src="target_actual.json"></script>',
    ],
)
def test_scripts_that_are_no_files_of_ours_are_found(site, html):
    site.plant("</body>", html + "</body>")
    assert [code for code, _, _ in site.problems()] == ["MZ109"]


def test_the_text_calls_for_no_script_of_its_own(site):
    site.add('<script src="../../../assets/javascripts/charts.js"></script>')
    assert site.problems() == [("MZ106", PAGE, "script")]


DATA = '<script type="application/ld+json">{}</script>'


def test_data_for_programs_may_stand_in_the_head(site):
    site.plant("</title>", "</title>" + DATA.format('{"@type": "Thing", "name": "甲"}'))
    assert site.problems() == []


@pytest.mark.parametrize(
    "script",
    [
        DATA.format("{name: 甲}"),
        DATA.format("[1]"),
        DATA.format(""),
        '<script type="application/ld+json" src="../../../assets/javascripts/charts.js">{}</script>',
        '<script type="application/ld+json" id="a">{}</script>',
        '<script type="application/ld+json ">{}</script>',
        '<script type="Application/LD+JSON">{}</script>',
        '<script type="module">{}</script>',
        '<script type="text/javascript">{}</script>',
        '<script type="application/json">{}</script>',
        '<script type="importmap">{}</script>',
        '<script type="speculationrules">{}</script>',
        '<script type="">{}</script>',
        "<script type>{}</script>",
        '<script type="module" src="../../../assets/javascripts/charts.js"></script>',
    ],
)
def test_no_other_script_has_a_type(site, script):
    site.plant("</title>", "</title>" + script)
    assert [code for code, _, _ in site.problems()] == ["MZ109"]


def test_data_for_programs_stays_out_of_the_text(site):
    site.add(DATA.format('{"@type": "Thing"}'))
    assert [code for code, _, _ in site.problems()] == ["MZ106"]


@pytest.mark.parametrize(
    "meta",
    [
        '<meta property="fb:app_id" content="1">',
        '<meta property="" content="1">',
        '<meta property="og:title" http-equiv="refresh" content="0;url=../">',
    ],
)
def test_properties_say_what_a_shared_link_shows_and_nothing_else(site, meta):
    site.plant("</title>", "</title>" + meta)
    assert [code for code, _, _ in site.problems()] == ["MZ107"]
