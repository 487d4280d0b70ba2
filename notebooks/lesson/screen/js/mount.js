// How a bundle draws: the view that a sheet names, with a store of its own, into the place that Jupyter or a page gives.
/** @import { Drawing, Grader, Model, Translate } from "./shapes" */
import { h, words } from "./dom.js";
import { keepKeys } from "./keys.js";
import { Store } from "./store.js";

const drawn = new WeakSet(); // models that a view listens to

/**
 * @param {Record<string, new (store: Store, sheet: any, t: Translate) => Drawing>} views
 * @param {Grader} grade
 */
export function mount(views, grade) {
  keepKeys();
  /** @type {(widget: { model: Model, el: HTMLElement }) => () => void} */
  const render = ({ model, el }) => {
    const sheet = model.get("sheet");
    drawn.add(model);
    const store = new Store(model, grade);
    const view = new views[sheet.view](store, sheet, words(model.get("strings")));
    view.draw();
    view.root.tabIndex = -1; // a click on its words gives it the focus: the next key must not delete the cell
    el.classList.add("lesson");
    el.append(sheet.closed ? h("details", {}, h("summary", {}, sheet.closed), view.root) : view.root);
    return () => {
      drawn.delete(model);
      store.close();
    };
  };
  // A cell out of sight is drawn later, or never: until then its model takes down what the kernel tells.
  /** @type {(widget: { model: Model }) => void} */
  const initialize = ({ model }) =>
    model.on("msg:custom", ({ type, events }) => {
      if (type === "news" && !drawn.has(model)) model.set("past", [...(model.get("past") ?? []), ...events]);
    });
  return { initialize, render };
}
