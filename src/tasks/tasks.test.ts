/** What each task promises beyond the contract. */
import { describe, expect, it } from "vitest";
import { viewPage } from "../comics/index.ts";
import { areaOf, heightOf, widthOf } from "../geometry/index.ts";
import { seeded } from "../random.ts";
import type { Page } from "../records/index.ts";
import { samplePage } from "./fixtures/sample-page.ts";
import { panelForms, type QuestionDraft, taskOf } from "./index.ts";

const page = samplePage();
const draftsOf = (
  id: Parameters<typeof taskOf>[0],
  from: Page = page,
  seed = "1",
): readonly QuestionDraft[] => taskOf(id).drafts(viewPage(from), seeded(seed));

const textOf = (draft: QuestionDraft): string =>
  draft.prompt.flatMap((part) => (part.type === "text" ? [part.text] : [])).join("\n");

describe("panel-understanding", () => {
  const drafts = draftsOf("panel-understanding");

  it("has at least 15 question forms, most of them on one rich page", () => {
    expect(panelForms.length).toBeGreaterThanOrEqual(15);
    expect(new Set(panelForms.map(({ id }) => id)).size).toBe(panelForms.length);
    expect(new Set(drafts.map(({ form }) => form)).size).toBeGreaterThanOrEqual(15);
  });

  it("marks nothing and names the panel by a phrase that stands in the question", () => {
    for (const draft of drafts) {
      expect(draft.marks).toEqual([]);
      expect(textOf(draft)).toContain(draft.phrase?.text);
      expect(textOf(draft)).not.toContain("{panel}");
    }
  });

  it("inserts a phrase literally, whatever is in the text before it", () => {
    const odd = structuredClone(page);
    const balloons = odd.balloons.map((balloon) => ({ ...balloon, text: `$& {panel} ${balloon.id}` }));
    for (const draft of draftsOf("panel-understanding", { ...odd, balloons })) {
      if (draft.form === "who-says") expect(textOf(draft)).toContain("$& ");
    }
  });

  it("does not count characters where the truth is not exhaustive", () => {
    const characters = page.characters.map(({ visible: _, ...rest }) => rest);
    const forms = draftsOf("panel-understanding", { ...page, characters }).map(({ form }) => form);
    expect(forms).not.toContain("how-many-characters");
    expect(drafts.map(({ form }) => form)).toContain("how-many-characters");
  });
});

describe("action-recognition", () => {
  it("never takes a label that is also true as wrong", () => {
    for (const { answer, entities } of draftsOf("action-recognition")) {
      const character = page.characters.find(({ box }) => box === entities[0]);
      expect(answer).toMatchObject({ right: character?.action, alsoRight: character?.actionAlso });
    }
  });
  it("does not ask about figures that are hidden or tiny", () => {
    const hidden = page.characters.map((character) => ({ ...character, visible: 0.2 }));
    expect(draftsOf("action-recognition", { ...page, characters: hidden })).toEqual([]);
  });
});

describe("depth-comparison", () => {
  it("knows the nearer one, in both forms", () => {
    const seen = new Set<string>();
    for (const seed of ["1", "2", "3"]) {
      for (const draft of draftsOf("depth-comparison", page, seed)) {
        const [first, second] = draft.marks.map(
          ({ box }) => page.characters.find((c) => c.box === box)?.interdepth,
        );
        const nearer = (first ?? 0) < (second ?? 0) ? "Character 1" : "Character 2";
        const farther = nearer === "Character 1" ? "Character 2" : "Character 1";
        expect(draft.answer).toMatchObject({ right: draft.form === "nearer" ? nearer : farther });
        seen.add(`${draft.form} ${draft.answer.type === "fixed" ? draft.answer.right : ""}`);
      }
    }
    expect(seen.size).toBe(4);
  });
  it("drops ties and missing values", () => {
    const ties = page.characters.map((character) => ({ ...character, interdepth: 1 }));
    expect(draftsOf("depth-comparison", { ...page, characters: ties })).toEqual([]);
  });
});

