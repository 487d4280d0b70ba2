// The line of the course: what is answered here and in each lesson, whose answers they are, who is at this computer.
// Python renders it whole; here it is filled in.
/** @import { Translate } from "./shapes" */
/** @import { Store } from "./store.js" */
import { h } from "./dom.js";
import { fold } from "./fold.js";
import { leftBehind, leftNames } from "./left.js";

/** @typedef {{ id: string, version: string, again_in: string, lesson: string, number: number, extra: boolean }} Item */
/** @typedef {{ id: string, lesson: string, title: string, html: string, items: Item[] }} ProgressSheet */

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
    this.leftDrawn = "";
    const { html, title } = sheet;
    const onsubmit = (/** @type {SubmitEvent} */ event) => {
      event.preventDefault();
      const form = /** @type {HTMLFormElement} */ (event.target);
      store.model.send(Object.fromEntries([["type", form.className], ...new FormData(form)]));
      form.reset();
    };
    const attributes = { class: "lesson-card course", "data-item": sheet.id, "aria-label": title, html };
    this.root = h("section", { ...attributes, onclick: jump, onsubmit });
    store.watchers.add((what) => (what === "events" ? this.draw() : this.forgotten()));
  }

  /** @type {(css: string) => any} */
  at(css) {
    return this.root.querySelector(css);
  }

  draw() {
    const { sheet, store, t } = this;
    const { items, lesson } = sheet;
    const states = fold(store.events.values(), Object.fromEntries(items.map((i) => [i.id, i.version])));
    const isDone = (/** @type {Item} */ i) => Boolean(states[i.id].commit || (i.again_in && states[i.id].vote));
    const count = (/** @type {Item[]} */ all) => ({ n: all.filter(isDone).length, total: all.length });
    const all = (/** @type {string} */ name, extra = false) =>
      items.filter((i) => i.lesson === name && i.extra === extra);
    const [core, more] = [all(lesson), all(lesson, true)];
    for (const item of [...core, ...more]) {
      const link = this.at(`[href="#${item.id}"]`);
      link.parentNode.classList.toggle("done", isDone(item));
      link.ariaLabel = t(isDone(item) ? "numberDone" : "numberOpen", item);
    }
    for (const place of /** @type {NodeListOf<HTMLElement>} */ (this.root.querySelectorAll("[data-stands]"))) {
      const stands = count(all(place.dataset.stands ?? ""));
      place.textContent = t("answered", stands);
      place.closest("li")?.classList.toggle("done", stands.n === stands.total);
    }
    this.at(".standing").textContent =
      t("standing", { lesson, ...count(core) }) + (more.length ? t("extras", count(more)) : "");
    const next = core.find((i) => !isDone(i));
    const open = this.at(".open");
    if (open) open.hidden = !next;
    if (open && next) Object.assign(open, { href: `#${next.id}`, textContent: t("nextOpen", next) });
    this.forgotten();
    this.who();
  }

  // What lies in this browser and is nobody's, or cannot be saved.
  forgotten() {
    const mark = leftNames(this.store).join();
    if (mark === this.leftDrawn) return;
    this.leftDrawn = mark;
    this.at(".left")?.replaceChildren(...leftBehind(this.store, this.t, () => this.forgotten()));
  }

  // Filled in again only when the learner changed, so that the focus stays; a half-typed name is never drawn over.
  who() {
    const { t } = this;
    const { learner } = this.store;
    const mark = JSON.stringify(learner);
    const where = this.at(".kept-for");
    if (!where || mark === this.drawn) return;
    this.drawn = mark;
    const { folder, place, offer, others = [], problems = [] } = learner;
    const named = (/** @type {{ name?: string, folder?: string }} */ who) =>
      who.name || t("nobody", { n: (who.folder ?? "").replace(/\D/g, "") });
    const rest = others.filter((other) => other.folder !== folder);
    where.textContent = folder ? t("who", { name: named(learner), folder: place }) : t("unkept");
    this.at(".others").hidden = !folder;
    this.at(".switch").hidden = !rest.length;
    this.at("select").replaceChildren(...rest.map((other) => h("option", { value: other.folder }, named(other))));
    this.at(".problems").replaceChildren(...problems.map((problem) => h("p", { class: "problem" }, problem)));
    const onclick = () => this.store.model.send(offer?.message ?? {});
    const joins = offer?.button ? [offer.text, " ", h("button", { type: "button", onclick }, offer.button)] : [];
    this.at(".offer").replaceChildren(...joins);
    if (where.parentNode.contains(document.activeElement)) where.focus();
  }
}

// To a question of this page; where a host knows its cells better, it has gone there already.
function jump(/** @type {MouseEvent} */ event) {
  const { hash } = /** @type {Element} */ (event.target).closest("a") ?? {};
  const card = hash && document.querySelector(`[data-item="${hash.slice(1)}"]`);
  if (!card) return;
  event.preventDefault();
  card.scrollIntoView();
  /** @type {HTMLElement} */ (card).focus();
}
