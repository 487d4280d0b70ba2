// A rate under several assumptions: a small grid of sentences that Python computed, and two bands, one for chance and a
// wider one for what nobody knows.
/** @import { Child } from "./dom.js" */
/** @import { Translate, ViewSheet } from "./shapes" */
/** @import { Store } from "./store.js" */
/** @import { Facet } from "./view.js" */
import { h } from "./dom.js";
import { card, picksOf } from "./view.js";

/** @typedef {[number, number]} Span lowest and highest */
/** @typedef {{ say: string[], rate: number, chance: Span, ignorance: Span }} Cell */
/** @typedef {{ facets: Facet[], cells: Record<string, Cell>, top: number, ticks: number[], below: string }} Grid */

export class Rate {
  /**
   * @param {Store} store
   * @param {ViewSheet & Grid} sheet
   * @param {Translate} t
   */
  constructor(store, sheet, t) {
    this.sheet = sheet;
    this.t = t;
    this.said = h("div", { role: "status", class: "feedback" });
    this.drawing = h("div");
    const { picks, row } = picksOf(
      sheet.facets,
      (value) => value,
      () => this.draw(),
    );
    this.picks = picks;
    this.root = card(sheet, "lesson-card", row, this.said, this.drawing, h("p", { class: "quiet" }, sheet.below));
  }

  draw() {
    const cell = this.sheet.cells[this.picks.map((input) => input.value).join()];
    this.said.replaceChildren(...cell.say.map((line) => h("p", {}, line)));
    this.drawing.replaceChildren(this.bands(cell));
  }

  // Everything that is drawn here stands in the sentences above it, so a screen reader may pass it by.
  bands(/** @type {Cell} */ { rate, chance, ignorance }) {
    const { sheet, t } = this;
    const at = (/** @type {number} */ value) => `${(100 * Math.min(value, sheet.top)) / sheet.top}%`;
    const wide = (/** @type {Span} */ [low, high]) => `left:${at(low)};width:${at(high - low)}`;
    const quiet = (/** @type {string} */ label) => h("span", { class: "quiet" }, label);
    const lane = (/** @type {Child[]} */ ...marks) => h("div", { class: "lane" }, marks);
    return h(
      "div",
      { class: "bands", "aria-hidden": "true" },
      quiet(t("rateChance")),
      lane(
        h("span", { class: "chance", style: wide(chance) }),
        h("span", { class: "point", style: `left:${at(rate)}` }),
      ),
      quiet(t("rateIgnorance")),
      lane(h("span", { class: "ignorance", style: wide(ignorance) })),
      h(
        "div",
        { class: "ticks quiet" },
        sheet.ticks.map((tick) => h("span", {}, String(tick))),
      ),
    );
  }
}
