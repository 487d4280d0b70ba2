// Rows of small tables: to read, and to answer with.
/** @import { Option, Question, ReadTable, Translate } from "./shapes" */
import { letter, named } from "./controls.js";
import { h } from "./dom.js";

/**
 * A table that becomes a list on a narrow card: every cell carries the name of its column.
 * @type {(table: ReadTable) => HTMLElement}
 */
export function readTable({ title, heads, rows }) {
  const body = rows.map(([first, ...rest]) =>
    h(
      "tr",
      {},
      h("th", { scope: "row", html: first.html }),
      rest.map(({ html }, i) => h("td", { "data-l": heads[i + 1], html })),
    ),
  );
  return h(
    "div",
    { class: "look" },
    h(
      "table",
      { "aria-label": title ? null : heads[0] },
      title && h("caption", {}, title),
      headOf(heads),
      h("tbody", {}, body),
    ),
  );
}

/** @type {(heads: string[], first?: HTMLElement) => HTMLElement} */
export const headOf = (heads, first) =>
  h(
    "thead",
    {},
    h(
      "tr",
      {},
      first,
      heads.map((name) => h("th", { scope: "col" }, name)),
    ),
  );

/**
 * The rows that are answered with, as a table to read: their letters stand before their labels.
 * @type {(sheet: Question) => ReadTable}
 */
export const rowsOf = ({ heads, options }) => ({
  title: "",
  heads,
  rows: options.map(({ label, text, cells }, i) => [
    { html: `${letter(i)} ${label}`, text: `${letter(i)} ${text}` },
    ...cells,
  ]),
});

/**
 * A row's cells in a table, its label as a header of the row.
 * @type {(sheet: Question, option: Option, label: HTMLElement) => HTMLElement[]}
 */
export const cellsOf = ({ heads }, { cells }, label) => [
  h("th", { scope: "row" }, label),
  ...cells.map(({ html }, i) => h("td", { "data-l": heads[i + 1], html })),
];

/**
 * A row as a card: letter and label, then each cell after the name of its column.
 * @type {(sheet: Question, option: Option, i: number) => HTMLElement}
 */
export const cardOf = ({ heads }, option, i) =>
  h(
    "div",
    { class: "face" },
    h("b", {}, named(option, i)),
    h(
      "div",
      { class: "facts" },
      option.cells.map(({ html }, column) =>
        h("div", {}, h("span", { class: "head" }, `${heads[column + 1]}: `), h("span", { html })),
      ),
    ),
  );

/** @type {(parts: (string | false)[]) => HTMLElement} */
export const tally = (parts) =>
  h(
    "ul",
    { class: "tally" },
    parts.filter(Boolean).map((part) => h("li", {}, part)),
  );

/**
 * A sentence of the tally, left out where it counts nothing.
 * @type {(t: Translate, name: string, n: number) => string | false}
 */
export const some = (t, name, n) => n > 0 && t(name, { n });

/** The letter and the plain words of a row. */
export const nameOf = (/** @type {Option} */ option, /** @type {number} */ i) => `${letter(i)} ${option.text}`;
