/** Draws pages, builds a benchmark of them, and takes the questions that a reader is asked. */
import path from "node:path";
import { readQuestions } from "../../src/benchmark/index.ts";
import { type Random, seeded } from "../../src/random.ts";
import type { Page, Question, TaskId } from "../../src/records/index.ts";
import { type DrawnBenchmark, pageCount, withDrawnBenchmark } from "../../test/prove/drawn/benchmark.ts";

/** How many questions of which task. */
export const ASKED = {
  "action-recognition": 60,
  "dialog-reordering": 20,
  "panel-reordering": 20,
} as const satisfies Partial<Record<TaskId, number>>;
export type AskedTask = keyof typeof ASKED;
export const ASKED_TASKS: readonly AskedTask[] = [
  "action-recognition",
  "dialog-reordering",
  "panel-reordering",
];
const PAGES = 40;

export interface Chosen {
  readonly question: Question;
  readonly page: Page;
  readonly pageFile: string;
}

export type ChosenQuestions = Readonly<Record<AskedTask, readonly Chosen[]>>;

/** Use the chosen questions while the pages are there. */
export async function withChosen(
  seed: string,
  use: (chosen: ChosenQuestions) => Promise<void>,
): Promise<void> {
  const progress = (line: string) => console.error(line);
  const order = { seed, progress, isLast: pageCount(PAGES), pictures: true };
  await withDrawnBenchmark(order, async (benchmark) => {
    const random = seeded(`reading:${seed}`);
    const choose = (task: AskedTask) => chooseOf(task, benchmark, random.fork(task));
    await use({
      "action-recognition": await choose("action-recognition"),
      "dialog-reordering": await choose("dialog-reordering"),
      "panel-reordering": await choose("panel-reordering"),
    });
  });
}

/** Spread over the pages: one of each page in turn. */
async function chooseOf(
  task: AskedTask,
  { folder, pages }: DrawnBenchmark,
  random: Random,
): Promise<readonly Chosen[]> {
  const byPage = new Map<string, Chosen[]>();
  for await (const question of readQuestions(folder, { task })) {
    const page = pages.get(question.page.id);
    if (page === undefined) continue;
    const chosen = { question, page, pageFile: path.join(folder, question.page.image) };
    byPage.set(page.id, [...(byPage.get(page.id) ?? []), chosen]);
  }
  const piles = random.shuffle([...byPage.values()].map((pile) => random.shuffle(pile)));
  const rounds = Math.max(0, ...piles.map((pile) => pile.length));
  const turns = Array.from({ length: rounds }, (_, round) => piles.flatMap((pile) => pile[round] ?? []));
  return turns.flat().slice(0, ASKED[task]);
}
