/**
 * What one drawn page costs on one core, PNG included, and how it is shared between the stages.
 * `node bench/draw-pages.ts [pages] [width]`
 */
import { performance } from "node:perf_hooks";
import { composePage, DEFAULT_PAGE_SIZE, drawPage, printRun } from "../src/atelier/page.ts";
import { pressPage } from "../src/atelier/print/press.ts";
import { scanPicture } from "../src/atelier/print/sensor.ts";
import { tiltOf, tiltOwners, tiltPicture } from "../src/atelier/print/tilt.ts";
import { encodePng, perceptualHash } from "../src/pixels/index.ts";

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const n = Number(process.argv[2] ?? 40);
const width = Number(process.argv[3] ?? DEFAULT_PAGE_SIZE.width);
const size = { width, height: Math.round((width * DEFAULT_PAGE_SIZE.height) / DEFAULT_PAGE_SIZE.width) };
const WARM_UP = 3;
const times = new Map<string, number[]>();
let panels = 0;
let bytes = 0;
let peak = 0;

/** Runs one stage and keeps its time, once warm. */
async function timed<T>(name: string, warm: boolean, work: () => T | Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  if (warm) times.set(name, [...(times.get(name) ?? []), performance.now() - start]);
  return result;
}

for (let index = 0; index < n + WARM_UP; index++) {
  const warm = index >= WARM_UP;
  const order = { seed: "bench", index, size };
  const { page, png } = await timed("page", warm, async () => {
    const drawn = await timed("draw", warm, () => drawPage(order));
    const file = await timed("PNG", warm, () => encodePng(drawn.picture, { compressionLevel: 3 }));
    await timed("hash", warm, () => perceptualHash(drawn.picture));
    return { page: drawn.page, png: file };
  });
  const { sheet, layout } = await timed("compose", warm, () => composePage(order));
  const run = printRun(order, layout.unit);
  const printed = await timed("press", warm, () => pressPage(sheet.plates, run));
  await timed("tilt", warm, () => {
    const tilt = tiltOf(printed, run.options.tilt, run.seed);
    if (tilt === undefined) return;
    tiltPicture(tilt, printed);
    tiltOwners(tilt, printed, sheet.ids);
  });
  await timed("scan", warm, () => scanPicture(printed, run.options.noise, run.seed));
  peak = Math.max(peak, process.memoryUsage.rss());
  if (!warm) continue;
  panels += page.panels.length;
  bytes += png.length;
}
const ms = (name: string): string => `${name} ${median(times.get(name) ?? []).toFixed(0)} ms`;
console.log(
  `n ${n}  ${size.width} x ${size.height}  median ${ms("page")}: ${ms("draw")} ` +
    `(${["compose", "press", "tilt", "scan"].map(ms).join(", ")}), ${ms("PNG")}, ${ms("hash")}  ` +
    `${(panels / n).toFixed(1)} panels, ${(bytes / n / 1024).toFixed(0)} KiB a page, peak ${(peak / 2 ** 20).toFixed(0)} MiB`,
);
