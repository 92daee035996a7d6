/** Draws one staged panel: its set, its figures from far to near, its weather. Letters and frame come with the page. */
import type { Box, Point } from "../geometry/index.ts";
import type { Raster } from "../pixels/index.ts";
import { type Random, seeded } from "../random.ts";
import { drawFigure, drawProp } from "./figure/figure.ts";
import { PALETTE } from "./ink/palette.ts";
import { type OwnerMap, rasterise } from "./ink/rasterise.ts";
import { silhouetteArea } from "./ink/silhouette.ts";
import { createStage, paint, type Stage, stroke } from "./ink/stage.ts";
import { drawSetting } from "./scenery/index.ts";
import type { StagedPanel } from "./staging/stage-panel.ts";

export interface DrawnPanel {
  readonly art: Raster;
  readonly owners: OwnerMap;
  /** px that each figure would cover if nothing hid it, by owner. */
  readonly areas: ReadonlyMap<string, number>;
}

/** Owner of the thing on the ground. */
export const THING = "thing";

/** Strong flat grounds of close-ups. */
const FLAT_GROUNDS = [
  PALETTE.yellow,
  PALETTE.mint,
  PALETTE.sky,
  PALETTE.pink,
  PALETTE.straw,
  "#ef8d6b",
] as const;

/**
 * @param seed of this panel
 * @param placeSeed the same for all panels that show the same place
 */
export function drawPanel(panel: StagedPanel, seed: string, placeSeed: string): DrawnPanel {
  const stage = createStage(panel.size, seed);
  const random = seeded(`panel:${seed}`);
  drawGround(stage, panel, random, placeSeed);
  const bounds = drawPlayers(stage, panel, seed);
  if (panel.script.rain && panel.backdrop === "setting") drawRain(stage, random);
  const { art, owners } = rasterise(stage);
  const areas = new Map([...bounds].map(([owner, box]) => [owner, silhouetteArea(stage, owner, box)]));
  return { art, owners, areas };
}

function drawGround(stage: Stage, panel: StagedPanel, random: Random, seed: string): void {
  const { script, view, backdrop, size } = panel;
  if (backdrop === "setting") {
    drawSetting(stage, { setting: script.setting, light: script.light, seed, view });
    return;
  }
  const fill = backdrop === "paper" ? PALETTE.paper : random.pick(FLAT_GROUNDS);
  paint(stage, frameOf(0, -2, size.width, size.height + 2), { fill });
}

const frameOf = (x1: number, y1: number, x2: number, y2: number): readonly Point[] => [
  [x1 - 2, y1],
  [x2 + 2, y1],
  [x2 + 2, y2],
  [x1 - 2, y2],
];

/** Draws figures and the thing by their distance; the figures' boxes before occlusion, by owner. */
function drawPlayers(stage: Stage, { figures, thing }: StagedPanel, seed: string): ReadonlyMap<string, Box> {
  const bounds = new Map<string, Box>();
  const acts = figures.map(({ spec }) => ({
    y: spec.at[1],
    draw: () => bounds.set(spec.owner, drawFigure(stage, spec).bounds),
  }));
  if (thing !== undefined) {
    const draw = () => bounds.set(THING, drawProp(stage, { ...thing, seed, owner: THING }));
    acts.push({ y: thing.at[1], draw });
  }
  for (const { draw } of acts.toSorted((a, b) => a.y - b.y)) draw();
  return bounds;
}

/** One drop for so many square px. */
const RAIN_AREA = 900;

function drawRain(stage: Stage, random: Random): void {
  const { width, height } = stage.size;
  const drops = Math.round((width * height) / RAIN_AREA);
  for (let drop = 0; drop < drops; drop++) {
    const x = random.range(-10, width);
    const y = random.range(-20, height);
    const length = random.range(9, 18);
    stroke(
      stage,
      [
        [x, y],
        [x - length * 0.3, y + length],
      ],
      { width: 1.1, colour: "#4a5f7d" },
    );
  }
}
