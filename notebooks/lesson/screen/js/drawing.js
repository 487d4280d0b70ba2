// A line that the learner draws over years: with finger or mouse, with keys, or by typing the numbers.
/** @import { Control, Question, Translate } from "./shapes" */
import { h, plain, uid } from "./dom.js";
import { roundStep, spoken } from "./numbers.js";
import { Plot } from "./plot.js";
import { readNumber } from "./types/numeric.js";

/** @typedef {(number | null)[]} Values one for each year to draw, null where there is none yet */

class Drawing {
  at = 0; // the year that keys move
  last = /** @type {number | null} */ (null); // the year under the finger

  /**
   * @param {Question} sheet
   * @param {Translate} t
   */
  constructor(sheet, t) {
    this.sheet = sheet;
    this.t = t;
    const [first, last] = sheet.years;
    this.first = sheet.given + 1;
    this.told = sheet.record.slice(0, this.first - first);
    this.values = /** @type {Values} */ (Array(last - sheet.given).fill(null));
    this.step = roundStep((sheet.span[1] - sheet.span[0]) / 60);
    this.plot = new Plot(sheet.years, sheet.span);
    this.open = h("span", { class: "quiet" });
    this.fields = this.values.map((_, i) => this.field(i));
    this.pad();
    this.update();
  }

  // The drawing as one control: a slider that has a year as well as a height.
  pad() {
    const { area } = this.plot;
    const [low, high] = this.sheet.span;
    const [first, last] = [this.first, this.sheet.years[1]];
    const attributes = {
      role: "slider",
      tabindex: 0,
      "aria-orientation": "vertical",
      "aria-valuemin": low,
      "aria-valuemax": high,
      "aria-label": this.t("drawLabel", { first, last }),
    };
    for (const [name, value] of Object.entries(attributes)) area.setAttribute(name, String(value));
    area.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      area.setPointerCapture(event.pointerId);
      area.focus({ preventScroll: true });
      this.last = null;
      this.touch(event);
    });
    area.addEventListener("pointermove", (event) => area.hasPointerCapture(event.pointerId) && this.touch(event));
    area.addEventListener("card-key", (event) => {
      if (event instanceof CustomEvent && this.key(event.detail)) event.preventDefault();
    });
  }

  /** @type {(i: number) => HTMLInputElement} */
  field(i) {
    const input = h("input", { type: "text", inputmode: "decimal", id: uid("year"), autocomplete: "off" });
    input.addEventListener("input", () => {
      this.at = i;
      this.values[i] = readNumber(input.value);
      this.update(input);
    });
    return input;
  }

  // A fast finger skips years: those between two points lie on the straight line.
  touch(/** @type {PointerEvent} */ { clientX, clientY }) {
    const box = this.plot.area.getBoundingClientRect();
    const [start, end] = this.sheet.years;
    const year = Math.round(start + ((clientX - box.left) / box.width) * (end - start));
    const i = Math.min(this.values.length - 1, Math.max(0, year - this.first));
    const [low, high] = this.sheet.span;
    const n = this.round(low + ((box.bottom - clientY) / box.height) * (high - low));
    const before = this.last ?? i;
    const from = this.values[before] ?? n;
    for (let j = before; j !== i; j += Math.sign(i - before)) {
      if (j !== before) this.values[j] = this.round(from + ((n - from) * (j - before)) / (i - before));
    }
    this.values[i] = n;
    this.at = this.last = i;
    this.update();
  }

  round(/** @type {number} */ n) {
    const [low, high] = this.sheet.span;
    return Number(Math.min(high, Math.max(low, Math.round(n / this.step) * this.step)).toPrecision(12));
  }

  /** @type {(name: string) => boolean} */
  key(name) {
    const most = this.values.length - 1;
    const up = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 }[name];
    const to = { ArrowLeft: this.at - 1, ArrowRight: this.at + 1, Home: 0, End: most }[name];
    if (up !== undefined) this.values[this.at] = this.round(this.before(this.at) + up * this.step);
    else if (to !== undefined) {
      if (name === "ArrowRight") this.values[this.at] = this.before(this.at); // the pen draws on
      this.at = Math.min(most, Math.max(0, to));
    } else return false;
    this.update();
    return true;
  }

  // The height at a year, or, while it has none, that of the year before.
  /** @type {(i: number) => number} */
  before(i) {
    const known = this.values.slice(0, i + 1).filter((n) => n !== null);
    return [...this.told, ...known].at(-1) ?? 0;
  }

  update(/** @type {HTMLInputElement | null} */ typed = null) {
    const { sheet, t, values, told } = this;
    const year = this.first + this.at;
    const n = values[this.at];
    const said = n === null ? t("notSet") : t("amount", { n: spoken(n), unit: sheet.unit }).trim();
    const { area } = this.plot;
    area.setAttribute("aria-valuenow", String(this.before(this.at)));
    area.setAttribute("aria-valuetext", t("drawn", { year, said }));
    const left = values.filter((one) => one === null).length;
    this.open.textContent = left ? t("drawOpen", { n: left }) : t("drawDone");
    const lines = [
      { css: "mine", from: sheet.given, values: [told[told.length - 1], ...values] },
      { css: "record", from: sheet.years[0], values: told },
    ];
    const from = told[told.length - 1];
    const given = { css: "record", year: sheet.given, value: from, words: `${sheet.given}: ${spoken(from)}` };
    const here = { css: "mine here", year, value: n ?? 0, words: `${year}: ${spoken(n ?? 0)}` };
    const close = year - sheet.given < (sheet.years[1] - sheet.years[0]) / 3;
    this.plot.draw(lines, n === null ? [given] : [given, { ...here, below: close && n <= from }]);
    this.plot.inside.append(h("span", { class: "cursor", style: this.plot.spot(year, this.before(this.at)) }));
    this.fields.forEach((field, i) => {
      if (field !== typed) field.value = values[i] === null ? "" : String(values[i]);
    });
  }

  clear = () => {
    this.values.fill(null);
    this.at = 0;
    this.update();
  };

  node() {
    const { t, fields, first } = this;
    const typed = fields.map((field, i) => h("label", { for: field.id }, first + i, field));
    return h(
      "div",
      { class: "drawing" },
      h("p", { class: "quiet" }, t("drawHow")),
      this.plot.node,
      h("div", { class: "row" }, this.open, plain(t("drawAgain"), this.clear)),
      h("details", {}, h("summary", {}, t("drawType", { n: fields.length })), h("div", { class: "typed" }, typed)),
    );
  }
}

/** @type {(sheet: Question, t: Translate) => Control} */
export function drawing(sheet, t) {
  const made = new Drawing(sheet, t);
  const read = () => (made.values.every((n) => n !== null) ? made.values : null);
  return { node: made.node(), read };
}
