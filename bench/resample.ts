/**
 * `node bench/resample.ts`: our Pillow-exact bicubic against sharp's cubic kernel on the same picture, taken in
 * turn in one process. Prints milliseconds (median of the runs) and their ratio; below 1 ours is faster.
 */
import { resample } from "../src/pixels/index.ts";
import { sharp } from "../src/pixels/sharp.ts";
import { seeded } from "../src/random.ts";

const FROM = { width: 2000, height: 1400 };
const TO = { width: 1000, height: 700 };

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const runs = 21;
const random = seeded("bench");
const data = Uint8Array.from({ length: FROM.width * FROM.height * 3 }, () => random.int(256));
const ours = () => resample({ ...FROM, data }, TO, "bicubic");
const theirs = () =>
  sharp(data, { raw: { ...FROM, channels: 3 } })
    .resize(TO.width, TO.height, { kernel: "cubic", fit: "fill" })
    .raw()
    .toBuffer();

const times: { ours: number; theirs: number }[] = [];
await timed(ours);
await timed(theirs);
for (let run = 0; run < runs; run++) times.push({ ours: await timed(ours), theirs: await timed(theirs) });
const [own, other] = [median(times.map((time) => time.ours)), median(times.map((time) => time.theirs))];
console.log(`${FROM.width} x ${FROM.height} to ${TO.width} x ${TO.height} px, n = ${runs}, one thread each`);
console.log(`resample bicubic  ${own.toFixed(1)} ms`);
console.log(`sharp cubic       ${other.toFixed(1)} ms`);
console.log(`ratio             ${(own / other).toFixed(2)}`);
