// What this browser keeps by name. Where it refuses (full, or forbidden), the page itself keeps it until it is closed:
// one memory for all cards of a page, though each card has a copy of these modules.

/** @type {Record<symbol, Map<string, string>>} */
const page = /** @type {any} */ (globalThis);

/** @type {Map<string, string>} */
const memory = (page[Symbol.for("lesson-shelf")] ??= new Map());

/** @type {(start: string) => string[]} */
export function names(start) {
  const found = [...memory.keys()];
  try {
    found.push(...Object.keys(localStorage));
  } catch {
    // forbidden here
  }
  return [...new Set(found)].filter((name) => name.startsWith(start));
}

/** @type {(name: string) => string | null} */
export function read(name) {
  const here = memory.get(name);
  if (here !== undefined) return here;
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/**
 * What stands under a name, read as JSON; null where nothing does, or something else.
 * @type {(name: string) => any}
 */
export function readJson(name) {
  try {
    return JSON.parse(read(name) ?? "");
  } catch {
    return null;
  }
}

/**
 * Keep a text; returns whether it outlives this page.
 * @type {(name: string, text: string) => boolean}
 */
export function write(name, text) {
  try {
    localStorage.setItem(name, text);
    memory.delete(name);
    return true;
  } catch {
    memory.set(name, text);
    return false;
  }
}

/** @type {(name: string) => void} */
export function remove(name) {
  memory.delete(name);
  try {
    localStorage.removeItem(name);
  } catch {
    // nothing was kept
  }
}
