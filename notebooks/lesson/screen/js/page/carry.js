// Answers are taken along as a file, added from another device, and deleted after asking.
/** @import { Entry, Translate } from "../shapes" */
import { h, present, uid } from "../dom.js";
import { linesOf } from "./kept.js";

const LARGEST = 64 * 1024 * 1024; // bytes of a file, as Python has it

/** @typedef {{ events: () => Entry[], add: (events: Entry[]) => { added: Entry[], kept: boolean }, clear: () => void }} Answers */

/** @type {(name: string, events: Entry[]) => void} */
function download(name, events) {
  const text = events.map((event) => JSON.stringify(event) + "\n").join("");
  const url = URL.createObjectURL(new Blob([text], { type: "application/jsonl" }));
  h("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
}

/** @type {(file: File, answers: Answers, t: Translate) => Promise<string>} */
async function added(file, answers, t) {
  if (file.size > LARGEST) return t("addNone");
  const { events, strange } = linesOf(await file.text());
  if (!events.length) return t("addNone");
  const { added, kept } = answers.add(events);
  const said = [t("addDone", { n: added.length, here: events.length - added.length })];
  if (strange) said.push(t("addStrange", { n: strange }));
  if (!kept) said.push(t("notKept"));
  return said.join(" ");
}

/**
 * Fill the place for it at the end of a lesson. `keeps` says whether this browser keeps anything.
 * @param {HTMLElement} box
 * @param {Answers} answers
 * @param {boolean} keeps
 * @param {Translate} t
 */
export function carry(box, answers, keeps, t) {
  const told = h("p", { role: "status" });
  const file = h("input", { type: "file", id: uid("file"), accept: ".jsonl,.json,.txt", onchange });
  async function onchange() {
    const [chosen] = file.files ?? [];
    if (!chosen) return;
    told.textContent = await added(chosen, answers, t);
    file.value = "";
  }
  const take = () => {
    const events = answers.events();
    if (events.length) download("answers.jsonl", events);
    else told.textContent = t("noAnswers");
  };
  const remove = () => confirm(t("deleteSure")) && answers.clear();
  /** @type {(name: string, onclick: () => void) => HTMLElement} */
  const button = (name, onclick) => h("button", { type: "button", class: "plain", onclick }, t(name));
  const rows = [
    h("p", {}, t(keeps ? "mayClear" : "notKeeping")),
    h("div", { class: "row" }, button("download", take), keeps && button("delete", remove)),
    h("div", { class: "row" }, h("label", { for: file.id }, t("add")), file),
    told,
  ];
  box.append(...present(rows));
  box.hidden = false;
}
