"""The smallest site that passes all gates, written by hand in place of what MkDocs would build."""

import json

from ledger.gates.csp import POLICY

COUNTS = {"regions": 2, "pages": 39}
_PAGE = """\
<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>{title}</title></head>
<body><main><article><h1>{title}</h1><p>{text}</p>
<p><time datetime="2024-06-30">2024年6月30日</time>
<a href="{root}sources/">文件</a></p></article></main></body></html>
"""


def write_site(folder, text="新", broken=()):
    """Write the site.

    Args:
        folder: where; must not exist.
        text: what its pages say.
        broken: pages to leave out, whose links then lead nowhere.
    """
    for name, root in {"index.html": "", "sources/index.html": "../"}.items():
        if name not in broken:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            title = f"样例 {name}"
            page = _PAGE.format(policy=POLICY, title=title, text=text, root=root)
            (folder / name).write_text(page, encoding="utf-8")
    (folder / "data").mkdir(parents=True)
    (folder / "data" / "summary.json").write_text(json.dumps(COUNTS), encoding="utf-8")


FILES = ["data/summary.json", "index.html", "sources/index.html"]
