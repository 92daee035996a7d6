/**
 * Pictures through the vision tower in few shapes: pictures of like size together, so that attention over whole
 * pictures pays for little padding.
 */

import { roundUp } from "../../nn/rounding.ts";
import type { PictureRun } from "../../sampling/decoder-family.ts";
import type { Picture } from "../family.ts";
import { shapeFor } from "./batch-shape.ts";
import type { Qwen25VlConfig } from "./config.ts";
import { tokensOf } from "./positions.ts";
import { visionTower } from "./vision.ts";
import { visionFeeds } from "./vision-batch.ts";

/** Patches of a run; a larger picture goes alone. */
const MOST_PATCHES = 8192;

/** Runs for pictures that are all different. */
export function pictureRuns(
  config: Qwen25VlConfig,
  pictures: readonly Picture[],
): readonly PictureRun<Picture>[] {
  const bySize = Map.groupBy(pictures, ({ grid }) => roundUp(grid.height * grid.width));
  return [...bySize].flatMap(([patches, alike]) => {
    const most = Math.max(1, Math.floor(MOST_PATCHES / patches));
    return Array.from({ length: Math.ceil(alike.length / most) }, (_, at) =>
      pictureRun(config, alike.slice(at * most, (at + 1) * most)),
    );
  });
}

function pictureRun(config: Qwen25VlConfig, images: readonly Picture[]): PictureRun<Picture> {
  const { vision } = config;
  const shape = shapeFor(config, { sequences: [{ tokens: [], images }], predicted: [] }).vision;
  if (shape === undefined) throw new RangeError("pictureRun: expected pictures, got none");
  const { feeds, placeOf } = visionFeeds(vision, images, shape);
  const rows = new Map<Picture, Int32Array>();
  let start = 0;
  for (const image of images) {
    const end = start + tokensOf(image.grid, vision.mergeSize);
    rows.set(image, placeOf.subarray(start, end));
    start = end;
  }
  const key = `pictures ${JSON.stringify(shape)}`;
  return { key, feeds, rows, build: (weights) => visionTower(weights, vision, shape) };
}
