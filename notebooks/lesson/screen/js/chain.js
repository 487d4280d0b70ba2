// One story through its publications: fold the links that repeat, and see how many knew it.
import { h } from "./dom.js";
import { table } from "./view.js";

export class Chain {
  constructor(store, sheet, t) {
    Object.assign(this, { sheet, t, folded: false });
    this.said = h("p", { role: "status", class: "feedback" });
    this.rows = h("div");
    this.button = h("button", { type: "button", "aria-pressed": "false", onclick: () => { this.folded = !this.folded; this.draw(); } });
    this.root = h("section", { class: "lesson-card wide", "data-item": sheet.id, "aria-label": sheet.title }, h("p", {}, h("b", {}, sheet.title)),
      h("p", {}, sheet.story), h("div", { class: "row" }, this.button), this.said, this.rows, h("p", { class: "quiet" }, sheet.below));
    this.draw();
  }

  draw() {
    const { sheet, t, folded } = this;
    const origins = sheet.links.filter((link) => link.origin);
    this.button.textContent = t(folded ? "chainUnfold" : "chainFold");
    this.button.setAttribute("aria-pressed", String(folded));
    this.said.textContent = t(folded ? "chainFolded" : "chainOpen", { n: sheet.links.length, origins: origins.length, rest: sheet.links.length - origins.length });
    this.rows.replaceChildren(table(t(folded ? "chainOrigins" : "chainLinks"), sheet.columns, (folded ? origins : sheet.links).map((link) => link.cells.map((html) => ({ html })))));
  }
}
