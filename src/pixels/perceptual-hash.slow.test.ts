import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { decodeImage } from "./decode.ts";
import { encodeJpeg } from "./encode.ts";
import { hammingDistance, NEAR_DUPLICATE_BITS, perceptualHash } from "./perceptual-hash.ts";
import type { Raster } from "./raster.ts";
import { resample } from "./resample.ts";

const folder = fileURLToPath(new URL("../../../shared/pepper-carrot/", import.meta.url));
const scaled = (page: Raster, share: number) =>
  resample(
    page,
    { width: Math.round(page.width * share), height: Math.round(page.height * share) },
    "lanczos",
  );
const shaded = (page: Raster, gain: number, lift: number): Raster => ({
  ...page,
  data: page.data.map((value) => Math.min(255, value * gain + lift)),
});

/** Hashes of one page in all its guises, the page itself first. */
async function hashesOf(code: string): Promise<Record<string, string>> {
  const page = await decodeImage({ file: join(folder, `images/pepper-and-carrot_${code}_en.png`) });
  const recompressed = await decodeImage({ bytes: await encodeJpeg(page, { quality: 50 }) });
  const french = join(folder, `fr/images/pepper-and-carrot_${code}_fr.jpg`);
  return {
    page: perceptualHash(page),
    recompressed: perceptualHash(recompressed),
    half: perceptualHash(scaled(page, 0.5)),
    brighter: perceptualHash(shaded(page, 1.1, 8)),
    ...(existsSync(french) && { french: perceptualHash(await decodeImage({ file: french })) }),
  };
}

describe.skipIf(!existsSync(folder))("perceptual hash of real pages (needs ../shared/pepper-carrot)", () => {
  let pages: Record<string, string>[] = [];
  beforeAll(async () => {
    const codes = readdirSync(join(folder, "images")).map((name) => /E\d+P\d+/.exec(name)?.[0] ?? name);
    pages = await Promise.all(codes.map(hashesOf));
  });

  it("stays within the threshold for copies", () => {
    const distances = pages.flatMap(({ page = "", ...copies }) =>
      Object.values(copies).map((copy) => hammingDistance(page, copy)),
    );
    expect(pages.filter(({ french }) => french !== undefined)).toHaveLength(9);
    expect(Math.max(...distances)).toBeLessThanOrEqual(NEAR_DUPLICATE_BITS / 2);
  });

  it("stays far beyond it for other pages, whatever their guise", () => {
    const distances = pages.flatMap((a, index) =>
      pages
        .slice(0, index)
        .flatMap((b) =>
          Object.values(a).flatMap((one) => Object.values(b).map((other) => hammingDistance(one, other))),
        ),
    );
    expect(Math.min(...distances)).toBeGreaterThan(2 * NEAR_DUPLICATE_BITS);
  });
});
