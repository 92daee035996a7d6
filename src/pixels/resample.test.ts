import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { type PillowGoldens, readPillowGoldens } from "../../scripts/goldens/resize-goldens.ts";
import type { Raster } from "./raster.ts";
import { type ResampleFilter, resample } from "./resample.ts";

const fixture = readPillowGoldens(fileURLToPath(new URL("fixtures/pillow.safetensors", import.meta.url)));
const whole = fileURLToPath(new URL("../../../shared/goldens/resize/pillow.safetensors", import.meta.url));
const FILTERS = ["box", "bilinear", "bicubic", "lanczos"] as const satisfies readonly ResampleFilter[];

function inputOf(goldens: PillowGoldens, name: string): Raster {
  const input = goldens.get(`${name}.input`);
  if (input === undefined) throw new Error(`no input ${name}`);
  return input;
}

/** Resize what `<input>.<filter>.<width>x<height>` names. */
function resized(goldens: PillowGoldens, key: string): Raster {
  const [name = "", filterName, size = ""] = key.split(".");
  const [width = 0, height = 0] = size.split("x").map(Number);
  const filter = FILTERS.find((known) => known === filterName);
  if (filter === undefined) throw new Error(`no filter ${filterName}`);
  return resample(inputOf(goldens, name), { width, height }, filter);
}

const resultsIn = (goldens: PillowGoldens) => [...goldens.keys()].filter((key) => !key.endsWith(".input"));
const differing = (goldens: PillowGoldens) =>
  resultsIn(goldens).filter(
    (key) => !Buffer.from(resized(goldens, key).data).equals(goldens.get(key)?.data ?? new Uint8Array()),
  );

/** SHA-256, first 16 digits, of `Image.resize(size, Image.BOX).tobytes()` of Pillow 12.3.0 for the fixture's inputs. */
const BOX_DIGESTS = {
  "lines_64x48.box.28x28": "da196d49f1e7611d",
  "lines_64x48.box.17x40": "a142bb4bda86f5d5",
  "lines_64x48.box.8x8": "09b6b236c385d19d",
  "noise_29x19.box.28x28": "64660bea7b47928b",
  "noise_29x19.box.17x40": "9bcdb1458affdd84",
  "noise_29x19.box.8x8": "c75384f618ec1d8b",
  "dots_37x23.box.28x28": "155a6f0fd5ca6e80",
  "dots_37x23.box.17x40": "bc968a7e29fa48f8",
  "dots_37x23.box.8x8": "9a4e3d7dececf8b4",
  "gradient_101x17.box.28x28": "bb089ea385dfe50d",
  "gradient_101x17.box.17x40": "f34146f712b6856f",
  "gradient_101x17.box.8x8": "7b8baf0b7974c855",
};

describe("resample", () => {
  it("makes Pillow's bytes: bicubic, Lanczos and bilinear", () => {
    expect(resultsIn(fixture)).toHaveLength(56);
    expect(differing(fixture)).toEqual([]);
  });

  it.skipIf(!existsSync(whole))("makes Pillow's bytes in all 88 cases (needs ../shared/goldens)", () => {
    const goldens = readPillowGoldens(whole);
    expect(resultsIn(goldens)).toHaveLength(88);
    expect(differing(goldens)).toEqual([]);
  });

  it.each(Object.entries(BOX_DIGESTS))("makes Pillow's bytes: box, %s", (key, digest) => {
    const { data } = resized(fixture, key);
    expect(createHash("sha256").update(data).digest("hex").slice(0, 16)).toBe(digest);
  });

  it.each(FILTERS)("keeps a flat colour, larger and smaller: %s", (filter) => {
    const flat: Raster = { width: 31, height: 17, data: new Uint8Array(31 * 17 * 3).fill(201) };
    for (const size of [
      { width: 7, height: 5 },
      { width: 64, height: 50 },
    ]) {
      expect(new Set(resample(flat, size, filter).data)).toEqual(new Set([201]));
    }
  });

  it("copies what keeps its size", () => {
    const input = inputOf(fixture, "noise_29x19");
    const copy = resample(input, { width: 29, height: 19 }, "lanczos");
    expect(copy).toEqual(input);
    expect(copy.data.buffer).not.toBe(input.data.buffer);
  });

  it.each([
    { width: 0, height: 5 },
    { width: 5.5, height: 5 },
    { width: 5, height: Number.NaN },
  ])("refuses $width x $height", (size) => {
    expect(() => resample(inputOf(fixture, "noise_29x19"), size, "box")).toThrow(RangeError);
  });
});
