/** One question as a picture: the page with the question's marks, and its targets in dashes, for people to look at. */
import type { Box } from "../geometry/index.ts";
import { decodeImage, drawMarks, pixelBox, type Raster, resample } from "../pixels/index.ts";
import type { Question } from "../records/index.ts";

const TARGET_COLOURS = [
  [255, 224, 74],
  [20, 20, 20],
] as const;

export interface DrawQuestionOptions {
  /** Width of the picture, px; the page's own width unless told. */
  readonly width?: number | undefined;
  /** Draw the frames of `targets.zoom`. Default true. */
  readonly targets?: boolean | undefined;
}

/** The page of a question with its marks, as a model would see it at this width, and with its zoom targets. */
export async function renderQuestion(
  question: Question,
  pageFile: string,
  { width, targets = true }: DrawQuestionOptions = {},
): Promise<Raster> {
  const page = await decodeImage({ file: pageFile });
  const drawnWidth = width ?? page.width;
  const size = {
    width: drawnWidth,
    height: Math.max(1, Math.round((page.height * drawnWidth) / page.width)),
  };
  const scaled = drawnWidth === page.width ? page : resample(page, size, "bicubic");
  const scale = { x: size.width / page.width, y: size.height / page.height };
  const drawn = drawMarks(scaled, question.marks, scale);
  for (const [x1, y1, x2, y2] of targets ? question.targets.zoom : []) {
    drawDashes(drawn, [x1 * scale.x, y1 * scale.y, x2 * scale.x, y2 * scale.y]);
  }
  return drawn;
}

/** A frame in the box, striped aslant so that it reads as dashes along every side. */
function drawDashes(raster: Raster, box: Box): void {
  const frame = pixelBox(box, raster);
  if (frame === undefined) return;
  const [x1, y1, x2, y2] = frame;
  const line = Math.max(2, Math.round(Math.min(raster.width, raster.height) * 0.004));
  for (let y = y1; y < y2; y++) {
    const alongRow = y < y1 + line || y >= y2 - line;
    for (let x = x1; x < x2; x++) {
      // Between the two sides of the frame there is nothing to draw.
      if (!alongRow && x === x1 + line && x < x2 - line) x = x2 - line;
      const dash = Math.floor((x + y) / (4 * line)) % 2;
      raster.data.set(TARGET_COLOURS[dash] ?? TARGET_COLOURS[0], (y * raster.width + x) * 3);
    }
  }
}
