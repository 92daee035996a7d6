import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isInside } from "../geometry/index.ts";
import { goldAnswer, graders, questionText } from "../grading/index.ts";
import { seeded } from "../random.ts";
import { type Page, PageCaptionsSchema, type Question, type Review } from "../records/index.ts";
import { readJsonl } from "../store/index.ts";
import { samplePage } from "../tasks/fixtures/sample-page.ts";
import { taskOf } from "../tasks/index.ts";
import { type BuildOptions, benchmarkStats, buildBenchmark, PAPER_SHARES, readQuestions } from "./index.ts";

let root: string;
let pages: string;

/** 40 sample pages, every fourth a copy of the work before it, over one picture. */
async function writePages(folder: string): Promise<void> {
  const picture = Buffer.from("not decoded by build");
  const file = `images/${createHash("sha256").update(picture).digest("hex")}.png`;
  await mkdir(path.join(folder, "images"), { recursive: true });
  await writeFile(path.join(folder, file), picture);
  const records = Array.from({ length: 40 }, (_, index): Page => {
    const random = seeded(index);
    const phash = Array.from({ length: 64 }, () => random.int(16).toString(16)).join("");
    const page = samplePage(`page-${index}`);
    const work = index % 4 === 1 ? `work-${index - 1}` : `work-${index}`;
    return { ...page, work, image: { ...page.image, file, phash } };
  });
  await writeFile(
    path.join(folder, "pages.jsonl"),
    records.map((page) => `${JSON.stringify(page)}\n`).join(""),
  );
}

const build = (out: string, change: Partial<BuildOptions> = {}) =>
  buildBenchmark({
    pages: [pages],
    out: path.join(root, out),
    seed: "1",
    sizing: { type: "all" },
    unit: "story",
    shares: PAPER_SHARES,
    replace: false,
    ...change,
  });

const questionsOf = (out: string): Promise<Question[]> =>
  Array.fromAsync(readQuestions(path.join(root, out)));

async function bytesOf(out: string): Promise<Record<string, string>> {
  const names = await readdir(path.join(root, out), { recursive: true, withFileTypes: true });
  const files = names
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const hashes = await Promise.all(
    files.map(async (file) => [
      path.relative(path.join(root, out), file),
      createHash("sha256")
        .update(await readFile(file))
        .digest("hex"),
    ]),
  );
  return Object.fromEntries(hashes);
}

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), "benday-build-"));
  pages = path.join(root, "pages");
  await writePages(pages);
  await build("first");
});
afterAll(() => rm(root, { recursive: true, force: true }));

describe("buildBenchmark", () => {
  it("asks all seven tasks; every gold answer is graded 1 and every target lies in its page", async () => {
    const questions = await questionsOf("first");
    expect(new Set(questions.map(({ task }) => task)).size).toBe(7);
    for (const question of questions) {
      const grader = graders.find(({ id }) => id === taskOf(question.task).grader);
      expect(grader?.kind).toBe("rule");
      if (grader?.kind === "rule") expect(grader.grade(question, goldAnswer(question)).score).toBe(1);
      const { targets, marks, page, evidence } = question;
      expect(evidence?.smallestSide).toBeGreaterThan(0);
      for (const box of [
        ...targets.panels,
        ...targets.entities,
        ...targets.zoom,
        ...marks.map((mark) => mark.box),
      ]) {
        expect(isInside(box, page)).toBe(true);
      }
    }
  });

  it("describes every page in words, if asked", async () => {
    await build("captions", { captions: true });
    const file = path.join(root, "captions/captions.jsonl");
    const captions = await Array.fromAsync(readJsonl(file, PageCaptionsSchema));
    expect(captions.map(({ page }) => page)).toEqual(
      Array.from({ length: 40 }, (_, index) => `page-${index}`),
    );
    expect(await readdir(path.join(root, "first"))).not.toContain("captions.jsonl");
  });

  it("gives every question an id of its own and splits no work", async () => {
    const questions = await questionsOf("first");
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
    const splitOf = new Map(questions.map(({ page, split }) => [page.id, split]));
    for (let index = 1; index < 40; index += 4) {
      expect(splitOf.get(`page-${index}`)).toBe(splitOf.get(`page-${index - 1}`));
    }
    const certificate = JSON.parse(await readFile(path.join(root, "first/leak-certificate.json"), "utf8"));
    expect(certificate.across).toEqual({ samePage: 0, sameWork: 0, sameStory: 0, nearDuplicates: 0 });
  });

  it("gives the same bytes for the same seed and other questions for another", async () => {
    await build("second");
    expect(await bytesOf("second")).toEqual(await bytesOf("first"));
    await build("third", { seed: "2" });
    expect(await bytesOf("third")).not.toEqual(await bytesOf("first"));
  });

  it("balances letters in every task and split", async () => {
    const questions = (await questionsOf("first")).filter(({ split }) => split === "train");
    for (const [task, list] of Map.groupBy(questions, (question) => question.task)) {
      const places = list.flatMap(({ gold }) => (gold.type === "choice" ? [gold.index] : []));
      const counts = [...Map.groupBy(places, (place) => place).values()].map(({ length }) => length);
      if (counts.length > 0) expect(Math.max(...counts) - Math.min(...counts), task).toBeLessThanOrEqual(1);
    }
  });

  it("leaves nothing behind when a page folder is broken", async () => {
    const broken = path.join(root, "broken");
    await mkdir(broken);
    await writeFile(path.join(broken, "pages.jsonl"), '{"kind":"page"}\n');
    await expect(build("never", { pages: [pages, broken] })).rejects.toThrow(/broken\/pages\.jsonl:1/);
    expect(await readdir(root)).not.toContain("never");
  });

  it("refuses the same page twice", async () => {
    await expect(build("never", { pages: [pages, pages] })).rejects.toThrow(/unique over all page folders/);
  });

  it("keeps the paper's proportions when asked", async () => {
    const report = await build("paper", { sizing: { type: "paper" } });
    const total = (task: Question["task"]) =>
      Object.values(report.counts[task]).reduce((sum, count) => sum + count, 0);
    expect(report.paperScale).toBeLessThanOrEqual(40 / 282);
    expect(total("panel-understanding") / total("action-recognition")).toBeCloseTo(7902 / 1669, 0);
  });

  it("says which tasks lack which labels", async () => {
    const bare = path.join(root, "bare");
    await mkdir(path.join(bare, "images"), { recursive: true });
    const { image, ...page } = samplePage("bare");
    await writeFile(path.join(bare, image.file), "");
    const record = { ...page, image, characters: [], balloons: [], texts: [], objects: [] };
    await writeFile(path.join(bare, "pages.jsonl"), `${JSON.stringify(record)}\n`);
    const { lacking } = await build("bare-out", { pages: [bare] });
    expect(lacking.map(({ task }) => task)).toEqual([
      "action-recognition",
      "depth-comparison",
      "dialog-reordering",
      "character-identification",
      "character-counting",
    ]);
    expect(lacking[0]?.missing).toEqual(["characters", "action"]);
  });
});

