// Places in a text: one of them, answered by its index, or each that fits, answered by the list of their indices.
/** @import { Control, Graded, Marked, Option, Question, Shown, Translate, Verdict } from "../shapes" */
import { h, uid } from "../dom.js";
import { note } from "../options.js";
import { chosen } from "../verdict.js";
import * as multiple from "./multiple.js";

export const asks = (/** @type {Question} */ sheet) => (sheet.ask === "one" ? "markOne" : "markSeveral");

/** @type {(sheet: Question) => Control} */
export function control(sheet) {
  const one = sheet.ask === "one";
  const name = uid("mark");
  const inputs = sheet.options.map(() => h("input", { type: one ? "radio" : "checkbox", name, class: "sr" }));
  const labels = sheet.options.map((option, i) => h("label", {}, inputs[i], piece(option)));
  const read = () => {
    const on = inputs.flatMap((input, i) => (input.checked ? [i] : []));
    return on.length ? (one ? on[0] : on) : null;
  };
  return { node: h("div", {}, around(sheet, labels)), read };
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

/** @typedef {"right" | "wrong" | "missed" | "left" | "debated"} Standing */

// How a piece stands: by what the key says of marking it, and by whether it was marked.
/** @type {(option: Option, marked: boolean) => Standing} */
function standing({ verdicts }, marked) {
  const outcome = verdicts.ticked ?? verdicts.chosen;
  if (outcome === "debated") return "debated";
  if (outcome === "supported") return marked ? "right" : "missed";
  return marked ? "wrong" : "left";
}

const CSS = { right: "supported", wrong: "not-yet", missed: "missed", left: "", debated: "debated" };
const SAYS = { right: "markRight", wrong: "markWrong", missed: "markMissed", left: "markLeft", debated: "markDebated" };

/** @type {(sheet: Question, marked: Marked, t: Translate) => Shown} */
export function reveal(sheet, { answer, all: shown }, t) {
  const mine = all(answer);
  const stands = sheet.options.map((option, i) => standing(option, mine.includes(i)));
  const text = sheet.options.map((option, i) => {
    const key = shown && stands[i] !== "left" && stands[i] !== "wrong";
    const also = stands[i] === "debated";
    const css = [mine.includes(i) && "you", key && (also ? "also" : "key")].filter(Boolean).join(" ");
    const said = [mine.includes(i) && t("you"), key && t(also ? "legendAlso" : "legendPlace")].filter(Boolean);
    return piece(option, css, said.join(", "));
  });
  const row = (/** @type {number} */ i) => {
    const said = t(stands[i] === "debated" && mine.includes(i) ? "markDebatedYours" : SAYS[stands[i]]);
    const { number, left, feedback } = sheet.options[i];
    return h(
      "li",
      { class: `opt done ${CSS[stands[i]]}` },
      h("span", { class: "letter" }, number),
      h("div", {}, h("b", { class: "tag" }, said), note((!mine.includes(i) && left) || feedback)),
    );
  };
  const rows = sheet.options.map((_, i) => i);
  const told = rows.filter((i) => mine.includes(i) || (shown && stands[i] !== "left"));
  const rest = shown ? rows.filter((i) => !told.includes(i)) : [];
  const others = h(
    "details",
    {},
    h("summary", {}, t("markRest", { n: rest.length })),
    h("ul", { class: "options" }, rest.map(row)),
  );
  return {
    body: [
      .../** @type {HTMLElement[]} */ (around(sheet, text, "passage after").filter(Boolean)),
      legend(shown, stands.includes("debated"), t),
      h("ul", { class: "options" }, told.map(row)),
      ...(rest.length ? [others] : []),
    ],
    fit: sheet.ask === "one" ? [] : [tally(stands, shown, t)],
  };
}

/** @type {(stands: Standing[], shown: boolean, t: Translate) => string} */
function tally(stands, shown, t) {
  const count = (/** @type {Standing} */ one) => stands.filter((is) => is === one).length;
  const [n, extra] = [count("right"), count("wrong")];
  if (!shown) return t("markFit", { n, extra });
  return t("markTally", { n, total: n + count("missed"), extra });
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
