import { z } from "zod";
import {
  DEFAULT_PRINT,
  drawPages,
  formatPageScript,
  isPageSize,
  LANGUAGES,
  PAGE_SIZES,
  type PageScript,
  PRINT_STYLES,
} from "../../atelier/index.ts";
import { ai4va } from "../../formats/ai4va.ts";
import { fillPageFolder, readPages } from "../../formats/page-folder.ts";
import { writeFolder } from "../../store/index.ts";
import { readCast } from "../cast-file.ts";
import { defineCommand } from "../command.ts";
import { drawnPages } from "../drawn-pages.ts";
import { folderFlag, integerFlag, seedFlag, shareFlag, sizeFlag } from "../flags.ts";
import { panelsFlag } from "../panels-flag.ts";

/** `mixed` draws one page in six in two colours. */
const STYLES = [...PRINT_STYLES, "mixed"] as const;

/** px; a page of twice the print size. */
const WIDEST = 4000;

export const draw = defineCommand({
  define: (command) =>
    command
      .requiredOption("--out <folder>", "where the pages go")
      .option("--pages <n>", "number of pages", "10")
      .option("--seed <text>", "seed of every random choice", "1")
      .option("--size <w>x<h>", "page size, px", "1400x2000")
      .option("--print <0-1>", "how strongly old paper, press and scanner show", String(DEFAULT_PRINT))
      .option("--style <style>", STYLES.join(", "), "colour")
      .option("--lang <language>", LANGUAGES.join(", "), "en")
      .option("--panels <a-b>", "least and most panels of a page", "4-20")
      .option("--cast <file>", "JSON list of who may appear (default: everybody)")
      .option("--story", "also print the stories, panel by panel")
      .option("--coco", "also write annotations.json in AI4VA's format")
      .option("--workers <n>", "pages drawn at once (default: one for each core)")
      .option("--replace", "replace pages that stand there"),
  examples: [
    "benday draw --pages 40 --seed 7 --out pages",
    "benday draw --pages 282 --out pages --coco",
    "benday draw --pages 3 --lang fr --panels 6-9 --out pages --story",
    "benday draw --out pages --style two-colour --print 1",
  ],
  input: z.strictObject({
    args: z.tuple([], "no further arguments"),
    out: folderFlag,
    pages: integerFlag(1, 100_000),
    seed: seedFlag,
    size: sizeFlag.refine(
      (size) => isPageSize(size) && size.width <= WIDEST,
      `${PAGE_SIZES}, at most ${WIDEST} px wide`,
    ),
    print: shareFlag,
    style: z.enum(STYLES, `one of ${STYLES.join(", ")}`),
    lang: z.enum(LANGUAGES, `one of ${LANGUAGES.join(", ")}`),
    panels: panelsFlag,
    cast: z.string().min(1, "a file").optional(),
    story: z.boolean().default(false),
    coco: z.boolean().default(false),
    workers: integerFlag(1, 256).optional(),
    replace: z.boolean().default(false),
  }),
  run: async ({ out, pages: count, cast: castFile, story, coco, replace, ...typed }, terminal) => {
    const { seed, size, print, style, lang: language, panels, workers } = typed;
    const cast = castFile === undefined ? undefined : await readCast(castFile);
    const progress = terminal.progress("drawing");
    const scripts: PageScript[] = [];
    const order = { count, seed, size, print, style, language, panels, cast, workers };
    const pages = drawnPages(drawPages(order), (script) => {
      if (story) scripts.push(script);
    });
    const fill = async (folder: string) => {
      await fillPageFolder(folder, pages, (done) => progress.update(done, count));
      if (coco) await ai4va.write?.(readPages(folder), folder);
    };
    await writeFolder(out, fill, { replace }).finally(progress.end);
    const also = coco ? " and annotations.json" : "";
    const report = { kind: "draw-report", version: 1, pages: count, seed, size, print, style, language, out };
    return {
      text: [...scripts.map(formatPageScript), `${count} pages${also} in ${out}`].join("\n\n"),
      json: story ? { ...report, stories: scripts } : report,
    };
  },
});
