// Keeps answers until Python has them: nothing that a learner wrote is lost while a kernel is busy, dead or restarted.
/** @import { Entry, Graded, Learner, Model, Translate } from "./shapes" */
import { fileLink, h, newId } from "./dom.js";
import { earlierFirst, fold } from "./fold.js";
import { grade } from "./grade.js";

const SCHEMA = 1;
const NOBODY = "nobody-yet";
const UNKNOWN = { id: "browser" }; // the learner, while the model names nobody

/** @typedef {"saving" | "saved" | "late" | "refused"} Status */
/** @typedef {(what: "events" | "status") => void} Watcher */

/** @type {Status[]} */
const FIRST_TOLD = ["refused", "late", "saving", "saved"];

export class Store {
  model;
  learner = /** @type {Learner} */ (UNKNOWN);
  adding = false;
  events = /** @type {Map<string, Entry>} */ (new Map());
  status = /** @type {Map<string, Status>} */ (new Map());
  reasons = /** @type {Map<string, string>} */ (new Map());
  keys = /** @type {Map<string, string>} */ (new Map()); // event id to the name under which this browser keeps it
  unkept = /** @type {Set<string>} */ (new Set()); // events that this browser could not keep
  watchers = /** @type {Set<Watcher>} */ (new Set());

  constructor(/** @type {Model} */ model) {
    this.model = model;
    this.course = model.get("course"); // begins every key in this browser, so that two courses do not meet
    this.news = `${this.course}-event`;
    model.on("msg:custom", this.receive);
    model.on("change:past", this.reload);
    model.on("change:learner", this.reload);
    addEventListener(this.news, this.heard);
    this.load();
    this.replay();
  }

  receive = (/** @type {any} */ message) => this.answered(message);

  reload = () => {
    if (this.adding || !this.load()) return;
    this.replay();
    this.tell();
  };

  // Another card of this page has a new answer.
  heard = (/** @type {any} */ { detail: { learner, event } }) => {
    if (learner !== this.learner.id || this.events.has(event.id)) return;
    this.events.set(event.id, event);
    this.tell();
  };

  close() {
    this.model.off("msg:custom", this.receive);
    this.model.off("change:past", this.reload);
    this.model.off("change:learner", this.reload);
    removeEventListener(this.news, this.heard);
  }

  load() {
    const before = JSON.stringify([this.learner, this.events.size]);
    const learner = this.model.get("learner") ?? UNKNOWN;
    if (learner.id !== this.learner.id) {
      this.events = new Map();
      this.status = new Map();
    }
    this.learner = learner;
    for (const event of [...(this.model.get("past") ?? []), ...this.waiting()]) this.events.set(event.id, event);
    return before !== JSON.stringify([this.learner, this.events.size]);
  }

  replay() {
    for (const event of this.waiting()) if (!this.status.has(event.id)) this.send(event);
  }

  key(/** @type {string} */ id) {
    return `${this.course}:${this.learner.id}:${id}`;
  }

  // Everything of this learner that waits in this browser, whichever card it came from. What was answered while no
  // folder could be made belongs to nobody yet, and so to whoever has a folder next.
  waiting() {
    const found = /** @type {Entry[]} */ ([]);
    const homes = [this.key(""), ...(this.learner.folder ? [`${this.course}:${NOBODY}:`] : [])];
    try {
      for (let i = 0; i < localStorage.length; i++) {
        const name = localStorage.key(i) ?? "";
        const home = homes.find((start) => name.startsWith(start));
        const event = home ? kept(name) : null;
        if (event?.v !== SCHEMA || `${home}${event.id}` !== name) continue;
        this.keys.set(event.id, name);
        found.push(event);
      }
    } catch {
      // this browser keeps nothing: answers still go to Python
    }
    return found.sort(earlierFirst);
  }

  // What Python has not acknowledged, from this card's memory too: the browser may have kept nothing.
  unsaved() {
    const found = new Map(this.waiting().map((event) => [event.id, event]));
    for (const [id, status] of this.status) {
      const event = this.events.get(id);
      if (event && status !== "saved") found.set(id, event);
    }
    return [...found.values()].sort(earlierFirst);
  }

