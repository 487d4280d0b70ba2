// Between the page of a lesson and a system that speaks SCORM 1.2. What the page would keep in this browser goes to the
// system instead, for whoever is signed in there; a text that somebody wrote stays on the device. Without a system this
// file does nothing, and the page keeps answers in the browser as always.
{
  const MOST = 4096; // characters of suspend_data
  const PAUSE = 10000; // at least this long between two commits
  const SINCE = Date.UTC(2025, 0, 1);
  const LETTERS = "abcdefghijklmnopqrstuvwxyz";
  const KINDS = { vote: "v", commit: "c", hint: "h", reset: "r" };
  const NAMES = Object.fromEntries(Object.entries(KINDS).map(([name, letter]) => [letter, name]));
  const SKIPPED = "skipped";
  const { course, lesson, items } = JSON.parse(document.getElementById("scorm-data").textContent);
  const ours = `${course}-page:`;
  const places = new Map(items.map(([id], place) => [id, place]));

  // -------------------------------------------------------------- the system

  function above(start) {
    try {
      for (let page = start, steps = 0; page && steps < 20; page = page.parent, steps += 1) {
        if (page.API) return page.API;
        if (page.parent === page) break;
      }
    } catch {
      // a page of another host, which nobody may look into
    }
    return null;
  }

  const is = (answer) => String(answer) === "true";

  // -------------------------------------------------------------- one event, as a few characters

  const short = (number) => number.toString(36);
  const long = (text) => parseInt(text, 36);
  const card = (value) => (Array.isArray(value) ? value.map((part) => part ?? "").join(":") : String(value ?? ""));

  function answerOf(value) {
    if (value === SKIPPED) return "s";
    return Array.isArray(value) ? `_${value.map(card).join(",")}` : card(value);
  }

  const number = (text) => (text === "" ? null : Number(text));
  const uncard = (text) => (text.includes(":") ? text.split(":").map(number) : number(text));

  function readAnswer(text) {
    if (text === "s") return SKIPPED;
    if (!text.startsWith("_")) return number(text);
    return text === "_" ? [] : text.slice(1).split(",").map(uncard);
  }

  // Index, version, kind, attempt, vote, certainty, minute, answer. The version tells an old question from a new one.
  function packed(event) {
    const minute = Math.max(0, Math.floor((Date.parse(event.time) - SINCE) / 60000));
    return [
      short(places.get(event.item)), event.item_version.slice(0, 3), KINDS[event.kind], short(event.attempt),
      event.vote ?? "", event.confidence === null ? "" : short(event.confidence), short(minute), answerOf(event.answer),
    ].join("/");
  }

  function unpacked(text, order) {
    const [place, version, kind, attempt, vote, sure, minute, answer] = text.split("/");
    const [item, now] = items[long(place)] ?? [];
    if (!item || !now.startsWith(version) || !NAMES[kind] || answer === undefined) return null;
    return {
      v: 1, id: `scorm-${lesson}-${String(order).padStart(4, "0")}`,
      time: new Date(SINCE + long(minute) * 60000 + order).toISOString(), notebook: lesson, item, item_version: now,
      kind: NAMES[kind], attempt: long(attempt), vote: number(vote), answer: readAnswer(answer),
      confidence: sure === "" ? null : long(sure),
    };
  }

  // -------------------------------------------------------------- what is worth keeping

  const inOrder = (a, b) => a.attempt - b.attempt || (a.time < b.time ? -1 : a.time > b.time ? 1 : a.id < b.id ? -1 : 1);

  // Of each question: its first and its last answer, its votes, the last time it was cleared, the hints.
  function needed(events) {
    const kept = new Map();
    for (const event of [...events].sort(inOrder)) {
      const name = `${event.item} ${event.kind} ${event.vote}`;
      if (event.kind === "hint") kept.set(`${name} ${event.id}`, event);
      else if (!kept.has(name)) kept.set(name, event);
      if (event.kind !== "hint") kept.set(`${name} last`, event);
    }
    return [...new Set(kept.values())];
  }

  // Where it is too much, hints go first, then the oldest.
  function whole(events) {
    let kept = needed(events).sort((a, b) => (a.time < b.time ? -1 : 1));
    const text = () => kept.map(packed).join(";");
    if (text().length > MOST) kept = kept.filter((event) => event.kind !== "hint");
    while (text().length > MOST) kept.shift();
    return text();
  }

  // -------------------------------------------------------------- what the page takes for the browser's own storage

  function eventOf(name, text) {
    if (!name.startsWith(ours)) return null;
    try {
      const event = JSON.parse(text);
      return places.has(event.item) ? event : null;
    } catch {
      return null;
    }
  }

  const isText = (event) => typeof event.answer === "string" && event.answer !== SKIPPED;

  function device() {
    try {
      return window.localStorage;
    } catch {
      return null; // forbidden here
    }
  }

  // Its names are its own properties, as those of the real one are.
  function storage(start, beside, changed) {
    const made = Object.create({
      getItem: (name) => (Object.hasOwn(made, name) ? made[name] : null),
      setItem(name, text) {
        made[name] = String(text);
        const event = eventOf(name, text);
        if (!event || isText(event)) beside?.setItem(start + name, text);
        if (event) changed(event);
      },
      removeItem(name) {
        const event = eventOf(name, made[name]);
        delete made[name];
        beside?.removeItem(start + name);
        if (event) changed(null);
      },
    });
    return made;
  }

  // -------------------------------------------------------------- together

  function join(api) {
    const get = (name) => String(api.LMSGetValue(name) ?? "");
    const set = (name, value) => api.LMSSetValue(name, String(value));
    const began = Date.now();
    const start = `${course}-scorm:${get("cmi.core.student_id")}:`;
    const beside = device();
    const events = () => Object.entries(store).map(([name, text]) => eventOf(name, text)).filter(Boolean);
    let last = 0, timer = 0, over = false;

    const told = new Set();
    const store = storage(start, beside, (event) => {
      if (event) tell(event);
      timer ||= setTimeout(flush, Math.max(0, last + PAUSE - Date.now()));
    });

    // Each question once: some systems write down every answer again.
    function tell(event) {
      const form = items[places.get(event.item)][2];
      if (event.kind !== "commit" || !form || told.has(event.item)) return;
      told.add(event.item);
      const entry = `cmi.interactions.${get("cmi.interactions._count") || 0}`;
      const { answer } = event;
      const letters = () => [answer].flat().map((i) => LETTERS[i]).join(",");
      set(`${entry}.id`, event.item);
      set(`${entry}.type`, form);
      set(`${entry}.student_response`, form === "choice" && answer !== SKIPPED ? letters() : answerOf(answer).slice(0, 255));
    }

    function flush() {
      clearTimeout(timer);
      timer = 0;
      last = Date.now();
      const all = events();
      set("cmi.suspend_data", whole(all.filter((event) => KINDS[event.kind] && !isText(event))));
      const answered = new Set(all.filter((event) => event.kind === "commit" || event.kind === "vote").map((event) => event.item));
      set("cmi.core.lesson_status", answered.size === items.length ? "completed" : "incomplete");
      api.LMSCommit("");
    }

    function leave() {
      if (over) return;
      over = true;
      const seconds = Math.round((Date.now() - began) / 1000);
      const two = (n) => String(n).padStart(2, "0");
      set("cmi.core.session_time", `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`);
      set("cmi.core.exit", "suspend");
      flush();
      api.LMSFinish("");
    }

    function restore() {
      const found = get("cmi.suspend_data").split(";").filter(Boolean).map(unpacked).filter(Boolean);
      for (const event of found) {
        store[ours + event.id] = JSON.stringify(event);
        if (event.kind === "commit") told.add(event.item);
      }
      for (const name of Object.keys(beside ?? {}).filter((one) => one.startsWith(start))) store[name.slice(start.length)] = beside.getItem(name);
    }

    restore();
    Object.defineProperty(window, "localStorage", { configurable: true, value: store });
    addEventListener("pagehide", leave);
    addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
    document.addEventListener("visibilitychange", () => document.hidden && timer && flush());
    if (get("cmi.core.lesson_status") === "not attempted") flush();
  }

  const api = above(window) ?? above(window.opener);
  if (api && is(api.LMSInitialize(""))) join(api);
}
