// @ts-check
/**
 * The part of the page in sight: held as the stage's viewBox, moved at once or in a short flight.
 *
 * @import { Box } from "./overlays.js"
 * @import { Size, View } from "./camera.js"
 */
import { blendViews, keepOnPage, viewOf, zoomAbout } from "./camera.js";

/** Milliseconds of a flight from view to view. */
const FLIGHT = 240;
/** Shares of the pane left free around a whole page and around a zoomed-to region. */
const PAGE_MARGIN = 0.03;
const PLACE_MARGIN = 0.1;

/**
 * @typedef {object} Viewport
 * @property {(page: Size) => void} open show a page as a whole, at once
 * @property {(box: Box | undefined) => void} focus fly to a box of the page, or to the whole page
 * @property {(box: Box) => boolean} isFocused
 * @property {(factor: number, point?: { x: number, y: number }) => void} zoom about a point, screen px from the middle
 * @property {(x: number, y: number) => void} pan move the page by screen px
 * @property {(point: { x: number, y: number }) => { x: number, y: number }} toPage from screen px to page px
 */

/**
 * @param {SVGSVGElement} stage
 * @param {(scale: number) => void} looked called when the view has changed, with screen px per page px
 * @returns {Viewport}
 */
export function createViewport(stage, looked) {
  let pane = { width: 1, height: 1 };
  /** @type {Size} */
  let page = pane;
  /** @type {View} */
  let view = { x: 0, y: 0, scale: 1 };
  /** What the view keeps to: a box, the whole page (undefined), or nothing after the user has moved it (false). */
  /** @type {Box | undefined | false} */
  let focused;
  let flight = 0;

  /** @param {Box | undefined} box */
  const viewFor = (box) =>
    box === undefined
      ? viewOf([0, 0, page.width, page.height], pane, PAGE_MARGIN)
      : viewOf(box, pane, PLACE_MARGIN);

  /** @param {View} next */
  function look(next) {
    view = next;
    const width = pane.width / view.scale;
    const height = pane.height / view.scale;
    stage.setAttribute("viewBox", `${view.x - width / 2} ${view.y - height / 2} ${width} ${height}`);
    stage.classList.toggle("zoomed", view.scale > viewFor(undefined).scale * 1.01);
    looked(view.scale);
  }

  /** @param {View} to */
  function fly(to) {
    cancelAnimationFrame(flight);
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return look(to);
    const from = view;
    const start = performance.now();
    /** @param {number} now */
    function step(now) {
      const share = Math.min(1, Math.max(0, (now - start) / FLIGHT));
      look(share === 1 ? to : blendViews(from, to, 1 - (1 - share) ** 3));
      if (share < 1) flight = requestAnimationFrame(step);
    }
    flight = requestAnimationFrame(step);
  }

  /** @param {View} next a view that the user asked for */
  function move(next) {
    cancelAnimationFrame(flight);
    focused = false;
    look(keepOnPage(next, page));
  }

  new ResizeObserver(() => {
    pane = { width: Math.max(1, stage.clientWidth), height: Math.max(1, stage.clientHeight) };
    look(focused === false ? view : viewFor(focused));
  }).observe(stage);

  return {
    open(next) {
      page = next;
      cancelAnimationFrame(flight);
      focused = undefined;
      look(viewFor(undefined));
    },
    focus(box) {
      focused = box;
      fly(viewFor(box));
    },
    isFocused: (box) => focused === box,
    zoom: (factor, point = { x: 0, y: 0 }) =>
      move(zoomAbout(view, factor, point, viewFor(undefined).scale * 0.8)),
    pan: (x, y) => move({ ...view, x: view.x - x / view.scale, y: view.y - y / view.scale }),
    toPage: ({ x, y }) => ({ x: view.x + x / view.scale, y: view.y + y / view.scale }),
  };
}
