// Lays questions out on sheets of two columns, as full as they go; in each column the questions stand in order.
// Where nothing runs they stand below each other, and print all the same.
// What is too high for a column stands across both.
const COLUMN = { width: "88mm", across: "182mm", height: 244 };
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
  const heights = measured(flow, questions, COLUMN.width);
  const most = COLUMN.height * MM;
  const tall = questions.filter((_, place) => heights[place] > most);
  const tops = measured(flow, tall, COLUMN.across);
  const rest = questions.filter((question) => !tall.includes(question));
  const columns = fitted(heights.filter((height) => height <= most), tops, most);
  const filled = columns.map((places) => places.map((place) => rest[place]));
  const sheets = filled.flatMap((_, i) => (i % 2 ? [] : [sheet(flow, tall[i / 2], filled.slice(i, i + 2))]));
  flow.replaceWith(...sheets);
}

/**
 * How high each would be at a width; they are back in their places afterwards.
 * @param {Element} flow @param {Element[]} questions @param {string} width
 */
function measured(flow, questions, width) {
  const ruler = made("div", "column measured");
  ruler.style.width = width;
  const places = questions.map((question) => question.nextSibling);
  flow.append(ruler);
  ruler.append(...questions);
  const heights = questions.map((question) => question.getBoundingClientRect().height);
  questions.toReversed().forEach((question, i) => flow.insertBefore(question, places[places.length - 1 - i]));
  ruler.remove();
  return heights;
}

/**
 * The places of what goes into each column: as few sheets as can hold them, and all columns about equally full.
 * The highest goes first, each into the first column with room; the room is made larger until all fit.
 * @param {number[]} heights @param {number[]} tops what stands above both columns of the first sheets
 * @param {number} most
 */
function fitted(heights, tops, most) {
  const order = heights.map((_, place) => place).sort((one, other) => heights[other] - heights[one]);
  for (let count = Math.max(2, 2 * tops.length); ; count += 2) {
    for (let room = most / 4; room <= most; room += most / 60) {
      const columns = Array.from({ length: count }, (_, i) => ({ left: room - (tops[i >> 1] ?? 0), places: [] }));
      const fits = order.every((place) => {
        const column = columns.find((found) => found.left >= heights[place]);
        if (!column) return false;
        column.left -= heights[place];
        column.places.push(place);
        return true;
      });
      if (fits) return columns.map((column) => column.places.sort((one, other) => one - other));
    }
  }
}

/**
 * One sheet: what is too high for a column, if there is such a question, and two columns below it.
 * @param {HTMLElement} flow @param {Element | undefined} top @param {Element[][]} columns
 */
function sheet(flow, top, columns) {
  const room = document.querySelector("template.room-to-write");
  const found = made("section", "leaf more");
  const head = made("p", "place");
  head.textContent = flow.dataset.place;
  const pair = made("div", "pair");
  for (const column of columns) {
    const place = made("div", "column");
    place.append(...column, room.content.cloneNode(true));
    pair.append(place);
  }
  found.append(head, ...(top ? [top] : []), pair);
  return found;
}

document.querySelectorAll(".flow").forEach(pack);
