// The controls, one small object a type of item: { node, read(): answer or null }. None preselects anything.
import { h, uid } from "./dom.js";
import { readNumber } from "./grade.js";

const picked = (input) => (input.value === "" ? null : Number(input.value));

export const pick = (empty, words, name = null) => h("select", { id: uid("pick"), "aria-label": name },
  h("option", { value: "" }, empty), words.map((word, i) => h("option", { value: i }, word)));

export const controls = {
  single(sheet) {
    const name = uid("pick");
    const inputs = sheet.options.map((_, i) => h("input", { type: "radio", name, id: uid("option"), value: i }));
    return {
      node: h("div", {}, sheet.options.map((o, i) => choice(o, inputs[i], i))),
      read: () => { const i = inputs.findIndex((input) => input.checked); return i < 0 ? null : i; },
    };
  },
  multiple(sheet) {
    const inputs = sheet.options.map((_, i) => h("input", { type: "checkbox", id: uid("option"), value: i }));
    return {
      node: h("div", {}, sheet.options.map((o, i) => choice(o, inputs[i], i))),
      read: () => { const on = inputs.flatMap((input, i) => (input.checked ? [i] : [])); return on.length ? on : null; },
    };
  },
  match(sheet, t) {
    const inputs = sheet.options.map(() => pick(t("choose"), sheet.columns));
    const weights = sheet.weights?.length ? sheet.options.map((_, i) => pick(t("weight"), sheet.weights, t("weightOf", { letter: letter(i) }))) : null;
    return {
      node: h("div", {}, sheet.options.map((o, i) => h("div", { class: weights ? "opt card-row weighed" : "opt card-row" },
        h("label", { for: inputs[i].id }, h("span", { class: "letter", "aria-hidden": "true" }, `${letter(i)} `), h("span", { html: o.label })),
        h("span", { class: "picks" }, inputs[i], weights?.[i])))),
      read: () => {
        const found = inputs.map(picked);
        if (found.every((c) => c === null)) return null;
        return weights ? found.map((column, i) => [column, picked(weights[i])]) : found;
      },
    };
  },
  numeric(sheet, t) {
    const id = uid("number");
    const input = h("input", { type: "text", inputmode: "decimal", id, autocomplete: "off", "aria-describedby": `${id}-read` });
    const read = h("output", { id: `${id}-read`, for: id });
    input.addEventListener("input", () => {
      const number = readNumber(input.value);
      read.value = number === null ? "" : t("readAs", { n: number, unit: sheet.unit });
    });
    return {
      node: h("div", { class: "row" }, h("label", { for: id }, t("number")), input, h("span", {}, sheet.unit), read),
      read: () => readNumber(input.value),
    };
  },
  reflect(sheet, t, state) {
    const id = uid("text");
    const input = h("textarea", { id, rows: 5, maxlength: 10000 }, state.commit?.answer ?? "");
    return { node: h("div", {}, h("label", { for: id }, t("text")), input), read: () => (input.value.trim() ? input.value : null) };
  },
  scale(sheet, t) {
    const id = uid("scale");
    const output = h("output", { for: id }, t("notSet"));
    let touched = false;
    const input = h("input", { type: "range", id, min: 0, max: 100, value: 50, "aria-valuetext": t("notSet") });
    const touch = () => {
      touched = true;
      output.value = t("of100", { n: input.value });
      input.setAttribute("aria-valuetext", `${input.value}`);
    };
    for (const what of ["input", "pointerup"]) input.addEventListener(what, touch);
    input.addEventListener("keyup", (key) => { if (key.key === " ") touch(); });
    return {
      node: h("div", {},
        h("div", { class: "sure" }, h("label", { for: id }, t("agreement")), input, output),
        h("div", { class: "ends" }, h("span", {}, `0: ${sheet.ends[0]}`), h("span", {}, `100: ${sheet.ends[1]}`))),
      read: () => (touched ? Number(input.value) : null),
    };
  },
};

export const letter = (i) => String.fromCharCode(65 + i);

const choice = (option, input, i) => h("label", { class: "opt", for: input.id }, input,
  h("span", {}, h("span", { class: "letter", "aria-hidden": "true" }, `${letter(i)} `), h("span", { html: option.label })));

export function sureControl(sheet, t, label = t("sure")) {
  if (sheet.start === null) return { node: null, read: () => null };
  const id = uid("sure");
  const low = sheet.type === "scale" ? 0 : sheet.start;
  const input = h("input", { type: "range", id, min: low, max: 100, value: sheet.start, title: sheet.type === "scale" ? null : t("sureHelp") });
  const output = h("output", { for: id }, t("percent", { n: sheet.start }));
  const show = () => {
    output.value = t("percent", { n: input.value });
    input.setAttribute("aria-valuetext", output.value);
  };
  input.addEventListener("input", show);
  show();
  return { node: h("div", { class: "sure" }, h("label", { for: id }, label), input, output), read: () => Number(input.value) };
}
