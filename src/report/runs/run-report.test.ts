import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seeded } from "../../random.ts";
import { type Condition, conditionName, type Score, type TrainStep } from "../../records/index.ts";
import { wilson } from "../../statistics/index.ts";
import { compareScores, differenceOf } from "./difference.ts";
import { differenceTable } from "./difference-table.ts";
import { differenceWords } from "./difference-words.ts";
import { figureOf } from "./figure.ts";
import { runOf } from "./fixtures/before-after.ts";
import { sampleReport } from "./fixtures/sample-report.ts";
import { conditionsTable, modelsTable } from "./html/tables-html.ts";
import { paperResults } from "./paper-results.ts";
import type { System } from "./report-input.ts";
import { runReport } from "./run-report.ts";
import { runReportMarkdown } from "./run-report-markdown.ts";
import { decimal } from "./wording.ts";
import { writeRunReport } from "./write-run-report.ts";

const sampleStep = (step: number): TrainStep => ({
  kind: "train-step",
  version: 1,
  step,
  updates: step + 1,
  loss: 1 / (step + 1),
  tokens: { read: 9, own: 3, shortest: 1, mean: 1.5, longest: 2 },
  timings: { update: 1, total: 1, tokensPerSecond: 1 },
});

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

  test("several samples of a question are no further questions: the interval draws whole questions again", () => {
    const [first] = scoresUnder({ mode: "page" });
    if (first === undefined) throw new Error("no score");
    const scoreOf = (question: number, sample: number, right: boolean): Score => ({
      ...first,
      question: `q${question}`,
      page: `p${question}`,
      sample,
      outcome: right ? "correct" : "wrong",
    });
    const asked = (samples: number, questions = 40) =>
      Array.from({ length: questions }, (_, question) =>
        Array.from({ length: samples }, (__, sample) => scoreOf(question, sample, question % 2 === 0)),
      ).flat();
    const [once, often] = [figureOf(asked(1)), figureOf(asked(10))];
    expect([once.method, often.method]).toEqual(["wilson", "questions"]);
    const width = ({ interval: { low, high } }: typeof once) => high - low;
    expect(width(often)).toBeGreaterThan(0.9 * width(once));
    // As Wilson would have it of 400 independent answers.
    expect(width(often)).toBeGreaterThan(2.5 * (wilson(200, 400).high - wilson(200, 400).low));
    // Of questions that all come out alike nothing varies, and yet not all is known.
    const alike = asked(10, 12).map((score): Score => ({ ...score, outcome: "correct" }));
    expect(figureOf(alike).interval).toEqual(wilson(12, 12));
    expect(figureOf(alike).byPages).toEqual(wilson(12, 12));
  });

  test("the interval over questions covers the truth as often as it says", () => {
    const [first] = scoresUnder({ mode: "page" });
    if (first === undefined) throw new Error("no score");
    const random = seeded("coverage of samples");
    const runs = 300;
    let [covered, byWilson] = [0, 0];
    for (let run = 0; run < runs; run++) {
      // Questions are easy or hard for the model, half of each: the truth is 0.5.
      const scores = Array.from({ length: 40 }, (_, question) => {
        const share = random.chance(0.5) ? 0.9 : 0.1;
        return Array.from({ length: 5 }, (__, sample): Score => {
          const outcome = random.chance(share) ? "correct" : "wrong";
          return { ...first, question: `q${question}`, page: `p${question % 4}`, sample, outcome };
        });
      }).flat();
      const { k, n, interval } = figureOf(scores);
      const holds = ({ low, high }: typeof interval) => (low <= 0.5 && 0.5 <= high ? 1 : 0);
      covered += holds(interval);
      byWilson += holds(wilson(k, n));
    }
    expect(covered / runs).toBeGreaterThan(0.9);
    expect(byWilson / runs).toBeLessThan(0.8);
  });

  test("chance follows from the choices", () => {
    expect(report.models.chance).toEqual({ "depth-comparison": 0.5, "character-counting": null });
  });

  test("one task by itself has no column over all tasks", () => {
    const { models, conditions } = report;
    const tasks = ["depth-comparison"] as const;
    const cells = (html: string, tag: string) => html.split(`<${tag}`).length - 1;
    for (const [table, data] of [[modelsTable, models] as const, [conditionsTable, conditions] as const]) {
      const few = table({ ...data, tasks }).html;
      expect(few).not.toContain("All</th>");
      expect(table(data).html).toContain("All</th>");
      const [head = "", ...rows] = few.split("<tr").slice(1);
      const columns = cells(head, "th ");
      for (const row of rows.filter((each) => !each.includes("colspan")))
        expect(cells(row, "th ") + cells(row, "td")).toBe(columns);
    }
    const alone = { ...report, models: { ...models, tasks }, conditions: { ...conditions, tasks } };
    expect(runReportMarkdown(alone, "T")).not.toContain("| All |");
    expect(runReportMarkdown(report, "T")).toContain("| All |");
  });

  test("the conditions are in order, with the page first", () => {
    expect(report.conditions.rows.map(({ system }) => system)).toEqual([
      "scripted:a · page",
      "scripted:a · zoom",
      "scripted:a · zoom-blank",
    ]);
  });

  test("several runs of one model are told apart, and each is compared with its own page", () => {
    const source = prepared.systems[0]?.source;
    if (source === undefined) throw new Error("no system");
    const wrong = source.scores.map((score): Score => ({ ...score, outcome: "wrong" }));
    const runs = [source, { ...source, name: "other", scores: wrong }, { ...source, name: "other" }];
    const twice = runReport({ runs, questions });
    const { rows } = twice.report.conditions;
    expect([...new Set(rows.map(({ label }) => label))]).toEqual([
      `scripted:a [${source.name}]`,
      "scripted:a [other 1]",
      "scripted:a [other 2]",
    ]);
    expect(new Set(rows.map(({ system }) => system)).size).toBe(rows.length);
    const lines = runReportMarkdown(twice.report, "Runs").split("\n");
    // All wrong in every condition: nothing gained over its own page.
    expect(lines.find((line) => line.startsWith("| scripted:a [other 1] | zoom |"))).toMatch(
      /0\.0 \(\+0\.0\)/,
    );
    expect(lines.find((line) => line.startsWith("| scripted:a [other 2] | zoom |"))).not.toMatch(/ 0\.0 \(/);
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

describe("the models", () => {
  test("stand with the whole page; behind their zooms where they were asked nothing else", () => {
    const [base, trained] = [runOf("base", 0), runOf("trained", 1)];
    const zooms = { ...trained, scores: trained.scores.filter(({ mode }) => mode === "zoom") };
    const { models } = runReport({ runs: [base, zooms], questions }).report;
    expect(models.rows.map(({ system }) => system)).toEqual(["base · page", "trained · zoom"]);
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
    const turned = differenceOf(scoresUnder({ mode: "zoom" }), scoresUnder({ mode: "page" }));
    expect(differenceWords(turned, "B", "A")).toBe(differenceWords(found, "A", "B"));
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

  test("a trained model that was only asked with zooms is compared with its base's page and zooms", () => {
    const [some] = prepared.systems;
    if (some === undefined) throw new Error("no system");
    const systemOf = (label: string, source: System["source"], condition: Condition): System => ({
      ...{ ...some, label, source, condition },
      name: `${label} ${conditionName(condition)}`,
    });
    const [base, trained] = [some.source, { ...some.source }];
    const systems = [
      systemOf("base", base, { mode: "page" }),
      systemOf("base", base, { mode: "zoom" }),
      systemOf("base", base, { mode: "located" }),
      systemOf("trained", trained, { mode: "zoom" }),
      systemOf("trained", trained, { mode: "zoom", counterfactual: "blank" }),
    ];
    const pairs = differenceTable(systems).map(({ first, second }) => [first, second]);
    expect(pairs).toEqual([
      ["base page", "base zoom"],
      ["base page", "base located"],
      ["base page", "trained zoom"],
      ["trained zoom", "trained zoom-blank"],
      ["trained zoom", "base zoom"],
      ["base located", "trained zoom"],
    ]);
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

  test("training stands behind the tables and before the episodes, and not at all where there was none", async () => {
    expect(html).not.toContain('<section id="training"');
    const training = [{ name: "rarl", steps: [sampleStep(0), sampleStep(1)], evals: [] }];
    const both = runReport({
      runs: prepared.systems.slice(0, 1).map(({ source }) => source),
      questions,
      training,
    });
    const out = join(folder, "both.html");
    await writeRunReport({
      prepared: both,
      questions,
      pictures,
      title: "T",
      out,
      perTask: 1,
      pageWidth: 100,
    });
    const ids = [...(await readFile(out, "utf8")).matchAll(/<section id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.slice(-3)).toEqual(["spending", "training", "gallery"]);
    expect(both.report.training).toMatchObject([{ name: "rarl", steps: 2 }]);
    const lines = runReportMarkdown(both.report, "T").split("\n");
    expect([decimal(-0.004), decimal(-0.26), decimal(null)]).toEqual(["0.00", "-0.26", "–"]);
    expect(lines.find((line) => line.startsWith("| rarl |"))).toBe(
      "| rarl | 1 | 2 | – | – | – | 1.00 → 0.50 |",
    );
    expect(runReportMarkdown(report, "T")).not.toContain("## Training");
  });

  test("Markdown has a row a system, cells escaped", () => {
    const text = runReportMarkdown(report, "T");
    expect(text).toContain("| scripted:a · page |");
    expect(text.split("\n").filter((line) => line.startsWith("| *")).length).toBe(11);
  });
});
