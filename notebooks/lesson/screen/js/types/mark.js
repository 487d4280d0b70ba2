// Places in a text: one of them, answered by its index, or each that fits, answered by the list of their indices.
/** @import { Control, Graded, Marked, Option, Question, Shown, Translate, Verdict } from "../shapes" */
import { chosen as checked, ticked } from "../controls.js";
import { h, uid } from "../dom.js";
import { counted, list, reasonOf, row, standing } from "../options.js";
import { chosen } from "../verdict.js";
import * as multiple from "./multiple.js";

export const open = (/** @type {Question} */ { ask }) => ask !== "one";
export const waits = "waitMark";
export const asks = (/** @type {Question} */ sheet) => (sheet.ask === "one" ? "markOne" : "markSeveral");

/** @type {(sheet: Question) => Control} */
export function control(sheet) {
  const one = sheet.ask === "one";
  const name = uid("mark");
  const inputs = sheet.options.map(() => h("input", { type: one ? "radio" : "checkbox", name, class: "sr" }));
  const labels = sheet.options.map((option, i) => h("label", {}, inputs[i], piece(option)));
  return { node: h("div", {}, around(sheet, labels)), read: () => (one ? checked(inputs) : ticked(inputs)) };
}

/** @type {(option: Option, css?: string, words?: string) => HTMLElement} */
const piece = ({ number, label }, css = "", words = "") =>
  h(
    "span",
    { class: css },
    h("sup", {}, number),
    h("span", { html: label }),
    words && h("span", { class: "sr" }, ` (${words})`),
  );

// The text to compare with, the heading, and the text itself, whose pieces are `nodes`.
/** @type {(sheet: Question, nodes: HTMLElement[], css?: string) => (HTMLElement | false)[]} */
const around = (sheet, nodes, css = "passage") => [
  sheet.text_beside !== "" && h("div", { class: "text-beside", html: sheet.text_beside }),
  sheet.title !== "" && h("p", { class: "text-title" }, h("b", { html: sheet.title })),
  h("p", { class: css }, spaced(nodes)),
];

/** @type {(nodes: HTMLElement[]) => (HTMLElement | string)[]} */
const spaced = (nodes) => nodes.flatMap((node, i) => (i ? [" ", node] : [node]));

export const listing = (/** @type {Question} */ sheet) =>
  h(
    "div",
    {},
    around(
      sheet,
      sheet.options.map((option) => piece(option)),
      "passage after",
    ),
  );

/** @type {(sheet: Graded, answer: unknown) => Verdict} */
export const grade = (sheet, answer) => (sheet.ask === "one" ? chosen(sheet, answer) : multiple.grade(sheet, answer));

/** @type {(answer: number | number[]) => number[]} */
const all = (answer) => (Array.isArray(answer) ? answer : [answer]);

/** @type {(sheet: Question, answer: number | number[]) => string} */
export const words = (sheet, answer) =>
  all(answer)
    .map((i) => sheet.options[i].number)
    .join(", ");

const SAYS = {
  supported: "markRight",
  "not-yet": "markWrong",
  missed: "markMissed",
  plain: "markLeft",
  debated: "markDebated",
};

/** @type {(sheet: Question, marked: Marked, t: Translate) => Shown} */
export function reveal(sheet, { answer, verdict, all: shown }, t) {
  const { options } = sheet;
  const mine = options.map((_, i) => all(answer).includes(i));
  const stands = options.map((option, i) => standing(option, mine[i]));
  const isKey = (/** @type {number} */ i) => shown && stands[i] !== "plain" && stands[i] !== "not-yet";
  const text = options.map((option, i) => {
    const also = stands[i] === "debated";
    const css = [mine[i] && "you", isKey(i) && (also ? "also" : "key")].filter(Boolean).join(" ");
    const said = [mine[i] && t("you"), isKey(i) && t(also ? "legendAlso" : "legendPlace")].filter(Boolean);
    return piece(option, css, said.join(", "));
  });
  const one = (/** @type {number} */ i) => {
    const said = t(stands[i] === "debated" && mine[i] ? "markDebatedYours" : SAYS[stands[i]]);
    const number = h("span", { class: "letter" }, options[i].number);
    return row(stands[i], number, said, [], reasonOf(options[i], mine[i]));
  };
  const rows = options.map((_, i) => i);
  const told = rows.filter((i) => mine[i] || isKey(i));
  const rest = rows.filter((i) => shown && !told.includes(i));
  const others = h("details", {}, h("summary", {}, t("markRest", { n: rest.length })), list(rest.map(one)));
  const { counts, word } = counted(stands, verdict.outcome, t);
  return {
    body: [
      ...(open(sheet) ? [counts] : []),
      .../** @type {HTMLElement[]} */ (around(sheet, text, "passage after").filter(Boolean)),
      legend(shown, stands.includes("debated"), t),
      list(told.map(one)),
      ...(rest.length ? [others] : []),
    ],
    word,
  };
}

/** @type {(shown: boolean, debated: boolean, t: Translate) => HTMLElement} */
function legend(shown, debated, t) {
  const entry = (/** @type {string} */ css, /** @type {string} */ words) =>
    h("li", { class: "passage after" }, h("span", { class: css }, words));
  return h(
    "ul",
    { class: "legend", "aria-hidden": "true" },
    entry("you", t("you")),
    shown && entry("key", t("legendPlace")),
    shown && debated && entry("also", t("legendAlso")),
  );
}

export const problem = (/** @type {Translate} */ t) => t("markFirst");
