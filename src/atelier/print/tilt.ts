/** A sheet that lies askew on the scanner's glass: picture, owners and truth turn together. */
import { type Box, boundsOf, type Point, type Size } from "../../geometry/index.ts";
import type { Raster } from "../../pixels/index.ts";
import { seeded } from "../../random.ts";

/** A turn about the middle of a page. */
export interface Tilt {
  readonly cos: number;
  readonly sin: number;
  /** px */
  readonly centre: Point;
}

/** Degrees: boxes of neighbouring panels still do not overlap. */
const STEEPEST = 0.3;

/** The tilt of one page, clockwise or against it; undefined at strength 0. */
export function tiltOf({ width, height }: Size, strength: number, seed: string): Tilt | undefined {
  if (strength === 0) return undefined;
  const random = seeded(`tilt:${seed}`);
  const degrees = STEEPEST * strength * random.range(0.4, 1) * (random.chance(0.5) ? 1 : -1);
  const angle = (degrees * Math.PI) / 180;
  return { cos: Math.cos(angle), sin: Math.sin(angle), centre: [width / 2, height / 2] };
}

/** Where a point of the sheet lies on the glass, px. */
export function tiltPoint({ cos, sin, centre }: Tilt, [x, y]: Point): Point {
  const [right, down] = [x - centre[0], y - centre[1]];
  return [centre[0] + right * cos - down * sin, centre[1] + right * sin + down * cos];
}

/** The upright box round a tilted one, px. */
export function tiltBox(tilt: Tilt, [x1, y1, x2, y2]: Box): Box {
  const corners: readonly Point[] = [
    [x1, y1],
    [x2, y1],
    [x2, y2],
    [x1, y2],
  ];
  return boundsOf(corners.map((corner) => tiltPoint(tilt, corner))) ?? [x1, y1, x2, y2];
}

/** Fractions of a pixel are counted in 65536ths. */
const ONE = 65536;

/** Where a row of the glass begins on the sheet, and what one pixel to the right adds; 65536ths of a px. */
interface RowStart {
  readonly x: number;
  readonly y: number;
  readonly stepX: number;
  readonly stepY: number;
}

function rowStart({ cos, sin, centre }: Tilt, y: number): RowStart {
  const [right, down] = [0.5 - centre[0], y + 0.5 - centre[1]];
  return {
    x: Math.round((centre[0] + right * cos + down * sin - 0.5) * ONE),
    y: Math.round((centre[1] - right * sin + down * cos - 0.5) * ONE),
    stepX: Math.round(cos * ONE),
    stepY: Math.round(-sin * ONE),
  };
}

/** The picture on the glass, bilinear; beyond the sheet its edge goes on. */
export function tiltPicture(tilt: Tilt, picture: Raster): Raster {
  const { width, height, data } = picture;
  const out = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) {
    tiltRow(rowStart(tilt, y), picture, out.subarray(y * width * 3, (y + 1) * width * 3));
  }
  return { width, height, data: out };
}

function tiltRow(start: RowStart, { width, height, data }: Raster, out: Uint8Array): void {
  const [lastX, lastY] = [(width - 1) * ONE - 1, (height - 1) * ONE - 1];
  let { x, y } = start;
  for (let to = 0; to < out.length; to += 3, x += start.stepX, y += start.stepY) {
    const sx = Math.max(0, Math.min(lastX, x));
    const sy = Math.max(0, Math.min(lastY, y));
    const right = (sx & 65535) >> 8;
    const down = (sy & 65535) >> 8;
    const at = ((sy >> 16) * width + (sx >> 16)) * 3;
    const below = at + width * 3;
    const lowerRight = right * down;
    const lowerLeft = (down << 8) - lowerRight;
    const upperRight = (right << 8) - lowerRight;
    const upperLeft = 65536 - lowerLeft - upperRight - lowerRight;
    for (let channel = 0; channel < 3; channel++) {
      const upper =
        (data[at + channel] as number) * upperLeft + (data[at + channel + 3] as number) * upperRight;
      const lower =
        (data[below + channel] as number) * lowerLeft + (data[below + channel + 3] as number) * lowerRight;
      out[to + channel] = (upper + lower + 32768) >> 16;
    }
  }
}

/** Owners on the glass, each pixel that of its middle; beyond the sheet there is nobody. */
export function tiltOwners(tilt: Tilt, { width, height }: Size, ids: Uint16Array): Uint16Array {
  const out = new Uint16Array(ids.length);
  for (let row = 0, to = 0; row < height; row++) {
    const start = rowStart(tilt, row);
    let { x, y } = start;
    x += ONE >> 1;
    y += ONE >> 1;
    for (let column = 0; column < width; column++, to++, x += start.stepX, y += start.stepY) {
      const [sx, sy] = [x >> 16, y >> 16];
      if (sx < 0 || sy < 0 || sx >= width || sy >= height) continue;
      out[to] = ids[sy * width + sx] as number;
    }
  }
  return out;
}
