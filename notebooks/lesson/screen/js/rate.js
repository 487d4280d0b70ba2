// Departures for 1,000 diplomat-years: a small grid of sentences that Python computed, and two bands, one for chance
// and a wider one for what nobody knows.
import { h, uid } from "./dom.js";

export class Rate {
  constructor(store, sheet, t) {
    Object.assign(this, { sheet, t });
    this.said = h("div", { role: "status", class: "feedback" });
    this.drawing = h("div");
    this.picks = sheet.facets.map((facet) => {
      const input = h("select", { id: uid("facet") }, facet.values.map((label, i) => h("option", { value: i, selected: i === facet.start }, label)));
      input.addEventListener("change", () => this.draw());
      return input;
    });
    this.root = h("section", { class: "lesson-card", "data-item": sheet.id, "aria-label": sheet.title }, h("p", {}, h("b", {}, sheet.title)),
      h("div", { class: "row" }, sheet.facets.map((facet, i) => h("span", { class: "facet" }, h("label", { for: this.picks[i].id }, facet.label), this.picks[i]))),
      this.said, this.drawing, h("p", { class: "quiet" }, sheet.below));
    this.draw();
  }

  draw() {
    const cell = this.sheet.cells[this.picks.map((input) => input.value).join()];
    this.said.replaceChildren(...cell.say.map((line) => h("p", {}, line)));
    this.drawing.replaceChildren(this.bands(cell));
  }

  // Everything that is drawn here stands in the sentences above it, so a screen reader may pass it by.
  bands({ rate, chance, ignorance }) {
    const { sheet, t } = this;
    const at = (value) => `${(100 * Math.min(value, sheet.top)) / sheet.top}%`;
    const wide = ([low, high]) => `left:${at(low)};width:${at(high - low)}`;
    const band = (label, css, span, ...more) => [h("span", { class: "quiet" }, label), h("div", { class: "lane" }, h("span", { class: css, style: wide(span) }), ...more)];
    return h("div", { class: "bands", "aria-hidden": "true" },
      band(t("rateChance"), "chance", chance, h("span", { class: "point", style: `left:${at(rate)}` })),
      band(t("rateIgnorance"), "ignorance", ignorance),
      h("div", { class: "ticks quiet" }, sheet.ticks.map((tick) => h("span", {}, String(tick)))));
  }
}
