// Dated reports, one by one: how sure would you have been that night? Then what happened.
import { sureControl } from "./controls.js";
import { h } from "./dom.js";
import { brier } from "./score.js";
import { savedLine } from "./store.js";
import { table, View } from "./view.js";

const HELD = { confirmed: true, refuted: false, unsettled: null };

export class Desk extends View {
  start() {
    const states = this.states;
    const open = this.sheet.items.findIndex((item) => !states[item.id].commit);
    this.at = open < 0 ? this.sheet.items.length : open;
    this.store.watchers.add((what) => what === "status" && this.saved?.paint());
  }

  draw(focus = null) {
    const { sheet } = this;
    this.saved = null;
    if (this.at < sheet.items.length) this.show(this.report(sheet.items[this.at]));
    else this.show(this.ending());
    if (focus) this.body.querySelector(focus)?.focus();
  }

  go(to) {
    return () => { this.at = to; this.draw(".report, .ending"); };
  }

  report(item) {
    const { t, sheet, at } = this;
    const { commit } = this.states[item.id];
    this.saved = savedLine(this.store, item.id, t);
    const move = (label, to) => h("button", { type: "button", class: "plain", onclick: this.go(to) }, label);
    return [
      h("div", { class: "meta" }, h("span", {}, t("deskReport", { n: at + 1, total: sheet.items.length }))),
      h("div", { class: "report", tabindex: "-1" }, h("p", {}, h("b", {}, item.date)), h("p", {}, item.report),
        h("p", { class: "quiet" }, `${t("deskBasis")} ${item.basis}`)),
      commit ? this.outcome(item, commit.answer) : this.form(item),
      h("div", { class: "row" }, at ? move(t("deskBack"), at - 1) : null,
        commit ? h("button", { type: "button", onclick: this.go(at + 1) }, t(at + 1 < sheet.items.length ? "deskNext" : "deskEnd")) : null, this.saved.line),
    ];
  }

  form(item) {
    const { t, sheet } = this;
    const sure = sureControl({ type: "scale", start: 50 }, t, t("deskSure"));
    const submit = (event) => {
      event.preventDefault();
      this.store.add({ ...item, lesson: sheet.lesson, notebook: sheet.notebook }, "commit", { answer: sure.read() });
      this.draw(".feedback");
    };
    return h("form", { onsubmit: submit }, h("div", { class: "row" }, sure.node, h("button", { type: "submit" }, t("deskWrite"))));
  }

  outcome(item, sure) {
    const { t } = this;
    const { score } = brier([{ sure, held: HELD[item.outcome] }]);
    const css = { confirmed: "supported", refuted: "not-yet", unsettled: "debated" }[item.outcome];
    return h("div", { class: `feedback ${css}`, tabindex: "-1", role: "status" }, h("strong", {}, t(item.outcome)), " ",
      t("deskYou", { n: sure }), " ", score === null ? t("deskNoScore") : t("deskScore", { score: score.toFixed(2) }),
      h("div", { class: "why" }, item.after), item.outcome_date ? h("p", { class: "quiet" }, t("deskWhen", { date: item.outcome_date })) : null,
      h("p", { class: "sources" }, `${t("sources")}: `, item.sources.flatMap((source, i) => [i ? " · " : "",
        h("a", { href: source.url, target: "_blank", rel: "noopener noreferrer", title: t("newWindow") }, source.label)])));
  }

  ending() {
    const { t, sheet } = this;
    const states = this.states;
    const mine = sheet.items.flatMap((item) => {
      const { commit } = states[item.id];
      return commit ? [{ item, sure: commit.answer, held: HELD[item.outcome] }] : [];
    });
    const { n, score } = brier(mine);
    const rows = mine.map(({ item, sure, held }) => [item.date, item.short, t("percent", { n: sure }), t(item.outcome),
      held === null ? t("deskNotScored") : brier([{ sure, held }]).score.toFixed(2)]);
    return [
      h("div", { class: "ending feedback", tabindex: "-1", role: "status" }, n
        ? t("deskTotal", { score: score.toFixed(2), n, open: mine.length - n }) : t("deskNone")),
      rows.length ? table(t("deskTable"), [t("deskDate"), t("deskWhat"), t("deskYours"), t("deskHeld"), t("deskPoints")], rows) : null,
      h("p", { class: "quiet" }, t("deskLess")),
      h("div", { class: "row" }, h("button", { type: "button", class: "plain", onclick: this.go(0) }, t("deskAgain"))),
    ];
  }
}
