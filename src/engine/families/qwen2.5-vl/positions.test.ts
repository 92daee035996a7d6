import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { openSafetensors, readTensors } from "../../weights/safetensors.ts";
import { mropePositions } from "./positions.ts";
import type { PatchGrid } from "./windows.ts";

const cases = fileURLToPath(new URL("../../../../test/golden/engine/qwen2_5_vl/cases/", import.meta.url));
const readJson = (name: string) => JSON.parse(readFileSync(cases + name, "utf8"));
const OPTIONS = { imageToken: 1012, mergeSize: 2 };

const { images } = readJson("preprocess.json");
function gridOf(name: string): PatchGrid {
  const image = images.find((each: { name: string }) => each.name === name);
  const [time, height, width] = image.image_grid_thw;
  return { time, height, width };
}

describe("against transformers", async () => {
  const forward = await readTensors(await openSafetensors(`${cases}forward_tied.safetensors`));
  const numbers = (name: string): number[] => [...(forward.get(name)?.data ?? [])];

  test.each<{ name: string; images: string[]; rope_delta: number }>(readJson("forward_tied.json").cases)(
    "$name",
    ({ name, images: pictures, rope_delta }) => {
      const { ids, delta } = mropePositions(numbers(`${name}.input_ids`), pictures.map(gridOf), OPTIONS);
      expect(ids.length).toBeGreaterThan(100);
      expect([...ids]).toEqual(numbers(`${name}.position_ids`));
      expect(delta).toBe(rope_delta);
    },
  );
});

test("text counts, a picture spans rows and columns, and text goes on after its longer side", () => {
  const grid = { time: 1, height: 4, width: 6 };
  const { ids, delta } = mropePositions([7, ...Array(6).fill(1012), 8, 9], [grid], OPTIONS);
  expect([...ids]).toEqual([
    ...[0, 1, 1, 1, 1, 1, 1, 4, 5],
    ...[0, 1, 1, 1, 2, 2, 2, 4, 5],
    ...[0, 1, 2, 3, 1, 2, 3, 4, 5],
  ]);
  expect(delta).toBe(6 - 9);
});

test.each([
  ["too few tokens", [1012, 1012], 1, /expected 6 image tokens for picture 1, got 2/],
  ["two pictures that touch", Array(12).fill(1012), 2, /expected 6 image tokens for picture 1, got 12/],
  [
    "a picture without a grid",
    [...Array(6).fill(1012), 7, 1012],
    1,
    /expected 0 image tokens for picture 2, got 1/,
  ],
  ["a grid without a picture", [1, 2], 1, /expected image tokens for 1 pictures, got 0 runs/],
])("%s is a mistake of the caller", (_, tokens, pictures, message) => {
  const grids = Array(pictures).fill({ time: 1, height: 4, width: 6 });
  expect(() => mropePositions(tokens, grids, OPTIONS)).toThrow(message);
});
