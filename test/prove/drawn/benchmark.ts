/** A benchmark built from drawn pages in a folder of its own, for proofs about its questions. */
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { drawPages, type PageScript } from "../../../src/atelier/index.ts";
import {
  buildBenchmark,
  PAPER_SHARES,
  readQuestions,
  type SplitShares,
} from "../../../src/benchmark/index.ts";
import { densityCap } from "../../../src/benchmark/quotas.ts";
import { drawnPages } from "../../../src/cli/drawn-pages.ts";
import { viewPage } from "../../../src/comics/index.ts";
import { type FinishedPage, fillPageFolder } from "../../../src/formats/index.ts";
import { seeded } from "../../../src/random.ts";
import { type Page, type Question, TASK_IDS, type TaskId, tableOver } from "../../../src/records/index.ts";
import { tasks } from "../../../src/tasks/index.ts";
import type { ProofOptions } from "../proof.ts";

export interface DrawnOrder extends Pick<ProofOptions, "seed" | "progress"> {
  /** Called with each page, in order; true for the last that is wanted. */
  readonly isLast: (page: Page) => boolean;
  /** Store the pictures. Without them one stands for all, which is quicker where only records are read. */
  readonly pictures: boolean;
  readonly shares?: SplitShares | undefined;
}

export interface DrawnBenchmark {
  readonly folder: string;
  /** By id. */
  readonly pages: ReadonlyMap<string, Page>;
  /** The stories of the pages, by their ids. */
  readonly scripts: ReadonlyMap<string, PageScript>;
}

/** More than anybody waits for. */
const MOST_PAGES = 100_000;

/** Draw pages, build a benchmark with every question that they give, use it; the folder is removed afterwards. */
export async function withDrawnBenchmark<T>(
  order: DrawnOrder,
  use: (benchmark: DrawnBenchmark) => Promise<T>,
): Promise<T> {
  const root = await mkdtemp(path.join(tmpdir(), "benday-drawn-"));
  try {
    const drawn = path.join(root, "pages");
    await mkdir(drawn);
    const pages = new Map<string, Page>();
    const scripts = new Map<string, PageScript>();
    let isEnough = false;
    const wanted = drawnUntil(
      () => isEnough,
      order,
      (script) => scripts.set(script.id, script),
    );
    await fillPageFolder(drawn, wanted, (count, page) => {
      pages.set(page.id, page);
      isEnough = order.isLast(page);
      if (count % 50 === 0) order.progress(`${count} pages drawn`);
    });
    order.progress(`building from ${pages.size} pages`);
    const folder = path.join(root, "benchmark");
    await buildBenchmark({
      pages: [drawn],
      out: folder,
      seed: order.seed,
      sizing: { type: "all" },
      unit: "story",
      shares: order.shares ?? PAPER_SHARES,
      replace: false,
    });
    return await use({ folder, pages, scripts });
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

/** Pages until enough of them are stored. */
async function* drawnUntil(
  isEnough: () => boolean,
  { seed, pictures }: DrawnOrder,
  listen: (script: PageScript) => void,
): AsyncGenerator<FinishedPage, void, undefined> {
  const standIn = { bytes: new TextEncoder().encode("a picture"), extension: "png" } as const;
  for await (const finished of drawnPages(drawPages({ count: MOST_PAGES, seed }), listen)) {
    yield pictures ? finished : { ...finished, picture: standIn };
    if (isEnough()) return;
  }
}

/** An end after `count` pages. */
export function pageCount(count: number): DrawnOrder["isLast"] {
  let drawn = 0;
  return () => {
    drawn += 1;
    return drawn >= count;
  };
}

/** An end as soon as the build has `count` questions of every task. */
export function questionsPerTask(count: number): DrawnOrder["isLast"] {
  const given: Record<TaskId, number> = tableOver(TASK_IDS, () => 0);
  return (page) => {
    const view = viewPage(page);
    for (const { id, drafts, paper } of tasks) {
      given[id] += Math.min(drafts(view, seeded(page.id)).length, densityCap(paper.questions));
    }
    return TASK_IDS.every((id) => given[id] >= count);
  };
}

/** `count` questions of each task, from all over the benchmark, with their pages; `Infinity` for all. */
export async function* questionsOf(
  { folder, pages }: DrawnBenchmark,
  count: number,
  wanted: readonly TaskId[] = TASK_IDS,
): AsyncGenerator<{ readonly question: Question; readonly page: Page }, void, undefined> {
  for (const task of wanted) {
    const questions = await Array.fromAsync(readQuestions(folder, { task }));
    const mixed = seeded(task).shuffle(questions).slice(0, count);
    for (const question of mixed) {
      const page = pages.get(question.page.id);
      if (page === undefined) throw new Error(`questionsOf: expected the page of ${question.id}`);
      yield { question, page };
    }
  }
}
