// Keeps answers until Python has them: nothing that a learner wrote is lost while a kernel is busy, dead or restarted.
import { h, newId } from "./dom.js";
import { earlierFirst, fold } from "./fold.js";
import { grade } from "./grade.js";

const SCHEMA = 1, PREFIX = "stay-or-leave:", NOBODY = "nobody-yet", NEWS = "stay-or-leave-event";

export class Store {
  constructor(model) {
    this.model = model;
    this.events = new Map();
    this.status = new Map();
    this.reasons = new Map();
    this.keys = new Map(); // event id to the name under which this browser keeps it
    this.unkept = new Set(); // events that this browser could not keep
    this.watchers = new Set();
    this.receive = (message) => this.answered(message);
    this.reload = () => !this.adding && this.load() && (this.replay(), this.tell());
    this.heard = ({ detail }) => {
      if (detail.learner !== this.learner.id || this.events.has(detail.event.id)) return;
      this.events.set(detail.event.id, detail.event);
      this.tell();
    };
    model.on("msg:custom", this.receive);
    model.on("change:past", this.reload);
    model.on("change:learner", this.reload);
    addEventListener(NEWS, this.heard);
    this.load();
    this.replay();
  }

  close() {
    this.model.off("msg:custom", this.receive);
    this.model.off("change:past", this.reload);
    this.model.off("change:learner", this.reload);
    removeEventListener(NEWS, this.heard);
  }

  load() {
    const before = JSON.stringify([this.learner, this.events.size]);
    const learner = this.model.get("learner") ?? { id: "browser" };
    if (learner.id !== this.learner?.id) {
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

  key(id) {
    return `${PREFIX}${this.learner.id}:${id}`;
  }

  // Everything of this learner that waits in this browser, whichever card it came from. What was answered while no
  // folder could be made belongs to nobody yet, and so to whoever has a folder next.
  waiting() {
    const found = [];
    const homes = [this.key(""), ...(this.learner.folder ? [`${PREFIX}${NOBODY}:`] : [])];
    try {
      for (let i = 0; i < localStorage.length; i++) {
        const name = localStorage.key(i);
        const home = homes.find((start) => name.startsWith(start));
        if (!home) continue;
        try {
          const event = JSON.parse(localStorage.getItem(name));
          if (event?.v !== SCHEMA || home + event.id !== name) continue;
          this.keys.set(event.id, name);
          found.push(event);
        } catch { /* not ours: left where it is */ }
      }
    } catch { /* this browser keeps nothing: answers still go to Python */ }
    return found.sort(earlierFirst);
  }

  // What Python has not acknowledged, from this card's memory too: the browser may have kept nothing.
  unsaved() {
    const found = new Map(this.waiting().map((event) => [event.id, event]));
    for (const [id, status] of this.status) if (status !== "saved" && this.events.has(id)) found.set(id, this.events.get(id));
    return [...found.values()].sort(earlierFirst);
  }

  add(sheet, kind, content) {
    const event = {
      v: SCHEMA, id: newId(), time: new Date().toISOString(), notebook: sheet.notebook ?? sheet.lesson,
      item: sheet.id, item_version: sheet.version, kind, attempt: 1, vote: null, answer: null, confidence: null, ...content,
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
    setTimeout(() => dispatchEvent(new CustomEvent(NEWS, { detail: { learner, event } }))); // other cards, after this one
    return event;
  }

  send(event) {
    this.status.set(event.id, "saving");
    try {
      this.model.send({ type: "event", learner: this.learner.id, event });
    } catch { /* no kernel: it waits */ }
    setTimeout(() => {
      if (this.status.get(event.id) !== "saving") return;
      this.status.set(event.id, "late");
      this.tell("status");
    }, 1000);
  }

  answered(message) {
    if (message?.type === "saved") {
      this.status.set(message.id, "saved");
      this.unkept.delete(message.id);
      try {
        localStorage.removeItem(this.keys.get(message.id) ?? this.key(message.id));
      } catch { /* nothing was kept */ }
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
      if (status !== "refused" || !this.events.has(id) || !this.reasons.delete(id)) continue;
      this.send(this.events.get(id));
    }
  }

  // Where the answers to one item stand: the least happy status, and the sentence that goes with it.
  of(item) {
    const mine = [...this.status].filter(([id]) => this.events.get(id)?.item === item);
    const status = ["refused", "late", "saving", "saved"].find((wanted) => mine.some(([, is]) => is === wanted)) ?? null;
    const [id] = mine.find(([, is]) => is === status) ?? [];
    return { status, reason: this.reasons.get(id) ?? "", kept: !mine.some(([one]) => this.unkept.has(one)) };
  }

  tell(what = "events") {
    for (const watcher of this.watchers) watcher(what);
  }

  // An answer that does not fit the question is no answer, here as in Python.
  state(sheet) {
    return this.states([sheet])[sheet.id];
  }

  states(sheets) {
    const by = new Map(sheets.map((sheet) => [sheet.id, sheet]));
    const fits = (e) => by.has(e.item) && (!["vote", "commit"].includes(e.kind) || e.item_version !== by.get(e.item).version ||
      grade(by.get(e.item), e.answer).outcome !== "unanswered");
    return fold([...this.events.values()].filter(fits), Object.fromEntries(sheets.map((sheet) => [sheet.id, sheet.version])));
  }
}

export function savedLine(store, item, t) {
  const line = h("span", { class: "saved", role: "status" });
  const paint = () => {
    const { status, reason, kept } = store.of(item);
    const waits = status === "late" || status === "refused";
    const text = { saving: "", saved: t("saved"), late: t("notSaved"), refused: reason }[status] ?? "";
    line.replaceChildren(waits && !kept ? t("notKept") : text);
    if (waits) line.append(" ", downloadLink(store, t));
    line.classList.toggle("unsaved", waits);
  };
  if (store.of(item).status) paint();
  return { line, paint };
}

export function downloadLink(store, t) {
  const text = () => store.unsaved().map((event) => JSON.stringify(event) + "\n").join("");
  return h("a", {
    href: "#", download: "answers.jsonl",
    onclick: (click) => {
      const url = URL.createObjectURL(new Blob([text()], { type: "application/jsonl" }));
      click.currentTarget.href = url;
      setTimeout(() => URL.revokeObjectURL(url), 60000);
    },
  }, t("download"));
}
