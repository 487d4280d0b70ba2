// Runs in the page of JupyterLab. Every time is taken here: from the click's dispatch to the mutation of the document
// that shows what it led to. Nothing else talks to the page meanwhile.
(() => {
  // With a debugger attached, as here, each logged line and each error that a card leaves would cost it extra time.
  console.log = () => {};
  addEventListener("error", (error) => error.preventDefault());

  const frame = () => new Promise(requestAnimationFrame);
  const pause = (ms) => new Promise((done) => setTimeout(done, ms));
  const notebook = () => jupyterapp.shell.currentWidget.content;
  const named = (root, name) => [...root.querySelectorAll("button")].find((b) => b.textContent.trim() === name);

  // root: the card. ready: bring it to where one click answers, and return what to click. shown, saved: did it?
  const cards = {
    card: {
      root: (item) => document.querySelector(`.lesson-card[data-item="${item}"]`),
      ready(root, turn) {
        named(root, "Try again")?.click();
        root.querySelectorAll("input[type=radio]")[turn % 2].click();
        return named(root, "Answer");
      },
      shown: (root) => root.querySelector(".feedback") !== null,
      saved: (root) => root.querySelector(".saved").textContent === "Saved",
    },
    quiz: {
      root: () => document.querySelector(".Quiz"),
      ready(root, turn) {
        root.querySelector(".Feedback").replaceChildren();
        return root.querySelectorAll("label")[turn % 2];
      },
      shown: (root) => root.querySelector(".Feedback").textContent !== "",
    },
    plain: {
      root: () => document.querySelector(".plain-card"),
      presses: 0,
      ready(root, turn) {
        this.presses += 1;
        root.querySelectorAll("input[type=radio]")[turn % 2].click();
        return named(root, "Answer");
      },
      shown: (root, press) => Number(root.querySelector(".presses")?.textContent ?? 0) >= press,
    },
  };

  async function click(name, item, turn, wait) {
    const card = cards[name], root = card.root(item);
    const target = card.ready(root, turn), press = card.presses;
    await pause(wait ? 60 : 0);
    await frame();
    await frame();
    const record = { name, feedback: null, saved: null };
    record.done = new Promise((done) => {
      let start = 0;
      const observer = new MutationObserver(() => {
        const now = performance.now() - start;
        if (record.feedback === null && card.shown(root, press)) record.feedback = now;
        if (record.feedback === null) return;
        if (wait && card.saved) {
          if (!card.saved(root)) return;
          record.saved = now;
        }
        observer.disconnect();
        done();
      });
      observer.observe(root, { childList: true, characterData: true, subtree: true });
      start = performance.now();
      target.click();
    });
    return record;
  }

  // `wait`: each click waits for what it leads to. Without it the kernel is busy, and only the end is waited for.
  async function rounds({ names, item, count, every, wait }) {
    const found = [], start = performance.now();
    for (let turn = 0; turn < count; turn++) {
      for (const name of names) {
        const record = await click(name, item, turn, wait);
        found.push(record);
        if (wait) await record.done;
        await pause(wait ? every : start + found.length * every - performance.now());
      }
    }
    const took = performance.now() - start;
    await Promise.all(found.map((record) => record.done));
    return { took, clicks: found.map(({ name, feedback, saved }) => ({ name, feedback, saved })) };
  }

  const runAll = () => jupyterapp.commands.execute("notebook:run-all-cells");

  function run(index) {
    notebook().activeCellIndex = index;
    return jupyterapp.commands.execute("notebook:run-cell");
  }

  // Run the cells before the last one; the last one sleeps.
  async function runCards() {
    for (let index = 0; index < notebook().widgets.length - 1; index++) await run(index);
  }

  // Start the last cell, and come back as soon as the kernel sleeps.
  async function fallAsleep() {
    const cell = notebook().widgets.at(-1);
    cell.model.sharedModel.setOutputs([]);
    run(notebook().widgets.length - 1);
    while (!cell.outputArea.node.textContent.includes("asleep")) await pause(5);
  }

  async function untilVisible(selector) {
    const start = performance.now();
    runAll();
    while (!document.querySelector(selector)?.getClientRects().length) await frame();
    return performance.now() - start;
  }

  globalThis.bench = { rounds, runAll, runCards, fallAsleep, untilVisible };
})();
