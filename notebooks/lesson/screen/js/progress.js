// Which questions have an answer, whose answers they are, and who is at this computer.
/** @import { Learner, Translate } from "./shapes" */
/** @import { Store } from "./store.js" */
import { h, plain, uid } from "./dom.js";
import { fold } from "./fold.js";
import { leftBehind, leftNames } from "./left.js";

/** @typedef {{ id: string, version: string, again_in: string, number: number }} Item */
/** @typedef {{ id: string, lesson: string, items: Item[] }} ProgressSheet */

export class Progress {
  /**
   * @param {Store} store
   * @param {ProgressSheet} sheet
   * @param {Translate} t
   */
  constructor(store, sheet, t) {
    this.store = store;
    this.sheet = sheet;
    this.t = t;
    this.drawn = "";
    const title = t("progress", sheet);
    this.bar = h("progress", { max: sheet.items.length, "aria-label": title });
    this.line = h("p", { role: "status" });
    this.people = h("div");
    this.left = h("div");
    this.leftDrawn = "";
    const attributes = { class: "lesson-card", "data-item": sheet.id, "aria-label": title };
    this.root = h("section", attributes, h("p", {}, h("b", {}, title)), this.bar, this.line, this.left, this.people);
    store.watchers.add((what) => (what === "events" ? this.draw() : this.forgotten()));
  }

  draw() {
    const { sheet, store, t } = this;
    const states = fold(store.events.values(), Object.fromEntries(sheet.items.map((i) => [i.id, i.version])));
    const isDone = (/** @type {Item} */ i) => states[i.id].commit || (i.again_in && states[i.id].vote);
    const open = sheet.items.filter((i) => !isDone(i)).map((i) => i.number);
    const total = sheet.items.length;
    this.bar.value = total - open.length;
    const next = open.length ? t("nextOpen", { names: open.join(", ") }) : t("allDone");
    this.line.textContent = [t("answered", { n: total - open.length, total }), next].join(" ");
    this.forgotten();
    this.who();
  }

  // What lies in this browser and is nobody's, or cannot be saved.
  forgotten() {
    const mark = leftNames(this.store).join();
    if (mark === this.leftDrawn) return;
    this.leftDrawn = mark;
    this.left.replaceChildren(...leftBehind(this.store, this.t, () => this.forgotten()));
  }

  // Drawn again only when the learner changed, so that a half-typed name and the focus stay.
  who() {
    const { store, t, people } = this;
    const { learner } = store;
    const mark = JSON.stringify(learner);
    if (mark === this.drawn) return;
    const typed = people.querySelector("input")?.value; // a name that somebody is writing is not drawn over
    if (typed && JSON.parse(this.drawn).id === learner.id) return;
    this.drawn = mark;
    const inside = people.contains(document.activeElement);
    const { folder, place, offer } = learner;
    const where = h(
      "p",
      { class: "quiet kept-for", tabindex: "-1" },
      folder ? t("who", { name: this.name(learner), folder: place }) : t("unkept"),
    );
    const problems = (learner.problems ?? []).map((problem) => h("p", { class: "problem" }, problem));
    const send = () => store.model.send(offer?.message ?? {});
    const joins =
      offer?.button && h("p", {}, offer.text, " ", h("button", { type: "button", onclick: send }, offer.button));
    people.replaceChildren(h("div", {}, where, problems, joins, folder && this.others(learner)));
    if (inside) where.focus();
  }

  name(/** @type {{ name?: string, folder?: string }} */ { name, folder }) {
    return name || this.t("nobody", { n: (folder ?? "").replace(/\D/g, "") });
  }

  others(/** @type {Learner} */ learner) {
    const { store, t } = this;
    const typed = h("input", { type: "text", id: uid("name"), maxlength: 80, autocomplete: "off" });
    const others = (learner.others ?? []).filter(({ folder }) => folder !== learner.folder);
    const names = others.map((other) => h("option", { value: other.folder }, this.name(other)));
    const pick = h("select", { id: uid("who") }, names);
    /** @type {(label: string, input: HTMLElement, button: string, message: () => object) => HTMLElement} */
    const row = (label, input, button, message) =>
      h(
        "div",
        { class: "row" },
        h("label", { for: input.id }, t(label)),
        input,
        plain(t(button), () => store.model.send(message())),
      );
    return h(
      "details",
      {},
      h("summary", {}, t("switch")),
      others.length ? row("continueAs", pick, "continue", () => ({ type: "switch", folder: pick.value })) : null,
      row("newName", typed, "newLearner", () => ({ type: "new", name: typed.value })),
    );
  }
}
