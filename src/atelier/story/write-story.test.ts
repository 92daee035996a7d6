import { describe, expect, it } from "vitest";
import { seeded } from "../../random.ts";
import { layOutPage } from "../layout/page-layout.ts";
import { roomOf } from "../layout/room.ts";
import { ACTIONS, EMOTIONS, IDENTITIES, SETTINGS } from "../vocabulary.ts";
import type { Beat } from "./beat.ts";
import { EPISODES } from "./episodes/index.ts";
import { ALONE, TOGETHER } from "./interludes.ts";
import { planScenes } from "./plot-plan.ts";
import { PLOTS } from "./plots/index.ts";
import type { PanelScript, Room, Story } from "./script.ts";
import { writeStory } from "./write-story.ts";

const PAGES = 120;
const WIDE: Room = { figures: 4, lines: 3, letters: 46, narration: true, low: false };

const told = Array.from({ length: PAGES }, (_, index): Story => {
  const random = seeded(`story ${index}`);
  const layout = layOutPage({ width: 1000, height: 1414 }, random.fork("layout"));
  const rooms = layout.panels.map((plan) => roomOf(plan, layout.unit));
  return writeStory(rooms, random.fork("story"));
});
const panels = told.flatMap((story) => story.panels);
const actors = panels.flatMap((panel) => panel.actors);
const lines = panels.flatMap((panel) => panel.lines);

/** Share of each key, 0-1. */
function shares(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1 / keys.length);
  return counts;
}

/** Mean over pages of what `count` finds on one. */
const perPage = (count: (page: readonly PanelScript[]) => number): number =>
  told.reduce((sum, story) => sum + count(story.panels), 0) / PAGES;

const allBeats: readonly Beat[] = [
  ...PLOTS.flatMap(({ opening, ending }) => [...opening, ...ending]),
  ...EPISODES.flatMap(({ beats }) => beats),
  ...ALONE,
  ...TOGETHER,
];

describe("the repertoire", () => {
  it("has more than 400 templates of lines, none of them twice in a beat", () => {
    const templates = allBeats.flatMap((beat) => beat.lines.flatMap(({ say }) => say));
    expect(new Set(templates).size).toBeGreaterThan(400);
    for (const { lines: cues } of allBeats) {
      for (const { say } of cues) expect(new Set(say).size).toBe(say.length);
    }
  });

  it("gives lines only to those who are there", () => {
    for (const beat of allBeats) {
      const roles = beat.actors.map(({ role }) => role);
      for (const { by } of beat.lines) expect(roles).toContain(by);
    }
  });

  it.each(PLOTS.map((plot, index) => [index, plot] as const))("plot %i fills 4 to 20 panels", (_, plot) => {
    for (let count = 4; count <= 20; count++) {
      const scenes = planScenes(plot, count, seeded(count));
      expect(scenes.reduce((sum, { beats }) => sum + beats.length, 0)).toBe(count);
    }
  });
});

describe("writeStory", () => {
  it("tells the same story for the same seed, another one for another", () => {
    const rooms = Array.from({ length: 12 }, () => WIDE);
    expect(writeStory(rooms, seeded("a"))).toEqual(writeStory(rooms, seeded("a")));
    expect(writeStory(rooms, seeded("a"))).not.toEqual(writeStory(rooms, seeded("b")));
  });

  it("keeps to the rooms", () => {
    const narrow: Room = { figures: 1, lines: 1, letters: 30, narration: false, low: true };
    const { panels: told } = writeStory(
      Array.from({ length: 9 }, () => narrow),
      seeded("narrow"),
    );
    for (const panel of told) {
      expect(panel.actors).toHaveLength(1);
      expect(panel.lines.length).toBeLessThanOrEqual(1);
      expect(panel.narration).toBeUndefined();
    }
  });

  it("shows each identity once in a panel, and speakers only where they are", () => {
    for (const panel of panels) {
      const present = panel.actors.map(({ identity }) => identity);
      expect(new Set(present).size).toBe(present.length);
      for (const { by } of panel.lines) expect(present).toContain(by);
    }
  });

  it("fills every slot and keeps lines short", () => {
    for (const { text } of lines) {
      expect(text).not.toMatch(/[{}]|undefined/);
      expect(text.length).toBeLessThanOrEqual(52);
    }
    expect(lines.filter(({ text }) => text.length > 45).length).toBeLessThan(lines.length * 0.01);
    expect(shares(lines.map(({ text }) => text)).size).toBeGreaterThan(lines.length * 0.5);
  });

  it("spreads actions, emotions, identities and settings", () => {
    const actions = shares(actors.map(({ action }) => action));
    for (const action of ACTIONS) {
      expect(actions.get(action) ?? 0, action).toBeGreaterThan(0.03);
      expect(actions.get(action) ?? 0, action).toBeLessThan(0.25);
    }
    const emotions = shares(actors.map(({ emotion }) => emotion));
    for (const emotion of EMOTIONS) expect(emotions.get(emotion) ?? 0, emotion).toBeGreaterThan(0.04);
    const identities = shares(actors.map(({ identity }) => identity));
    for (const identity of IDENTITIES) expect(identities.get(identity) ?? 0, identity).toBeGreaterThan(0.06);
    const settings = shares(panels.map(({ setting }) => setting));
    for (const setting of SETTINGS) expect(settings.get(setting) ?? 0, setting).toBeGreaterThan(0.07);
  });

  it("has enough of everything on a page", () => {
    expect(actors.length / panels.length).toBeGreaterThan(1.6);
    expect(actors.length / panels.length).toBeLessThan(2.2);
    expect(panels.filter((panel) => panel.lines.length > 0).length / panels.length).toBeGreaterThan(0.6);
    expect(perPage(depthPairs)).toBeGreaterThan(6);
    expect(perPage(dialogueWindows)).toBeGreaterThan(6);
    expect(
      perPage(
        (page) => new Set(page.flatMap(({ actors: here }) => here.map(({ identity }) => identity))).size,
      ),
    ).toBeGreaterThan(3);
  });

  it("brings characters back between once and ten times and more", () => {
    const appearances = told.flatMap(({ panels: page }) => [
      ...new Map(
        IDENTITIES.map((identity): [string, number] => [
          identity,
          page.filter((panel) => panel.actors.some((actor) => actor.identity === identity)).length,
        ]),
      ).values(),
    ]);
    for (let times = 1; times <= 10; times++) expect(appearances).toContain(times);
  });
});

/** Pairs of actors of one panel in different planes. */
function depthPairs(page: readonly PanelScript[]): number {
  return page.reduce((sum, { actors: here }) => {
    const pairs = here.flatMap((a, index) => here.slice(index + 1).filter((b) => a.plane !== b.plane));
    return sum + pairs.length;
  }, 0);
}

/** Runs of two or three panels with three to five lines together. */
function dialogueWindows(page: readonly PanelScript[]): number {
  const windows = [2, 3].flatMap((length) => page.map((_, start) => page.slice(start, start + length)));
  return windows.filter((window) => {
    const said = window.reduce((sum, panel) => sum + panel.lines.length, 0);
    return window.length >= 2 && said >= 3 && said <= 5;
  }).length;
}
