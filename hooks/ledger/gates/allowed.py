"""Which elements and attributes a page of ours may have; all others might run, load or hide something."""

import re

_EVERYWHERE = "class id title lang dir role tabindex hidden"
# The frame, text, tables, forms that send nothing, and drawings.
_ELEMENTS = """
html head body title meta:charset,name,content,http-equiv,property
link:rel,href,type,title,hreflang script:src,type,defer
header footer main nav section article aside div span p br hr wbr h1 h2 h3 h4 h5 h6 address
a:href,rel,download ul ol:start,reversed li:value dl dt dd blockquote pre code kbd samp var
b strong i em u s small sub sup mark q abbr cite dfn del:datetime ins:datetime time:datetime data:value
ruby rt rp bdi bdo details:open summary figure figcaption img:src,alt,width,height,loading
table thead tbody tfoot tr caption colgroup:span col:span th:scope,colspan,rowspan td:colspan,rowspan,headers
form:autocomplete label:for input:type,autocomplete,name,value,checked,placeholder
select:name option:value,selected optgroup:label button:type,disabled output:for,name fieldset legend
svg:xmlns,width,height,font-family,overflow,viewbox,preserveaspectratio,focusable
g path:d line rect circle:cx,cy,r ellipse:cx,cy,rx,ry polyline:points polygon:points text tspan desc
"""
DRAWING = frozenset({"svg", "g", "path", "line", "rect", "circle", "ellipse", "polyline", "polygon"}) | {
    "text",
    "tspan",
}
_LOOK = """
d x y x1 y1 x2 y2 dx dy rx ry width height transform fill fill-rule stroke stroke-width stroke-dasharray
stroke-linecap stroke-linejoin opacity fill-opacity stroke-opacity font-size font-weight font-family
text-anchor
"""

_LOOKS = frozenset(_LOOK.split())
ELEMENTS = {
    name: frozenset(f"{_EVERYWHERE} {own.replace(',', ' ')} {_LOOK if name in DRAWING else ''}".split())
    for name, _, own in (part.partition(":") for part in _ELEMENTS.split())
}
PREFIXES = ("data-", "aria-")
RELATIONS = frozenset({"stylesheet", "icon", "canonical", "alternate", "prev", "next"})
INPUTS = frozenset({"checkbox", "radio", "search", "text"})
BUTTONS = frozenset({"button", "reset"})
# What programs read of a page, for shared links; a script of this type is data, which nothing runs.
PROPERTIES = ("og:",)
DATA_SCRIPT = "application/ld+json"
# The look of a drawing is read as CSS, which can load, and can write every letter as an escape.
_LOADS = re.compile(r"url|src|image|\\", re.IGNORECASE)


def is_allowed(tag: str, attribute: str) -> bool:
    """Tell whether an element may have an attribute.

    Args:
        tag: the element's name in small letters.
        attribute: the attribute's name.
    """
    name = attribute.lower()
    return name in ELEMENTS[tag] or name.startswith(PREFIXES)


def loads(tag: str, attribute: str, value: str) -> bool:
    """Tell whether the look of a drawing would be fetched from somewhere.

    Args:
        tag: the element's name in small letters.
        attribute: the attribute's name.
        value: what it says.
    """
    return tag in DRAWING and attribute.lower() in _LOOKS and bool(_LOADS.search(value))
