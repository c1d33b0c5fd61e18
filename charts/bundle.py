"""Vega for the browser as one file of our own, for charts that readers ask to be interactive."""

from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

import vl_convert

from charts.cache import TextCache
from charts.chart import as_json
from charts.forms import compiled_forms

# What docs/assets/javascripts/charts.js needs, and no more: Vega-Lite has done its work before. The
# interpreter reads expressions without a permission to make code out of text. The addresses are names in the
# store of vl-convert; a release with other versions fails here instead of fetching anything.
SNIPPET = """
import {View, parse} from "https://cdn.jsdelivr.net/npm/vega@6.2.0/+esm";
import {expressionInterpreter} from "https://cdn.jsdelivr.net/npm/vega-interpreter@2.0.0/+esm";
window.vega = {View, parse, expressionInterpreter};
"""
NOTICE = """/*!
Vega, vega-interpreter:
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

With D3 and TopoJSON (Copyright 2010-2023 Mike Bostock, ISC licence).
*/
"""


def vega_bundle(cache_dir: Path | None = None) -> bytes:
    """A script that sets `window.vega` and no other name; the same for the same forms and vl-convert.

    Args:
        cache_dir: folder of earlier bundles, for making one takes a second; None makes it anew.
    """
    store = TextCache(cache_dir)
    forms = as_json(compiled_forms())
    key = sha256(f"{version('vl-convert-python')}\n{SNIPPET}\n{NOTICE}\n{forms}".encode()).hexdigest()
    bundle = store.get(key)
    if bundle is None:
        bundle = _made(forms)
        store.put(key, bundle)
    return bundle.encode()


def _made(forms: str) -> str:
    """The bundle in a function of its own: vl-convert writes a module, whose names would become global."""
    script = vl_convert.javascript_bundle(SNIPPET)
    return f'{NOTICE}(function () {{"use strict";{script}}})();\nwindow.vega.forms = {forms};\n'
