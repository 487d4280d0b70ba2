// What this browser keeps of a page's answers: one name for each event, so that two tabs never write over each other.
/** @import { Entry } from "../shapes" */
import { isEntry, mark } from "../event.js";
import { earlierFirst } from "../fold.js";
import { names, readJson, remove, write } from "../shelf.js";

/** The learner of a page on which nobody has said who they are. */
export const FIRST = "browser";

export class Kept {
  /**
   * @param {string} course
   * @param {string} learner
   */
  constructor(course, learner) {
    this.start = learner === FIRST ? `${course}-page:` : `${course}-page:${learner}:`;
    this.waiting = ["", "-draft", "-aside"].map((part) => `${course}${part}:${learner}:`); // kept by the cards
  }

  // What is not ours, or torn, is left where it is.
  /** @type {(name: string) => Entry | null} */
  read(name) {
    if (!name.startsWith(this.start)) return null;
    const event = readJson(name);
    return isEntry(event) && this.start + event.id === name ? event : null;
  }

  /** @returns {Entry[]} */
  get events() {
    return names(this.start)
      .flatMap((name) => this.read(name) ?? [])
      .sort(earlierFirst);
  }

  // Keep an event; returns whether it outlives this page.
  keep(/** @type {Entry} */ event) {
    return write(this.start + event.id, JSON.stringify(event));
  }

  /**
   * Keep what is new among events from elsewhere: an event that is here already, by its id, stays as it is.
   * @param {Entry[]} events
   * @returns {{ added: Entry[], kept: boolean }}
   */
  merge(events) {
    const here = new Set(this.events.map(({ id }) => id));
    const added = events.filter(({ id }, i) => !here.has(id) && events.findIndex((one) => one.id === id) === i);
    return { added, kept: added.map((event) => this.keep(event)).every(Boolean) };
  }

  // Delete everything of this learner, and nothing of anybody else.
  clear() {
    for (const { id } of this.events) remove(this.start + id);
    for (const start of this.waiting) names(start).forEach(remove);
  }
}

/**
 * The events of a file, a line each; and how many lines are none.
 * @param {string} text
 * @returns {{ events: Entry[], strange: number }}
 */
export function linesOf(text) {
  const lines = text.split("\n").filter((line) => line.trim());
  const found = new Map();
  let strange = 0;
  for (const line of lines) {
    const event = parsed(line);
    if (isEntry(event)) found.set(mark(event), event);
    else strange += 1;
  }
  return { events: [...found.values()].sort(earlierFirst), strange };
}

function parsed(/** @type {string} */ line) {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

// Whether this browser keeps anything at all for this page.
export function canKeep(/** @type {string} */ course) {
  const name = `${course}-page-try`;
  const does = write(name, "1");
  remove(name);
  return does;
}
