// Opens a lesson as something to read: its cells are run, its code is folded away, its text is set in a column.
// JupyterLab 4 and Notebook 7 load this file as it stands. It asks for no shared module: that would hold up their start.
// Which notebooks are lessons the server says (publish/reading.py). Every other notebook is left as it is.
{
  const NARROW = 768; // px; below this the file browser would cover half of the lesson
  const PATIENCE = 20_000; // ms without a kernel, after which the lesson says how to run it by hand
  const SHOWN = "lesson-reading:code"; // localStorage: "1" once somebody asked to see the code
  const DRAWN = "__import__('sys').modules['lesson.screen.card'].drawn()";
  const GONE = ["dead", "restarting", "autorestarting", "terminating"];

  const styles = new URL("reading.css", document.currentScript.src).href;

  function told() {
    const config = JSON.parse(document.getElementById("jupyter-config-data")?.textContent || "{}");
    return config.lessonReading;
  }

  function isLesson(widget, folders) {
    if (!widget?.content?.widgets || !widget.sessionContext) return false;
    const parts = widget.context.path.replace(/^[^/]*:/, "").split("/"); // a drive may stand before it
    const name = parts.pop();
    return folders.includes(parts.join("/")) && /^\d\d_.*\.ipynb$/.test(name);
  }

  function remembered(value) {
    try {
      if (value !== undefined) localStorage.setItem(SHOWN, value ? "1" : "");
      return localStorage.getItem(SHOWN) === "1";
    } catch {
      return Boolean(value); // a browser that keeps nothing
    }
  }

  const isFolded = (cell) => cell.model.type === "code" && cell.model.getMetadata("jupyter")?.source_hidden;

  // The lesson's own cells are those that it folds. A cell that somebody added is theirs to run: it may fail or not end.
  function ownCells(panel) {
    const folded = panel.content.widgets.filter(isFolded);
    return folded.length ? folded : panel.content.widgets.filter((cell) => cell.model.type === "code");
  }

  const asks = (cell, id) => isFolded(cell) && cell.model.sharedModel.getSource().includes(`lesson.ask("${id}")`);

  // One lesson that is open in one tab.
  class Reading {
    constructor(panel, words, commands) {
      this.panel = panel;
      this.words = words;
      this.commands = commands;
      this.code = remembered();
      panel.addClass("lesson-page");
      this.canRun(true);
      this.addButton();
      panel.content.node.addEventListener("click", (event) => this.follow(event), true);
    }

    // A link of the course line: to a question, which may lie in a closed part, or to another lesson, in a tab beside.
    follow(event) {
      const link = event.ctrlKey || event.metaKey ? null : event.target.closest(".lesson-card.course a");
      const to = link?.getAttribute("href") ?? "";
      const at = to.startsWith("#") ? this.panel.content.widgets.findIndex((cell) => asks(cell, to.slice(1))) : -1;
      if (at < 0 && !to.endsWith(".ipynb")) return;
      event.preventDefault();
      event.stopPropagation();
      if (at >= 0) return void this.goTo(at);
      const folder = this.panel.context.path.replace(/[^/]*$/, "");
      this.commands.execute("docmanager:open", { path: folder + to });
    }

    async goTo(at) {
      const { content } = this.panel;
      const heads = content.widgets.slice(0, at).filter((cell) => cell.headingCollapsed);
      for (const head of heads) head.headingCollapsed = false;
      const cell = content.widgets[at];
      await content.scrollToCell(cell, "start");
      cell.node.querySelector(".lesson-card")?.focus({ preventScroll: true });
    }

    // While the lesson runs by itself, the line that says how to run it by hand is out of sight.
    canRun(yes) {
      this.panel.toggleClass("lesson-runs", yes);
    }

    addButton() {
      const button = document.createElement("button");
      button.className = "lesson-code-button";
      button.type = "button";
      button.addEventListener("click", () => {
        this.code = !this.code;
        remembered(this.code);
        this.dress();
      });
      this.button = button;
      let Widget = this.panel.constructor; // the first ancestor of every widget: Lumino's Widget
      while (Object.getPrototypeOf(Widget).prototype) Widget = Object.getPrototypeOf(Widget);
      const item = new Widget({ node: button });
      const { toolbar } = this.panel;
      toolbar.insertBefore("spacer", "lesson-code", item) || toolbar.addItem("lesson-code", item);
    }

    // Fold or unfold what the lesson folds. Nothing of it is saved.
    dress() {
      const { panel, code, words } = this;
      panel.toggleClass("lesson-reading", !code);
      this.button.textContent = code ? words.hideCode : words.showCode;
      for (const cell of panel.content.widgets) {
        if (cell.model.type === "markdown") {
          cell.toggleClass("lesson-by-hand", cell.model.sharedModel.getSource().includes(`**${words.runAll}**`));
        } else if (isFolded(cell)) {
          cell.addClass("lesson-code");
          cell.syncCollapse = false;
          cell.inputHidden = !code;
        }
      }
    }

    async open() {
      const { context, content, sessionContext } = this.panel;
      await context.ready;
      this.dress();
      content.model.cells.changed.connect(() => requestAnimationFrame(() => this.panel.isDisposed || this.dress()));
      sessionContext.statusChanged.connect((_, status) => GONE.includes(status) && this.canRun(false));
      sessionContext.kernelChanged.connect((_, { newValue }) => newValue || this.canRun(false));
      const waited = setTimeout(() => this.canRun(false), PATIENCE);
      const done = await this.run().catch(() => false);
      clearTimeout(waited);
      this.canRun(done);
    }

    // Return whether all cells of the lesson ran, now or earlier in this kernel.
    async run() {
      const { sessionContext } = this.panel;
      await sessionContext.ready;
      const kernel = sessionContext.session?.kernel;
      if (!kernel) return false;
      await kernel.info;
      if (this.drawAgain(await drawnIn(kernel))) return true;
      // Not the command "Run All": it runs whatever is in front by now, and scrolls to the last cell.
      const runs = ownCells(this.panel).map((cell) => cell.constructor.execute(cell, sessionContext));
      const ends = await Promise.allSettled(runs);
      return ends.every(({ status, value }) => status === "fulfilled" && (!value || value.content.status === "ok"));
    }

    // Show the cards that this kernel holds, without running anything. Return false when not all cells were run in it.
    drawAgain({ cards, count }) {
      const cells = ownCells(this.panel);
      const found = cells.filter((cell) => cards[cell.model.id]);
      if (!found.length || count < cells.length) return false;
      for (const { model } of cells) model.trusted = true; // as if they had been run here: they were
      for (const cell of found) {
        const { outputs } = cell.model;
        for (let i = 0; i < outputs.length; i++) {
          const output = outputs.get(i).toJSON();
          if (!output.data?.["text/html"]) continue;
          const view = { version_major: 2, version_minor: 0, model_id: cards[cell.model.id] };
          const data = { ...output.data, "application/vnd.jupyter.widget-view+json": view };
          outputs.set(i, { ...output, data });
        }
      }
      return true;
    }
  }

  // Ask a kernel, quietly, which cards it has drawn in which cells, and how many cells it has run.
  async function drawnIn(kernel) {
    const request = { code: "", silent: true, store_history: false, user_expressions: { drawn: DRAWN } };
    const { content } = await kernel.requestExecute(request).done;
    const { drawn } = content.user_expressions ?? {};
    const cards = drawn?.status === "ok" ? JSON.parse(drawn.data["text/plain"].slice(1, -1)) : {};
    return { cards, count: content.execution_count };
  }

  const plugin = {
    id: "lesson-reading:extension",
    autoStart: true,
    activate: async (app) => {
      const { folders, words } = told() ?? {};
      if (!folders?.length) return;
      document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: styles }));
      const open = new WeakSet();
      const look = () => {
        const panel = app.shell.currentWidget;
        if (open.has(panel) || !isLesson(panel, folders)) return;
        open.add(panel);
        if (window.innerWidth < NARROW) app.shell.collapseLeft?.();
        new Reading(panel, words, app.commands).open();
      };
      app.restored.then(() => {
        app.shell.currentChanged.connect(look);
        look();
      });
    },
  };

  (globalThis._JUPYTERLAB ??= {})["lesson-reading"] = { init: () => {}, get: async () => () => plugin };
}
