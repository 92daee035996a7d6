/**
 * Make the fixtures of the resizing tests again from a folder of goldens:
 * `node scripts/goldens/copy-resize.ts <folder>`, where `<folder>/resize/` holds `smart_resize.json` and
 * `pillow.safetensors`. A part is kept that still reaches every branch.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  readPillowGoldens,
  readSmartResizeGoldens,
  type SmartResizeGoldens,
  writePillowGoldens,
} from "./resize-goldens.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Tiny, odd multiples of 14 and of 16, the usual screen sizes, and one beyond all limits. */
const SIDES = [1, 13, 14, 20, 28, 42, 48, 70, 98, 126, 200, 350, 511, 700, 1000, 1540, 2500, 4032];
/** Enlarged, shrunk, one side kept, and down to a point. */
const SIZES = ["28x28", "17x40", "64x48", "8x8", "1x1", "29x7"];

function smartResizePart({ sides, variants }: SmartResizeGoldens): SmartResizeGoldens {
  const kept = SIDES.map((side) => sides.indexOf(side));
  if (kept.includes(-1)) throw new Error(`copy-resize: expected goldens for all sides of ${SIDES}`);
  const pairs = kept.flatMap((row) => kept.map((column) => (row * sides.length + column) * 2));
  return {
    sides: SIDES,
    variants: variants.map(({ hw, ...variant }) => ({
      ...variant,
      hw: pairs.flatMap((at) => hw.slice(at, at + 2)),
    })),
  };
}

function write(file: string, content: string | Uint8Array): void {
  mkdirSync(join(root, file, ".."), { recursive: true });
  writeFileSync(join(root, file), content);
  console.log(`${file}: ${content.length} bytes`);
}

const folder = process.argv[2];
if (folder === undefined) throw new Error("usage: node scripts/goldens/copy-resize.ts <goldens folder>");
const smartResize = readSmartResizeGoldens(join(folder, "resize/smart_resize.json"));
const pillow = readPillowGoldens(join(folder, "resize/pillow.safetensors"));
const pillowPart = [...pillow].filter(([key]) => [...SIZES, "input"].includes(key.split(".").at(-1) ?? ""));
write("src/geometry/fixtures/smart-resize.json", `${JSON.stringify(smartResizePart(smartResize))}\n`);
write("src/pixels/fixtures/pillow.safetensors", writePillowGoldens(new Map(pillowPart)));
