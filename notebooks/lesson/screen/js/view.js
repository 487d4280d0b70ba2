// What the cards have in common that are no questions.
/** @import { Child } from "./dom.js" */
/** @import { Translate, ViewSheet } from "./shapes" */
/** @import { Store } from "./store.js" */
import { h, present, uid } from "./dom.js";

/** @typedef {{ name: string, label: string, kind: string, start: number, values: any[] }} Facet */

/** @type {(sheet: ViewSheet, css: string, ...children: (Child | Child[])[]) => HTMLElement} */
export const card = (sheet, css, ...children) =>
  h(
    "section",
    { class: css, "data-item": sheet.id, "aria-label": sheet.title },
    h("p", {}, h("b", {}, sheet.title)),
    ...children,
  );

/**
 * One select a facet, each with its name over it, in a row.
 * @param {Facet[]} facets
 * @param {(value: any) => string} label
 * @param {() => void} changed
 */
export function picksOf(facets, label, changed) {
  const picks = facets.map(({ values, start }) => {
    const options = values.map((value, i) => h("option", { value: i, selected: i === start }, label(value)));
    const input = h("select", { id: uid("facet") }, options);
    input.addEventListener("change", changed);
    return input;
  });
  const row = facets.map((facet, i) =>
    h("span", { class: "facet" }, h("label", { for: picks[i].id }, facet.label), picks[i]),
  );
  return { picks, row: h("div", { class: "row" }, row) };
}

/**
 * A view that folds many items: it is drawn again when an answer comes in.
 * @template {ViewSheet} Sheet
 */
export class View {
  /**
   * @param {Store} store
   * @param {Sheet} sheet
   * @param {Translate} t
   */
  constructor(store, sheet, t) {
    this.store = store;
    this.sheet = sheet;
    this.t = t;
    this.body = h("div");
    this.root = card(sheet, "lesson-card", this.body);
    store.watchers.add((what) => what === "events" && this.changed() && this.draw());
  }

  draw() {}

  get states() {
    return this.store.states(this.sheet.items);
  }

  // Only news about this view's own items draws it again, so that focus and half-made choices stay.
  changed() {
    const ids = Object.values(this.states).map((s) => [s.vote?.id, s.first?.id, s.commit?.id]);
    const mark = JSON.stringify([this.store.learner.id, ids]);
    const news = mark !== this.mark;
    this.mark = mark;
    return news;
  }

  show(/** @type {(Child | Child[])[]} */ ...nodes) {
    this.changed();
    this.body.replaceChildren(.../** @type {Node[]} */ (present(nodes.flat())));
  }
}

/**
 * A table that becomes a list on a narrow card: every cell carries the name of its column.
 * @param {string} caption
 * @param {string[]} columns
 * @param {Child[][]} rows
 */
export function table(caption, columns, rows) {
  const cell = (/** @type {Child} */ content, /** @type {number} */ i) =>
    i ? h("td", { "data-l": columns[i] }, content) : h("th", { scope: "row" }, content);
  const names = columns.map((name) => h("th", { scope: "col" }, name));
  const body = rows.map((row) => h("tr", {}, row.map(cell)));
  return h(
    "div",
    { class: "look" },
    h("table", {}, h("caption", {}, caption), h("thead", {}, h("tr", {}, names)), h("tbody", {}, body)),
  );
}

/** @type {(cells: string[]) => HTMLElement[]} */
export const rendered = (cells) => cells.map((html) => h("span", { html }));
