import { describe, expect, it } from "vitest";
import type { Page, Question } from "../records/index.ts";
import { samplePage } from "../tasks/fixtures/sample-page.ts";
import { askAboutPage } from "../tasks/task.ts";
import { evidenceOf, evidenceTally } from "./evidence.ts";

/** 620 px wide: 320 px show it at about half its size. */
const page = samplePage();
const half = (side: number): number => Math.round((10 * side * 320) / 620) / 10;

function side(annotations: readonly string[], asked = "Who?", answer = "nobody", from: Page = page): number {
  const text = { type: "text", text: answer, also: [] } as const;
  return evidenceOf({ prompt: askAboutPage(asked), answer: text, annotations }, from).smallestSide;
}

describe("evidenceOf", () => {
  it("is the shorter side of the smallest figure, thing or panel", () => {
    expect(side(["p0"])).toBe(half(280));
    expect(side(["p0", "c0-0"])).toBe(half(110));
    expect(side(["p0", "c0-0", "c0-1"])).toBe(half(70));
    expect(side(["o0", "c0-0"])).toBe(half(40));
  });

  it("is the size of a letter where words are quoted or asked for, in the lettering if that is known", () => {
    const [{ text = "" } = {}] = page.balloons;
    const letter = Math.sqrt((120 * 80) / text.length);
    expect(side(["b0-0"])).toBe(half(80));
    expect(side(["b0-0", "c0-0"], `Who says "${text}"?`)).toBe(half(letter));
    expect(side(["b0-0"], "What is said?", text)).toBe(half(letter));
    const lettering = { id: "words", balloon: "b0-0", box: [30, 30, 90, 60], text } as const;
    const lettered = { ...page, texts: [lettering] };
    expect(side(["b0-0"], "What is said?", text, lettered)).toBe(half(Math.sqrt((60 * 30) / text.length)));
  });

  it("does not depend on the size of the scan", () => {
    const characters = page.characters.map((character) => {
      const [x1, y1, x2, y2] = character.box;
      return { ...character, box: [2 * x1, 2 * y1, 2 * x2, 2 * y2] as const };
    });
    const image = { ...page.image, width: 2 * page.image.width, height: 2 * page.image.height };
    expect(side(["c0-1"], "", "", { ...page, image, characters })).toBe(side(["c0-1"]));
  });
});

describe("evidenceTally", () => {
  it("gives quantiles by task, of the questions whose evidence is known", () => {
    const tally = evidenceTally();
    const question = (smallestSide: number | undefined): Question => ({
      kind: "question",
      version: 1,
      id: "q",
      task: "depth-comparison",
      form: "nearer",
      split: "test",
      page: { id: "p", image: "images/p.png", width: 620, height: 1240 },
      marks: [],
      prompt: [{ type: "page" }],
      choices: [],
      gold: { type: "number", value: 1 },
      targets: { panels: [], entities: [], zoom: [] },
      ...(smallestSide === undefined ? {} : { evidence: { smallestSide } }),
      expectedZooms: 0,
      tool: "none",
      origin: { by: "rule", annotations: [], reviews: [] },
      seed: "1",
    });
    expect(tally.rows()).toEqual([]);
    for (const size of [10, 3, 1, 2, 4, 5, 6, 7, 8, 9, undefined]) tally.add(question(size));
    expect(tally.rows()).toEqual([{ task: "depth-comparison", questions: 10, p10: 1, median: 5, p90: 9 }]);
  });
});
