// One story through its publications: fold the links that repeat, and see how many knew it.
/** @import { Translate, ViewSheet } from "./shapes" */
/** @import { Store } from "./store.js" */
import { h } from "./dom.js";
import { card, rendered, table } from "./view.js";

/** @typedef {{ origin: boolean, cells: string[] }} Link cells: HTML */
/** @typedef {ViewSheet & { story: string, columns: string[], links: Link[], below: string }} ChainSheet */

export class Chain {
  /**
   * @param {Store} store
   * @param {ChainSheet} sheet
   * @param {Translate} t
   */
  constructor(store, sheet, t) {
    this.sheet = sheet;
    this.t = t;
    this.folded = false;
    this.said = h("p", { role: "status", class: "feedback" });
    this.rows = h("div");
    this.button = h("button", { type: "button", "aria-pressed": "false", onclick: () => this.flip() });
    const row = h("div", { class: "row" }, this.button);
    const below = h("p", { class: "quiet" }, sheet.below);
    this.root = card(sheet, "lesson-card wide", h("p", {}, sheet.story), row, this.said, this.rows, below);
  }

  flip() {
    this.folded = !this.folded;
    this.draw();
  }

  draw() {
    const { sheet, t, folded } = this;
    const origins = sheet.links.filter((link) => link.origin);
    const counts = { n: sheet.links.length, origins: origins.length, rest: sheet.links.length - origins.length };
    const shown = (folded ? origins : sheet.links).map((link) => rendered(link.cells));
    this.button.textContent = t(folded ? "chainUnfold" : "chainFold");
    this.button.setAttribute("aria-pressed", String(folded));
    this.said.textContent = t(folded ? "chainFolded" : "chainOpen", counts);
    this.rows.replaceChildren(table(t(folded ? "chainOrigins" : "chainLinks"), sheet.columns, shown));
  }
}
