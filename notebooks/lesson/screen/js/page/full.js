// Puts together again what a page stores once: see thin.py.

/**
 * @param {any} data
 * @param {any} sheet
 */
function question(data, sheet) {
  const whole = { ...data.usual, ...sheet };
  whole.options = whole.options.map((/** @type {any} */ option) => ({ ...data.option, text: option.label, ...option }));
  whole.evidence = whole.evidence.map((/** @type {[string, number]} */ [id, n]) => {
    const [label, url] = data.sources[n];
    return { id, label, url };
  });
  return whole;
}

/**
 * Return the sheets of a page as Python compiled them; a page that stores them whole says so by having no `usual`.
 * @param {any} data
 * @returns {Record<string, any>}
 */
export function fullSheets(data) {
  if (!data.usual) return data.sheets;
  const asked = /** @type {Record<string, any>} */ ({});
  for (const [name, sheet] of Object.entries(data.sheets)) if (sheet.stem) asked[name] = question(data, sheet);
  const item = (/** @type {any} */ one) => ({ ...(asked[one.id] ?? data.parts[one.id]), ...one });
  const view = (/** @type {any} */ sheet) => (sheet.items ? { ...sheet, items: sheet.items.map(item) } : sheet);
  const all = Object.entries(data.sheets).map(([name, sheet]) => [name, asked[name] ?? view(sheet)]);
  return Object.fromEntries(all);
}