describe("the folder", () => {
  it("is read by DuckDB as it is", async () => {
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    const files = path.join(root, "first/data/*/*.parquet");
    const counted = await connection.runAndReadAll(
      `select task, split, count(*)::int as n from '${files}' group by all`,
    );
    const questions = await questionsOf("first");
    const expected = Map.groupBy(questions, ({ task, split }) => `${task}/${split}`);
    const rows = counted.getRowObjects();
    expect(new Map(rows.map(({ task, split, n }) => [`${task}/${split}`, n]))).toEqual(
      new Map([...expected].map(([key, list]) => [key, list.length])),
    );
    const typed = await connection.runAndReadAll(
      `describe select choices, target_zooms, marks from '${files}'`,
    );
    expect(typed.getRowObjects().map(({ column_type }) => column_type)).toEqual([
      "VARCHAR[]",
      "DOUBLE[][]",
      'STRUCT(box DOUBLE[], style VARCHAR, "label" VARCHAR, colour VARCHAR)[]',
    ]);
    connection.closeSync();
  });

  it("has a card that says what is in it", async () => {
    const card = await readFile(path.join(root, "first/README.md"), "utf8");
    expect(card).toMatch(/^---\nlicense: cc0-1\.0\nlanguage:\n- en\n/);
    expect(card).toContain("- config_name: action-recognition\n  data_files:\n  - split: train");
    expect(card).toContain("none in two splits");
  });
});

describe("reviews", () => {
  const decision = { kind: "review", version: 1, by: "ann", at: "2026-01-02T10:00:00Z" } as const;
  const writeReviews = async (reviews: readonly Review[]): Promise<string> => {
    const file = path.join(root, "review.jsonl");
    await writeFile(file, reviews.map((review) => `${JSON.stringify(review)}\n`).join(""));
    return file;
  };

  it("drops rejected questions, applies edits, records who and when, reports the unused", async () => {
    const before = (await questionsOf("first")).filter(({ task }) => task === "action-recognition");
    const [rejected, edited] = before;
    if (rejected === undefined || edited === undefined) throw new Error("expected questions");
    const reviews = await writeReviews([
      { ...decision, question: rejected.id, decision: "reject" },
      { ...decision, question: edited.id, decision: "edit", edit: { text: "What does the marked one do?" } },
      { ...decision, question: "nobody.action.0", decision: "accept" },
    ]);
    const report = await build("reviewed", { reviews });
    const after = await questionsOf("reviewed");
    expect(after.map(({ id }) => id)).not.toContain(rejected.id);
    const found = after.find(({ id }) => id === edited.id);
    expect(found && questionText(found)).toBe("What does the marked one do?");
    expect(found?.origin.reviews).toEqual([{ by: "ann", at: "2026-01-02T10:00:00.000Z" }]);
    expect(report.unusedReviews).toEqual(["nobody.action.0"]);
  });

  it("refuses an edit that cannot be graded", async () => {
    const [question] = (await questionsOf("first")).filter(({ task }) => task === "depth-comparison");
    if (question === undefined) throw new Error("expected a question");
    const reviews = await writeReviews([
      { ...decision, question: question.id, decision: "edit", edit: { gold: { type: "choice", index: 7 } } },
    ]);
    await expect(build("never", { reviews })).rejects.toThrow(
      /review\.jsonl: decisions for .*expected an edit/,
    );
  });
});

describe("benchmarkStats", () => {
  it("counts what the build reports and finds no shortcut in letters or lengths", async () => {
    const stats = await benchmarkStats(path.join(root, "first"));
    const questions = await questionsOf("first");
    expect(stats.questions).toBe(questions.length);
    expect(stats.table2.map(({ questions: count }) => count).reduce((a, b) => a + b)).toBe(questions.length);
    const unlearned = stats.baselines.filter(({ baseline }) => baseline.endsWith("-option"));
    expect(unlearned.length).toBe(15);
    expect(unlearned.filter(({ shortcut }) => shortcut)).toEqual([]);
  });
});
