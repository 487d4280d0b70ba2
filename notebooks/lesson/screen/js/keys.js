// Jupyter takes plain keys from outputs (arrows move between cells, "x" cuts one), Notebook 7 before they get there. So
// they are stopped first of all, and what a key does to a control still happens. Shortcuts with Ctrl and the like are
// left alone, but for those that edit a text: Ctrl+Z in a card must not undo what was typed in a cell of code.

const isField = (/** @type {Element} */ target) =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === "text");

const EDITS = ["a", "c", "v", "x", "y", "z", "control", "meta"];

// Even Ctrl alone: JupyterLab, once it has heard of it, keeps the browser from undoing in the field.
/** @type {(key: KeyboardEvent, target: Element) => boolean} */
const edits = ({ key, altKey }, target) => !altKey && EDITS.includes(key.toLowerCase()) && isField(target);

// Shift+Enter on the words of a card runs its cell.
const runs = (/** @type {KeyboardEvent} */ { key, shiftKey }, /** @type {Element} */ target) =>
  key === "Enter" && shiftKey && target.classList.contains("lesson-card");

function onkey(/** @type {KeyboardEvent} */ key) {
  const { target } = key;
  if (!(target instanceof Element) || !target.closest(".lesson-card, .lesson-table summary")) return;
  if (key.ctrlKey || key.metaKey) {
    if (edits(key, target)) key.stopPropagation();
    return;
  }
  if (key.altKey || key.key === "Escape" || runs(key, target)) return;
  key.stopPropagation();
  // A control with keys of its own hears of them by this name, and says whether it used one.
  const told = new CustomEvent("card-key", { bubbles: true, cancelable: true, detail: key.key });
  if (!target.dispatchEvent(told)) key.preventDefault();
}

// Once a page, whichever bundle comes first.
export function keepKeys() {
  const page = /** @type {any} */ (globalThis);
  if (!page.lessonKeys) addEventListener("keydown", onkey, true);
  page.lessonKeys = true;
}
