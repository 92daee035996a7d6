import { z } from "zod";
import { accuracyText } from "../accuracy-text.ts";
import { defineCommand } from "../command.ts";
import { folderFlag } from "../flags.ts";
import { loadRun } from "../read-run.ts";

export const score = defineCommand({
  define: (command) =>
    command
      .argument("<run>", "a folder made by eval")
      .option("--benchmark <folder>", "where the run's benchmark is now"),
  examples: ["benday score runs/gpt-5", "benday score runs/gpt-5 --benchmark elsewhere/benchmark"],
  input: z.strictObject({
    args: z.tuple([folderFlag], "one run folder"),
    benchmark: folderFlag.optional(),
  }),
  run: async ({ args: [folder], benchmark }) => {
    const { scores } = await loadRun(folder, benchmark);
    return {
      text: accuracyText(scores),
      json: { kind: "score-report", version: 1, run: folder, scores },
    };
  },
});
