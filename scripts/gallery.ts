/**
 * Draw the gallery again: the first pages of a seed, each as it is and with the boxes of its truth, small enough to live
 * in the repository, and a piece of the first page at full size.
 *
 *     node scripts/gallery.ts [seed] [pages]
 */
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { drawPage, type PageDrawing } from "../src/atelier/index.ts";
import { areaOf, type Box, centreOf } from "../src/geometry/index.ts";
import { crop, encodeWebp, type Raster } from "../src/pixels/index.ts";
import { withAndWithoutTruth } from "./truth-picture.ts";

const FOLDER = fileURLToPath(new URL("../docs/gallery/", import.meta.url));
/** px */
const WIDTH = 720;
/** Bytes of all pictures together. */
const LARGEST_TOTAL = 4_000_000;
/** Tried in this order until everything fits. */
const QUALITIES = [82, 74, 66, 58, 50];
/** px of the piece at full size. */
const DETAIL = { width: 600, height: 400 };
const DETAIL_QUALITY = 88;
const DETAIL_FILE = "detail.webp";
const MOST_PAGES = 40;
const USAGE = `usage: node scripts/gallery.ts [seed] [pages]   (seed: a word, tintamarre unless told; pages: 1-${MOST_PAGES}, 12 unless told)`;

interface GalleryPicture {
  readonly name: string;
  readonly raster: Raster;
}

/** What surrounds the largest face, where ink, dots and colour out of register show best. */
function detailOf({ page, picture }: PageDrawing): Raster {
  const largest = page.faces.toSorted((a, b) => areaOf(b.box) - areaOf(a.box))[0];
  const [x, y] = centreOf(largest?.box ?? [0, 0, picture.width, picture.height]);
  const start = (middle: number, length: number, whole: number): number =>
    Math.round(Math.max(0, Math.min(whole - length, middle - length / 2)));
  const left = start(x, DETAIL.width, picture.width);
  const top = start(y, DETAIL.height, picture.height);
  const box: Box = [left, top, left + DETAIL.width, top + DETAIL.height];
  return crop(picture, box);
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
    "A piece of the first page at full size: dots, ink, and colour out of register with it.",
    "",
    `![A piece of page 1, one to one](${DETAIL_FILE})`,
    "",
  ].join("\n");
}

interface GalleryOrder {
  readonly seed: string;
  readonly pages: number;
}

/** Undefined for anything but a seed and a number of pages. */
function readOrder([seed = "tintamarre", pages = "12", ...rest]: readonly string[]):
  | GalleryOrder
  | undefined {
  const count = Number(pages);
  const sound = /^[\w.]+[\w.-]*$/.test(seed) && Number.isInteger(count) && count >= 1 && count <= MOST_PAGES;
  return sound && rest.length === 0 ? { seed, pages: count } : undefined;
}

async function drawGallery({ seed, pages }: GalleryOrder): Promise<void> {
  const files = await encodeAll([...picturesOf(seed, pages)]);
  const detail = await encodeWebp(detailOf(drawPage({ seed, index: 0 })), { quality: DETAIL_QUALITY });
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  for (const [name, bytes] of [...files, [DETAIL_FILE, detail] as const]) {
    await writeFile(path.join(FOLDER, name), bytes);
  }
  await writeFile(path.join(FOLDER, "README.md"), indexPage(seed, pages));
  console.log(FOLDER);
}

const order = readOrder(process.argv.slice(2));
if (order === undefined) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  await drawGallery(order);
}
