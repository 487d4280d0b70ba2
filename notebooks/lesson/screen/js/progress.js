// Which questions have an answer, whose answers they are, and who is at this computer.
import { h, uid } from "./dom.js";
import { fold } from "./fold.js";

export class Progress {
  constructor(store, sheet, t) {
    Object.assign(this, { store, sheet, t });
    this.bar = h("progress", { max: sheet.items.length, "aria-label": t("progress", sheet) });
    this.line = h("p", { role: "status" });
    this.people = h("div");
    this.root = h("section", { class: "lesson-card", "data-item": sheet.id, "aria-label": t("progress", sheet) },
      h("p", {}, h("b", {}, t("progress", sheet))), this.bar, this.line, this.people);
    this.draw();
    store.watchers.add((what) => what === "events" && this.draw());
  }

  draw() {
    const { sheet, store, t } = this;
    const states = fold(store.events.values(), Object.fromEntries(sheet.items.map((i) => [i.id, i.version])));
    const isDone = (i) => states[i.id].commit || (i.again_in && states[i.id].vote);
    const open = sheet.items.filter((i) => !isDone(i));
    const n = this.bar.value = sheet.items.length - open.length;
    this.line.textContent = [t("answered", { n, total: sheet.items.length }),
      open.length ? t("nextOpen", { names: open.map((i) => i.number).join(", ") }) : t("allDone")].join(" ");
    this.who();
  }

  // Drawn again only when the learner changed, so that a half-typed name and the focus stay.
  who() {
    const { store, t, people } = this;
    const { learner } = store;
    const mark = JSON.stringify(learner);
    if (mark === this.drawn) return;
    this.drawn = mark;
    const inside = people.contains(document.activeElement);
    const name = (l) => l.name || t("nobody", { n: (l.folder ?? "").replace(/\D/g, "") });
    const where = learner.folder ? t("who", { name: name(learner), folder: learner.place }) : t("unkept");
    people.replaceChildren(h("p", { class: "quiet kept-for", tabindex: "-1" }, where),
      ...(learner.problems ?? []).map((problem) => h("p", { class: "problem" }, problem)),
      ...(learner.folder ? [this.others(learner, name)] : []));
    if (inside) people.firstChild.focus();
  }

  others(learner, name) {
    const { store, t } = this;
    const typed = h("input", { type: "text", id: uid("name"), maxlength: 80, autocomplete: "off" });
    const others = (learner.others ?? []).filter((l) => l.folder !== learner.folder);
    const pick = h("select", { id: uid("who") }, others.map((l) => h("option", { value: l.folder }, name(l))));
    const button = (label, message) => h("button", { type: "button", class: "plain", onclick: () => store.model.send(message()) }, label);
    return h("details", {}, h("summary", {}, t("switch")),
      others.length ? h("div", { class: "row" }, h("label", { for: pick.id }, t("continueAs")), pick,
        button(t("continue"), () => ({ type: "switch", folder: pick.value }))) : null,
      h("div", { class: "row" }, h("label", { for: typed.id }, t("newName")), typed,
        button(t("newLearner"), () => ({ type: "new", name: typed.value }))));
  }
}
