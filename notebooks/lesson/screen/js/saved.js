// The line under a question that says whether its answer is saved, and what to do where it is not.
/** @import { Translate } from "./shapes" */
/** @import { Store } from "./store.js" */
import { fileLink, h } from "./dom.js";

/** @type {(store: Store, item: string, t: Translate) => { line: HTMLElement, paint: () => void }} */
export function savedLine(store, item, t) {
  const line = h("span", { class: "saved", role: "status" });
  const paint = () => {
    const { status, reason, kept } = store.of(item);
    const waits = status === "late" || status === "refused";
    const text = status && { saving: "", saved: t("saved"), late: t("notSaved"), refused: reason }[status];
    line.replaceChildren(waits && !kept ? t("notKept") : (text ?? ""));
    if (waits) line.append(" ", downloadLink(store, t));
    line.classList.toggle("unsaved", waits);
  };
  if (store.of(item).status) paint();
  return { line, paint };
}

/** @type {(store: Store, t: Translate) => HTMLElement} */
const downloadLink = (store, t) =>
  fileLink("answers.jsonl", "application/jsonl", t("download"), () =>
    store
      .unsaved()
      .map((event) => JSON.stringify(event) + "\n")
      .join(""),
  );
