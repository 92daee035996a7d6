/**
 * Pictures through the vision tower in few shapes: opening a program takes longer than a small one runs, and crops come in
 * all sizes. Pictures of like size go together, each with the room of the largest.
 */

import { DEFAULT_BUCKETS, roundUp } from "../../nn/rounding.ts";
import type { PictureRun } from "../../sampling/decoder-family.ts";
import type { Picture } from "../family.ts";
import type { Qwen25VlConfig, VisionConfig } from "./config.ts";
import { tokensOf } from "./positions.ts";
import { type VisionShape, visionTower } from "./vision.ts";
import { visionFeeds, visionShape } from "./vision-batch.ts";
import { type PatchGrid, windowPatches } from "./windows.ts";

/** Patches of a run; a larger picture goes alone. */
const MOST_PATCHES = 8192;

/** Sizes in each doubling: a third of a run of small pictures is padding at most. */
const BUCKETS = 2;

/** Beyond so many patches a picture's padding costs more than a program of its own. */
const SMALL_PATCHES = 1024;

/** No picture of a run is smaller than this share of its room. */
const LIKE = 0.5;

/** Runs for pictures that are all different. */
export function pictureRuns(
  config: Qwen25VlConfig,
  pictures: readonly Picture[],
): readonly PictureRun<Picture>[] {
  return likePictures(config.vision, pictures).map((alike) => pictureRun(config, alike));
}

const patchesOf = ({ grid }: Picture): number => grid.height * grid.width;

const roomFor = (vision: VisionConfig, patches: number): number =>
  roundUp(patches, patches <= SMALL_PATCHES ? BUCKETS : DEFAULT_BUCKETS, windowPatches(vision));

/** Largest first, so that all runs of a size but the last are full. */
function likePictures(vision: VisionConfig, pictures: readonly Picture[]): readonly (readonly Picture[])[] {
  const runs: Picture[][] = [];
  let room = 0;
  for (const picture of pictures.toSorted((a, b) => patchesOf(b) - patchesOf(a))) {
    const run = runs.at(-1);
    const fits = run !== undefined && (run.length + 1) * room <= MOST_PATCHES;
    if (fits && patchesOf(picture) >= LIKE * room) run.push(picture);
    else {
      runs.push([picture]);
      room = roomFor(vision, patchesOf(picture));
    }
  }
  return runs;
}

function pictureRun({ vision }: Qwen25VlConfig, images: readonly Picture[]): PictureRun<Picture> {
  const shape = runShape(
    vision,
    images.map(({ grid }) => grid),
  );
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

/** Pictures of one size that windows divide evenly need no masks; only their number is rounded. */
function runShape(vision: VisionConfig, grids: readonly PatchGrid[]): VisionShape {
  const { windows, frames } = visionShape(vision, grids);
  const count = roundUp(frames.count, BUCKETS);
  const exact = windows.exact && frames.exact;
  const length = exact ? frames.length : roomFor(vision, frames.length);
  const patches = count * length;
  const window = exact ? windows.length : windowPatches(vision);
  const fullWindows = patches / window;
  return {
    patches,
    windows: {
      count: exact ? fullWindows : Math.max(fullWindows, roundUp(windows.count, BUCKETS)),
      length: window,
      exact,
    },
    frames: { count, length, exact },
  };
}
