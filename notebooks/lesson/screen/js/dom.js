// Small tools. `html` is the only way in for markup, and Python rendered it with raw HTML off.

export function h(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "html") node.innerHTML = value; // rendered by Python with raw HTML off
    else if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

export const words = (strings) => (name, values = {}) =>
  (strings[name] ?? name).replace(/\{(\w+)\}/g, (_, key) => values[key] ?? "");

let counter = 0;
export const uid = (name) => `lesson-${name}-${++counter}-${Math.random().toString(36).slice(2, 8)}`;

export const newId = () => globalThis.crypto?.randomUUID?.() ??
  "xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx".replace(/x/g, () => Math.floor(Math.random() * 16).toString(16));
