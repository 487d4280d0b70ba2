// Rows are shipped once; the card hides, counts, and says what is missing.
/** @import { Translate, ViewSheet } from "./shapes" */
/** @import { Store } from "./store.js" */
/** @import { Facet } from "./view.js" */
import { h } from "./dom.js";
import { card, picksOf, rendered, table } from "./view.js";

/** @typedef {{ is: Record<string, string>, cells: string[] }} Row cells: HTML */
/** @typedef {ViewSheet & { facets: Facet[], rows: Row[], columns: string[], what: string, missing: string }} FilterSheet */

const PAGE = 10;

export class Filter {
  /**
   * @param {Store} store
   * @param {FilterSheet} sheet
   * @param {Translate} t
   */
  constructor(store, sheet, t) {
    this.sheet = sheet;
    this.t = t;
    this.page = 0;
    this.said = h("p", { role: "status", class: "feedback" });
    this.rows = h("div");
    const { picks, row } = picksOf(
      sheet.facets,
      (value) => value.label,
      () => this.turn(0, null),
    );
    this.picks = picks;
    const missing = h("p", { class: "quiet" }, sheet.missing);
    this.root = card(sheet, "lesson-card wide", row, this.said, this.rows, missing);
  }

  // What is chosen in each facet.
  get chosen() {
    return this.sheet.facets.map((facet, i) => facet.values[Number(this.picks[i].value)]);
  }

  // A facet compares by word, or (kind "upto") keeps what comes no later than the value chosen; "" keeps every row.
  keeps(/** @type {Row} */ row) {
    return this.sheet.facets.every((facet, i) => {
      const { value } = this.chosen[i];
      return value === "" || (facet.kind === "upto" ? row.is[facet.name] <= value : row.is[facet.name] === value);
    });
  }

  /** @type {(page: number, focus?: string | null) => void} */
  turn(page, focus = "table") {
    this.page = page;
    this.draw();
    const at = focus && this.rows.querySelector(focus);
    if (!(at instanceof HTMLElement)) return;
    at.tabIndex = -1;
    at.focus();
  }

  draw() {
    const { sheet, t, page } = this;
    const found = sheet.rows.filter((row) => this.keeps(row));
    const notes = this.chosen.map((value) => value.note).filter(Boolean);
    const counted = t("filterCount", { n: found.length, total: sheet.rows.length, what: sheet.what });
    const first = page * PAGE;
    const shown = found.slice(first, first + PAGE);
    const caption = t("filterShown", { from: first + 1, to: first + shown.length, total: found.length });
    const move = (/** @type {string} */ label, /** @type {number} */ to) =>
      h("button", { type: "button", class: "plain turn", onclick: () => this.turn(to) }, label);
    const back = page ? move(t("filterBack"), page - 1) : null;
    const more = first + PAGE < found.length ? move(t("filterMore"), page + 1) : null;
    this.said.textContent = [counted, ...notes].join(" ");
    this.rows.replaceChildren(
      ...(shown.length
        ? [
            table(
              caption,
              sheet.columns,
              shown.map((row) => rendered(row.cells)),
            ),
          ]
        : []),
      h("div", { class: "row" }, back, more),
    );
  }
}
