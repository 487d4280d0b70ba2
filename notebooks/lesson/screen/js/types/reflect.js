// A text of one's own. Never graded: the levels of a rubric and a model answer appear after writing.
/** @import { Control, Graded, Marked, Question, Shown, State, Translate } from "../shapes" */
import { h, uid } from "../dom.js";
import { list, row } from "../options.js";
import { ungraded } from "../verdict.js";

export const asks = "writing";
export const button = "keep";

const MOST = 10000; // characters; what is longer is never cut, but shortened by whoever wrote it

/** @type {(sheet: Question, t: Translate, state: State) => Control} */
export function control(sheet, t, { commit }) {
  const id = uid("text");
  const input = h("textarea", { id, rows: 5, dir: "auto" }, commit?.answer ?? "");
  const said = h("p", { class: "problem", role: "status" });
  const wrong = () => (input.value.length > MOST ? t("textTooLong", { n: input.value.length, most: MOST }) : "");
  input.addEventListener("input", () => (said.textContent = wrong()));
  const node = h("div", {}, h("label", { for: id }, t("text")), input, said);
  return { node, wrong, read: () => (input.value.trim() && !wrong() ? input.value : null) };
}

export const grade = (/** @type {Graded} */ sheet, /** @type {unknown} */ answer) =>
  ungraded(typeof answer === "string" && answer.trim() !== "");

export const words = (/** @type {Question} */ sheet, /** @type {string} */ answer) => answer;

/** @type {(sheet: Question, marked: Marked, t: Translate) => Shown} */
export function reveal({ options }, { answer }, t) {
  const levels = options.map((level) => row("plain", null, "", [h("b", { html: level.label })], level.feedback));
  return { body: [h("blockquote", { dir: "auto" }, answer), list(levels)], said: [t("compare")] };
}

export const problem = (/** @type {Translate} */ t) => t("writeFirst");
