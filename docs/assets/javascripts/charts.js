/* Makes a chart interactive when the reader asks for it; until then, and if anything fails, the drawing stays.
 *
 * <figure class="chart" data-spec="chart.json" data-vega="vega.js" data-failed="sentence for the reader">
 *   <div class="chart-drawing"><svg>…</svg></div>
 *   <button class="chart-interact" type="button" hidden>…</button>
 * </figure>
 *
 * The specification may also stand in the figure, as <script type="application/json" class="chart-spec">.
 * Written for Chrome 78 and iOS 13. The bundle itself needs newer ones; where it cannot run, that is a failure
 * like any other.
 */
(function () {
  "use strict";

  let loading = null;

  /** The function vegaEmbed of the bundle, which is loaded once per page. */
  function load(address) {
    loading = loading || new Promise(function (resolve, reject) {
      const script = document.createElement("script");
      script.src = address;
      script.onload = function () { resolve(window.vegaEmbed); };
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
  function adapt(text, font) {
    const names = new Map();
    const palette = JSON.parse(text).usermeta.palette;
    Object.keys(palette).forEach(function (name) { names.set(palette[name], name); });
    const spec = JSON.parse(text.replace(/#[0-9a-f]{6}/g, function (colour) {
      return names.has(colour) ? "var(--chart-" + names.get(colour) + "," + colour + ")" : colour;
    }));
    spec.config.font = font;
    return spec;
  }

  /** Let the chart grow with its column, as the drawing does. */
  function fit(chart, drawing) {
    chart.setAttribute("class", "chart-svg");
    chart.setAttribute("role", "img");
    chart.setAttribute("aria-label", drawing.getAttribute("aria-label"));
    chart.setAttribute("viewBox", "0 0 " + chart.getAttribute("width") + " " + chart.getAttribute("height"));
    chart.setAttribute("width", "100%");
    chart.setAttribute("overflow", "visible");
    chart.removeAttribute("height");
  }

  /** Put the interactive chart in the place of the drawing. */
  async function replace(figure) {
    const place = figure.querySelector(".chart-drawing");
    const drawing = place.querySelector("svg");
    const [embed, text] = await Promise.all([load(figure.dataset.vega), read(figure)]);
    const live = document.createElement("div");
    live.className = "chart-live";
    live.tabIndex = -1;
    await embed(live, adapt(text, getComputedStyle(place).fontFamily), {
      // The interpreter needs no permission to make code out of text.
      ast: true,
      actions: false,
      defaultStyle: false,
      renderer: "svg",
      tooltip: { disableDefaultStyle: true },
    });
    fit(live.querySelector("svg"), drawing);
    place.replaceChild(live, drawing);
  }

  /** The line below the drawing where the reader is told of a failure. */
  function note(figure) {
    const found = figure.querySelector(".chart-note");
    if (found) return found;
    const made = document.createElement("p");
    made.className = "chart-note";
    made.setAttribute("role", "status");
    figure.querySelector(".chart-drawing").insertAdjacentElement("afterend", made);
    return made;
  }

  async function ask(figure, button) {
    const status = note(figure);
    status.textContent = "";
    button.disabled = true;
    try {
      await replace(figure);
      button.hidden = true;
      // The focus would be lost with the button.
      figure.querySelector(".chart-live").focus({ preventScroll: true });
    } catch (error) {
      button.disabled = false;
      status.textContent = figure.dataset.failed;
    }
  }

  /** Offer the button where it can do what it says: a page opened from a disk may not read other files. */
  function offer(figure) {
    const button = figure.querySelector(".chart-interact");
    if (location.protocol === "file:" && !figure.querySelector("script.chart-spec")) return;
    button.addEventListener("click", function () { ask(figure, button); });
    button.hidden = false;
  }

  document.querySelectorAll("figure.chart[data-vega]").forEach(offer);
})();
