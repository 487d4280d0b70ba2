// Lays questions out on sheets of two columns, as full as they go; in each column the questions stand in order.
// Where nothing runs they stand below each other, and print all the same.
const COLUMN = { width: "88mm", height: 244 };
const MM = 96 / 25.4;

/** @param {string} tag @param {string} name */
function made(tag, name) {
  const element = document.createElement(tag);
  element.className = name;
  return element;
}

/** @param {Element} flow */
function pack(flow) {
  const questions = [...flow.children];
  const ruler = made("div", "column measured");
  ruler.style.width = COLUMN.width;
  flow.append(ruler);
  ruler.append(...questions);
  const heights = questions.map((question) => question.getBoundingClientRect().height);
  ruler.remove();
  const columns = fitted(heights, COLUMN.height * MM).map((places) => places.map((place) => questions[place]));
  flow.replaceWith(...sheets(flow, columns));
}

/**
 * The places of what goes into each column: as few sheets as can hold them, and all columns about equally full.
 * @param {number[]} heights @param {number} most
 */
function fitted(heights, most) {
  const order = heights.map((height, place) => place).sort((one, other) => heights[other] - heights[one]);
  for (let count = 2; ; count += 2) {
    const columns = Array.from({ length: count }, () => ({ height: 0, places: [] }));
    for (const place of order) {
      const column = columns.reduce((least, found) => (found.height < least.height ? found : least));
      column.height += heights[place];
      column.places.push(place);
    }
    if (columns.every((column) => column.height <= most || column.places.length === 1)) {
      const found = columns.map((column) => column.places.sort((one, other) => one - other));
      return found.sort(([one], [other]) => one - other);
    }
  }
}

/** @param {HTMLElement} flow @param {Element[][]} columns */
function sheets(flow, columns) {
  const room = document.querySelector("template.room-to-write");
  const found = [];
  for (let i = 0; i < columns.length; i += 2) {
    const sheet = made("section", "leaf more");
    const head = made("p", "place");
    head.textContent = flow.dataset.place;
    const pair = made("div", "pair");
    for (const column of columns.slice(i, i + 2)) {
      const place = made("div", "column");
      place.append(...column, room.content.cloneNode(true));
      pair.append(place);
    }
    sheet.append(head, pair);
    found.push(sheet);
  }
  return found;
}

document.querySelectorAll(".flow").forEach(pack);
