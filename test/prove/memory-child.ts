/** One build in a process of its own: `memory-child.ts PAGES FOLDER` prints its peak memory in bytes. */
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { buildBenchmark, PAPER_SHARES } from "../../src/benchmark/index.ts";
import { seeded } from "../../src/random.ts";
import { createJsonl, putImage } from "../../src/store/index.ts";
import { samplePage } from "../../src/tasks/fixtures/sample-page.ts";

const [count = "100", folder = "."] = process.argv.slice(2);
const pages = path.join(folder, "pages");
await mkdir(pages, { recursive: true });
// Build copies pictures and never decodes them: one stands for all.
const file = await putImage(pages, new TextEncoder().encode("a picture"), "png");
const jsonl = await createJsonl(path.join(pages, "pages.jsonl"));
for (let index = 0; index < Number(count); index++) {
  const page = samplePage(`page-${index}`);
  const random = seeded(index);
  const phash = Array.from({ length: 64 }, () => random.int(16).toString(16)).join("");
  await jsonl.append({ ...page, image: { ...page.image, file, phash } });
}
await jsonl.close();
const { questions } = await buildBenchmark({
  pages: [pages],
  out: path.join(folder, "benchmark"),
  seed: "1",
  sizing: { type: "all" },
  unit: "story",
  shares: PAPER_SHARES,
  replace: false,
});
// Kilobytes on every platform that Node runs on.
console.log(JSON.stringify({ questions, peakBytes: process.resourceUsage().maxRSS * 1024 }));
