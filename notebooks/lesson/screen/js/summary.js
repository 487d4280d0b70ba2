// One's own course on a page: votes, shifts, texts, how sure against how right. It leaves the computer only if printed or sent.
import { calibrated } from "./calibration.js";
import { h } from "./dom.js";
import { shifts } from "./shift.js";
import { View } from "./view.js";

export class Summary extends View {
  draw() {
    const { sheet, t, states } = this;
    const of = (kind) => sheet.items.filter((item) => item.use.includes(kind));
    const texts = of("text").filter((item) => states[item.id].commit);
    const who = this.store.learner.name;
    this.page = h("div", { class: "page" },
      h("p", {}, who ? t("summaryWho", { name: who }) : ""),
      this.part("summaryLessons", h("ul", {}, sheet.lessons.map((lesson) => {
        const mine = of(`lesson ${lesson}`);
        return h("li", {}, t("summaryLesson", { lesson, n: mine.filter((i) => states[i.id].commit || states[i.id].vote).length, total: mine.length }));
      }))),
      this.part("summaryVotes", shifts(of("claim"), states, t)),
      this.part("summaryTexts", texts.length ? texts.map((item) => [h("p", { class: "quiet" }, item.text), h("blockquote", {}, states[item.id].commit.answer)])
        : h("p", {}, t("summaryNoText"))),
      this.part("summarySure", calibrated(of("sure"), states, t)));
    this.show(this.page, h("div", { class: "row" }, h("button", { type: "button", onclick: () => this.print() }, t("summaryPrint")), this.file()),
      h("p", { class: "quiet" }, t("summaryOwn")));
  }

  part(name, ...nodes) {
    return h("div", { class: "part" }, h("p", { class: "group" }, h("b", {}, this.t(name))), nodes.flat(3));
  }

  // Print this part alone: a frame of its own, so that the notebook around it stays out.
  print() {
    const frame = h("iframe", { class: "print", title: this.sheet.title, "aria-hidden": "true", tabindex: "-1" });
    this.root.append(frame);
    const inside = frame.contentDocument;
    inside.title = this.sheet.title;
    inside.body.append(inside.importNode(this.page, true));
    const style = inside.createElement("style");
    style.textContent = "body{font:12pt/1.5 sans-serif}table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;border-bottom:1px solid #999;padding:4px}blockquote{white-space:pre-wrap;border-left:3px solid #999;margin:0;padding-left:8pt}.track{display:none}";
    inside.head.append(style);
    frame.contentWindow.focus();
    frame.contentWindow.print();
    setTimeout(() => frame.remove(), 60000);
  }

  file() {
    const text = () => [this.sheet.title, ...[...this.page.querySelectorAll("p, li, caption, blockquote, tr")].map((node) =>
      node.tagName === "TR" ? [...node.cells].map((cell) => cell.innerText).join(" | ") : node.innerText)].join("\n");
    return h("a", { href: "#", download: "my-course.txt", onclick: (click) => {
      const url = URL.createObjectURL(new Blob([text()], { type: "text/plain" }));
      click.currentTarget.href = url;
      setTimeout(() => URL.revokeObjectURL(url), 60000);
    } }, this.t("summaryFile"));
  }
}
