"""Vega for the browser as one file of our own, for charts that readers ask to be interactive."""

from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

import vl_convert

from charts.cache import TextCache

# The default snippet would also set `vega` and `vegaLite`. Only this one is needed by
# docs/assets/javascripts/charts.js; it brings the interpreter with it.
SNIPPET = "window.vegaEmbed = vegaEmbed;"
NOTICE = """/*!
Vega, Vega-Lite, vega-embed, vega-tooltip:
Copyright (c) 2013-2025, University of Washington Interactive Data Lab. All rights reserved.

Redistribution and use in source and binary forms, with or without modification, are permitted provided that
the following conditions are met:
1. Redistributions of source code must retain the above copyright notice, this list of conditions and the
   following disclaimer.
2. Redistributions in binary form must reproduce the above copyright notice, this list of conditions and the
   following disclaimer in the documentation and/or other materials provided with the distribution.
3. Neither the name of the copyright holder nor the names of its contributors may be used to endorse or
   promote products derived from this software without specific prior written permission.

THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND ANY EXPRESS OR IMPLIED
WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A
PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE FOR ANY
DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO,
PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR
OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH
DAMAGE.

With D3 and TopoJSON (Copyright 2010-2023 Mike Bostock, ISC licence) and lodash.debounce (Copyright OpenJS
Foundation and other contributors, MIT licence).
*/
"""


def vega_bundle(cache_dir: Path | None = None) -> bytes:
    """A script that sets `window.vegaEmbed` and no other name; always the same for one release of vl-convert.

    Args:
        cache_dir: folder of earlier bundles, for making one takes seconds; None makes it anew.
    """
    store = TextCache(cache_dir)
    key = sha256(f"{version('vl-convert-python')}\n{SNIPPET}\n{NOTICE}".encode()).hexdigest()
    bundle = store.get(key)
    if bundle is None:
        bundle = _made()
        store.put(key, bundle)
    return bundle.encode()


def _made() -> str:
    """The bundle in a function of its own: vl-convert writes a module, whose names would become global."""
    return f'{NOTICE}(function () {{"use strict";{vl_convert.javascript_bundle(SNIPPET)}}})();\n'
