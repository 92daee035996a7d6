// @ts-check
/** Mouse, pen and touch on the page: drag, pinch, wheel, click. Points are screen px from the middle of the stage. */

/** Screen px that a pointer may move and still click. */
const CLICK_SLACK = 4;

/**
 * @typedef {object} Gestures
 * @property {(factor: number, point: { x: number, y: number }) => void} zoom
 * @property {(x: number, y: number) => void} pan
 * @property {(point: { x: number, y: number }) => void} click
 * @property {(point: { x: number, y: number }) => void} hover
 */

/**
 * @param {SVGSVGElement} stage
 * @param {Gestures} gestures
 */
export function wireGestures(stage, { zoom, pan, click, hover }) {
  /** @type {Map<number, { x: number, y: number }>} */
  const pointers = new Map();
  let travelled = 0;

  /** @param {MouseEvent} event */
  function pointOf(event) {
    const bounds = stage.getBoundingClientRect();
    return {
      x: event.clientX - bounds.left - bounds.width / 2,
      y: event.clientY - bounds.top - bounds.height / 2,
    };
  }

  stage.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    stage.setPointerCapture(event.pointerId);
    if (pointers.size === 0) travelled = 0;
    pointers.set(event.pointerId, pointOf(event));
  });

  stage.addEventListener("pointermove", (event) => {
    const before = pointers.get(event.pointerId);
    const point = pointOf(event);
    if (before === undefined) return hover(point);
    pointers.set(event.pointerId, point);
    const moved = { x: point.x - before.x, y: point.y - before.y };
    travelled += Math.hypot(moved.x, moved.y);
    const [other] = [...pointers].filter(([id]) => id !== event.pointerId).map(([, there]) => there);
    if (other !== undefined) {
      const spread = distance(point, other) / Math.max(1, distance(before, other));
      zoom(spread, { x: (point.x + other.x) / 2, y: (point.y + other.y) / 2 });
      pan(moved.x / 2, moved.y / 2);
    } else if (travelled > CLICK_SLACK) {
      pan(moved.x, moved.y);
    }
  });

  stage.addEventListener("pointerup", (event) => {
    const pressed = pointers.delete(event.pointerId);
    if (pressed && pointers.size === 0 && travelled <= CLICK_SLACK) click(pointOf(event));
  });
  stage.addEventListener("pointercancel", (event) => pointers.delete(event.pointerId));

  stage.addEventListener(
    "wheel",
    (event) => {
      // Where the page scrolls with the rest, a plain wheel scrolls.
      if (!event.ctrlKey && matchMedia("(max-width: 719px)").matches) return;
      event.preventDefault();
      const pixels = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1);
      zoom(Math.exp(-pixels * (event.ctrlKey ? 0.01 : 0.0015)), pointOf(event));
    },
    { passive: false },
  );
}

/** @param {{ x: number, y: number }} a @param {{ x: number, y: number }} b */
const distance = (a, b) => Math.hypot(a.x - b.x, a.y - b.y);
