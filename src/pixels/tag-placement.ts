/** Where the small tag with a mark's label goes, so that it hides as little as possible. */
import {
  type Box,
  fullBox,
  heightOf,
  isInside,
  overlapArea,
  type Size,
  translate,
  widthOf,
} from "../geometry/index.ts";

/**
 * A place of the tag's size that touches `frame` from outside: above its left corner where that is free, else the first
 * place along its sides (above, below, left, right) that covers least of `taken`. Where the picture has no room outside,
 * the tag goes into a corner of the frame.
 */
export function placeTag(tag: Size, frame: Box, taken: readonly Box[], picture: Size): Box {
  const outside = placesAround(frame, tag).filter((place) => isInside(place, picture));
  const places =
    outside.length > 0 ? outside : cornersOf(frame, tag).map((place) => pushInside(place, picture));
  const costs = places.map((place) => taken.reduce((sum, box) => sum + overlapArea(place, box), 0));
  return places[costs.indexOf(Math.min(...costs))] ?? fullBox(tag);
}

function placesAround([x1, y1, x2, y2]: Box, { width, height }: Size): Box[] {
  const across = stepsBetween(x1, x2 - width, width);
  const down = stepsBetween(y1, y2 - height, height);
  return [
    ...across.map((x): Box => [x, y1 - height, x + width, y1]),
    ...across.map((x): Box => [x, y2, x + width, y2 + height]),
    ...down.map((y): Box => [x1 - width, y, x1, y + height]),
    ...down.map((y): Box => [x2, y, x2 + width, y + height]),
  ];
}

/** `from`, then on in steps, then `to`; also where `to` lies before `from`, and then no steps. */
function stepsBetween(from: number, to: number, step: number): number[] {
  const count = Math.max(0, Math.ceil((to - from) / step) - 1);
  return [from, ...Array.from({ length: count }, (_, index) => from + (index + 1) * step), to];
}

const cornersOf = ([x1, y1, x2, y2]: Box, { width, height }: Size): Box[] => [
  [x1, y1, x1 + width, y1 + height],
  [x2 - width, y1, x2, y1 + height],
  [x1, y2 - height, x1 + width, y2],
  [x2 - width, y2 - height, x2, y2],
];

function pushInside(box: Box, picture: Size): Box {
  const shift = (start: number, length: number, room: number) =>
    Math.max(0, Math.min(start, room - length)) - start;
  return translate(
    box,
    shift(box[0], widthOf(box), picture.width),
    shift(box[1], heightOf(box), picture.height),
  );
}
