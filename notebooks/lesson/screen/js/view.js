// What the views that fold many items have in common: they are drawn again when an answer comes in.
import { h } from "./dom.js";

export class View {
  constructor(store, sheet, t) {
    Object.assign(this, { store, sheet, t });
    this.body = h("div");
    this.root = h("section", { class: "lesson-card", "data-item": sheet.id, "aria-label": sheet.title },
      h("p", {}, h("b", {}, sheet.title)), this.body);
    this.start();
    this.draw();
    store.watchers.add((what) => what === "events" && this.changed() && this.draw());
  }

  start() {}

  get states() {
    return this.store.states(this.sheet.items);
  }

  // Only news about this view's own items draws it again, so that focus and half-made choices stay.
  changed() {
    const mark = JSON.stringify([this.store.learner.id, Object.values(this.states).map((s) => [s.vote?.id, s.first?.id, s.commit?.id])]);
    return mark !== this.mark && (this.mark = mark, true);
  }

  show(...nodes) {
    this.changed();
    this.body.replaceChildren(...nodes.flat().filter(Boolean));
  }
}

// A table that becomes a list on a narrow card: every cell carries the name of its column.
export function table(caption, columns, rows) {
  const cell = (content, i) => h(i ? "td" : "th", i ? { "data-l": columns[i] } : { scope: "row" },
    content instanceof Object && "html" in content ? h("span", { html: content.html }) : content);
  return h("div", { class: "look" }, h("table", {}, h("caption", {}, caption),
    h("thead", {}, h("tr", {}, columns.map((name) => h("th", { scope: "col" }, name)))),
    h("tbody", {}, rows.map((row) => h("tr", {}, row.map(cell))))));
}
