/**
 * Draw the README's picture again: one page as it is, and with its truth (panels in reading order, characters,
 * balloons).
 *
 *     node scripts/readme-picture.ts [seed] [index]
 */
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { drawPage } from "../src/atelier/index.ts";
import { type DrawnMark, drawMarks, encodeWebp, type Raster, resample } from "../src/pixels/index.ts";

const OUT = fileURLToPath(new URL("../docs/images/page.webp", import.meta.url));
/** px between the two pictures. */
const GAP = 16;
const SCALE = 0.8;

const [seed = "tintamarre", index = "3"] = process.argv.slice(2);
const { page, picture } = drawPage({ seed, index: Number(index) });

const marks: DrawnMark[] = [
  ...page.characters.map(({ box }): DrawnMark => ({ box, style: "outline", colour: "blue" })),
  ...page.balloons.map(({ box }): DrawnMark => ({ box, style: "outline", colour: "green" })),
  ...page.panels.map(
    ({ box, order }): DrawnMark => ({ box, style: "outline", colour: "red", label: String(order) }),
  ),
];

function sideBySide(left: Raster, right: Raster): Raster {
  const width = left.width + GAP + right.width;
  const data = new Uint8Array(width * left.height * 3).fill(255);
  for (let y = 0; y < left.height; y++) {
    data.set(left.data.subarray(y * left.width * 3, (y + 1) * left.width * 3), y * width * 3);
    const start = (y * width + left.width + GAP) * 3;
    data.set(right.data.subarray(y * right.width * 3, (y + 1) * right.width * 3), start);
  }
  return { width, height: left.height, data };
}

const size = { width: Math.round(picture.width * SCALE), height: Math.round(picture.height * SCALE) };
const small = resample(picture, size, "lanczos");
await writeFile(OUT, await encodeWebp(sideBySide(small, drawMarks(small, marks, SCALE)), { quality: 82 }));
console.log(`${OUT}: page ${page.id}`);
