// The argument in the colours of one's own votes; an arrow can be broken to see what falls.
import { pick } from "./controls.js";
import { h } from "./dom.js";
import { savedLine } from "./store.js";
import { View } from "./view.js";

const VIEWS = [0, 50, 100];

// What is left of each claim when some arrows ("C4>C5") are broken: "stands", "weakened" (a support is lost, or leans on
// a lost one) or "unsupported". A claim without supports stands by itself. To lose a support is not to be false.
export function standing(claims, broken) {
  const known = new Map();
  const of = (claim) => {
    if (known.has(claim.id)) return known.get(claim.id);
    known.set(claim.id, "stands"); // a claim cannot hold itself up: a circle ends here
    const supports = claim.rests.map((id) => (broken.has(`${id}>${claim.id}`) ? "unsupported" : of(claims.find((c) => c.id === id))));
    const lost = supports.filter((state) => state === "unsupported").length;
    const state = !supports.length || supports.every((s) => s === "stands") ? "stands" : lost === supports.length ? "unsupported" : "weakened";
    known.set(claim.id, state);
    return state;
  };
  return Object.fromEntries(claims.map((claim) => [claim.id, of(claim)]));
}

export class ClaimMap extends View {
  start() {
    this.broken = new Set();
    this.said = h("p", { role: "status", class: "feedback" });
    this.store.watchers.add((what) => what === "status" && this.saved?.paint());
  }

  draw(focus = null) {
    const { sheet, t } = this;
    this.saved = null;
    const left = standing(sheet.claims, this.broken);
    this.say(left);
    this.show(h("p", { class: "quiet" }, t("mapHow")), this.said,
      sheet.groups.flatMap(({ title, ids, css }) => [h("p", { class: "group" }, h("b", {}, title)),
        h("div", { class: `boxes ${css}` }, ids.map((id) => this.box(sheet.claims.find((claim) => claim.id === id), left[id])))]),
      h("div", { class: "row" }, this.broken.size ? h("button", { type: "button", class: "plain mend", onclick: () => { this.broken.clear(); this.draw(".break"); } }, t("mapMend")) : null,
        this.saved?.line));
    if (focus) this.body.querySelector(focus)?.focus();
  }

  say(left) {
    const { t } = this;
    const lost = Object.entries(left).filter(([, state]) => state !== "stands");
    this.said.textContent = !this.broken.size ? t("mapWhole") : [t("mapBroken", { arrows: [...this.broken].map((a) => a.replace(">", " → ")).join(", ") }),
      ...lost.map(([id, state]) => t(state === "unsupported" ? "mapUnsupported" : "mapWeakened", { id })), t("mapNotFalse")].join(" ");
  }

  box(claim, state) {
    const { t } = this;
    const vote = this.states[claim.item.id];
    const last = vote.commit ?? vote.vote;
    const css = !last ? "" : last.answer > 60 ? "supported" : last.answer < 40 ? "not-yet" : "debated";
    const yours = !last ? t("mapNoVote") : t(last.answer > 60 ? "mapHold" : last.answer < 40 ? "mapDoubt" : "mapUnsure", { n: last.answer });
    return h("div", { class: `box ${css} ${state} ${claim.dotted ? "dotted" : ""}`, role: "group", "aria-label": claim.id },
      h("b", {}, `${claim.id} · ${claim.whom}`), h("span", {}, claim.text), claim.note ? h("span", { class: "quiet" }, claim.note) : null,
      h("span", { class: "tag" }, yours), state === "stands" ? null : h("b", { class: "tag" }, t(state === "unsupported" ? "mapLostAll" : "mapLostOne")),
      claim.asked ? this.choose(claim, last) : null,
      ...claim.rests.map((id) => this.arrow(id, claim.id)),
      claim.disputes.length ? h("span", { class: "quiet" }, t("mapDisputes", { ids: claim.disputes.join(", ") })) : null);
  }

  arrow(from, to) {
    const { t, broken } = this;
    const name = `${from}>${to}`;
    const flip = () => {
      if (!broken.delete(name)) broken.add(name);
      this.draw(`[data-arrow="${name}"]`);
    };
    return h("button", { type: "button", class: "plain break", "data-arrow": name, "aria-pressed": String(broken.has(name)), onclick: flip },
      t(broken.has(name) ? "mapJoin" : "mapBreak", { from, to }));
  }

  // A claim on which no lesson votes gets its colour here.
  choose(claim, last) {
    const { t, sheet } = this;
    const input = pick(t("mapChoose"), [t("mapSayDoubt"), t("mapSayUnsure"), t("mapSayHold")], t("mapView", { id: claim.id }));
    input.value = last ? String(VIEWS.indexOf(last.answer)) : "";
    input.dataset.claim = claim.id;
    input.addEventListener("change", () => {
      if (input.value === "") return;
      const attempt = this.states[claim.item.id].attempt + (last ? 1 : 0);
      this.store.add({ ...claim.item, lesson: sheet.lesson, notebook: sheet.notebook }, "commit", { attempt, answer: VIEWS[Number(input.value)] });
      this.saved = savedLine(this.store, claim.item.id, t);
      this.draw(`[data-claim="${claim.id}"]`);
    });
    return input;
  }
}
