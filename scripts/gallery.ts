/**
 * Draw the gallery again: the first pages of a seed, each as it is and with the boxes of its truth, small enough to live
 * in the repository.
 *
 *     node scripts/gallery.ts [seed] [pages]
 */
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { drawPage } from "../src/atelier/index.ts";
import { encodeWebp, type Raster } from "../src/pixels/index.ts";
import { withAndWithoutTruth } from "./truth-picture.ts";

const FOLDER = fileURLToPath(new URL("../docs/gallery/", import.meta.url));
/** px */
const WIDTH = 720;
/** Bytes of all pictures together. */
const LARGEST_TOTAL = 4_000_000;
/** Tried in this order until everything fits. */
const QUALITIES = [82, 74, 66, 58, 50];

interface GalleryPicture {
  readonly name: string;
  readonly raster: Raster;
}

function* picturesOf(seed: string, pages: number): Generator<GalleryPicture> {
  for (let index = 0; index < pages; index++) {
    const { plain, truth } = withAndWithoutTruth(drawPage({ seed, index }), WIDTH);
    const number = String(index + 1).padStart(2, "0");
    yield { name: `${number}.webp`, raster: plain };
    yield { name: `${number}-truth.webp`, raster: truth };
  }
}

/** All pictures at the best quality at which they fit. */
async function encodeAll(pictures: readonly GalleryPicture[]): Promise<ReadonlyMap<string, Uint8Array>> {
  for (const quality of QUALITIES) {
    const files = new Map<string, Uint8Array>();
    for (const { name, raster } of pictures) files.set(name, await encodeWebp(raster, { quality }));
    const total = [...files.values()].reduce((sum, { byteLength }) => sum + byteLength, 0);
    console.log(`quality ${quality}: ${files.size} pictures, ${(total / 1e6).toFixed(1)} MB`);
    if (total < LARGEST_TOTAL) return files;
  }
  throw new Error(
    `gallery: expected under ${LARGEST_TOTAL} bytes at quality ${QUALITIES.at(-1)}; draw fewer pages`,
  );
}

function indexPage(seed: string, pages: number): string {
  const rows = Array.from({ length: pages }, (_, index) => {
    const number = String(index + 1).padStart(2, "0");
    return `| ![Page ${index + 1}](${number}.webp) | ![Page ${index + 1} with its truth](${number}-truth.webp) |`;
  });
  return [
    "# Gallery",
    "",
    `The first ${pages} pages of \`benday draw --seed ${seed}\`, none picked or touched up, each with its truth beside it:`,
    "panels in reading order (red), characters (blue), balloons (green). Drawn again with",
    `\`node scripts/gallery.ts ${seed} ${pages}\`. The pictures are in the public domain (CC0 1.0).`,
    "",
    "| As drawn | With its truth |",
    "| --- | --- |",
    ...rows,
    "",
  ].join("\n");
}

const [seed = "tintamarre", pages = "12"] = process.argv.slice(2);
const files = await encodeAll([...picturesOf(seed, Number(pages))]);
await rm(FOLDER, { recursive: true, force: true });
await mkdir(FOLDER, { recursive: true });
for (const [name, bytes] of files) await writeFile(path.join(FOLDER, name), bytes);
await writeFile(path.join(FOLDER, "README.md"), indexPage(seed, Number(pages)));
console.log(FOLDER);
