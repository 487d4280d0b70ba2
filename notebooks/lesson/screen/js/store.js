// Keeps answers until Python has them: nothing that a learner wrote is lost while a kernel is busy, dead or restarted.
/** @import { Entry, Graded, Grader, Learner, Model } from "./shapes" */
import { newId } from "./dom.js";
import { isEntry, mark, wellFormed } from "./event.js";
import { earlierFirst, fold } from "./fold.js";
import { names, readJson, remove, write } from "./shelf.js";

const SCHEMA = 1;
const NOBODY = "nobody-yet";
const UNKNOWN = { id: "browser" }; // the learner, while the model names nobody
const MOMENT = 2000; // within which one change of the learner is told once

/** @typedef {"saving" | "saved" | "late" | "refused"} Status */
/** @typedef {(what: "events" | "status") => void} Watcher */

/** @type {Status[]} */
const FIRST_TOLD = ["refused", "late", "saving", "saved"];

export class Store {
  model;
  learner = /** @type {Learner} */ (UNKNOWN);
  adding = false;
  events = /** @type {Map<string, Entry>} */ (new Map()); // by what tells them apart, see event.js
  sent = /** @type {Map<string, Entry>} */ (new Map()); // by id: what this card has sent to Python
  status = /** @type {Map<string, Status>} */ (new Map());
  reasons = /** @type {Map<string, string>} */ (new Map());
  keys = /** @type {Map<string, string>} */ (new Map()); // event id to the name under which this browser keeps it
  unkept = /** @type {Set<string>} */ (new Set()); // events that this browser could not keep
  watchers = /** @type {Set<Watcher>} */ (new Set());

  constructor(/** @type {Model} */ model, /** @type {Grader} */ grade) {
    this.model = model;
    this.grade = grade;
    this.course = model.get("course"); // begins every key in this browser, so that two courses do not meet
    this.keeps = model.get("keeps") !== false;
    this.news = `${this.course}-event`;
    this.here = `${this.course}-here`;
    model.on("msg:custom", this.answered);
    model.on("change:past", this.reload);
    model.on("change:learner", this.reload);
    addEventListener(this.news, this.heard);
    addEventListener(this.here, this.look);
    addEventListener("storage", this.elsewhere);
    this.load();
    this.replay();
  }

  reload = () => {
    const was = this.learner.id;
    if (this.adding || !this.load()) return;
    if (this.learner.id !== was) this.announce();
    this.replay();
    this.tell();
  };

  // Another card of this page has a new answer.
  heard = (/** @type {any} */ { detail: { learner, event } }) => {
    if (learner === this.learner.id) this.take([event]);
  };

  // Another tab keeps a new answer of this learner, or has another learner.
  elsewhere = (/** @type {StorageEvent} */ { key, newValue }) => {
    if (key === this.here) this.look();
    if (!key?.startsWith(this.key("")) || !newValue) return;
    const event = readJson(key);
    if (isEntry(event)) this.take([event]);
  };

  // Somebody else may be here by now: the kernel looks at the disk.
  look = () => {
    if (readJson(this.here)?.id !== this.learner.id) this.post({ type: "look" });
  };

  // Tell other cards, of this page and of other tabs, that somebody else is here; one card does it for all.
  announce() {
    const told = readJson(this.here);
    if (told?.id === this.learner.id && Date.now() - told.at < MOMENT) return;
    write(this.here, JSON.stringify({ id: this.learner.id, at: Date.now() }));
    dispatchEvent(new CustomEvent(this.here));
  }

  close() {
    this.model.off("msg:custom", this.answered);
    this.model.off("change:past", this.reload);
    this.model.off("change:learner", this.reload);
    removeEventListener(this.news, this.heard);
    removeEventListener(this.here, this.look);
    removeEventListener("storage", this.elsewhere);
  }

  load() {
    const before = JSON.stringify([this.learner, this.events.size]);
    const learner = this.model.get("learner") ?? UNKNOWN;
    if (learner.id !== this.learner.id) {
      this.events = new Map();
      this.sent = new Map();
      this.status = new Map();
    }
    this.learner = learner;
    for (const event of [...this.past, ...this.waiting()]) this.events.set(mark(event), event);
    return before !== JSON.stringify([this.learner, this.events.size]);
  }

  // Events that came into being elsewhere.
  take(/** @type {Entry[]} */ events) {
    const found = events.filter((event) => !this.events.has(mark(event)));
    if (!found.length) return;
    for (const event of found) this.events.set(mark(event), event);
    this.tell();
  }

  replay() {
    for (const event of this.waiting()) if (!this.status.has(event.id)) this.send(event);
  }

  key(/** @type {string} */ id) {
    return `${this.course}:${this.learner.id}:${id}`;
  }

