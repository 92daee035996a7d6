import path from "node:path";
import { z } from "zod";
import { readQuestions } from "../../benchmark/index.ts";
import { SPLITS, TASK_IDS } from "../../records/index.ts";
import { writeShow } from "../../report/index.ts";
import { defineCommand } from "../command.ts";
import { folderFlag, integerFlag } from "../flags.ts";

const MEGABYTE = 1e6;

export const show = defineCommand({
  define: (command) =>
    command
      .argument("<benchmark>", "a folder made by build")
      .option("--out <file>", "the HTML file", "show.html")
      .option("--task <id>", `only this task: ${TASK_IDS.join(", ")}`)
      .option("--split <name>", `only this split: ${SPLITS.join(", ")}`)
      .option("--width <px>", "width of the embedded pictures", "900"),
  examples: ["benday show benchmark --out show.html", "benday show benchmark --split test --width 1400"],
  input: z.strictObject({
    args: z.tuple([folderFlag], "one benchmark folder"),
    out: z.string(),
    task: z.enum(TASK_IDS, `one of ${TASK_IDS.join(", ")}`).optional(),
    split: z.enum(SPLITS, `one of ${SPLITS.join(", ")}`).optional(),
    width: integerFlag(100, 4000),
  }),
  run: async ({ args: [folder], out, task, split, width }, terminal) => {
    const progress = terminal.progress("embedding pages");
    const summary = await writeShow({
      questions: readQuestions(folder, { task, split }),
      imageFile: ({ page }) => path.join(folder, page.image),
      title: path.basename(path.resolve(folder)),
      out,
      pictureWidth: width,
      onProgress: ({ pagesDone, pages }) => progress.update(pagesDone, pages),
    }).finally(progress.end);
    const { questions, pages, bytes } = summary;
    return {
      text: `${questions} questions about ${pages} pages in ${out} (${(bytes / MEGABYTE).toFixed(1)} MB); open it in a browser`,
      json: { kind: "show-report", version: 1, out, ...summary },
    };
  },
});
