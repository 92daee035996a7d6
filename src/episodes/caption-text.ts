/** A page in words, in place of its picture. What a question covers on the page is covered in the words too. */
import { type Box, coverage, fromPage, iou, toIntegers } from "../geometry/index.ts";
import type { Mark, PageCaptions, Question } from "../records/index.ts";

/** Share of a panel under a cover, 0-1, from which its description is withheld. */
const COVERED_SHARE = 0.5;

/** Boxes in words are thousandths of the page, as the captions themselves are. */
function place(box: Box, page: Question["page"]): string {
  return `[${toIntegers(fromPage(box, { kind: "thousandths" }, page), { width: 1000, height: 1000 }).join(", ")}]`;
}

export function captionText({ panels }: PageCaptions, { marks, page }: Question): string {
  const covers = marks.filter(({ style }) => style === "cover");
  const isCovered = (box: Box) => covers.some((cover) => coverage(box, cover.box) >= COVERED_SHARE);
  const lines = panels.map(
    ({ box, text }, index) =>
      `Panel ${index + 1} at ${place(box, page)}: ${isCovered(box) ? "(covered)" : text}`,
  );
  return [
    "The comic page in words, panel by panel in reading order. Places are [x1, y1, x2, y2] from 0 to 1000 over the page.",
    ...lines,
    ...marks.map((mark) => `Marked on the page: ${markText(mark, page)}.`),
  ].join("\n");
}

function markText({ style, label, colour, box }: Mark, page: Question["page"]): string {
  const named = label === undefined ? "" : ` with the label "${label}"`;
  return `${style === "cover" ? "a grey cover" : `a ${colour} box`}${named} at ${place(box, page)}`;
}

/** A cut-out of the page in words: the panel that it comes from, without places, which would tell where that is. */
export function captionPart({ panels }: PageCaptions, box: Box): string {
  const nearest = panels.toSorted((a, b) => iou(b.box, box) - iou(a.box, box))[0];
  if (nearest === undefined) return "(a picture without a description)";
  return `(a picture) ${nearest.text.replaceAll(/,? at \[\d+, \d+, \d+, \d+\]/g, "")}`;
}
