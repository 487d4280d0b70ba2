// What is written and not yet sent: kept as one types, for each learner, question and version, until it is sent.
/** @import { Control, Question, State } from "./shapes" */
/** @import { Store } from "./store.js" */
import { read, readJson, remove, write } from "./shelf.js";

/**
 * `vote` and `at` say in which form it was written: for which vote, and after which answer. `values` are those of the
 * controls that were changed, by their place in the form.
 * @typedef {{ vote: 1 | 2, at: string, answer: any, values: Record<number, string | boolean> }} Draft
 */
/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Field */

export const NEWS = ["input", "change", "click", "keyup", "pointerup"];

/** @type {(store: Store, sheet: Question) => string} */
const nameOf = ({ course, learner }, { id, version }) => `${course}-draft:${learner.id}:${id}:${version}`;

/** @type {(store: Store, sheet: Question) => Draft | null} */
export function draftOf(store, sheet) {
  const draft = readJson(nameOf(store, sheet));
  return draft && typeof draft === "object" && draft.values && typeof draft.values === "object" ? draft : null;
}

/** @type {(store: Store, sheet: Question) => void} */
export const dropDraft = (store, sheet) => remove(nameOf(store, sheet));

/**
 * A state in which a control begins with what was drafted.
 * @type {(now: State, draft: Draft | null) => State}
 */
export const seeded = (now, draft) =>
  draft && draft.answer !== null
    ? { ...now, commit: /** @type {any} */ ({ ...now.commit, answer: draft.answer }) }
    : now;

/** @type {(form: HTMLElement) => Field[]} */
const fieldsOf = (form) => [.../** @type {NodeListOf<Field>} */ (form.querySelectorAll("input, select, textarea"))];

const isTicked = (/** @type {Field} */ field) => field.type === "radio" || field.type === "checkbox";

const valueOf = (/** @type {Field} */ field) =>
  isTicked(field) ? /** @type {HTMLInputElement} */ (field).checked : field.value;

/** @type {(fields: Field[], draft: Draft) => void} */
function restore(fields, { values }) {
  for (const [i, value] of Object.entries(values)) {
    const field = fields[Number(i)];
    if (!field || valueOf(field) === value) continue;
    if (isTicked(field)) /** @type {HTMLInputElement} */ (field).checked = value === true;
    else field.value = String(value);
    for (const what of ["input", "change"]) field.dispatchEvent(new Event(what, { bubbles: true }));
  }
}

/**
 * Fill a form with what was drafted for it, and from now on keep what is written in it.
 * @param {HTMLElement} form
 * @param {{ store: Store, sheet: Question, vote: 1 | 2, now: State, control: Control, draft: Draft | null }} about
 * @param {() => void} written
 */
export function keepDraft(form, { store, sheet, vote, now, control, draft }, written) {
  const fields = fieldsOf(form);
  const touched = new Set(Object.keys(draft?.values ?? {}).map(Number));
  const before = fields.map(valueOf);
  const empty = JSON.stringify(control.read());
  if (draft) restore(fields, draft);
  const name = nameOf(store, sheet);
  const keep = (/** @type {Event} */ event) => {
    const place = fields.indexOf(/** @type {Field} */ (event.target));
    if (place >= 0 && (event.type === "input" || event.type === "change")) touched.add(place);
    const changed = fields.flatMap((field, i) => (touched.has(i) || valueOf(field) !== before[i] ? [i] : []));
    const answer = control.read();
    if (!changed.length && JSON.stringify(answer) === empty) return;
    const values = Object.fromEntries(changed.map((i) => [i, valueOf(fields[i])]));
    const text = JSON.stringify({ vote, at: now.commit?.id ?? "", answer, values });
    if (store.keeps && read(name) !== text) write(name, text);
    written();
  };
  for (const what of NEWS) form.addEventListener(what, keep);
}
