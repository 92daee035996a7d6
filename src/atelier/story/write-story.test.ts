import { describe, expect, it } from "vitest";
import { seeded } from "../../random.ts";
import { layOutPage } from "../layout/page-layout.ts";
import { roomOf } from "../layout/room.ts";
import { outlineOf, type Typeface } from "../lettering/typeface.ts";
import { ACTIONS, CONDITIONS, EMOTIONS, IDENTITIES, PROPS, SETTINGS } from "../vocabulary.ts";
import { TOPICS } from "./asides/index.ts";
import type { Beat, LineCue } from "./beat.ts";
import { EPISODES } from "./episodes/index.ts";
import { formatPageScript, pageScript, type Story } from "./page-script.ts";
import { planScenes } from "./plot-plan.ts";
import { PLOTS } from "./plots/index.ts";
import type { PanelScript, Room } from "./script.ts";
import { LANGUAGES, type Text } from "./text.ts";
import { writeStory } from "./write-story.ts";

const PAGES = 300;
const WIDE: Room = { figures: 4, lines: 3, letters: 46, narration: true, low: false };
const COUNTS = Array.from({ length: 17 }, (_, index) => index + 4);
const wideRooms = (count: number): readonly Room[] => Array.from({ length: count }, () => WIDE);

const told = Array.from({ length: PAGES }, (_, index): Story => {
  const random = seeded(`story ${index}`);
  const layout = layOutPage({ width: 1000, height: 1414 }, random.fork("layout"));
  const rooms = layout.panels.map((plan) => roomOf(plan, layout.unit));
  return writeStory(rooms, random.fork("story"), { language: index % 2 === 0 ? "en" : "fr" });
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
];
/** Everything that may be said in a beat. */
const cuesOf = ({ lines: cues, or = [], eitherOrder = [] }: Beat): readonly LineCue[] => [
  ...cues,
  ...or.flat(),
  ...eitherOrder.flat(),
];
const allTexts: readonly Text[] = [
  ...PLOTS.flatMap(({ titles }) => titles),
  ...EPISODES.map(({ memory }) => memory),
  ...TOPICS.flatMap(({ remarks }) => remarks),
  ...allBeats.flatMap((beat) => [
    ...cuesOf(beat).flatMap(({ say }) => say),
    ...(beat.tells ?? []),
    ...(beat.sounds ?? []),
  ]),
];

describe("the repertoire", () => {
  it("has at least 15 plots with names of their own and 12 episodes", () => {
    expect(new Set(PLOTS.map(({ name }) => name)).size).toBeGreaterThanOrEqual(15);
    expect(EPISODES.length).toBeGreaterThanOrEqual(12);
  });

  it("says nothing twice in a plot, but for what is said on purpose", () => {
    const said = PLOTS.map(({ opening, ending }) =>
      [...opening, ...ending].flatMap((beat) => cuesOf(beat).flatMap(({ say }) => say.map(({ en }) => en))),
    );
    for (const texts of said) expect(texts.length - new Set(texts).size).toBeLessThanOrEqual(1);
    expect(new Set(said.flat()).size).toBeGreaterThan(1200);
  });

  it("talks of at least 40 things, in four remarks each that make no question and answer", () => {
    expect(TOPICS.length).toBeGreaterThanOrEqual(40);
    const remarks = TOPICS.flatMap((topic) => topic.remarks.map(({ en }) => en));
    expect(new Set(remarks).size).toBe(TOPICS.length * 4);
    for (const remark of remarks) expect(remark).not.toMatch(/\?|^(and|but|so|then|yes|no)\b/i);
  });

  it("gives lines only to those who are there", () => {
    for (const beat of allBeats) {
      const roles = beat.actors.map(({ role }) => role);
      for (const { by } of cuesOf(beat)) expect(roles).toContain(by);
    }
  });

  it("tells every beat of two in many exchanges, most of which stand in any order", () => {
    for (const { lines: cues, or = [], eitherOrder = [] } of allBeats) {
      if (cues.length < 2) continue;
      const texts = eitherOrder.flat().flatMap(({ say }) => say.map(({ en }) => en));
      const pairs = eitherOrder.map((pair) => pair.reduce((count, { say }) => count * say.length, 1));
      const told = JSON.stringify(texts);
      expect(1 + or.length, told).toBeLessThanOrEqual(4);
      expect(
        pairs.reduce((sum, count) => sum + count, 0),
        told,
      ).toBeGreaterThanOrEqual(3);
      expect(new Set(eitherOrder.map((pair) => pair.length)), told).toEqual(new Set([2]));
      for (const text of texts) expect(text).not.toMatch(/\?|^(and|but|so|then|yes|no)\b[^t]/i);
    }
  });

  it("tells the shortest page in four panels", () => {
    for (const { name, opening, ending } of PLOTS) {
      expect(
        [...opening, ...ending].filter(({ key }) => key === true),
        name,
      ).toHaveLength(4);
    }
  });

  it("uses the same people and things in both languages", () => {
    const names = (text: string): readonly string[] =>
      [...new Set([...text.matchAll(/\{([ABCX])[}]/g)].map(([, role]) => role ?? ""))].toSorted();
    const different = allTexts.filter(({ en, fr }) => names(en).length > 0 && names(fr).length === 0);
    expect(different.length).toBeLessThan(allTexts.length * 0.06);
  });

  it("keeps texts short", () => {
    const spoken = allBeats.flatMap((beat) => cuesOf(beat).flatMap(({ say }) => say));
    const long = spoken.flatMap(({ en, fr }) => [en, fr]).filter((text) => bare(text).length > 46);
    expect(long).toEqual([]);
  });

  it("is lettered in glyphs that the typefaces have", () => {
    const letters = new Set(allTexts.flatMap(({ en, fr }) => [...`${en}${fr}’\u00a0`.toUpperCase()]));
    const faces: readonly Typeface[] = ["dialogue", "shout", "sound"];
    for (const face of faces) {
      const missing = outlineOf(face, "\u202f").path;
      for (const letter of letters) {
        if (letter.trim() !== "") expect(outlineOf(face, letter).path, letter).not.toBe(missing);
      }
    }
  });
});

describe.each(PLOTS.map((plot) => [plot.name, plot] as const))("plot %s", (_, plot) => {
  it("fills 4 to 20 panels", () => {
    for (const count of COUNTS) {
      const scenes = planScenes(plot, count, seeded(count));
      expect(scenes.reduce((sum, { beats }) => sum + beats.length, 0)).toBe(count);
    }
  });

  it.each(LANGUAGES)("can be told in %s without saying anything twice", (language) => {
    for (const count of COUNTS) {
      const { panels: page } = writeStory(wideRooms(count), seeded(`${language}${count}`), {
        plot,
        language,
      });
      const said = page.flatMap((panel) => panel.lines.map(({ text }) => text));
      expect(page).toHaveLength(count);
      expect(said.filter((text, index) => said.indexOf(text) !== index)).toEqual([]);
    }
  });

  it("lets nobody hold the plot's thing but the one who has it", () => {
    for (const count of COUNTS) {
      const { panels: page, ties, item } = writeStory(wideRooms(count), seeded(`item ${count}`), { plot });
      for (const { actors: here, thing } of page) {
        const hands = here.filter(({ holds }) => holds === item).length;
        expect(hands + (thing === item ? 1 : 0)).toBeLessThanOrEqual(1);
      }
      const tied = new Set(ties.map(({ panel }) => panel));
      // Small talk leads to nothing that comes after it.
      expect((tied.size + 1) / count).toBeGreaterThanOrEqual(0.8);
    }
  });
});

describe("writeStory", () => {
  it("keeps a lost thing out of all hands until it is found with the one who has it", () => {
    const plot = PLOTS.find(({ name }) => name === "lost");
    for (const count of COUNTS) {
      const { panels: page, roles, item } = writeStory(wideRooms(count), seeded(`lost ${count}`), { plot });
      const holders = page.flatMap(({ actors: here }) => here.filter(({ holds }) => holds === item));
      expect(holders[0]?.identity).toBe(roles.C);
      expect(holders.at(-1)?.identity).toBe(roles.A);
    }
  });

  it("tells the same story for the same seed, another one for another", () => {
    expect(writeStory(wideRooms(12), seeded("a"))).toEqual(writeStory(wideRooms(12), seeded("a")));
    expect(writeStory(wideRooms(12), seeded("a"))).not.toEqual(writeStory(wideRooms(12), seeded("b")));
  });

  it("takes its people from the cast", () => {
    const cast = ["bear", "fox", "girl", "cook"] as const;
    const { panels: page } = writeStory(wideRooms(20), seeded("cast"), { cast });
    for (const { actors: here } of page) for (const { identity } of here) expect(cast).toContain(identity);
    expect(() => writeStory(wideRooms(4), seeded(1), { cast: ["bear"] })).toThrow("at least 4, got 1");
  });

  it("keeps to the rooms", () => {
    const narrow: Room = { figures: 1, lines: 1, letters: 30, narration: false, low: true };
    const { panels: page } = writeStory(
      Array.from({ length: 9 }, () => narrow),
      seeded("narrow"),
    );
    for (const panel of page) {
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
      expect(text.length).toBeLessThanOrEqual(60);
    }
    expect(lines.filter(({ text }) => text.length > 46).length).toBeLessThan(lines.length * 0.02);
    expect(shares(lines.map(({ text }) => text)).size).toBeGreaterThan(lines.length * 0.3);
  });

  it("keeps the narrator's clock going forward and dusk from turning back into day", () => {
    for (const { panels: page } of told) {
      const lights = page.map(({ light }) => ["day", "dusk", "night"].indexOf(light));
      expect(lights).toEqual(lights.toSorted((a, b) => a - b));
    }
  });

  it("ties nearly every panel to the one before it, by more than one thing as a rule", () => {
    const followers = told.flatMap(({ panels: page, ties }) =>
      page.slice(1).map((_, index) => ties.filter(({ panel }) => panel === index + 2).length),
    );
    expect(followers.filter((count) => count > 0).length / followers.length).toBeGreaterThan(0.93);
    expect(followers.filter((count) => count > 1).length / followers.length).toBeGreaterThan(0.6);
    for (const { ties } of told) for (const { panel, to } of ties) expect(to).toBeLessThan(panel);
  });

  it("spreads actions, emotions, identities, settings, things and plots", () => {
    const expectShares = (keys: readonly string[], of: readonly string[], least: number, most: number) => {
      const found = shares(keys);
      for (const key of of) {
        expect(found.get(key) ?? 0, key).toBeGreaterThan(least / of.length);
        expect(found.get(key) ?? 0, key).toBeLessThan(most / of.length);
      }
    };
    expectShares(
      actors.map(({ action }) => action),
      ACTIONS,
      0.2,
      4,
    );
    expectShares(
      actors.map(({ emotion }) => emotion),
      EMOTIONS,
      0.35,
      3,
    );
    expectShares(
      actors.map(({ identity }) => identity),
      IDENTITIES,
      0.5,
      2,
    );
    expectShares(
      panels.map(({ setting }) => setting),
      SETTINGS,
      0.3,
      2.5,
    );
    const held = actors.flatMap(({ holds }) => (holds === undefined ? [] : [holds]));
    expectShares(held, PROPS, 0.1, 4);
    expectShares(
      told.map(({ plot }) => plot),
      PLOTS.map(({ name }) => name),
      0.3,
      2.2,
    );
  });

  it("has enough of everything on a page", () => {
    expect(actors.length / panels.length).toBeGreaterThan(1.6);
    expect(actors.length / panels.length).toBeLessThan(2.4);
    expect(panels.filter((panel) => panel.lines.length > 0).length / panels.length).toBeGreaterThan(0.85);
    expect(perPage(depthPairs)).toBeGreaterThan(6);
    expect(perPage(dialogueWindows)).toBeGreaterThan(6);
  });

  it("brings characters back between once and ten times and more", () => {
    const appearances = told.flatMap(({ panels: page }) =>
      IDENTITIES.map(
        (identity) =>
          page.filter((panel) => panel.actors.some((actor) => actor.identity === identity)).length,
      ),
    );
    for (let times = 1; times <= 10; times++) expect(appearances).toContain(times);
  });
});

describe("what a mishap leaves", () => {
  const pages = told.map(({ panels: page }) => page);
  const marked = (page: readonly PanelScript[]) =>
    page.map((panel) => new Map(panel.actors.map((actor) => [actor.identity, actor.conditions ?? []])));

  it("stays with people from the panel after it to the end of the page", () => {
    for (const page of pages) {
      const known = new Map<string, readonly string[]>();
      for (const panel of marked(page)) {
        for (const [identity, conditions] of panel) {
          expect(conditions).toEqual(expect.arrayContaining([...(known.get(identity) ?? [])]));
          known.set(identity, conditions);
        }
      }
    }
  });

  it("bandages only those who fell, and makes wet in water and rain", () => {
    const seen = new Set<string>();
    for (const page of pages) {
      const fallen = new Set<string>();
      for (const panel of page) {
        for (const { identity, conditions = [], action } of panel.actors) {
          if (conditions.includes("bandaged")) expect(fallen).toContain(identity);
          for (const condition of conditions) seen.add(condition);
          if (action === "falling") fallen.add(identity);
        }
      }
    }
    expect(seen).toEqual(new Set(CONDITIONS));
  });
});

describe("small talk", () => {
  /** How often one remark comes before another in a panel, for pairs that occur both ways. */
  it("has no order: a pair of remarks is found either way round", () => {
    const known = new Set(TOPICS.flatMap(({ remarks }) => remarks.map(({ en }) => en)));
    const pairs = Array.from({ length: 1500 }, (_, index) =>
      writeStory(wideRooms(12), seeded(`talk ${index}`)),
    )
      .flatMap((story) => story.panels.map((panel) => panel.lines.map(({ text }) => text)))
      .filter((said) => said.length === 2 && said.every((text) => known.has(text)));
    const counts = shares(pairs.map((said) => said.join("\n")));
    const frequent = [...counts].filter(([, share]) => share * pairs.length >= 8);
    expect(frequent.length).toBeGreaterThan(3);
    for (const [pair] of frequent)
      expect(counts.get(pair.split("\n").toReversed().join("\n")) ?? 0).toBeGreaterThan(0);
  });
});

describe("formatPageScript", () => {
  it("prints one block a panel", () => {
    const script = pageScript("page-1", "en", writeStory(wideRooms(6), seeded("print")));
    const blocks = formatPageScript(script).split("\n\n");
    expect(blocks).toHaveLength(7);
    expect(blocks[0]).toContain("page-1: ");
    expect(blocks[1]).toMatch(/^1\. /);
    expect(blocks[2]).toMatch(/\[.*(event|time|object)/);
  });
});

/** A text with its slots as long as most of what fills them. */
const bare = (text: string): string =>
  text.replaceAll(/\{[ABCX]\.\w+\}/g, "").replaceAll(/\{[\w.]+\}/g, "a word");

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
