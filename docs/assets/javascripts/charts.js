/* Makes a chart interactive when the reader asks for it: by resting on it with a mouse, by the focus, a tap or a
 * key. Until then, and if anything fails, the drawing stays.
 *
 * <div data-loading="…" data-reading="…" data-failed="…" data-unable="…">     what the reader is told
 *   <figure class="chart" data-spec="chart.json" data-vega="vega.js">
 *     <div class="chart-drawing" tabindex="0" role="region" aria-label="…"><svg>…</svg></div>
 *     <button class="chart-interact" type="button" hidden>…</button>
 *   </figure>
 * </div>
 *
 * The specification may also stand in the figure, as <script type="application/json" class="chart-spec">.
 * Written for Chrome 78 and iOS 13. The bundle is written in ES2020 and calls
 * Object.hasOwn; a browser that has the one reads the other, and for any other nothing is loaded.
 */
(function () {
  "use strict";

  // A mouse on its way elsewhere crosses a chart in less, and so does the focus when a reader steps through.
  const INTENT = 400;
  const ABLE = "hasOwn" in Object;
  let loading = null;

  /** The bundle, which is loaded once per page. */
  function load(address) {
    loading = loading || new Promise(function (resolve, reject) {
      const script = document.createElement("script");
      script.src = address;
      script.onload = function () { if (window.vega) resolve(window.vega); else reject(new Error(address)); };
      script.onerror = reject;
      document.head.appendChild(script);
    });
    // The reader may ask again.
    loading.catch(function () { loading = null; });
    return loading;
  }

  /** The text of the figure's specification, from the figure itself or from its file. */
  async function read(figure) {
    const inline = figure.querySelector("script.chart-spec");
    if (inline) return inline.textContent;
    return (await fetch(figure.dataset.spec)).text();
  }

  /** The specification with every colour of the palette as the style sheet's own, so that it follows the scheme. */
  function coloured(text, palette) {
    const names = new Map();
    Object.keys(palette).forEach(function (name) { names.set(palette[name], name); });
    return JSON.parse(text.replace(/#[0-9a-f]{6}/g, function (colour) {
      return names.has(colour) ? "var(--chart-" + names.get(colour) + "," + colour + ")" : colour;
    }));
  }

  /** What Vega runs: the compiled form, filled with what distinguishes this chart from others of the form. */
  function filled(forms, text) {
    const given = JSON.parse(text);
    const chart = coloured(text, given.usermeta.palette);
    const spec = coloured(JSON.stringify(forms[given.usermeta.form]), given.usermeta.palette);
    spec.height = chart.height;
    spec.data.forEach(function (set) { if (chart.datasets[set.name]) set.values = chart.datasets[set.name]; });
    const numbers = new Map(chart.params.map(function (param) { return [param.name, param.value]; }));
    spec.signals.forEach(function (signal) { if (numbers.has(signal.name)) signal.value = numbers.get(signal.name); });
    return spec;
  }

  /** Vega describes its parts in English. */
  function hush(part) {
    Array.from(part.attributes).forEach(function (own) {
      if (own.name === "role" || own.name.startsWith("aria-")) part.removeAttribute(own.name);
    });
  }

  /** Let the chart be to all readers what the drawing is: as wide, and the same image with the same words. */
  function dress(live, drawing) {
    const chart = live.querySelector("svg");
    hush(live);
    live.querySelectorAll("*").forEach(hush);
    live.className = "chart-live";
    chart.setAttribute("class", "chart-svg");
    chart.setAttribute("role", "img");
    chart.setAttribute("aria-label", drawing.getAttribute("aria-label"));
    chart.setAttribute("viewBox", "0 0 " + chart.getAttribute("width") + " " + chart.getAttribute("height"));
    chart.setAttribute("width", "100%");
    chart.setAttribute("overflow", "visible");
    chart.removeAttribute("height");
  }

  /** What the chart says, in its order, each with the shapes that say it; Vega ties a shape to its item. */
  function entries(live) {
    const found = new Map();
    Array.from(live.querySelectorAll("path, line")).forEach(function (shape) {
      const item = shape.__data__;
      // A line belongs to all its points.
      if (!item || !item.datum || !item.datum.tip || item.mark.marktype === "line") return;
      found.set(item.datum.tip, (found.get(item.datum.tip) || []).concat(shape));
    });
    return Array.from(found, function (entry) { return { words: entry[0], shapes: entry[1] }; });
  }

  function distance(shape, event) {
    const box = shape.getBoundingClientRect();
    const x = Math.max(box.left - event.clientX, 0, event.clientX - box.right);
    const y = Math.max(box.top - event.clientY, 0, event.clientY - box.bottom);
    return x * x + y * y;
  }

  /** Let the reader go through the values by mouse, finger or arrow keys; a line below says what each one is. */
  function readable(place, live, line) {
    const all = entries(live);
    let chosen = -1;
    function mark(chosen) {
      all.forEach(function (entry, index) {
        entry.shapes.forEach(function (shape) { shape.classList.toggle("chart-chosen", index === chosen); });
      });
    }
    function choose(index) {
      if (index === chosen || !all.length) return;
      chosen = (index + all.length) % all.length;
      mark(chosen);
      line.textContent = all[chosen].words.split("\n").join("，");
    }
    // The nearest one, for most marks are thinner than a finger.
    function point(event) {
      const far = all.map(function (entry) {
        return Math.min.apply(null, entry.shapes.map(function (shape) { return distance(shape, event); }));
      });
      choose(far.indexOf(Math.min.apply(null, far)));
    }
    place.addEventListener("pointermove", point);
    place.addEventListener("pointerdown", point);
    place.addEventListener("keydown", function (event) {
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      choose(chosen < 0 && step < 0 ? all.length - 1 : chosen + step);
      all[chosen].shapes[0].scrollIntoView({ block: "nearest", inline: "nearest" });
    });
  }

  /** Put the interactive chart in the place of the drawing. */
  async function replace(figure, place, line) {
    const drawing = place.querySelector("svg");
    const [vega, text] = await Promise.all([load(figure.dataset.vega), read(figure)]);
    const live = document.createElement("div");
    const config = { font: getComputedStyle(place).fontFamily };
    // The interpreter needs no permission to make code out of text.
    const view = new vega.View(vega.parse(filled(vega.forms, text), config, { ast: true }), {
      container: live, expr: vega.expressionInterpreter, hover: false, renderer: "svg", tooltip: function () {},
    });
    await view.runAsync();
    dress(live, drawing);
    place.replaceChild(live, drawing);
    readable(place, live, line);
  }

  /** Whether the reader, or the network, asks for as little as possible to be loaded. */
  function saving() {
    const network = navigator.connection;
    return Boolean(network && network.saveData) || matchMedia("(prefers-reduced-data: reduce)").matches;
  }

  /** Do something once the reader has stayed for a while; gives what to call when the reader leaves. */
  function patient(act) {
    let timer = 0;
    return {
      come: function () { clearTimeout(timer); timer = setTimeout(act, INTENT); },
      go: function () { clearTimeout(timer); },
    };
  }

  /** Offer the interactive chart where it can be had: a page opened from a disk may not read other files. */
  function offer(figure) {
    if (location.protocol === "file:" && !figure.querySelector("script.chart-spec")) return;
    const place = figure.querySelector(".chart-drawing");
    const button = figure.querySelector(".chart-interact");
    const words = figure.closest("[data-failed]").dataset;
    const line = document.createElement("p");
    line.className = "chart-note";
    line.setAttribute("role", "status");
    button.insertAdjacentElement("afterend", line);
    let state = "drawn";

    async function ask() {
      if (state === "asked" || state === "live") return;
      if (!ABLE) { line.textContent = words.unable; return; }
      state = "asked";
      line.textContent = words.loading;
      try {
        await replace(figure, place, line);
        state = "live";
        line.textContent = words.reading;
        place.setAttribute("aria-label", words.reading);
        // The focus would be lost with the button.
        if (document.activeElement === button) place.focus({ preventScroll: true });
        button.hidden = true;
      } catch (error) {
        state = "failed";
        line.textContent = words.failed;
      }
    }

    // After a failure only a reader who asks again by hand is served again.
    const stay = patient(function () { if (ABLE && state === "drawn" && !saving()) ask(); });
    place.addEventListener("pointerenter", function (event) {
      if (event.pointerType === "mouse" && matchMedia("(hover: hover)").matches) stay.come();
    });
    place.addEventListener("pointerleave", stay.go);
    [place, button].forEach(function (part) {
      part.addEventListener("focus", stay.come);
      part.addEventListener("blur", stay.go);
      part.addEventListener("click", ask);
    });
    place.addEventListener("keydown", function (event) {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      ask();
    });
    figure.classList.add("chart-offered");
    button.hidden = false;
  }

  document.querySelectorAll("figure.chart[data-vega]").forEach(offer);
})();
