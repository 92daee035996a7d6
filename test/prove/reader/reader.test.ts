/** The proofs' own reader: it must understand every question form, and see an ambiguity where there is one. */
import { describe, expect, it } from "vitest";
import type { PageScript } from "../../../src/atelier/index.ts";
import { pageScript } from "../../../src/atelier/story/page-script.ts";
import type { PanelScript } from "../../../src/atelier/story/script.ts";
import type { Tie } from "../../../src/atelier/story/ties.ts";
import type { Identity, Setting } from "../../../src/atelier/vocabulary.ts";
import { viewPage } from "../../../src/comics/index.ts";
import { seeded } from "../../../src/random.ts";
import type { Page } from "../../../src/records/index.ts";
import { samplePage } from "../../../src/tasks/fixtures/sample-page.ts";
import { panelForms, taskOf } from "../../../src/tasks/index.ts";
import { fittingAnswers } from "./panel-answers.ts";
import { areAlike } from "./panel-content.ts";
import { askedText, inReadingOrder } from "./scene.ts";
import { sharedMore, showTheSame, tiesBroken } from "./scene-graph.ts";

const page = samplePage();

function panelDrafts(from: Page) {
  return taskOf("panel-understanding").drafts(viewPage(from), seeded("1"));
}

const questionOf = (draft: ReturnType<typeof panelDrafts>[number]): string =>
  askedText({ ...draft, task: "panel-understanding", choices: [] });

describe("fittingAnswers", () => {
  it("finds the one answer of every question about the sample page", () => {
    const forms = new Set<string>();
    for (const draft of panelDrafts(page)) {
      const answers = fittingAnswers(questionOf(draft), page);
      expect(answers, questionOf(draft)).toHaveLength(1);
      if (draft.answer.type === "text") expect(answers[0]).toContain(draft.answer.text);
      forms.add(draft.form);
    }
    expect(forms.size).toBeGreaterThan(panelForms.length * 0.8);
  });

  it.each([
    ["Which character looks happy in the first panel?", { emotion: "happy" }],
    ["Which character is standing in the first panel?", { action: "standing" }],
    ["Which character in the first panel is nearest to the viewer?", { interdepth: 0 }],
  ])("sees two answers to %s where both figures fit", (question, both) => {
    const named = question.replace("the first panel", viewPage(page).panels[0]?.phrases[0]?.text ?? "");
    const characters = page.characters.map((character) =>
      character.panel === "p0" ? { ...character, actionAlso: [], ...both } : character,
    );
    expect(fittingAnswers(named, { ...page, characters })).toHaveLength(2);
  });

  it("finds none for words that it cannot read and for panels that are not there", () => {
    expect(fittingAnswers("What colour is the sky?", page)).toEqual([]);
    expect(fittingAnswers("Where does the ninth panel take place?", page)).toEqual([]);
  });
});

describe("panel content", () => {
  const [first, second, third] = inReadingOrder(page);
  if (first === undefined || second === undefined || third === undefined) throw new Error("expected panels");

  it("tells panels apart by what is in them, and sees copies", () => {
    expect(areAlike(page, first, second)).toBe(false);
    expect(areAlike(page, first, first)).toBe(true);
    const copied = page.characters.filter(({ panel }) => panel === "p0");
    const others = page.characters.filter(({ panel }) => panel !== "p1");
    const copies = copied.map((character) => ({ ...character, id: `${character.id}-copy`, panel: "p1" }));
    const alike: Page = { ...page, characters: [...others, ...copies], balloons: [], texts: [], objects: [] };
    expect(areAlike(alike, first, { ...second, setting: first.setting })).toBe(true);
  });
});

describe("the scene graph", () => {
  const panel = (setting: Setting, identity: Identity): PanelScript => ({
    setting,
    light: "day",
    shot: "long",
    actors: [{ identity, action: "walking", emotion: "calm", plane: "near" }],
    lines: [],
  });
  const tie = (number: number): Tie => ({ panel: number, to: number - 1, by: "event" });
  const script = (panels: readonly PanelScript[], ties: readonly Tie[]): PageScript =>
    pageScript("page", "en", {
      title: "A page",
      plot: "none",
      roles: { A: "bear", B: "fox", C: "dog", X: "cat" },
      item: "pie",
      panels,
      ties,
    });
  const [home, sea, wood, end] = [
    panel("kitchen", "bear"),
    panel("beach", "bear"),
    panel("forest", "fox"),
    panel("forest", "fox"),
  ];

  it("counts the ties that an exchange breaks", () => {
    const told = script([home, sea, wood, end], [tie(2), tie(4)]);
    expect(tiesBroken(told, 2, 3)).toBe(2);
    expect(tiesBroken(told, 1, 2)).toBe(1);
    expect(tiesBroken(script([home, sea, wood, end], []), 2, 3)).toBe(0);
  });

  it("weighs what panels share with their own and with the other's neighbours, with opposite signs when swapped", () => {
    expect(sharedMore(script([home, sea, wood, end], []), 2, 3)).toBe(3);
    expect(sharedMore(script([home, wood, sea, end], []), 2, 3)).toBe(-3);
  });

  it("sees panels that show the same", () => {
    const told = script([home, sea, wood, end], []);
    expect(showTheSame(told, 3, 4)).toBe(true);
    expect(showTheSame(told, 2, 3)).toBe(false);
  });
});
