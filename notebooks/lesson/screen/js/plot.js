// A line over years. The line is SVG stretched to its place, words and points are HTML in per cent and keep their size.
import { h } from "./dom.js";
import { spoken, ticks } from "./numbers.js";

/** @typedef {{ css: string, from: number, values: (number | null)[] }} Line css: "record" or "mine"; from: the first year */
/** @typedef {{ css: string, year: number, value: number, words: string, below?: boolean }} Label */

const SVG = "http://www.w3.org/2000/svg";

/** @type {(name: string, attributes: Record<string, string>) => SVGElement} */
function shape(name, attributes) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  return node;
}

/** The frame of a drawing: `place` and `level` are per cent from the left and from the bottom. */
export class Plot {
  /**
   * @param {[number, number]} years
   * @param {[number, number]} span
   */
  constructor([first, last], [low, high]) {
    this.place = (/** @type {number} */ year) => (100 * (year - first)) / (last - first);
    this.level = (/** @type {number} */ n) => Math.min(100, Math.max(0, (100 * (n - low)) / (high - low)));
    this.area = h("div", { class: "area" });
    const rules = ticks(low, high).map((n) =>
      h("span", { class: "rule", style: `bottom:${this.level(n)}%` }, h("span", {}, spoken(n))),
    );
    const apart = Math.ceil((last - first) / 4);
    const years = Array.from({ length: last - first + 1 }, (_, i) => first + i).filter(
      (year) => (year - first) % apart === 0,
    );
    const names = years.map((year) => h("span", { class: "year", style: `left:${this.place(year)}%` }, year));
    this.inside = h("div", { class: "inside" });
    this.area.append(this.inside);
    this.node = h("div", { class: "plot" }, h("div", { class: "frame" }, rules, names, this.area));
  }

  /** @type {(lines: Line[], labels: Label[]) => void} */
  draw(lines, labels) {
    const svg = shape("svg", { viewBox: "0 0 100 100", preserveAspectRatio: "none", "aria-hidden": "true" });
    for (const { css, from, values } of lines) {
      svg.append(shape("path", { class: css, d: this.path(from, values), "vector-effect": "non-scaling-stroke" }));
    }
    const dots = lines.flatMap(({ css, from, values }) =>
      values.map((n, i) => n !== null && h("span", { class: `dot ${css}`, style: this.spot(from + i, n) })),
    );
    this.inside.replaceChildren(
      svg,
      .../** @type {HTMLElement[]} */ (dots.filter(Boolean)),
      ...labels.map((label) => this.label(label)),
    );
  }

  /** @type {(year: number, n: number) => string} */
  spot(year, n) {
    return `left:${this.place(year)}%;bottom:${this.level(n)}%`;
  }

  // A year without a number parts the line.
  /** @type {(from: number, values: (number | null)[]) => string} */
  path(from, values) {
    const round = (/** @type {number} */ n) => n.toFixed(2);
    return values
      .map((n, i) => {
        if (n === null) return "";
        const start = i === 0 || values[i - 1] === null;
        return `${start ? "M" : "L"}${round(this.place(from + i))} ${round(100 - this.level(n))}`;
      })
      .join("");
  }

  /** @type {(label: Label) => HTMLElement} */
  label({ css, year, value, words, below = false }) {
    const left = this.place(year);
    const side = left < 15 ? "start" : left > 85 ? "end" : "";
    return h("span", { class: `label ${css} ${side} ${below ? "below" : ""}`, style: this.spot(year, value) }, words);
  }
}
