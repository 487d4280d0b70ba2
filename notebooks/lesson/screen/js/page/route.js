// Where the reader is: one lesson of a file that holds several, and a place in it that may be folded away.

const articles = () => /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-part]")]);

// A place that the address names; nothing where it names none of this page.
function target() {
  const name = decodeURIComponent(location.hash.slice(1));
  return name ? document.getElementById(name) : null;
}

function unfold(/** @type {Element} */ place) {
  for (let at = place.parentElement; at; at = at.parentElement) if (at instanceof HTMLDetailsElement) at.open = true;
}

/**
 * Show what the address asks for, and draw its cards first; without an address, the first part.
 * @param {(part: HTMLElement) => void} draw
 */
export function follow(draw) {
  const parts = articles();
  let shown = /** @type {HTMLElement | null} */ (null);
  const show = (/** @type {HTMLElement} */ part) => {
    if (part === shown) return;
    for (const other of parts) other.hidden = other !== part;
    shown = part;
    document.title = part.dataset.title ?? document.title;
    draw(part);
  };
  const go = () => {
    const place = target();
    const stays = shown !== null;
    show(parts.find((part) => part.contains(place)) ?? (place && shown) ?? parts[0]);
    if (place) arrive(place);
    else if (stays) scrollTo(0, 0);
  };
  addEventListener("hashchange", go);
  go();
}

function arrive(/** @type {HTMLElement} */ place) {
  unfold(place);
  place.scrollIntoView();
  if (place.matches("[data-part]")) place.querySelector("h1")?.focus({ preventScroll: true });
}
