/**
 * Build a benchmark from page folders: survey the pages, split them, divide the quotas, write the questions.
 *
 * Pages are read twice and never held together; the same pages and seed give the same bytes.
 */
import { constants } from "node:fs";
import { copyFile, mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { captionsOf } from "../comics/index.ts";
import { InputError } from "../errors.ts";
import { readPages } from "../formats/index.ts";
import { canonicalJson } from "../json.ts";
import {
  type Page,
  ReviewSchema,
  SPLITS,
  type Split,
  TASK_IDS,
  type TaskId,
  tableOver,
} from "../records/index.ts";
import { createJsonl, readJsonl, writeFolder } from "../store/index.ts";
import { type BuildReport, lackingTasks } from "./build-report.ts";
import { benchmarkCard } from "./card.ts";
import { questionSource } from "./make-questions.ts";
import { type Plan, type PlanOptions, planBuild } from "./plan.ts";
import { createQuestionFiles } from "./question-files.ts";
import { paperScale } from "./quotas.ts";
import { gatherReviews, noReviews, type Reviews } from "./reviews.ts";
import { surveyPages } from "./survey.ts";

export interface BuildOptions extends PlanOptions {
  /** Page folders (pages.jsonl and images/), read in this order. */
  readonly pages: readonly string[];
  readonly out: string;
  /** Review decisions to apply. */
  readonly reviews?: string | undefined;
  /** Also write `captions.jsonl`: each page in words, from its annotations. Default false. */
  readonly captions?: boolean | undefined;
  /** Replace a benchmark that stands at `out`. */
  readonly replace: boolean;
  /** Pages done so far; the total is unknown during the first reading. */
  readonly onProgress?: ((done: number, total: number | undefined) => void) | undefined;
}

interface SourcedPage {
  readonly page: Page;
  readonly folder: string;
}

async function* pagesOf(folders: readonly string[]): AsyncGenerator<SourcedPage, void, undefined> {
  const seen = new Map<string, string>();
  for (const folder of folders) {
    for await (const page of readPages(folder)) {
      const first = seen.get(page.id);
      if (first !== undefined) {
        throw new InputError({
          file: path.join(folder, "pages.jsonl"),
          at: page.id,
          expected: "page ids that are unique over all page folders",
          found: `the same id in ${first}`,
        });
      }
      seen.set(page.id, folder);
      yield { page, folder };
    }
  }
}

async function* recordsOf(folders: readonly string[]): AsyncGenerator<Page, void, undefined> {
  for await (const { page } of pagesOf(folders)) yield page;
}

async function loadReviews(file: string | undefined): Promise<Reviews> {
  if (file === undefined) return noReviews;
  return gatherReviews(await Array.fromAsync(readJsonl(file, ReviewSchema)));
}

type QuestionCounts = Record<TaskId, Record<Split, number>>;

interface Written {
  readonly counts: QuestionCounts;
  readonly used: ReadonlySet<string>;
}

/** Write pages, pictures and questions of a plan into `folder`. */
async function writeQuestions(
  folder: string,
  plan: Plan,
  options: BuildOptions,
  reviews: Reviews,
): Promise<Written> {
  const { seed } = options;
  const questionsOf = questionSource({ plan, seed, reviews, reviewFile: options.reviews ?? "review.jsonl" });
  const counts: QuestionCounts = tableOver(TASK_IDS, () => tableOver(SPLITS, () => 0));
  const used = new Set<string>();
  await mkdir(path.join(folder, "images"), { recursive: true });
  const pages = await createJsonl(path.join(folder, "pages.jsonl"));
  const captions =
    options.captions === true ? await createJsonl(path.join(folder, "captions.jsonl")) : undefined;
  const files = await createQuestionFiles(folder);
  let place = 0;
  try {
    for await (const { page, folder: source } of pagesOf(options.pages)) {
      for (const question of questionsOf(page, place)) {
        files.append(question);
        counts[question.task][question.split] += 1;
        if (reviews.byQuestion.has(question.id)) used.add(question.id);
      }
      await copyPicture(source, folder, page.image.file);
      await pages.append(page);
      await captions?.append(captionsOf(page));
      place += 1;
      options.onProgress?.(place, plan.splits.length);
    }
  } finally {
    files.close();
    await pages.close();
    await captions?.close();
  }
  return { counts, used };
}

/** A copy-on-write clone where the file system can, a copy elsewhere; never a link to a file that may be edited. */
async function copyPicture(from: string, to: string, file: string): Promise<void> {
  await copyFile(path.join(from, file), path.join(to, file), constants.COPYFILE_FICLONE);
}

function reportBuild(plan: Plan, options: BuildOptions, written: Written, reviews: Reviews): BuildReport {
  const perTask = Object.values(written.counts).flatMap((splits) => Object.values(splits));
  const { survey, splits } = plan;
  return {
    kind: "build-report",
    version: 1,
    pages: splits.length,
    questions: perTask.reduce((sum, count) => sum + count, 0),
    counts: written.counts,
    ...(options.sizing.type === "paper" ? { paperScale: paperScale({ counts: survey.counts, splits }) } : {}),
    labels: survey.labels,
    lacking: lackingTasks(survey.labels),
    unusedReviews: [...reviews.byQuestion.keys()].filter(
      (id) => !written.used.has(id) && !reviews.rejected.has(id),
    ),
    certificate: plan.certificate,
  };
}

/** Build the benchmark; nothing appears at `out` unless all of it is written. */
export async function buildBenchmark(options: BuildOptions): Promise<BuildReport> {
  const reviews = await loadReviews(options.reviews);
  let surveyed = 0;
  const survey = await surveyPages(recordsOf(options.pages), options.seed, reviews, () => {
    surveyed += 1;
    options.onProgress?.(surveyed, undefined);
  });
  if (survey.keys.length === 0) {
    throw new InputError({ file: options.pages.join(", "), expected: "at least one page", found: "none" });
  }
  const plan = planBuild(survey, options);
  return writeFolder(
    options.out,
    async (folder) => {
      const written = await writeQuestions(folder, plan, options, reviews);
      const report = reportBuild(plan, options, written, reviews);
      const certificate = `${canonicalJson(plan.certificate, 2)}\n`;
      await writeFile(path.join(folder, "leak-certificate.json"), certificate);
      await writeFile(path.join(folder, "build.json"), `${canonicalJson(report, 2)}\n`);
      await writeFile(path.join(folder, "README.md"), benchmarkCard(report, survey, options.seed));
      return report;
    },
    { replace: options.replace },
  );
}