describe("dialog-reordering", () => {
  const drafts = draftsOf("dialog-reordering");

  it("has exactly one candidate that restores the order of the page", () => {
    for (const draft of drafts) {
      const listed = [...textOf(draft).matchAll(/\(\d\) "(.*)"/g)].map((match) => match[1]);
      const read = (order: string) => order.split(", ").map((place) => listed[Number(place) - 1]);
      const gold = draft.annotations.map((id) => page.balloons.find((balloon) => balloon.id === id)?.text);
      if (draft.answer.type !== "fixed") throw new Error("expected fixed choices");
      expect(read(draft.answer.right)).toEqual(gold);
      expect(read(draft.answer.wrong[0] ?? "")).not.toEqual(gold);
      expect(listed).not.toEqual(gold);
    }
  });

  it("exchanges two balloons of one panel, neither of them a question, in either direction of the numbers", () => {
    const ascending = new Set<boolean>();
    for (const seed of ["1", "2", "3", "4"]) {
      for (const { answer, annotations } of draftsOf("dialog-reordering", page, seed)) {
        if (answer.type !== "fixed") throw new Error("expected fixed choices");
        const [right, wrong] = [answer.right, answer.wrong[0] ?? ""].map((order) => order.split(", "));
        const moved = annotations.filter((_, place) => right?.[place] !== wrong?.[place]);
        const balloons = page.balloons.filter(({ id }) => moved.includes(id));
        expect(balloons).toHaveLength(2);
        expect(new Set(balloons.map(({ panel }) => panel)).size).toBe(1);
        for (const { text } of balloons) expect(text).not.toContain("?");
        ascending.add(answer.right < (answer.wrong[0] ?? ""));
      }
    }
    expect(ascending).toEqual(new Set([true, false]));
  });

  it("exchanges across panels where each holds one balloon", () => {
    const firsts = page.balloons.filter(({ order }) => order === 1);
    for (const { answer } of draftsOf("dialog-reordering", { ...page, balloons: firsts })) {
      if (answer.type !== "fixed") throw new Error("expected fixed choices");
      expect(answer.right.split(", ").toSorted()).toEqual(answer.wrong[0]?.split(", ").toSorted());
    }
    expect(draftsOf("dialog-reordering", { ...page, balloons: firsts }).length).toBeGreaterThan(0);
  });

  it("does not ask where every other line is a question", () => {
    const balloons = page.balloons.map((balloon) => ({ ...balloon, text: `${balloon.text}?` }));
    expect(draftsOf("dialog-reordering", { ...page, balloons })).toEqual([]);
  });

  it("does not ask where the order inside a panel is not annotated", () => {
    const balloons = page.balloons.map(({ order: _, ...rest }) => rest);
    expect(draftsOf("dialog-reordering", { ...page, balloons })).toEqual([]);
  });

  it("does not ask where two balloons say the same", () => {
    const balloons = page.balloons.map((balloon) => ({ ...balloon, text: "Yes!" }));
    expect(draftsOf("dialog-reordering", { ...page, balloons })).toEqual([]);
  });
});

describe("panel-reordering", () => {
  const drafts = draftsOf("panel-reordering");

  it("covers both candidates and asks in both forms", () => {
    for (const draft of drafts) {
      expect(draft.marks.map(({ style }) => style)).toEqual(["cover", "cover"]);
      expect(new Set(draft.marks.map(({ box }) => box.join())).size).toBe(2);
    }
    expect(new Set(drafts.map(({ form }) => form))).toEqual(new Set(["fill-blank", "which-slot"]));
  });

  it("does not ask about panels that could change places, as far as settings are known", () => {
    const alike: Page = {
      ...page,
      panels: page.panels.map((panel) => ({ ...panel, setting: "a kitchen", time: "day" })),
      characters: [],
      objects: [],
    };
    expect(draftsOf("panel-reordering", alike)).toEqual([]);
    const panels = page.panels.map(({ setting: _, time: __, ...panel }) => panel);
    expect(draftsOf("panel-reordering", { ...alike, panels }).length).toBeGreaterThan(0);
  });

  it("does not ask where neighbours speak for the wrong places", () => {
    const scenes = ["a sea", "a wood", "a sea", "a wood"];
    const panels = [...page.panels]
      .sort((a, b) => (a.order ?? 0) - (b.order ?? 0))
      .slice(0, 4)
      .map(({ time: _, ...panel }, index) => ({ ...panel, setting: scenes[index] }));
    const bare: Page = { ...page, panels, characters: [], faces: [], balloons: [], texts: [], objects: [] };
    const middle = [panels[1]?.id, panels[2]?.id];
    const asked = draftsOf("panel-reordering", bare).map(({ annotations }) => annotations);
    expect(asked).not.toContainEqual(middle);
  });

  it("gives all cut-outs of a question one size and shape", () => {
    for (const draft of drafts) {
      const crops = draft.prompt.flatMap((part) => (part.type === "crop" ? [part] : []));
      const [first] = crops;
      for (const crop of crops) {
        expect([crop.width, crop.height]).toEqual([first?.width, first?.height]);
        expect(widthOf(crop.box) / heightOf(crop.box)).toBeCloseTo(crop.width / crop.height, 1);
        expect(areaOf(crop.box)).toBeGreaterThan(0);
      }
    }
  });

  it("needs a third panel: two alone have no sequence to fit into", () => {
    expect(draftsOf("panel-reordering", samplePage("two", 2))).toEqual([]);
  });
});

describe("character-identification", () => {
  it("asks same and different equally often, about two panels", () => {
    const drafts = draftsOf("character-identification");
    const same = drafts.filter(({ answerClass }) => answerClass === "same");
    expect(same.length * 2).toBe(drafts.length);
    for (const draft of drafts) {
      const [a, b] = draft.annotations.map((id) => page.characters.find((character) => character.id === id));
      expect(a?.panel).not.toBe(b?.panel);
      expect(a?.name === b?.name).toBe(draft.answerClass === "same");
    }
  });
});

describe("character-counting", () => {
  it("counts every appearance, the marked one included", () => {
    for (const draft of draftsOf("character-counting")) {
      const marked = page.characters.find(({ id }) => id === draft.subject);
      const count = page.characters.filter(({ name }) => name === marked?.name).length;
      expect(draft.answer).toEqual({ type: "number", value: count });
      expect(draft.expectedZooms).toBe(page.panels.length);
    }
  });
  it("does not ask where an appearance cannot be judged, or somebody has no name", () => {
    const [first, ...rest] = page.characters;
    if (first === undefined) throw new Error("expected characters");
    const hidden = draftsOf("character-counting", {
      ...page,
      characters: [{ ...first, visible: 0.1 }, ...rest],
    });
    expect(hidden).toHaveLength(2);
    const { name: _, ...nameless } = first;
    expect(draftsOf("character-counting", { ...page, characters: [nameless, ...rest] })).toEqual([]);
  });
});
