/** A drawn page as a picture for people: as it is, and with its truth. */
import type { PageDrawing } from "../src/atelier/index.ts";
import { type DrawnMark, drawMarks, type Raster, resample } from "../src/pixels/index.ts";

/** Panels in reading order (red, numbered), characters (blue), balloons (green). */
function truthMarks({ characters, balloons, panels }: PageDrawing["page"]): readonly DrawnMark[] {
  return [
    ...characters.map(({ box }): DrawnMark => ({ box, style: "outline", colour: "blue" })),
    ...balloons.map(({ box }): DrawnMark => ({ box, style: "outline", colour: "green" })),
    ...panels.map(
      ({ box, order }): DrawnMark => ({ box, style: "outline", colour: "red", label: String(order) }),
    ),
  ];
}

/** The page `width` px wide, without and with the boxes of its truth. */
export function withAndWithoutTruth({ page, picture }: PageDrawing, width: number) {
  const scale = width / picture.width;
  const size = { width, height: Math.round(picture.height * scale) };
  const plain = resample(picture, size, "lanczos");
  return { plain, truth: drawMarks(plain, truthMarks(page), scale) };
}

/** Two pictures of one height beside each other on white, `gap` px apart. */
export function sideBySide(left: Raster, right: Raster, gap: number): Raster {
  const width = left.width + gap + right.width;
  const data = new Uint8Array(width * left.height * 3).fill(255);
  for (let y = 0; y < left.height; y++) {
    data.set(left.data.subarray(y * left.width * 3, (y + 1) * left.width * 3), y * width * 3);
    const start = (y * width + left.width + gap) * 3;
    data.set(right.data.subarray(y * right.width * 3, (y + 1) * right.width * 3), start);
  }
  return { width, height: left.height, data };
}
