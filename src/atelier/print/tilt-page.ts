import { type Box, boundsOf, clampTo, type Point, type Size } from "../../geometry/index.ts";
import type { Page } from "../../records/index.ts";
import { type Tilt, tiltBox, tiltPoint } from "./tilt.ts";

/** What a page record says of places that were planned on the straight sheet. */
type Planned = Pick<Page, "panels" | "balloons" | "texts">;

interface Placed {
  readonly box: Box;
  readonly polygon?: readonly Point[] | undefined;
}

/** Turns all planned boxes and outlines with the sheet; what was counted on the glass needs no turning. */
export function tiltPlanned<T extends Planned>(page: T, tilt: Tilt, size: Size): T {
  const turn = <P extends Placed>(item: P): P => tilted(item, tilt, size);
  return {
    ...page,
    panels: page.panels.map(turn),
    balloons: page.balloons.map(turn),
    texts: page.texts.map(turn),
  };
}

/** An outline stays exact; a box becomes the whole px round the turned one. */
function tilted<P extends Placed>(item: P, tilt: Tilt, size: Size): P {
  const polygon = item.polygon?.map((point) => rounded(tiltPoint(tilt, point)));
  const bounds = polygon === undefined ? tiltBox(tilt, item.box) : boundsOf(polygon);
  const [x1, y1, x2, y2] = bounds ?? item.box;
  const whole: Box = [Math.floor(x1), Math.floor(y1), Math.ceil(x2), Math.ceil(y2)];
  const box = clampTo(whole, size) ?? whole;
  return polygon === undefined ? { ...item, box } : { ...item, box, polygon };
}

const rounded = ([x, y]: Point): Point => [Math.round(x * 10) / 10, Math.round(y * 10) / 10];
