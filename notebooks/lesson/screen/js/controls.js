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

/** @type {(inputs: HTMLInputElement[]) => number[] | null} */
export const ticked = (inputs) => {
  const on = inputs.flatMap((input, i) => (input.checked ? [i] : []));
  return on.length ? on : null;
};

/** @type {(inputs: HTMLInputElement[]) => number | null} */
export const chosen = (inputs) => ticked(inputs)?.[0] ?? null;

/**
 * Buttons of which one is chosen, with one tap or the arrow keys: a group of radio buttons that is called `name`.
 * @type {(name: string, words: string[], before?: unknown) => { node: HTMLElement, read: () => number | null }}
 */
export function segments(name, words, before) {
  const group = uid("seg");
  const inputs = words.map((_, i) => h("input", { type: "radio", name: group, value: i, checked: before === i }));
  const labels = words.map((word, i) => h("label", { class: "seg" }, inputs[i], h("span", {}, word)));
  const node = h(
    "div",
    { class: "segs", role: "radiogroup", "aria-label": name, style: `--n:${words.length}` },
    labels,
  );
  return { node, read: () => chosen(inputs) };
}

/** How many of some controls have been used. */
export const counted = (/** @type {{ read: () => unknown }[]} */ all) =>
  all.filter(({ read }) => read() !== null).length;

/**
 * How sure? The slider starts at `start`, where a blind guess would be right, and goes down to `low`.
 * @param {number | null} start
 * @param {number} low
 * @param {string} label
 * @param {Translate} t
 * @returns {Control}
 */
export function sureControl(start, low, label, t) {
  if (start === null) return { node: null, read: () => null };
  const id = uid("sure");
  const input = h("input", { type: "range", id, min: low, max: 100, value: start, title: low ? t("sureHelp") : null });
  const output = h("output", { for: id });
  const show = () => {
    output.value = t("percent", { n: input.value });
    input.setAttribute("aria-valuetext", output.value);
  };
  input.addEventListener("input", show);
  show();
  const node = h("div", { class: "sure" }, h("label", { for: id }, label), input, output);
  return { node, read: () => Number(input.value) };
}
