// @ts-check
/**
 * Where the page view looks: plain sums, no elements.
 *
 * @import { Box } from "./overlays.js"
 */

/** @typedef {{ readonly width: number, readonly height: number }} Size */

/**
 * @typedef {object} View
 * @property {number} x centre, page px
 * @property {number} y centre, page px
 * @property {number} scale screen px per page px
 */

/** Screen px per page px that one can zoom in to. */
const MAX_SCALE = 8;

/**
 * The view that shows a box as large as the pane allows.
 * @param {Box} box page px
 * @param {Size} pane screen px
 * @param {number} margin share of the pane left free, 0-1
 * @returns {View}
 */
export function viewOf([x1, y1, x2, y2], pane, margin) {
  const scale = Math.min(pane.width / (x2 - x1), pane.height / (y2 - y1)) * (1 - margin);
  return { x: (x1 + x2) / 2, y: (y1 + y2) / 2, scale: Math.min(scale, MAX_SCALE) };
}

/**
 * The view scaled by `factor`, with the page point under `point` (screen px from the pane's centre) held still.
 * @param {View} view
 * @param {number} factor
 * @param {{ readonly x: number, readonly y: number }} point
 * @param {number} minScale
 * @returns {View}
 */
export function zoomAbout(view, factor, point, minScale) {
  const scale = Math.min(MAX_SCALE, Math.max(minScale, view.scale * factor));
  const shift = 1 / view.scale - 1 / scale;
  return { x: view.x + point.x * shift, y: view.y + point.y * shift, scale };
}

/**
 * The nearest view whose centre lies on the page.
 * @param {View} view
 * @param {Size} page
 * @returns {View}
 */
export function keepOnPage({ x, y, scale }, page) {
  return { x: Math.min(page.width, Math.max(0, x)), y: Math.min(page.height, Math.max(0, y)), scale };
}

/**
 * Between two views; the scale changes by equal factors.
 * @param {View} from
 * @param {View} to
 * @param {number} share 0-1
 * @returns {View}
 */
export function blendViews(from, to, share) {
  const scale = from.scale * (to.scale / from.scale) ** share;
  // The centre follows the scale, so that a point inside both views moves on a straight line.
  const path =
    from.scale === to.scale ? share : (1 / scale - 1 / from.scale) / (1 / to.scale - 1 / from.scale);
  return { x: from.x + (to.x - from.x) * path, y: from.y + (to.y - from.y) * path, scale };
}