  // Where answers of this learner wait. What was answered while no folder could be made belongs to nobody yet, and so to
  // whoever has a folder next.
  get homes() {
    return [this.key(""), ...(this.learner.folder ? [`${this.course}:${NOBODY}:`] : [])];
  }

  // Everything of this learner that waits in this browser, whichever card it came from.
  waiting() {
    const found = this.homes.flatMap((home) =>
      names(home).flatMap((name) => {
        const event = readJson(name);
        if (!isEntry(event) || home + event.id !== name) return [];
        this.keys.set(event.id, name);
        return [event];
      }),
    );
    return found.sort(earlierFirst);
  }

  // What Python has not acknowledged, and what it never can.
  unsaved() {
    const found = new Map(this.waiting().map((event) => [event.id, event]));
    for (const [id, status] of this.status) {
      const event = this.find(id);
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
    event.answer = wellFormed(event.answer);
    this.events.set(mark(event), event);
    this.remember([...this.past, event]);
    this.keys.set(event.id, this.key(event.id));
    if (!write(this.key(event.id), JSON.stringify(event))) this.unkept.add(event.id); // Python may still save it
    this.send(event);
    const { id: learner } = this.learner;
    setTimeout(() => dispatchEvent(new CustomEvent(this.news, { detail: { learner, event } }))); // other cards, after this one
    return event;
  }

  get past() {
    return /** @type {Entry[]} */ (this.model.get("past") ?? []);
  }

  // So that what is drawn next from this model knows of it, too.
  remember(/** @type {Entry[]} */ past) {
    this.adding = true;
    this.model.set("past", past);
    this.adding = false;
  }

  post(/** @type {object} */ message) {
    try {
      this.model.send(message);
    } catch {
      // no kernel: what is to be saved waits
    }
  }

  send(/** @type {Entry} */ event) {
    this.sent.set(event.id, event);
    this.status.set(event.id, "saving");
    // As text, too: a kernel that runs in a browser turns null into something that is none in Python.
    this.post({ type: "event", learner: this.learner.id, event, text: JSON.stringify(event) });
    setTimeout(() => {
      if (this.status.get(event.id) !== "saving") return;
      this.status.set(event.id, "late");
      this.tell("status");
    }, 1000);
  }

  // What waits for somebody who has no folder any more becomes this learner's.
  adopt(/** @type {string} */ name, /** @type {Entry} */ event) {
    this.keys.set(event.id, name);
    this.take([event]);
    this.send(event);
  }

  answered = (/** @type {any} */ message) => {
    const { type, id } = message ?? {};
    if (type === "news") {
      this.remember([...this.past, ...message.events]);
      this.take(message.events);
    } else if (type === "afresh") this.afresh(message.events);
    else if (type === "saved") this.saved(id);
    else if (type === "refused") {
      this.status.set(id, "refused");
      this.reasons.set(id, message.reason);
      if (message.final) this.setAside(id);
      this.tell("status");
    }
  };

  saved(/** @type {string} */ id) {
    this.status.set(id, "saved");
    this.unkept.delete(id);
    remove(this.keys.get(id) ?? this.key(id));
    this.again();
    this.tell("status");
  }

  // One answer could be written, so those that were refused may be writable too: once more, each.
  again() {
    for (const [id, status] of [...this.status]) {
      const event = this.sent.get(id);
      if (event && status === "refused" && this.events.has(mark(event)) && this.reasons.delete(id)) this.send(event);
    }
  }

  // What never can be saved is kept apart, to be downloaded; the question goes on without it.
  setAside(/** @type {string} */ id) {
    const event = this.sent.get(id);
    if (!event) return;
    remove(this.keys.get(id) ?? this.key(id));
    write(`${this.course}-aside:${this.learner.id}:${id}`, JSON.stringify(event));
    this.events.delete(mark(event));
    this.remember(this.past.filter((one) => one.id !== id));
    this.tell();
  }

  // Lines were taken out of the folder: what is there now is all there is, with what waits here.
  afresh(/** @type {Entry[]} */ events) {
    this.events = new Map([...events, ...this.waiting()].map((event) => [mark(event), event]));
    this.remember(events);
    this.tell();
  }

  find = (/** @type {string} */ id) => this.sent.get(id) ?? [...this.events.values()].find((event) => event.id === id);

  // Where the answers to one item stand: the least happy status, and the sentence that goes with it.
  of(/** @type {string} */ item) {
    const mine = [...this.status].filter(([id]) => this.find(id)?.item === item);
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
      if (!isAnswer || event.item_version !== sheet.version) return true;
      return this.grade(sheet, event.answer).outcome !== "unanswered";
    };
    const versions = Object.fromEntries(sheets.map((sheet) => [sheet.id, sheet.version]));
    return fold([...this.events.values()].filter(fits), versions);
  }
}
