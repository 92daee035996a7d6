/** What every task owes: drafts that are sound, answerable, and the same for the same seed. */
import { describe, expect, it } from "vitest";
import { pageFaults, viewPage } from "../comics/index.ts";
import { isInside } from "../geometry/index.ts";
import { graders } from "../grading/index.ts";
import { seeded } from "../random.ts";
import { type Page, TASK_IDS } from "../records/index.ts";
import { samplePage } from "./fixtures/sample-page.ts";
import { LABELS, type QuestionDraft, type Task, taskOf, tasks } from "./index.ts";

const page = samplePage();

function draftsOf(task: Task, from: Page = page, seed = "1"): readonly QuestionDraft[] {
  return task.drafts(viewPage(from), seeded(seed));
}

/** The page without one kind of label. */
function without(label: (typeof LABELS)[number]): Page {
  const drop = <T extends object>(items: readonly T[], ...keys: readonly string[]): readonly T[] =>
    items.map((item) => Object.fromEntries(Object.entries(item).filter(([key]) => !keys.includes(key))) as T);
  switch (label) {
    case "panels":
      return { ...page, panels: [], characters: [], balloons: [], texts: [], objects: [] };
    case "characters":
      return { ...page, characters: [], balloons: drop(page.balloons, "speaker"), objects: [] };
    case "identity":
      return { ...page, characters: drop(page.characters, "name") };
    case "action":
      return { ...page, characters: drop(page.characters, "action", "actionAlso") };
    case "depth":
      return { ...page, characters: drop(page.characters, "interdepth") };
    case "balloons":
      return { ...page, balloons: [] };
    case "text":
      return { ...page, balloons: drop(page.balloons, "text") };
    case "speaker":
      return { ...page, balloons: drop(page.balloons, "speaker") };
    case "objects":
      return { ...page, objects: [] };
  }
}

it("the sample page is sound", () => {
  expect(pageFaults(page)).toEqual([]);
});

it("there is a task for every id, in the order of Table 2, with the paper's counts", () => {
  expect(tasks.map(({ id }) => id)).toEqual(TASK_IDS);
  const sum = (key: "questions" | "test") => tasks.reduce((total, { paper }) => total + paper[key], 0);
  expect(sum("questions")).toBe(16_264);
  expect(sum("test")).toBe(825);
});

describe.each(tasks.map((task) => [task.id, taskOf(task.id)] as const))("%s", (_, task) => {
  const drafts = draftsOf(task);

  it("asks something on a page with every label", () => {
    expect(drafts.length).toBeGreaterThan(2);
  });

  it("asks the same for the same seed", () => {
    expect(draftsOf(task)).toEqual(drafts);
  });

  it("asks nothing when a label that it needs is missing, and does not fail", () => {
    for (const label of LABELS) {
      const found = draftsOf(task, without(label));
      if (task.needs.includes(label)) expect(found, `without ${label}`).toEqual([]);
    }
  });

  it("asks nothing on an empty page", () => {
    expect(draftsOf(task, without("panels"))).toEqual([]);
  });

  it("keeps marks, targets and cut-outs inside the page", () => {
    const boxes = drafts.flatMap((draft) => [
      ...draft.marks.map(({ box }) => box),
      ...draft.panels,
      ...draft.entities,
      ...draft.zoom,
      ...draft.prompt.flatMap((part) => (part.type === "crop" ? [part.box] : [])),
    ]);
    for (const box of boxes) expect(isInside(box, page.image)).toBe(true);
  });

  it("shows the page and asks in words", () => {
    for (const { prompt } of drafts) {
      expect(prompt.filter(({ type }) => type === "page")).toHaveLength(1);
      expect(prompt.at(-1)?.type).toBe("text");
    }
  });

  it("has an answer of its kind, and wrong choices that differ from it", () => {
    for (const { answer } of drafts) {
      if (task.answer !== "choice") {
        expect(answer.type).toBe(task.answer);
      } else if (answer.type === "fixed") {
        expect(new Set([answer.right, ...answer.wrong]).size).toBe(task.choices);
      } else {
        expect(answer).toMatchObject({ type: "labels", wrongCount: (task.choices ?? 0) - 1 });
      }
    }
  });

  it("rests on annotations that exist, and names a grader that exists", () => {
    const ids = new Set(
      [page.panels, page.characters, page.faces, page.balloons, page.texts, page.objects]
        .flat()
        .map(({ id }) => id),
    );
    for (const { annotations } of drafts) {
      expect(annotations.length).toBeGreaterThan(0);
      for (const id of annotations) expect(ids).toContain(id);
    }
    expect(graders.map(({ id }) => id)).toContain(task.grader);
  });

  it("expects zooms exactly where it has targets, and a tool with them", () => {
    for (const { zoom, expectedZooms, tool } of drafts) {
      expect(expectedZooms).toBe(zoom.length);
      expect(tool).toBe(zoom.length > 0 ? "zoom" : "none");
    }
  });
});
