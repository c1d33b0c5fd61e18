"""What a program that reads aloud is told of every page: landmarks, headings and names, in order."""

from itertools import pairwise

LANDMARKS = ("banner", "navigation", "main", "contentinfo")
NAMED = {
    "link",
    "button",
    "textbox",
    "searchbox",
    "combobox",
    "checkbox",
    "img",
    "image",
    "region",
    "navigation",
}


def nodes(page):
    """Role, name and heading level of everything the open page tells, in the order of reading."""
    session = page.context.new_cdp_session(page)
    tree = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    for node in tree:
        if not node.get("ignored"):
            level = [one["value"]["value"] for one in node.get("properties", []) if one["name"] == "level"]
            role = node["role"]["value"]
            yield role, node.get("name", {}).get("value", "").strip(), *(level or [None])


def wrong_landmarks(said):
    """Landmarks that are not there once, or not in order; navigation comes before the text."""
    places = {role: [place for place, (one, *_) in enumerate(said) if one == role] for role in LANDMARKS}
    once = [role for role in LANDMARKS if role != "navigation" and len(places[role]) != 1]
    firsts = [place[0] for place in places.values() if place]
    return once or (["order"] if firsts != sorted(firsts) else [])


def wrong_headings(said):
    """Headings without words, more or less than one of the first level, and levels that are left out."""
    headings = [(name, level) for role, name, level in said if role == "heading"]
    levels = [level for _, level in headings]
    skipped = [later for (_, one), (later, other) in pairwise(headings) if other > one + 1]
    return [*("" for name, _ in headings if not name), *skipped, *([] if levels.count(1) == 1 else [levels])]


def nameless(said):
    """Links, controls, drawings and regions without a name."""
    return sorted({role for role, name, _ in said if role in NAMED and not name})


def test_every_page_is_told_in_order_and_by_name(page, site_url, types):
    found = {}
    for kind, address in types.items():
        page.goto(site_url + address)
        said = list(nodes(page))
        faults = {judge.__name__: judge(said) for judge in (wrong_landmarks, wrong_headings, nameless)}
        found |= {kind: told} if (told := {name: fault for name, fault in faults.items() if fault}) else {}

    assert found == {}


def test_help_stands_in_the_same_place_on_every_page(page, site_url, types):
    orders = {}
    for address in types.values():
        page.goto(site_url + address)
        names = page.locator("footer nav a").all_inner_texts()
        orders.setdefault(tuple(name.strip() for name in names), []).append(address)

    assert len(orders) == 1
    assert {"怎样参与", "关于"} <= set(*orders)
