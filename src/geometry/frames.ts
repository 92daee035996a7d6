/**
 * Coordinate frames: in which numbers a model speaks of places on a page. Everything inside works in page pixels; a
 * model's own frame is converted once, at the edge.
 */
import type { Box, Size } from "./box.ts";

export type Frame =
  /** Pixels of the stored page. */
  | { readonly kind: "page" }
  /** Pixels of the page after resizing to `size`, as the model sees it (Qwen2.5-VL; see `smart-resize.ts`). */
  | { readonly kind: "model"; readonly size: Size }
  /** Thousandths of the page's width and height, 0-1000 (Qwen2-VL, Qwen3-VL, Gemini). */
  | { readonly kind: "thousandths" }
  /** Hundredths of the page's width and height, 0-100 (CropVLM). */
  | { readonly kind: "percent" };

/** Width and height of the whole page in a frame's own units. */
export function frameExtent(frame: Frame, page: Size): Size {
  switch (frame.kind) {
    case "page":
      return page;
    case "model":
      return frame.size;
    case "thousandths":
      return { width: 1000, height: 1000 };
    case "percent":
      return { width: 100, height: 100 };
  }
}

/** A box in a frame's units as page pixels. Nothing is rounded or clamped. */
export const toPage = (box: Box, frame: Frame, page: Size): Box =>
  rescale(box, frameExtent(frame, page), page);

/** A box in page pixels as a frame's units. Nothing is rounded or clamped; to write it out see {@link toIntegers}. */
export const fromPage = (box: Box, frame: Frame, page: Size): Box =>
  rescale(box, page, frameExtent(frame, page));

function rescale([x1, y1, x2, y2]: Box, from: Size, to: Size): Box {
  return [
    (x1 * to.width) / from.width,
    (y1 * to.height) / from.height,
    (x2 * to.width) / from.width,
    (y2 * to.height) / from.height,
  ];
}

/**
 * A box as the integers that models write: each edge to the nearest one within 0 to `extent` (see
 * {@link frameExtent}, at least 1 x 1), at least one unit wide and high.
 */
export function toIntegers([x1, y1, x2, y2]: Box, extent: Size): Box {
  const [left, right] = integerSpan(x1, x2, extent.width);
  const [top, bottom] = integerSpan(y1, y2, extent.height);
  return [left, top, right, bottom];
}

/** A box of the page, in page px, as a model that speaks in `frame` writes it. */
export const asWritten = (box: Box, frame: Frame, page: Size): Box =>
  toIntegers(fromPage(box, frame, page), frameExtent(frame, page));

function integerSpan(from: number, to: number, length: number): readonly [number, number] {
  const within = (value: number, low: number, high: number) =>
    Math.min(high, Math.max(low, Math.round(value)));
  const start = within(from, 0, length - 1);
  return [start, within(to, start + 1, length)];
}