  /**
   * Log an event of this learner, and send it to Python.
   * @param {Pick<Graded, "id" | "version" | "lesson" | "notebook">} sheet
   * @param {Entry["kind"]} kind
   * @param {Partial<Entry>} content
   */
  add(sheet, kind, content) {
    /** @type {Entry} */
    const event = {
      v: SCHEMA,
      id: newId(),
      time: new Date().toISOString(),
      notebook: sheet.notebook ?? sheet.lesson,
      item: sheet.id,
      item_version: sheet.version,
      kind,
      attempt: 1,
      vote: null,
      answer: null,
      confidence: null,
      ...content,
    };
    this.events.set(event.id, event);
    this.adding = true; // this card knows it already
    this.model.set("past", [...(this.model.get("past") ?? []), event]);
    this.adding = false;
    this.keys.set(event.id, this.key(event.id));
    try {
      localStorage.setItem(this.key(event.id), JSON.stringify(event));
    } catch {
      this.unkept.add(event.id); // full or forbidden: Python may still save it
    }
    this.send(event);
    const { id: learner } = this.learner;
    setTimeout(() => dispatchEvent(new CustomEvent(this.news, { detail: { learner, event } }))); // other cards, after this one
    return event;
  }

  send(/** @type {Entry} */ event) {
    this.status.set(event.id, "saving");
    try {
      this.model.send({ type: "event", learner: this.learner.id, event });
    } catch {
      // no kernel: it waits
    }
    setTimeout(() => {
      if (this.status.get(event.id) !== "saving") return;
      this.status.set(event.id, "late");
      this.tell("status");
    }, 1000);
  }

  answered(/** @type {any} */ message) {
    if (message?.type === "saved") {
      this.status.set(message.id, "saved");
      this.unkept.delete(message.id);
      try {
        localStorage.removeItem(this.keys.get(message.id) ?? this.key(message.id));
      } catch {
        // nothing was kept
      }
      this.again();
    } else if (message?.type === "refused") {
      this.status.set(message.id, "refused");
      this.reasons.set(message.id, message.reason);
    } else return;
    this.tell("status");
  }

  // One answer could be written, so those that were refused may be writable too: once more, each.
  again() {
    for (const [id, status] of [...this.status]) {
      const event = this.events.get(id);
      if (event && status === "refused" && this.reasons.delete(id)) this.send(event);
    }
  }

  // Where the answers to one item stand: the least happy status, and the sentence that goes with it.
  of(/** @type {string} */ item) {
    const mine = [...this.status].filter(([id]) => this.events.get(id)?.item === item);
    const status = FIRST_TOLD.find((wanted) => mine.some(([, is]) => is === wanted)) ?? null;
    const [id] = mine.find(([, is]) => is === status) ?? [""];
    return { status, reason: this.reasons.get(id) ?? "", kept: !mine.some(([one]) => this.unkept.has(one)) };
  }

  tell(/** @type {"events" | "status"} */ what = "events") {
    for (const watcher of this.watchers) watcher(what);
  }

  // An answer that does not fit the question is no answer, here as in Python.
  state(/** @type {Graded} */ sheet) {
    return this.states([sheet])[sheet.id];
  }

  states(/** @type {Graded[]} */ sheets) {
    const by = new Map(sheets.map((sheet) => [sheet.id, sheet]));
    const fits = (/** @type {Entry} */ event) => {
      const sheet = by.get(event.item);
      if (!sheet) return false;
      const isAnswer = event.kind === "vote" || event.kind === "commit";
      return !isAnswer || event.item_version !== sheet.version || grade(sheet, event.answer).outcome !== "unanswered";
    };
    const versions = Object.fromEntries(sheets.map((sheet) => [sheet.id, sheet.version]));
    return fold([...this.events.values()].filter(fits), versions);
  }
}

/**
 * An event as this browser keeps it; null where something else stands: that is not ours, and left where it is.
 * @type {(name: string) => Entry | null}
 */
function kept(name) {
  try {
    return JSON.parse(localStorage.getItem(name) ?? "");
  } catch {
    return null;
  }
}

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
