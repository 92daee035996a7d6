import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Condition, Score } from "../../records/index.ts";
import { compareScores, differenceOf } from "./difference.ts";
import { differenceWords } from "./difference-words.ts";
import { figureOf } from "./figure.ts";
import { sampleReport } from "./fixtures/sample-report.ts";
import { paperResults } from "./paper-results.ts";
import { runReportMarkdown } from "./run-report-markdown.ts";
import { writeRunReport } from "./write-run-report.ts";

const { prepared, questions, pictures } = sampleReport();
const { report } = prepared;
const scoresUnder = ({ mode, counterfactual }: Condition): readonly Score[] =>
  prepared.systems.find(
    ({ condition }) => condition.mode === mode && condition.counterfactual === counterfactual,
  )?.scores ?? [];

describe("the figures", () => {
  test("count right, invalid and failed apart; failures do not count as asked", () => {
    const [first] = scoresUnder({ mode: "page" });
    if (first === undefined) throw new Error("no score");
    const outcomes = ["correct", "wrong", "invalid", "error"] as const;
    const figure = figureOf(outcomes.map((outcome) => ({ ...first, outcome })));
    expect(figure).toMatchObject({ k: 1, n: 3, invalid: 1, errors: 1, accuracy: 1 / 3 });
  });

  test("chance follows from the choices", () => {
    expect(report.models.chance).toEqual({ "depth-comparison": 0.5, "character-counting": null });
  });

  test("the conditions are in order, with the page first", () => {
    expect(report.conditions.rows.map(({ system }) => system)).toEqual([
      "scripted:a · page",
      "scripted:a · zoom",
      "scripted:a · zoom-blank",
    ]);
  });

  test("zoom calls are counted with their overlap, call by call", () => {
    const row = report.zooms.find(
      ({ task, system }) => task === "depth-comparison" && system.endsWith("zoom"),
    );
    expect(row).toMatchObject({ calls: 2, used: 1, iou: 0.5, byCall: [0.75, 0.25], hits: 0.5 });
  });

  test("questions that all get wrong are named", () => {
    expect(report.hard.map(({ question }) => question)).toContain("q0");
  });

  test("the quoted numbers are the paper's", () => {
    const { page, zoom } = paperResults();
    expect(page).toHaveLength(11);
    expect(page.find(({ model }) => model === "Gemini-2.5-pro")?.cells["dialog-reordering"]?.percent).toBe(
      90.48,
    );
    expect(zoom.find(({ model }) => model === "GPT-4o")?.cells["action-recognition"]?.percent).toBe(55.1);
    // Each count that was derived gives the printed percentage back.
    for (const { cells } of [...page, ...zoom]) {
      for (const cell of Object.values(cells)) {
        if (cell?.k == null || cell.n === null) continue;
        expect((100 * cell.k) / cell.n).toBeCloseTo(cell.percent, 1);
      }
    }
  });
});

describe("differences", () => {
  test("a clear one is told, with its direction", () => {
    const found = differenceOf(scoresUnder({ mode: "page" }), scoresUnder({ mode: "zoom" }));
    expect(found.onlyFirst).toBe(0);
    expect(found.difference).toBeGreaterThan(0.3);
    expect(found.interval.low).toBeGreaterThan(0);
    expect(differenceWords(found, "A", "B")).toMatch(/^B is better than A by \d+\.\d points/);
    expect(differenceWords(found, "A", "B")).toContain("on 20 pages");
  });

  test("of a run and itself none is told", () => {
    const page = scoresUnder({ mode: "page" });
    const { all } = compareScores(page, page);
    expect([all.difference, all.p]).toEqual([0, 1]);
    expect(differenceWords(all, "A", "B")).toMatch(/^No difference can be told/);
  });

  test("on few pages none could be told, and the words say so", () => {
    const few = (scores: readonly Score[]) => scores.filter(({ page }) => ["p0", "p1"].includes(page));
    const found = differenceOf(few(scoresUnder({ mode: "page" })), few(scoresUnder({ mode: "zoom" })));
    expect(differenceWords(found, "A", "B")).toContain("on so few pages none ever could");
  });

  test("failed episodes make no pair", () => {
    const page = scoresUnder({ mode: "page" });
    const failed = page.map((score) => ({ ...score, outcome: "error" as const }));
    expect(differenceWords(differenceOf(page, failed), "A", "B")).toContain("share no answered question");
  });
});

describe("the files", () => {
  let folder = "";
  let html = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "benday-report-"));
    const out = join(folder, "sub", "report.html");
    await writeRunReport({
      prepared,
      questions,
      pictures,
      title: "<b>T</b>",
      out,
      perTask: 2,
      pageWidth: 100,
    });
    html = await readFile(out, "utf8");
  });
  afterAll(() => rm(folder, { recursive: true }));

  test("HTML holds every section and no address to load from", () => {
    for (const id of [
      "models",
      "conditions",
      "differences",
      "zooms",
      "answers",
      "harness",
      "spending",
      "gallery",
    ]) {
      expect(html).toContain(`<section id="${id}"`);
    }
    expect(html).not.toMatch(/<script|(?:src|href)="(?!data:)/);
  });

  test("what stands in the data is text, not markup", () => {
    expect(html).toContain("&lt;b&gt;T&lt;/b&gt;");
    expect(html).not.toContain("<img src=x");
    expect(html).toContain("&lt;img src=x");
  });

  test("Markdown has a row a system, cells escaped", () => {
    const text = runReportMarkdown(report, "T");
    expect(text).toContain("| scripted:a · page |");
    expect(text.split("\n").filter((line) => line.startsWith("| *")).length).toBe(11);
  });
});
