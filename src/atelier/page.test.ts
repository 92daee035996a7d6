import { describe, expect, it } from "vitest";
import { orderPanels, pageFaults } from "../comics/index.ts";
import { areaOf, coverage, overlapArea } from "../geometry/index.ts";
import { type Page, PageSchema } from "../records/index.ts";
import { CAST } from "./figure/cast.ts";
import { DEFAULT_PAGE_SIZE, drawPage } from "./page.ts";
import { ACTIONS } from "./vocabulary.ts";

/** With a picture's name, as the store would complete it. */
function complete(drawn: Omit<Page, "image">): Page {
  const image = { file: `images/${"0".repeat(64)}.png`, ...DEFAULT_PAGE_SIZE, phash: "0".repeat(64) };
  return PageSchema.parse({ ...drawn, image });
}

const drawings = [0, 1, 2, 3].map((index) => drawPage({ seed: "test", index }));
const pages = drawings.map(({ page }) => complete(page));
const NAMES = Object.values(CAST).map(({ name }) => name);

describe("drawPage", () => {
  it("draws the same bytes for the same order, and another page for another index or seed", () => {
    const [first] = drawings;
    const again = drawPage({ seed: "test", index: 0 });
    expect(again.page).toEqual(first?.page);
    expect(Buffer.compare(again.picture.data, first?.picture.data ?? new Uint8Array())).toBe(0);
    expect(drawings[1]?.page.panels).not.toEqual(first?.page.panels);
    expect(drawPage({ seed: "other", index: 0 }).page.panels).not.toEqual(first?.page.panels);
  });

  it("names its pages and sets them free", () => {
    expect(pages.map(({ id }) => id)).toEqual([
      "drawn-test-0001",
      "drawn-test-0002",
      "drawn-test-0003",
      "drawn-test-0004",
    ]);
    for (const page of pages) {
      expect(page).toMatchObject({
        dataset: "benday atelier",
        language: "en",
        direction: "ltr",
        story: page.id,
      });
      expect(page.licence.name).toBe("CC0-1.0");
    }
    expect(drawPage({ seed: "a b/ü", index: 0, size: { width: 600, height: 849 } }).page.id).toBe(
      "drawn-a%20b%2F%C3%BC-0001",
    );
  });

  it("tells French stories with as many panels and such people as ordered", () => {
    const cast = ["bear", "fox", "girl", "cook"] as const;
    const panels = { least: 5, most: 6 };
    const size = { width: 700, height: 990 };
    const { page, script } = drawPage({ seed: "ordered", index: 0, language: "fr", panels, cast, size });
    expect(page.language).toBe("fr");
    expect([5, 6]).toContain(page.panels.length);
    expect(script).toMatchObject({ kind: "page-script", id: page.id, language: "fr" });
    expect(script.panels).toHaveLength(page.panels.length);
    const said = new Set(script.panels.flatMap((panel) => panel.lines.map(({ text }) => text)));
    for (const { text, kind } of page.balloons) if (kind !== "caption") expect(said).toContain(text);
    const names = cast.map((identity) => CAST[identity].name);
    for (const { name } of page.characters) expect(names).toContain(name);
  });

  it("writes records without contradictions", () => {
    for (const page of pages) expect(pageFaults(page)).toEqual([]);
  });

  it("annotates the reading order that geometry tells", () => {
    for (const page of pages) {
      const { order } = orderPanels(page.panels, { direction: "ltr", size: DEFAULT_PAGE_SIZE });
      expect(order).toEqual(page.panels.map(({ id }) => id));
      expect(page.panels.map((panel) => panel.order)).toEqual(page.panels.map((_, index) => index + 1));
    }
  });

  it("tells of every figure who it is, and of the clear ones what they do", () => {
    for (const { characters } of pages) {
      for (const { name = "", action, actionAlso = [], visible = -1, box } of characters) {
        expect(NAMES).toContain(name);
        expect(visible).toBeGreaterThan(0);
        expect(visible).toBeLessThanOrEqual(1);
        if (action === undefined) continue;
        expect(ACTIONS).toContain(action);
        expect(actionAlso).not.toContain(action);
        expect(visible).toBeGreaterThanOrEqual(0.35);
        expect(areaOf(box)).toBeGreaterThan(24 * 24);
      }
      expect(characters.filter(({ action }) => action !== undefined).length).toBeGreaterThan(8);
    }
  });

  it("keeps faces on their figures and letters off faces", () => {
    for (const { faces, characters, texts } of pages) {
      expect(faces.length).toBeGreaterThan(characters.length * 0.8);
      for (const face of faces) {
        const owner = characters.find(({ id }) => id === face.character);
        expect(owner === undefined ? 0 : coverage(face.box, owner.box)).toBe(1);
        for (const { box, kind, panel } of texts) {
          if (kind === "dialogue" && panel === face.panel) expect(overlapArea(box, face.box)).toBe(0);
        }
      }
    }
  });

  it("names the speaker of every balloon, in the panel where it is", () => {
    for (const { balloons, characters, texts } of pages) {
      for (const balloon of balloons.filter(({ kind }) => kind !== "caption")) {
        const speaker = characters.find(({ id }) => id === balloon.speaker);
        expect(speaker?.panel).toBe(balloon.panel);
        expect(speaker?.name).toBe(balloon.speakerName);
        const text = texts.find((item) => item.balloon === balloon.id);
        expect(text?.text).toBe(balloon.text);
        expect(text === undefined ? 0 : coverage(text.box, balloon.box)).toBe(1);
      }
    }
  });

  it("counts depth from 0 in every panel", () => {
    for (const { panels, characters } of pages) {
      for (const { id } of panels) {
        const depths = characters
          .filter(({ panel }) => panel === id)
          .map(({ interdepth }) => interdepth ?? -1);
        const planes = [...new Set(depths)].toSorted();
        expect(planes).toEqual(planes.map((_, index) => index));
      }
    }
  });

  it("says what stands in the way of an order", () => {
    expect(() => drawPage({ seed: "", index: 0 })).toThrow("expected a seed of 1-150 characters");
    expect(() => drawPage({ seed: "a", index: -1 })).toThrow("expected an index of at least 0, got -1");
    expect(() => drawPage({ seed: "a", index: 0, size: { width: 300, height: 400 } })).toThrow("300 x 400");
  });
});
