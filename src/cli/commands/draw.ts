import { z } from "zod";
import { drawPages, isPageSize, PAGE_SIZES } from "../../atelier/index.ts";
import { ai4va } from "../../formats/ai4va.ts";
import { fillPageFolder, readPages } from "../../formats/page-folder.ts";
import { writeFolder } from "../../store/index.ts";
import { defineCommand } from "../command.ts";
import { drawnPages } from "../drawn-pages.ts";
import { folderFlag, integerFlag, seedFlag, sizeFlag } from "../flags.ts";

/** px; a page of twice the print size. */
const WIDEST = 4000;

export const draw = defineCommand({
  define: (command) =>
    command
      .requiredOption("--out <folder>", "where the pages go")
      .option("--pages <n>", "number of pages", "10")
      .option("--seed <text>", "seed of every random choice", "1")
      .option("--size <w>x<h>", "page size, px", "1000x1414")
      .option("--coco", "also write annotations.json in AI4VA's format")
      .option("--workers <n>", "pages drawn at once (default: one for each core)")
      .option("--replace", "replace pages that stand there"),
  examples: ["benday draw --pages 40 --seed 7 --out pages", "benday draw --pages 282 --out pages --coco"],
  input: z.strictObject({
    args: z.tuple([], "no further arguments"),
    out: folderFlag,
    pages: integerFlag(1, 100_000),
    seed: seedFlag,
    size: sizeFlag.refine(
      (size) => isPageSize(size) && size.width <= WIDEST,
      `${PAGE_SIZES}, at most ${WIDEST} px wide`,
    ),
    coco: z.boolean().default(false),
    workers: integerFlag(1, 256).optional(),
    replace: z.boolean().default(false),
  }),
  run: async ({ out, pages: count, seed, size, coco, workers, replace }, terminal) => {
    const progress = terminal.progress("drawing");
    const pages = drawnPages(drawPages({ count, seed, size, workers }));
    const fill = async (folder: string) => {
      await fillPageFolder(folder, pages, (done) => progress.update(done, count));
      if (coco) await ai4va.write?.(readPages(folder), folder);
    };
    await writeFolder(out, fill, { replace }).finally(progress.end);
    const also = coco ? " and annotations.json" : "";
    return {
      text: `${count} pages${also} in ${out}`,
      json: { kind: "draw-report", version: 1, pages: count, seed, size, out },
    };
  },
});
