// Controls that several cards use. None preselects anything.
/** @import { Control, Option, Question, Translate } from "./shapes" */
import { h, uid } from "./dom.js";

export const letter = (/** @type {number} */ i) => String.fromCharCode(65 + i);

const lettered = (/** @type {number} */ i) => h("span", { class: "letter", "aria-hidden": "true" }, `${letter(i)} `);

/**
 * An option's letter and words.
 * @type {(option: Option, i: number) => HTMLElement[]}
 */
export const named = (option, i) => [lettered(i), h("span", { html: option.label })];

/**
 * A radio button or a tick box beside each option.
 * @type {(sheet: Question, inputs: HTMLInputElement[]) => HTMLElement}
 */
export function choices({ options }, inputs) {
  const labels = options.map((option, i) =>
    h("label", { class: "opt", for: inputs[i].id }, inputs[i], h("span", {}, named(option, i))),
  );
  return h("div", {}, labels);
}

/** @type {(empty: string, words: string[], name?: string | null) => HTMLSelectElement} */
export const pick = (empty, words, name = null) =>
  h(
    "select",
    { id: uid("pick"), "aria-label": name },
    h("option", { value: "" }, empty),
    words.map((word, i) => h("option", { value: i }, word)),
  );

/** @type {(input: HTMLSelectElement) => number | null} */
export const picked = (input) => (input.value === "" ? null : Number(input.value));

/**
 * How sure? The slider starts at `start` (a blind guess) and goes down to it, or to 0 where there is nothing to guess.
 * @param {number | null} start
 * @param {boolean} opinion
 * @param {Translate} t
 * @param {string} label
 * @returns {Control}
 */
export function sureControl(start, opinion, t, label = t("sure")) {
  if (start === null) return { node: null, read: () => null };
  const id = uid("sure");
  const low = opinion ? 0 : start;
  const title = opinion ? null : t("sureHelp");
  const input = h("input", { type: "range", id, min: low, max: 100, value: start, title });
  const output = h("output", { for: id }, t("percent", { n: start }));
  const show = () => {
    output.value = t("percent", { n: input.value });
    input.setAttribute("aria-valuetext", output.value);
  };
  input.addEventListener("input", show);
  show();
  const node = h("div", { class: "sure" }, h("label", { for: id }, label), input, output);
  return { node, read: () => Number(input.value) };
}
