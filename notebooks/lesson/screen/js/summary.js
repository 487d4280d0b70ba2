// One's own course on a page: votes, shifts, texts, how sure against how right. It leaves the computer only if printed or sent.
/** @import { Question, ViewSheet } from "./shapes" */
import { calibrated } from "./calibration.js";
import { fileLink, h } from "./dom.js";
import { shifts } from "./shift.js";
import { kindOf } from "./kinds.js";
import { table, View } from "./view.js";

/** @typedef {Question & { use: string[], claim: string, text: string }} Item */
/** @typedef {ViewSheet<Item> & { lessons: string[] }} SummarySheet */

const PRINTED =
  "body{font:12pt/1.5 sans-serif}table{border-collapse:collapse;width:100%}" +
  "th,td{text-align:left;vertical-align:top;border-bottom:1px solid #999;padding:4px}" +
  "blockquote{white-space:pre-wrap;border-left:3px solid #999;margin:0;padding-left:8pt}.track{display:none}";

/** @extends {View<SummarySheet>} */
export class Summary extends View {
  draw() {
    const { t, states } = this;
    const who = this.store.learner.name;
    const page = h(
      "div",
      { class: "page" },
      h("p", {}, who ? t("summaryWho", { name: who }) : ""),
      this.part("summaryLessons", this.lessons()),
      this.part("summaryVotes", ...shifts(this.of("claim"), states, t)),
      this.part("summaryTexts", ...this.texts()),
      this.of("guess").length ? this.part("summaryGuesses", this.guesses()) : "",
      this.part("summarySure", ...calibrated(this.of("sure"), states, t)),
    );
    const print = h("button", { type: "button", onclick: () => this.print(page) }, t("summaryPrint"));
    const file = fileLink("my-course.txt", "text/plain", t("summaryFile"), () => this.plain(page));
    this.show(page, h("div", { class: "row" }, print, file), h("p", { class: "quiet" }, t("summaryOwn")));
  }

  of(/** @type {string} */ use) {
    return this.sheet.items.filter((item) => item.use.includes(use));
  }

  lessons() {
    const { t, states } = this;
    const lines = this.sheet.lessons.map((lesson) => {
      const mine = this.of(`lesson ${lesson}`);
      const n = mine.filter(({ id }) => states[id].commit || states[id].vote).length;
      return h("li", {}, t("summaryLesson", { lesson, n, total: mine.length }));
    });
    return h("ul", {}, lines);
  }

  texts() {
    const { states } = this;
    const found = this.of("text").flatMap(({ id, text }) => {
      const { commit, earlier } = states[id];
      const shown = commit ?? earlier;
      if (!shown) return [];
      const css = commit ? "" : "earlier";
      const asked = h("p", { class: `quiet ${css}` }, text, commit ? null : ` (${this.t("toEarlier")})`);
      return [asked, h("blockquote", { class: css, dir: "auto" }, String(shown.answer))];
    });
    return found.length ? found : [h("p", {}, this.t("summaryNoText"))];
  }

  // What was guessed before looking, beside the record: only what has been opened.
  guesses() {
    const { t, states } = this;
    const rows = this.of("guess").flatMap((item) => {
      const { commit } = states[item.id];
      return commit ? [[item.text, kindOf(item).words(item, commit.answer, t), item.shown]] : [];
    });
    if (!rows.length) return h("p", {}, t("summaryNoGuess"));
    return table(t("summaryGuessTable"), [t("summaryQuestion"), t("you"), t("legendRecord")], rows);
  }

  part(/** @type {string} */ name, /** @type {HTMLElement[]} */ ...nodes) {
    return h("div", { class: "part" }, h("p", { class: "group" }, h("b", {}, this.t(name))), nodes);
  }

  // Print this part alone: a frame of its own, so that the notebook around it stays out.
  print(/** @type {HTMLElement} */ page) {
    const { title } = this.sheet;
    const frame = h("iframe", { class: "print", title, "aria-hidden": "true", tabindex: "-1" });
    this.root.append(frame);
    const { contentDocument: inside, contentWindow: opened } = frame;
    if (!inside || !opened) return;
    inside.title = title;
    inside.body.append(inside.importNode(page, true));
    const style = new /** @type {any} */ (opened).CSSStyleSheet(); // an element of style a strict page would refuse
    style.replaceSync(PRINTED);
    inside.adoptedStyleSheets = [style];
    opened.focus();
    opened.print();
    setTimeout(() => frame.remove(), 60000);
  }

  plain(/** @type {HTMLElement} */ page) {
    const found = /** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll("p, li, caption, blockquote, tr"));
    const lines = [...found].map((node) =>
      node instanceof HTMLTableRowElement ? [...node.cells].map((cell) => cell.innerText).join(" | ") : node.innerText,
    );
    return [this.sheet.title, ...lines].join("\n");
  }
}
