// Two clicks in the same place within a moment are one, made twice: the second one must not choose what was only just
// drawn there.

const MOMENT = 500; // milliseconds
const NEAR = 8; // pixels

/**
 * @param {HTMLElement} root
 * @param {() => number} drawnAt when what stands in `root` was drawn
 */
export function noSecondClick(root, drawnAt) {
  let last = { time: -MOMENT, x: 0, y: 0 };
  const onclick = (/** @type {MouseEvent} */ event) => {
    const time = performance.now();
    const { detail, clientX: x, clientY: y } = event; // `detail` is 0 for a key
    const twice = detail > 0 && time - last.time < MOMENT && Math.hypot(x - last.x, y - last.y) < NEAR;
    if (twice && drawnAt() > last.time) {
      event.preventDefault();
      event.stopPropagation();
    } else last = { time, x, y };
  };
  root.addEventListener("click", onclick, true);
}
