import { describe, expect, it } from "vitest";
import { coverage, isInside, overlapArea, translate } from "../../geometry/index.ts";
import { seeded } from "../../random.ts";
import { layOutPage } from "../layout/page-layout.ts";
import { roomOf } from "../layout/room.ts";
import { blockBox } from "../lettering/text-block.ts";
import { writeStory } from "../story/write-story.ts";
import { bodyBox } from "./judge.ts";
import { type StagedPanel, stagePanel } from "./stage-panel.ts";

const SIZE = { width: 1000, height: 1414 };
const PAGES = 8;

const staged = Array.from({ length: PAGES }, (_, page) => {
  const random = seeded(`staging ${page}`);
  const layout = layOutPage(SIZE, random.fork("layout"));
  const story = writeStory(
    layout.panels.map((plan) => roomOf(plan, layout.unit)),
    random.fork("story"),
  );
  return layout.panels.flatMap((plan, index): StagedPanel[] => {
    const script = story.panels[index];
    return script === undefined ? [] : [stagePanel(script, plan, layout.unit, random.fork(index))];
  });
}).flat();

describe("stagePanel", () => {
  it("never puts a balloon, a caption or a sound word on a face", () => {
    for (const { figures, balloons, caption } of staged) {
      for (const { face } of figures) {
        for (const { shape } of balloons) expect(overlapArea(bodyBox(shape), face)).toBe(0);
        if (caption !== undefined) expect(overlapArea(caption.box, face)).toBe(0);
      }
    }
  });

  it("keeps the letters of a panel apart and inside it", () => {
    for (const { balloons, size } of staged) {
      const texts = balloons.map(({ shape }) => blockBox(shape.body.block, shape.centre));
      texts.forEach((text, index) => {
        expect(isInside(text, size)).toBe(true);
        for (const other of texts.slice(index + 1)) expect(overlapArea(text, other)).toBe(0);
      });
    }
  });

  it("says nearly all lines of the script, always from the first one on", () => {
    const wanted = staged.reduce((sum, { script }) => sum + script.lines.length, 0);
    const said = staged.reduce((sum, { balloons }) => sum + balloons.length, 0);
    expect(said / wanted).toBeGreaterThan(0.97);
    for (const { script, balloons } of staged) {
      expect(balloons.map(({ line }) => line)).toEqual(script.lines.slice(0, balloons.length));
    }
  });

  it("keeps faces in the panel and out of nearer trunks", () => {
    let good = 0;
    let all = 0;
    for (const { figures, size } of staged) {
      figures.forEach(({ face }, index) => {
        const nearer = figures.slice(index + 1).map(({ trunk }) => coverage(face, trunk));
        const inside = coverage(face, [0, 0, size.width, size.height]);
        if (inside > 0.9 && Math.max(0, ...nearer) < 0.5) good++;
        all++;
      });
    }
    expect(good / all).toBeGreaterThan(0.97);
  });

  it("shows faces close up, over shoulders, and what hands hold", () => {
    const close = staged.filter(({ script }) => script.shot === "close");
    expect(close.length / staged.length).toBeGreaterThan(0.08);
    const faces = close.map(({ figures, size }) =>
      Math.max(...figures.map(({ face }) => (face[3] - face[1]) / size.height)),
    );
    expect(faces.reduce((sum, face) => sum + face, 0) / faces.length).toBeGreaterThan(0.3);
    const backs = staged.filter(
      ({ figures, script }) => script.shot !== "long" && figures.at(-1)?.player.turn === "back",
    );
    expect(backs.length).toBeGreaterThan(0);
    const grips = staged.flatMap(({ figures, size }) =>
      figures.flatMap(({ grip }) => (grip === undefined ? [] : [grip[1] <= size.height])),
    );
    expect(grips.filter(Boolean).length / grips.length).toBeGreaterThan(0.95);
  });

  it("sees a place from elsewhere in every panel", () => {
    const views = staged.map(({ view }) => `${view.along?.toFixed(2)} ${view.mirrored}`);
    expect(new Set(views).size).toBe(views.length);
  });

  it("draws far figures smaller and higher on the ground", () => {
    for (const { figures } of staged) {
      for (const far of figures.filter(({ plane }) => plane === "far")) {
        for (const near of figures.filter(({ plane }) => plane === "near")) {
          expect(far.spec.scale).toBeLessThan(near.spec.scale * 0.7);
          expect(far.spec.at[1]).toBeLessThan(near.spec.at[1]);
        }
      }
    }
  });

  it("knows the same panel again", () => {
    const [panel] = staged;
    if (panel === undefined) throw new Error("expected a panel");
    const plan = { box: translate([0, 0, 300, 300], 50, 50), borderless: false } as const;
    const once = stagePanel(panel.script, plan, 1, seeded("again"));
    expect(stagePanel(panel.script, plan, 1, seeded("again"))).toEqual(once);
  });
});
