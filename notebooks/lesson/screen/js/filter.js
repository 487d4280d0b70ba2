// Rows are shipped once; the card hides, counts, and says what is missing.
import { h, uid } from "./dom.js";
import { table } from "./view.js";

const PAGE = 10;

export class Filter {
  constructor(store, sheet, t) {
    Object.assign(this, { sheet, t, page: 0 });
    this.said = h("p", { role: "status", class: "feedback" });
    this.rows = h("div");
    this.picks = sheet.facets.map((facet) => {
      const input = h("select", { id: uid("facet") }, facet.values.map((v, i) => h("option", { value: i, selected: i === facet.start }, v.label)));
      input.addEventListener("change", () => { this.page = 0; this.draw(); });
      return input;
    });
    this.root = h("section", { class: "lesson-card wide", "data-item": sheet.id, "aria-label": sheet.title }, h("p", {}, h("b", {}, sheet.title)),
      h("div", { class: "row" }, sheet.facets.map((facet, i) => h("span", { class: "facet" }, h("label", { for: this.picks[i].id }, facet.label), this.picks[i]))),
      this.said, this.rows, h("p", { class: "quiet" }, sheet.missing));
    this.draw();
  }

  // A facet compares by word, or (kind "upto") keeps what comes no later than the value chosen; "" keeps every row.
  keeps(row) {
    return this.sheet.facets.every((facet, i) => {
      const { value } = facet.values[this.picks[i].value];
      return value === "" || (facet.kind === "upto" ? row.is[facet.name] <= value : row.is[facet.name] === value);
    });
  }

  draw(focus = null) {
    const { sheet, t } = this;
    const found = sheet.rows.filter((row) => this.keeps(row));
    const notes = sheet.facets.map((facet, i) => facet.values[this.picks[i].value].note).filter(Boolean);
    this.said.textContent = [t("filterCount", { n: found.length, total: sheet.rows.length, what: sheet.what }), ...notes].join(" ");
    const first = this.page * PAGE, shown = found.slice(first, first + PAGE);
    const turn = (label, by) => h("button", { type: "button", class: "plain turn", onclick: () => { this.page += by; this.draw("table"); } }, label);
    this.rows.replaceChildren(...(shown.length ? [table(t("filterShown", { from: first + 1, to: first + shown.length, total: found.length }), sheet.columns,
      shown.map((row) => row.cells.map((html) => ({ html }))))] : []),
    h("div", { class: "row" }, this.page ? turn(t("filterBack"), -1) : null, first + PAGE < found.length ? turn(t("filterMore"), 1) : null));
    const at = focus && this.rows.querySelector(focus);
    if (at) { at.tabIndex = -1; at.focus(); }
  }
}
