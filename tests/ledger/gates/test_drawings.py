import pytest

pytestmark = pytest.mark.slow

NAME = "alpha/extra.svg"
SVG = '<svg xmlns="http://www.w3.org/2000/svg"{}>{}</svg>'


@pytest.mark.parametrize(
    ("text", "blamed"),
    [
        (SVG.format("", "<script>1</script>"), "script"),
        (SVG.format(' onload="a()"', ""), "onload"),
        (SVG.format("", '<a href="https://example.org/"><path d="M0,0"/></a>'), "a"),
        (SVG.format("", "<foreignObject/>"), "foreignObject"),
        (SVG.format("", '<animate attributeName="x"/>'), "animate"),
        (SVG.format("", '<path style="fill:red" d="M0,0"/>'), "style"),
        (SVG.format("", "<style>a{}</style>"), "style"),
        (SVG.format("", '<path fill="URL(https://example.org/#a)" d="M0,0"/>'), "fill"),
        (SVG.format("", r'<path fill="u\72l(https://example.org/#a)" d="M0,0"/>'), "fill"),
        ('<x:svg xmlns:x="http://www.w3.org/2000/svg"><x:script/></x:svg>', "script"),
        (SVG.format(' xmlns:l="http://www.w3.org/1999/xlink"', '<path l:href="a" d="M0,0"/>'), "href"),
        ('<?xml-stylesheet href="a.css"?>' + SVG.format("", ""), "xml-stylesheet"),
        ("<!DOCTYPE svg>" + SVG.format("", ""), "DOCTYPE"),
        (SVG.format("", '<html xmlns="http://www.w3.org/1999/xhtml"/>'), "html"),
    ],
)
def test_what_runs_or_loads_in_a_drawing_is_found(site, text, blamed):
    site.write(text, NAME)
    assert site.problems() == [("MZ125", NAME, blamed)]


def test_a_drawing_that_cannot_be_read_is_found(site):
    site.write("<svg><path></svg>", NAME)
    assert ("MZ126", NAME, NAME) in site.problems()


@pytest.mark.parametrize(
    ("text", "blamed"),
    [
        ('<html xmlns="http://www.w3.org/1999/xhtml"><script>1</script></html>', "html"),
        (
            '<feed xmlns="http://www.w3.org/2005/Atom"><script xmlns="http://www.w3.org/1999/xhtml"/></feed>',
            "script",
        ),
        ('<?xml-stylesheet href="a.xsl"?><feed xmlns="http://www.w3.org/2005/Atom"/>', "xml-stylesheet"),
        ('<!DOCTYPE feed><feed xmlns="http://www.w3.org/2005/Atom"/>', "DOCTYPE"),
    ],
)
def test_what_runs_in_a_feed_is_found(site, text, blamed):
    site.write(text, "changes/feed.xml")
    assert ("MZ125", "changes/feed.xml", blamed) in site.problems()


def test_lines_and_words_pass(site):
    body = '<title>甲</title><g fill="#000"><path d="M0,0h1"/><text x="1">乙</text></g>'
    site.write(SVG.format(' viewBox="0 0 1 1" role="img" aria-label="甲"', body), NAME)
    assert site.problems() == []
