// How a bundle draws: the view that a sheet names, with a store of its own, into the place that Jupyter or a page gives.
/** @import { Drawing, Grader, Model, Translate } from "./shapes" */
import { h, words } from "./dom.js";
import { keepKeys } from "./keys.js";
import { Store } from "./store.js";

/**
 * @param {Record<string, new (store: Store, sheet: any, t: Translate) => Drawing>} views
 * @param {Grader} grade
 */
export function mount(views, grade) {
  keepKeys();
  /** @type {(widget: { model: Model, el: HTMLElement }) => () => void} */
  const render = ({ model, el }) => {
    const sheet = model.get("sheet");
    const store = new Store(model, grade);
    const view = new views[sheet.view](store, sheet, words(model.get("strings")));
    view.draw();
    view.root.tabIndex = -1; // a click on its words gives it the focus: the next key must not delete the cell
    el.classList.add("lesson");
    el.append(sheet.closed ? h("details", {}, h("summary", {}, sheet.closed), view.root) : view.root);
    return () => store.close();
  };
  return { render };
}
