// Small tools. `html` is the only way in for markup, and Python rendered it with raw HTML off.
/** @import { Translate } from "./shapes" */

/** @typedef {Node | string | number | false | null | undefined} Child */

/**
 * Make an element: attributes (`on...` is a listener, `html` its markup), then children; what is empty is left out.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, any>} [attributes]
 * @param {...(Child | Child[])} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function h(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "html")
      node.innerHTML = value; // rendered by Python with raw HTML off
    else if (name === "style")
      node.style.cssText = value; // as an attribute a strict page would refuse it
    else if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(.../** @type {(Node | string)[]} */ (present(children.flat())));
  return node;
}

/**
 * What there is to show, without what is not there.
 * @template T
 * @param {(T | false | null | undefined)[]} children
 * @returns {T[]}
 */
export const present = (children) =>
  /** @type {T[]} */ (children.filter((child) => child !== null && child !== undefined && child !== false));

/** @type {(label: string, onclick: () => void) => HTMLButtonElement} */
export const plain = (label, onclick) => h("button", { type: "button", class: "plain", onclick }, label);

/** @type {(strings: Record<string, string>) => Translate} */
export const words =
  (strings) =>
  (name, values = {}) =>
    (strings[name] ?? name).replace(/\{(\w+)\}/g, (_, key) => /** @type {Record<string, any>} */ (values)[key] ?? "");

let counter = 0;
export const uid = (/** @type {string} */ name) =>
  `lesson-${name}-${++counter}-${Math.random().toString(36).slice(2, 8)}`;

export const newId = () =>
  globalThis.crypto?.randomUUID?.() ??
  "xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx".replace(/x/g, () => Math.floor(Math.random() * 16).toString(16));

/**
 * A link that makes its file when it is clicked.
 * @type {(name: string, type: string, label: string, text: () => string) => HTMLElement}
 */
export function fileLink(name, type, label, text) {
  const link = h("a", { href: "#", download: name, onclick }, label);
  function onclick() {
    const url = URL.createObjectURL(new Blob([text()], { type }));
    link.href = url;
    setTimeout(() => URL.revokeObjectURL(url), 60000);
  }
  return link;
}

/**
 * A link to another site; plain words where a publication is named without a link.
 * @type {(url: string, label: string, t: Translate) => HTMLElement}
 */
export const outside = (url, label, t) =>
  url
    ? h("a", { href: url, target: "_blank", rel: "noopener noreferrer", title: t("newWindow") }, label)
    : h("span", {}, label);
