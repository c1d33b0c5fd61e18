"""Writes a site whose every text field holds all signs that HTML, Markdown, YAML or Jinja would read.

Each text begins with a name of its own, `字段01` and so on, so that it can be found wherever it is shown.
"""

import json
import re
from itertools import count

from tests.sites.reading import SVG, UNREAD, raw_text
from tests.sites.small_site import STATUSES, write_small_site

# No tag: those are refused. The rest must come out as it went in.
SIGNS = (
    """ <5 a< b &amp; &lt; & "双" '单' *星* **重** _下_ __划__ `码` |竖| [链](x) ![图](y)"""
    """ {{ 7*7 }} {% x %} # ~ \\* $ 尾"""
)
_NAME = re.compile(r"字段\d\d")

PLACES = {
    "site.yml": """\
title: @
tagline: @
publisher: @
licence: @
as_of: 2024-06-30
as_of_reason: @
""",
    "dictionary/topics.yml": """\
- {id: immunization, name: @, summary: @}
- {id: elderly-health, name: @, summary: @}
- {id: blood-donation, name: @, summary: @}
""",
    "dictionary/indicators/immunization.yml": """\
- id: vaccination-rate
  name: @
  everyday: @
  unit: "%"
  direction: higher
  numerator: @
  denominator: @
  factor: 100
  definition: @
  definition_source: @
  caution: @
  synonyms: [@, @]
  versions:
    - {from: 2020, note: @}
  share: {whole: @, counter: @, part: @}
""",
    "dictionary/glossary.yml": """\
- {id: a, term: @, synonyms: [@], plain: @, see: vaccination-rate, source: @}
""",
    "regions/awkward/region.yml": """\
name: @
level: county
authority: @
name_status: stated
name_note: @
""",
    "regions/awkward/sources.yml": """\
- id: awkward-2023-summary
  title: @
  kind: both
  publisher: @
  number: @
  index_number: @
  reposter: @
  reposted: 2024-01-24
  year: 2023
  year_basis: inferred
  year_reason: @
  period: 2023
  completeness: truncated
  completeness_note: @
  legibility: ocr
  legibility_note: @
  masking_note: @
  repeats:
    - {part: @, of: @, note: @}
  note: @
""",
    "regions/awkward/2023/immunization.md": """\
---
source: awkward-2023-summary
measures:
  - {id: m1, name: @, value: 2000, unit: 人, at: @, note: @}
  - {id: m2, name: @, value: 1910, unit: 人, raw: @, repaired: @, at: @}
  - id: m3
    indicator: vaccination-rate
    value: 95.5
    unit: "%"
    numerator: m2
    denominator: m1
    commitment: c1
    at: @
  - {id: m4, name: @, value: 12, unit: 个, baseline: 9, change: {value: 3, unit: 个, against: @}, at: @}
  - {id: m5, name: @, value: redacted, unit: 元, at: @}
  - {id: m6, name: @, value: 3, unit: 个, raw: @, at: 一}
commitments:
  - {id: c1, text: @, target: {op: ">=", value: 90, unit: "%"}, lead: @, support: [@, @], at: @, note: @}
  - {id: c2, text: @, owner: @, raw: @, repaired: @, at: @}
  - {id: c3, text: @, target: {op: ">=", value: 30, unit: 场}, at: @}
outcomes:
  - {id: o1, commitment: c2, claim: done, text: @, at: @}
  - {id: o2, claim: stated, text: @, at: @, note: @}
problems:
  - {id: p1, text: @, addressed_by: c1, at: @, note: @}
---
""",
    "regions/awkward/2023/elderly-health.md": """\
---
source: awkward-2023-summary
problems:
  - {id: p1, text: 人手不足, at: @}
---
""",
}


def write_awkward_site(folder, signs=SIGNS, among=None):
    """Write the content; return its folder and the texts by their names.

    Args:
        folder: where to make the folder `content`.
        signs: what follows the name in each text.
        among: the files whose texts it follows; None for all.
    """
    numbers, texts = count(1), {}

    def awkward_in(path):
        def awkward(_):
            name = f"字段{next(numbers):02}"
            texts[name] = name + (signs if among is None or path in among else "")
            return json.dumps(texts[name], ensure_ascii=False)

        return awkward

    files = {path: re.sub("@", awkward_in(path), template) for path, template in PLACES.items()}
    # Of each term, what readers see of it.
    terms, awkward = STATUSES.read_text(encoding="utf-8"), awkward_in("dictionary/statuses.yml")
    terms = re.sub(r"(?<=name: )已完成\(自述\)", awkward, terms)
    files["dictionary/statuses.yml"] = re.sub(r"(?<=plain: )发文机构说已完成[^}]*", awkward, terms)
    return write_small_site(folder, regions=["alpha"], replaced=files), texts


def find_texts(root):
    """Tell which awkward texts a page shows, or says in an attribute, with all that follows each.

    Args:
        root: the parsed page.
    """
    # An id is made from a text and need not be it; a drawing breaks its words into lines.
    said = [raw_text(root, skipped=(*UNREAD, f"{SVG}svg"))]
    for element in root.iter():
        said += [value for name, value in element.items() if name not in {"id", "href"}]
    return [(match.group(), words[match.start() :]) for words in said for match in _NAME.finditer(words)]
