// Who answers on this page: several people may share a browser, each with answers of their own.
/** @import { Learner } from "../shapes" */
import { newId } from "../dom.js";
import { readJson, write } from "../shelf.js";
import { FIRST } from "./kept.js";

/** @typedef {{ id: string, name: string }} Person */

const LONGEST = 80; // characters of a name

const isPerson = (/** @type {any} */ one) =>
  typeof one?.id === "string" && /^[\w-]{1,64}$/.test(one.id) && typeof one.name === "string";

export class People {
  /**
   * @param {string} course
   * @param {string} place what the page calls this browser
   */
  constructor(course, place) {
    this.key = `${course}-people`;
    this.place = place;
  }

  /** @returns {Person[]} */
  get all() {
    const found = readJson(this.key)?.all;
    const others = Array.isArray(found) ? found.filter(isPerson) : [];
    return others.some(({ id }) => id === FIRST) ? others : [{ id: FIRST, name: "" }, ...others];
  }

  get now() {
    const id = readJson(this.key)?.now;
    return this.all.find((one) => one.id === id) ?? this.all[0];
  }

  /** @type {(name: string) => void} */
  add(name) {
    const one = { id: newId(), name: name.trim().slice(0, LONGEST) };
    this.save(one.id, [...this.all, one]);
  }

  // Go on as the learner of a folder: the first is learner-1.
  /** @type {(folder: string) => void} */
  go(folder) {
    const one = this.all[Number(folder.replace(/\D/g, "")) - 1];
    if (one) this.save(one.id, this.all);
  }

  /** @type {(now: string, all: Person[]) => void} */
  save(now, all) {
    write(this.key, JSON.stringify({ now, all }));
  }

  // The learner as a card wants to hear of them.
  /** @returns {Learner} */
  get learner() {
    const { all, now, place } = this;
    const others = all.map(({ name }, i) => ({ folder: `learner-${i + 1}`, name }));
    const folder = `learner-${all.findIndex(({ id }) => id === now.id) + 1}`;
    return { ...now, folder, place, problems: [], others, ids: all.map(({ id }) => id) };
  }
}
