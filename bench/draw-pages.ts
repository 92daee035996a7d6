/**
 * What one drawn page costs on one core, PNG included, and how it is shared between the stages.
 * `node bench/draw-pages.ts [n]`
 */
import { performance } from "node:perf_hooks";
import { drawPage } from "../src/atelier/index.ts";
import { encodePng, perceptualHash } from "../src/pixels/index.ts";

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const n = Number(process.argv[2] ?? 40);
const WARM_UP = 3;
const times = { draw: [] as number[], encode: [] as number[], hash: [] as number[], page: [] as number[] };
let panels = 0;
let bytes = 0;
for (let index = -WARM_UP; index < n; index++) {
  const start = performance.now();
  const { page, picture } = drawPage({ seed: "bench", index: index + WARM_UP });
  const drawn = performance.now();
  const png = await encodePng(picture);
  const encoded = performance.now();
  perceptualHash(picture);
  const hashed = performance.now();
  if (index < 0) continue;
  times.draw.push(drawn - start);
  times.encode.push(encoded - drawn);
  times.hash.push(hashed - encoded);
  times.page.push(hashed - start);
  panels += page.panels.length;
  bytes += png.length;
}
const ms = (values: readonly number[]): string => `${median(values).toFixed(0)} ms`;
console.log(
  `n ${n}  median ${ms(times.page)} a page (draw ${ms(times.draw)}, PNG ${ms(times.encode)}, hash ${ms(times.hash)})  ` +
    `${(panels / n).toFixed(1)} panels, ${(bytes / n / 1024).toFixed(0)} KiB a page`,
);
