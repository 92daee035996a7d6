import path from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import { drawPages } from "../../atelier/index.ts";
import { buildBenchmark, PAPER_SHARES, readQuestions } from "../../benchmark/index.ts";
import { fillPageFolder } from "../../formats/page-folder.ts";
import { writeShow } from "../../report/index.ts";
import { writeFolder } from "../../store/index.ts";
import { defineCommand } from "../command.ts";
import { drawnPages } from "../drawn-pages.ts";
import { folderFlag, integerFlag, seedFlag } from "../flags.ts";
import { openFile } from "../open-file.ts";
import type { Terminal } from "../terminal.ts";

async function drawDemo(folder: string, count: number, seed: string, terminal: Terminal): Promise<void> {
  const progress = terminal.progress("drawing pages");
  const fill = (fresh: string) =>
    fillPageFolder(fresh, drawnPages(drawPages({ count, seed })), (done) => progress.update(done, count));
  await writeFolder(folder, fill, { replace: true }).finally(progress.end);
}

async function buildDemo(pages: string, out: string, seed: string, terminal: Terminal) {
  const progress = terminal.progress("building the benchmark");
  return buildBenchmark({
    pages: [pages],
    out,
    seed,
    sizing: { type: "all" },
    unit: "story",
    shares: PAPER_SHARES,
    replace: true,
    onProgress: progress.update,
  }).finally(progress.end);
}

async function showDemo(benchmark: string, out: string, terminal: Terminal): Promise<void> {
  const progress = terminal.progress("making the page");
  await writeShow({
    questions: readQuestions(benchmark),
    imageFile: ({ page }) => path.join(benchmark, page.image),
    title: "benday demo",
    out,
    onProgress: ({ pagesDone, pages }) => progress.update(pagesDone, pages),
  }).finally(progress.end);
}

export const demo = defineCommand({
  define: (command) =>
    command
      .option("--out <folder>", "where pages, benchmark and the HTML page go", "out/demo")
      .option("--pages <n>", "number of pages to draw", "24")
      .option("--seed <text>", "seed of every random choice", "1")
      .option("--no-open", "do not open the page in the browser"),
  examples: ["npm start", "benday demo --pages 12 --seed 7 --no-open"],
  input: z.strictObject({
    args: z.tuple([], "no further arguments"),
    out: folderFlag,
    pages: integerFlag(3, 10_000),
    seed: seedFlag,
    open: z.boolean(),
  }),
  run: async ({ out, pages, seed, open }, terminal) => {
    const [pageFolder, benchmark] = [path.join(out, "pages"), path.join(out, "benchmark")];
    const page = path.resolve(out, "show.html");
    await drawDemo(pageFolder, pages, seed, terminal);
    const report = await buildDemo(pageFolder, benchmark, seed, terminal);
    await showDemo(benchmark, page, terminal);
    if (open && process.stdout.isTTY) openFile(page);
    return {
      text: [
        `${report.questions} questions about ${report.pages} drawn pages`,
        `pages:     ${pageFolder}`,
        `benchmark: ${benchmark}`,
        `look:      ${pathToFileURL(page).href}`,
      ].join("\n"),
      json: {
        kind: "demo-report",
        version: 1,
        pages: pageFolder,
        benchmark,
        page,
        questions: report.questions,
      },
    };
  },
});
