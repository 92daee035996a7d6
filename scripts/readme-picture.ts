/**
 * Draw the README's picture again: one page as it is, and with its truth (panels in reading order, characters,
 * balloons).
 *
 *     node scripts/readme-picture.ts [seed] [index]
 */
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { drawPage } from "../src/atelier/index.ts";
import { encodeWebp } from "../src/pixels/index.ts";
import { sideBySide, withAndWithoutTruth } from "./truth-picture.ts";

const OUT = fileURLToPath(new URL("../docs/images/page.webp", import.meta.url));
/** px between the two pictures. */
const GAP = 16;
/** px of each. */
const WIDTH = 800;

const [seed = "tintamarre", index = "3"] = process.argv.slice(2);
const drawing = drawPage({ seed, index: Number(index) });
const { plain, truth } = withAndWithoutTruth(drawing, WIDTH);
await writeFile(OUT, await encodeWebp(sideBySide(plain, truth, GAP), { quality: 82 }));
console.log(`${OUT}: page ${drawing.page.id}`);
