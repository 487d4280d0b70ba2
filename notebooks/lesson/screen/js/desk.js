// Dated reports, one by one: how sure would you have been that night? Then what happened.
/** @import { Graded, Translate, ViewSheet } from "./shapes" */
/** @import { Store } from "./store.js" */
import { sureControl } from "./controls.js";
import { h, outside, plain } from "./dom.js";
import { brier } from "./score.js";
import { savedLine } from "./saved.js";
import { table, View } from "./view.js";

/** @typedef {"confirmed" | "refuted" | "unsettled"} Outcome */
/** @typedef {{ date: string, report: string, short: string, basis: string }} Report */
/** @typedef {{ outcome: Outcome, outcome_date: string, after: string, sources: { label: string, url: string }[] }} Later */
/** @typedef {Graded & Report & Later} Item */
/** @typedef {ViewSheet<Item> & { lesson: string, notebook: string }} DeskSheet */

const HELD = { confirmed: true, refuted: false, unsettled: null };
const COLOUR = { confirmed: "supported", refuted: "not-yet", unsettled: "debated" };

/** @extends {View<DeskSheet>} */
export class Desk extends View {
  saved = /** @type {ReturnType<typeof savedLine> | null} */ (null);

  /**
   * @param {Store} store
   * @param {DeskSheet} sheet
   * @param {Translate} t
   */
  constructor(store, sheet, t) {
    super(store, sheet, t);
    const states = this.states;
    const open = sheet.items.findIndex((item) => !states[item.id].commit);
    this.at = open < 0 ? sheet.items.length : open;
    store.watchers.add((what) => what === "status" && this.saved?.paint());
  }

  /** @type {(focus?: string | null) => void} */
  draw(focus = null) {
    const { items } = this.sheet;
    this.saved = null;
    this.show(this.at < items.length ? this.report(items[this.at]) : this.ending());
    if (focus) /** @type {HTMLElement | null} */ (this.body.querySelector(focus))?.focus();
  }

  go(/** @type {number} */ to) {
    return () => {
      this.at = to;
      this.draw(".report, .ending");
    };
  }

  report(/** @type {Item} */ item) {
    const { t, at } = this;
    const total = this.sheet.items.length;
    const { commit } = this.states[item.id];
    const next = t(at + 1 < total ? "deskNext" : "deskEnd");
    this.saved = savedLine(this.store, item.id, t);
    return [
      h("div", { class: "meta" }, h("span", {}, t("deskReport", { n: at + 1, total }))),
      h(
        "div",
        { class: "report", tabindex: "-1" },
        h("p", {}, h("b", {}, item.date)),
        h("p", {}, item.report),
        h("p", { class: "quiet" }, `${t("deskBasis")} ${item.basis}`),
      ),
      commit ? this.outcome(item, commit.answer) : this.form(item),
      h(
        "div",
        { class: "row" },
        at > 0 && plain(t("deskBack"), this.go(at - 1)),
        commit ? h("button", { type: "button", onclick: this.go(at + 1) }, next) : null,
        this.saved.line,
      ),
    ];
  }

  form(/** @type {Item} */ item) {
    const { t } = this;
    const { lesson, notebook } = this.sheet;
    const sure = sureControl(50, 0, t("deskSure"), t);
    const onsubmit = (/** @type {SubmitEvent} */ event) => {
      event.preventDefault();
      this.store.add({ ...item, lesson, notebook }, "commit", { answer: sure.read() });
      this.draw(".feedback");
    };
    const button = h("button", { type: "submit" }, t("deskWrite"));
    return h("form", { onsubmit }, h("div", { class: "row" }, sure.node, button));
  }

  /** @type {(item: Item, sure: number) => HTMLElement} */
  outcome(item, sure) {
    const { t } = this;
    const { score } = brier([{ sure, held: HELD[item.outcome] }]);
    const when = item.outcome_date ? t("deskWhen", { date: item.outcome_date }) : null;
    const sources = item.sources.flatMap(({ url, label }, i) => [i ? " · " : "", outside(url, label, t)]);
    return h(
      "div",
      { class: `feedback ${COLOUR[item.outcome]}`, tabindex: "-1", role: "status" },
      h("strong", {}, t(item.outcome)),
      " ",
      t("deskYou", { n: sure }),
      " ",
      score === null ? t("deskNoScore") : t("deskScore", { score: score.toFixed(2) }),
      h("div", { class: "why" }, item.after),
      when ? h("p", { class: "quiet" }, when) : null,
      h("p", { class: "sources" }, `${t("sources")}: `, sources),
    );
  }

  ending() {
    const { t, states } = this;
    const mine = this.sheet.items.flatMap((item) => {
      const { commit } = states[item.id];
      return commit ? [{ item, sure: commit.answer, held: HELD[item.outcome] }] : [];
    });
    const { n, score } = brier(mine);
    const rows = mine.map(({ item, sure, held }) => {
      const points = brier([{ sure, held }]).score?.toFixed(2) ?? t("deskNotScored");
      return [item.date, item.short, t("percent", { n: sure }), t(item.outcome), points];
    });
    const columns = [t("deskDate"), t("deskWhat"), t("deskYours"), t("deskHeld"), t("deskPoints")];
    const total = score === null ? null : t("deskTotal", { score: score.toFixed(2), n, open: mine.length - n });
    return [
      h("div", { class: "ending feedback", tabindex: "-1", role: "status" }, total ?? t("deskNone")),
      rows.length ? table(t("deskTable"), columns, rows) : null,
      h("p", { class: "quiet" }, t("deskLess")),
      h("div", { class: "row" }, plain(t("deskAgain"), this.go(0))),
    ];
  }
}
