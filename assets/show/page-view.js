// @ts-check
/**
 * The page with its overlays, to be moved and zoomed.
 *
 * @import { ShowPage } from "../../src/report/show-format.ts"
 * @import { Question } from "../../src/records/question.ts"
 * @import { Box, Place } from "./overlays.js"
 */
import { byId } from "./dom.js";
import { wireGestures } from "./gestures.js";
import { areaOf, holds, markOverlays, placesOf, placeTag, targetOverlays } from "./overlays.js";
import { createViewport } from "./viewport.js";

/**
 * @typedef {object} PageView
 * @property {(question: Question, page: ShowPage) => void} show the overlays on an empty sheet, whole page in view
 * @property {(url: string) => void} setPicture
 * @property {(box: Box | undefined) => void} focus zoom to a box of the page, or to the whole page
 * @property {(factor: number) => void} zoomBy
 * @property {(x: number, y: number) => void} panBy screen px that the view moves over the page
 * @property {(visible: boolean) => void} setTargets
 */

/** @returns {PageView} */
export function wirePageView() {
  const stage = byId("stage", SVGSVGElement);
  const image = byId("page-image", SVGImageElement);
  const overlays = byId("overlays", SVGGElement);
  /** @type {Place[]} */
  let places = [];
  let shownPage = "";
  let targetsVisible = true;
  const viewport = createViewport(stage, (scale) => {
    for (const tag of overlays.querySelectorAll(".tag")) placeTag(tag, scale);
  });

  /** @param {Box | undefined} box */
  function focus(box) {
    stage.scrollIntoView({ block: "nearest" });
    viewport.focus(box);
  }

  /** @param {{ x: number, y: number }} point */
  function placeAt(point) {
    const { x, y } = viewport.toPage(point);
    return places
      .filter(({ kind, box }) => (kind === "mark" || targetsVisible) && holds(box, x, y))
      .sort((a, b) => areaOf(a.box) - areaOf(b.box))[0];
  }

  wireGestures(stage, {
    zoom: viewport.zoom,
    pan: viewport.pan,
    click(point) {
      const hit = placeAt(point);
      focus(hit === undefined || viewport.isFocused(hit.box) ? undefined : hit.box);
    },
    hover: (point) => stage.classList.toggle("on-place", placeAt(point) !== undefined),
  });

  return {
    show(question, page) {
      if (page.id !== shownPage) image.removeAttribute("href");
      shownPage = page.id;
      places = placesOf(question);
      for (const element of [image, byId("sheet", SVGRectElement)]) {
        element.setAttribute("width", String(page.width));
        element.setAttribute("height", String(page.height));
      }
      overlays.replaceChildren(...targetOverlays(question), ...markOverlays(question));
      byId("page-name", HTMLElement).textContent = page.id;
      stage.setAttribute("aria-label", `Page ${page.id} with ${places.length} marks and targets`);
      viewport.open(page);
    },
    setPicture: (url) => image.setAttribute("href", url),
    focus,
    zoomBy: (factor) => viewport.zoom(factor),
    panBy: (x, y) => viewport.pan(-x, -y),
    setTargets(visible) {
      targetsVisible = visible;
      overlays.classList.toggle("targets-hidden", !visible);
    },
  };
}
