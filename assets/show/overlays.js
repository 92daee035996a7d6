// @ts-check
/**
 * What is drawn over a page: marks that belong to the question, and targets that only the reader of this file sees.
 * Line widths are screen pixels whatever the zoom; tags are groups of the class `tag` that the page view keeps at
 * screen size.
 *
 * @import { Mark, Question } from "../../src/records/question.ts"
 */
import { makeSvg } from "./dom.js";

/** @typedef {readonly [x1: number, y1: number, x2: number, y2: number]} Box page px, x2 and y2 exclusive */

/**
 * A region that can be zoomed to.
 * @typedef {object} Place
 * @property {"mark" | "zoom" | "panel" | "entity"} kind
 * @property {string} name
 * @property {Box} box
 */

/**
 * The colour of a mark, as this file's style names it.
 * @param {Mark["colour"]} colour
 */
export const markColour = (colour) => `var(--mark-${colour})`;

/** Colours on which a dark label reads better than a white one. */
const BRIGHT = new Set(["orange", "cyan"]);

/**
 * @param {Question} question
 * @returns {Place[]}
 */
export function placesOf({ marks, targets }) {
  return [
    ...marks.map((mark, index) => place("mark", markName(mark, index), mark.box)),
    ...targets.zoom.map((box, index) => place("zoom", `zoom ${index + 1}`, box)),
    ...targets.panels.map((box, index) => place("panel", `panel ${index + 1}`, box)),
    ...targets.entities.map((box, index) => place("entity", `entity ${index + 1}`, box)),
  ];
}

/**
 * @param {Place["kind"]} kind
 * @param {string} name
 * @param {Box} box
 * @returns {Place}
 */
const place = (kind, name, box) => ({ kind, name, box });

/** @param {Mark} mark @param {number} index */
function markName({ style, label, colour }, index) {
  const what = style === "cover" ? "cover" : `${colour} box`;
  return `${what} ${label ?? index + 1}`;
}

/**
 * @param {Question} question
 * @returns {SVGGElement[]}
 */
export function markOverlays({ marks }) {
  return marks.map((mark) => (mark.style === "cover" ? drawCover(mark) : drawOutline(mark)));
}

/** @param {Mark} mark */
function drawOutline(mark) {
  const tag = mark.label === undefined ? [] : [drawTag(mark, mark.label)];
  return makeSvg("g", { class: "mark" }, ...drawFrame(mark), ...tag);
}

/** @param {Mark} mark */
function drawCover(mark) {
  const [x1, y1, x2, y2] = mark.box;
  const size = Math.min(y2 - y1, x2 - x1) * 0.5;
  const place = { x: (x1 + x2) / 2, y: (y1 + y2) / 2, "font-size": size, class: "cover-label" };
  const label = mark.label === undefined ? [] : [makeSvg("text", place, mark.label)];
  return makeSvg("g", { class: "mark" }, drawBox(mark.box, "cover"), ...drawFrame(mark), ...label);
}

/** @param {Mark} mark */
function drawFrame({ box, colour }) {
  const line = drawBox(box, "line mark-colour");
  line.setAttribute("stroke", markColour(colour));
  return [drawBox(box, "line mark-shade"), drawBox(box, "line mark-casing"), line];
}

/**
 * @param {Question} question
 * @returns {SVGGElement[]}
 */
export function targetOverlays(question) {
  return placesOf(question)
    .filter(({ kind }) => kind !== "mark")
    .toReversed()
    .map(({ kind, name, box }) =>
      makeSvg(
        "g",
        { class: "target" },
        drawBox(box, "line target-shade"),
        drawBox(box, `line target-${kind}`),
        makeSvg("title", {}, name),
      ),
    );
}

/** @param {Box} box @param {string} name */
function drawBox([x1, y1, x2, y2], name) {
  return makeSvg("rect", { x: x1, y: y1, width: x2 - x1, height: y2 - y1, class: name });
}

/**
 * A small field with a label, on top of the box's upper left corner.
 * @param {Mark} mark
 * @param {string} label
 */
function drawTag({ box, colour }, label) {
  const width = 13 + 10 * [...label].length;
  return makeSvg(
    "g",
    { class: BRIGHT.has(colour) ? "tag tag-bright" : "tag", "data-x": box[0], "data-y": box[1] },
    makeSvg("rect", { x: -3, y: -23, width, height: 23, rx: 2, fill: markColour(colour) }),
    makeSvg("text", { x: width / 2 - 3, y: -11 }, label),
  );
}

/**
 * Keep a tag at screen size, and inside the sheet where its box touches the upper edge.
 * @param {Element} tag
 * @param {number} scale screen px per page px
 */
export function placeTag(tag, scale) {
  const y = Math.max(Number(tag.getAttribute("data-y")), 26 / scale);
  tag.setAttribute("transform", `translate(${tag.getAttribute("data-x")} ${y}) scale(${1 / scale})`);
}

/** @param {Box} box @param {number} x @param {number} y */
export const holds = ([x1, y1, x2, y2], x, y) => x >= x1 && x < x2 && y >= y1 && y < y2;

/** @param {Box} box */
export const areaOf = ([x1, y1, x2, y2]) => (x2 - x1) * (y2 - y1);
