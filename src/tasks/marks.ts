import type { Box } from "../geometry/index.ts";
import type { Mark, MarkColour } from "../records/index.ts";

const COLOURS = ["red", "blue", "green", "orange", "purple", "cyan"] as const satisfies readonly MarkColour[];

/** Outlines numbered from 1, each in a colour of its own. */
export function numberedOutlines(boxes: readonly Box[]): readonly Mark[] {
  return boxes.map((box, index) => ({
    box,
    style: "outline",
    label: String(index + 1),
    colour: COLOURS[index % COLOURS.length] ?? "red",
  }));
}

/** One unnumbered red outline. */
export const redOutline = (box: Box): Mark => ({ box, style: "outline", colour: "red" });
