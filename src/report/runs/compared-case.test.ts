import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runOf } from "./fixtures/before-after.ts";
import { sampleReport } from "./fixtures/sample-report.ts";
import { type ComparedCase, galleryCases } from "./gallery.ts";
import { changeWords, comparedCaseHtml } from "./html/compared-case-html.ts";
import type { ReportRun } from "./report-input.ts";
import { runReport } from "./run-report.ts";
import { writeRunReport } from "./write-run-report.ts";

const { questions, pictures } = sampleReport();
const [base, rarl] = [runOf("base", 0), runOf("RARL", 1)];

async function casesOf(runs: readonly ReportRun[], perTask: number): Promise<ComparedCase[]> {
  const options = { perTask, pageWidth: 100 };
  const cases = await Array.fromAsync(
    galleryCases(runReport({ runs, questions }), questions, pictures, options),
  );
  return cases.map((shown) => {
    if (!("panes" in shown)) throw new Error("expected models beside each other, got one");
    return shown;
  });
}

describe("what is shown", () => {
  test("better, worse and still wrong of each task, and then what the gallery shows else", async () => {
    const cases = await casesOf([base, rarl], 4);
    expect(cases.map(({ question, change }) => [question.task, change?.kind]).slice(0, 4)).toEqual([
      ["depth-comparison", "better"],
      ["depth-comparison", "worse"],
      ["depth-comparison", "still-wrong"],
      ["depth-comparison", expect.any(String)],
    ]);
    expect(new Set(cases.map(({ question }) => question.id)).size).toBe(8);
  });

  test("in words", async () => {
    const [better, worse, wrong] = await casesOf([base, rarl], 3);
    if (better === undefined || worse === undefined || wrong === undefined) throw new Error("no case");
    expect(changeWords(better)).toBe(
      "base was wrong, RARL is right. Depth Comparison, 60 questions: 20 better, 10 worse, 10 still wrong, 20 still right.",
    );
    expect(changeWords(worse)).toMatch(/^base was right, RARL is wrong\. /);
    expect(changeWords(wrong)).toMatch(/^base was wrong, and so is RARL\. /);
  });

  test("a pane a model: its zoom on the page, the crop, its overlap, the answer", async () => {
    const [better] = await casesOf([base, rarl], 1);
    if (better === undefined) throw new Error("no case");
    const { html } = comparedCaseHtml(better);
    const [, ...panes] = html.split('<section class="pane');
    expect(panes).toHaveLength(2);
    for (const pane of panes) {
      expect(pane).toContain('class="zoom-box"');
      expect(pane).toContain('class="target"');
      expect(pane).toContain("IoU 0.75");
      expect(pane).toContain('<img src="data:');
    }
    expect(panes.map((pane) => /class="verdict (\w+)"/.exec(pane)?.[1])).toEqual(["wrong", "correct"]);
    // What was answered from the page alone stands below.
    expect(html).toContain("base · page");
  });

  test("the page stands in the file once, however many models there are", async () => {
    const runs = [base, runOf("sft", 0), runOf("grpo", 1), rarl];
    const [shown] = await casesOf(runs, 1);
    if (shown === undefined) throw new Error("no case");
    const { html } = comparedCaseHtml(shown);
    const [id] = /(?<=<image id=")[^"]+/.exec(html) ?? [];
    expect(html.match(/<image /g)).toHaveLength(1);
    expect(html.match(/<use href="#[^"]+/g)).toEqual(Array.from({ length: 3 }, () => `<use href="#${id}`));
  });

  test("who did not zoom, and whose call was not run, is told so", async () => {
    const [better] = await casesOf([base, rarl], 1);
    const shown = better?.panes[0]?.shown;
    if (better === undefined || shown === undefined) throw new Error("no case");
    const turns = shown.episode.turns.filter(({ calls, images }) => calls.length + images.length === 0);
    const idle = { ...shown, episode: { ...shown.episode, turns } };
    const htmlOf = (episode: typeof shown) =>
      comparedCaseHtml({ ...better, panes: [{ name: "base", model: "m", shown: episode }] }).html;
    expect(htmlOf(idle)).toContain("Did not zoom.");
    expect(htmlOf(idle)).not.toContain("zoom-box");
    const error = { kind: "outside", message: "the box lies outside" } as const;
    const failed = turns.map((turn) => ({ ...turn, calls: [{ raw: "{}", name: "zoom", error }] }));
    const faulty = htmlOf({ ...shown, episode: { ...shown.episode, turns: failed.slice(-1) } });
    expect(faulty).toContain("1 call not run.");
    expect(faulty).toContain("the box lies outside");
  });

  test("a model that was not asked, or failed, leaves an empty pane and no verdict on the change", async () => {
    const failing: ReportRun = {
      ...rarl,
      scores: rarl.scores.map((score) =>
        score.question === "q0" && score.mode === "zoom" ? { ...score, outcome: "error" } : score,
      ),
    };
    const cases = await casesOf([base, failing], 100);
    const shown = cases.find(({ question }) => question.id === "q0");
    if (shown === undefined) throw new Error("no such case");
    expect(shown.change).toBeUndefined();
    expect(comparedCaseHtml(shown).html).toContain("no answer");
  });
});

describe("the file", () => {
  let folder = "";
  let html = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "benday-before-after-"));
    const out = join(folder, "report.html");
    const prepared = runReport({ runs: [{ ...base, name: "<b>base" }, rarl], questions });
    await writeRunReport({ prepared, questions, pictures, title: "T", out, perTask: 3, pageWidth: 100 });
    html = await readFile(out, "utf8");
  });
  afterAll(() => rm(folder, { recursive: true }));

  test("asks nobody for anything, and escapes names", () => {
    expect(html).not.toMatch(/<script|(?:src|href)="(?!data:|#)|NaN|undefined|<b>base/);
    expect(html).toContain("&lt;b&gt;base was wrong, RARL is right.");
  });

  test("says how its questions were chosen", () => {
    expect(html).toContain("a question that got better from &lt;b&gt;base to RARL");
  });
});
