import { z } from "zod";
import { InputError } from "../../errors.ts";
import { conditionName, EPISODE_MODES } from "../../records/index.ts";
import {
  type Comparison,
  compareScores,
  differenceWords,
  pText,
  type System,
  systemsOf,
} from "../../report/index.ts";
import { defineCommand } from "../command.ts";
import { folderFlag } from "../flags.ts";
import { loadRun } from "../read-run.ts";
import { textTable } from "../table.ts";

const CONDITION = new RegExp(`^(.+):((?:${EPISODE_MODES.join("|")})(?:-[a-z]+)?)$`);

/** One system of a run: `FOLDER` where it has but one, `FOLDER:zoom-blank` otherwise. */
async function openSystem(words: string, benchmark: string | undefined): Promise<System> {
  const [, folder = words, condition] = CONDITION.exec(words) ?? [];
  const systems = systemsOf([await loadRun(folder, benchmark)]);
  const found =
    condition === undefined
      ? systems
      : systems.filter((system) => conditionName(system.condition) === condition);
  const [system] = found;
  if (system !== undefined && found.length === 1) return system;
  const names = systems.map((known) => `${folder}:${conditionName(known.condition)}`);
  throw new InputError({
    at: words,
    expected: `one of ${names.join(", ")}`,
    found: condition ?? "no condition",
  });
}

function comparisonText({ all, tasks }: Comparison, first: string, second: string): string {
  const rows = tasks.map(({ task, difference }) => [
    task,
    difference.n,
    difference.both + difference.onlyFirst,
    difference.both + difference.onlySecond,
    difference.onlyFirst,
    difference.onlySecond,
    (100 * (difference.difference ?? 0)).toFixed(1),
    pText(difference.adjusted),
    pText(difference.mcnemar),
  ]);
  const head = ["task", "n", "A right", "B right", "only A", "only B", "B - A", "p (Holm)", "McNemar"];
  return [
    `A: ${first}`,
    `B: ${second}`,
    "",
    differenceWords(all, "A", "B"),
    ...tasks.map(({ task, difference }) => `${task}: ${differenceWords(difference, "A", "B")}`),
    "",
    textTable([head, ...rows]),
    "",
    "The tasks' p-values are corrected for their number (Holm), their intervals and McNemar's p-values are not.",
  ].join("\n");
}

export const compare = defineCommand({
  define: (command) =>
    command
      .argument("<a>", "a run folder, or FOLDER:CONDITION as in runs/gpt-5:zoom")
      .argument("<b>", "another one on the same questions")
      .option("--benchmark <folder>", "where the runs' benchmark is now"),
  examples: ["benday compare runs/gpt-5:page runs/gpt-5:zoom", "benday compare runs/gpt-5 runs/qwen"],
  input: z.strictObject({
    args: z.tuple([folderFlag, folderFlag], "two runs"),
    benchmark: folderFlag.optional(),
  }),
  run: async ({ args: [a, b], benchmark }) => {
    const [first, second] = [await openSystem(a, benchmark), await openSystem(b, benchmark)];
    const comparison = compareScores(first.scores, second.scores);
    return {
      text: comparisonText(comparison, `${first.name} (${a})`, `${second.name} (${b})`),
      json: { kind: "comparison", version: 1, a: first.name, b: second.name, ...comparison },
    };
  },
});
