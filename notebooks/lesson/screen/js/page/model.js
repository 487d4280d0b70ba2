// The model of one card, as a notebook would give it: this page stands in for Python.
/** @import { Entry, Learner } from "../shapes" */

/** @typedef {{ keep: (event: Entry, learner: string) => boolean, change: (message: any) => void, notKept: string }} House */
/** @typedef {{ sheet: any, course: string, strings: object, keeps: boolean, learner: Learner, past: Entry[] }} Content */

const itemsOf = (/** @type {any} */ sheet) =>
  sheet.view === "ask" ? [sheet.id] : (sheet.items ?? []).map((/** @type {any} */ item) => item.id);

export class PageModel {
  handlers = /** @type {Map<string, ((message?: any) => void)[]>} */ (new Map());

  /**
   * @param {Content} content
   * @param {House} house
   */
  constructor(content, house) {
    this.content = /** @type {Record<string, any>} */ (content);
    this.house = house;
    this.mine = new Set(itemsOf(content.sheet));
    this.content.past = this.of(content.past);
  }

  /** @type {(events: Entry[]) => Entry[]} */
  of(events) {
    return events.filter((event) => this.mine.has(event.item));
  }

  get(/** @type {string} */ name) {
    return this.content[name];
  }

  /** @type {(name: string, value: unknown) => void} */
  set(name, value) {
    this.content[name] = value;
  }

  /** @type {(name: string, handler: (message?: any) => void) => void} */
  on(name, handler) {
    this.handlers.set(name, [...(this.handlers.get(name) ?? []), handler]);
  }

  /** @type {(name: string, handler: (message?: any) => void) => void} */
  off(name, handler) {
    this.handlers.set(
      name,
      (this.handlers.get(name) ?? []).filter((one) => one !== handler),
    );
  }

  /** @type {(name: string, message?: any) => void} */
  fire(name, message) {
    for (const handler of this.handlers.get(name) ?? []) handler(message);
  }

  // Python would answer once the line is on disk; here, once this browser has it.
  send(/** @type {any} */ message) {
    if (message.type !== "event") {
      this.house.change(message);
      return;
    }
    const { id } = message.event;
    const kept = this.house.keep(message.event, message.learner);
    const answer = kept ? { type: "saved", id } : { type: "refused", id, reason: this.house.notKept };
    queueMicrotask(() => this.fire("msg:custom", answer));
  }

  // Answers that came from another tab, or from a file.
  hear(/** @type {Entry[]} */ events) {
    const found = this.of(events);
    if (found.length) this.fire("msg:custom", { type: "news", events: found });
  }

  // Somebody else is here, or answers are gone: what is here now is all there is.
  /** @type {(learner: Learner, events: Entry[]) => void} */
  turn(learner, events) {
    this.content.learner = learner;
    this.content.past = this.of(events);
    this.fire("change:learner");
  }
}
