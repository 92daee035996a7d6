/** Draws one staged panel: its set, its figures from far to near, its weather. Letters and frame come with the page. */
import type { Box, Point } from "../geometry/index.ts";
import { type Random, seeded } from "../random.ts";
import { drawFigure, drawProp } from "./figure/figure.ts";
import { PALETTE } from "./ink/palette.ts";
import { type OwnerMap, type Plates, rasterise } from "./ink/rasterise.ts";
import { silhouetteArea } from "./ink/silhouette.ts";
import { createStage, paint, type Stage } from "./ink/stage.ts";
import {
  drawCrowd,
  drawFlatGround,
  drawForeground,
  drawSetting,
  drawWeather,
  type Filter,
  type FlatGroundSpec,
  type SettingSpec,
  sceneMood,
} from "./scenery/index.ts";
import type { StagedPanel } from "./staging/stage-panel.ts";

export interface DrawnPanel {
  readonly plates: Plates;
  readonly owners: OwnerMap;
  /** px that each figure would cover if nothing hid it, by owner. */
  readonly areas: ReadonlyMap<string, number>;
}

/** Owner of the thing on the ground. */
export const THING = "thing";

/**
 * @param seed of this panel
 * @param placeSeed the same for all panels that show the same place
 * @param unit px on this page for one px on a page 1000 px wide
 */
export function drawPanel(panel: StagedPanel, seed: string, placeSeed: string, unit: number): DrawnPanel {
  const stage = createStage(panel.size, seed, unit);
  const random = seeded(`panel:${seed}`);
  const place = panel.backdrop === "setting" ? placeOf(panel, placeSeed) : undefined;
  drawGround(stage, panel, random, place);
  const bounds = drawPlayers(stage, panel, seed);
  // What stands nearest changes from panel to panel, the place behind it does not.
  if (place !== undefined) drawBefore(stage, panel, random, { ...place, seed });
  const { plates, owners } = rasterise(stage);
  if (place !== undefined) tintFigures(plates, owners, sceneMood(place).onFigures);
  const areas = new Map([...bounds].map(([owner, box]) => [owner, silhouetteArea(stage, owner, box)]));
  return { plates, owners, areas };
}

/** Figures take on the light they stand in. */
function tintFigures({ colour }: Plates, { ids }: OwnerMap, [red, green, blue]: Filter): void {
  if (red === 1 && green === 1 && blue === 1) return;
  for (let i = 0, at = 0; i < ids.length; i++, at += 3) {
    if (ids[i] === 0) continue;
    colour[at] = (colour[at] as number) * red;
    colour[at + 1] = (colour[at + 1] as number) * green;
    colour[at + 2] = (colour[at + 2] as number) * blue;
  }
}

/** Share of places with people about. */
const CROWD_SHARE = 0.35;
/** Share of panels with something before the figures. */
const FOREGROUND_SHARE = 0.36;

function placeOf({ script, view }: StagedPanel, seed: string): SettingSpec {
  const { setting, light, weather } = script;
  return { setting, light, weather, seed, view };
}

function drawGround(
  stage: Stage,
  { backdrop, size, script, figures }: StagedPanel,
  random: Random,
  place: SettingSpec | undefined,
): void {
  if (place !== undefined) {
    drawSetting(stage, place);
    const crowded = seeded(`crowd:${place.setting}:${place.seed}`).chance(CROWD_SHARE);
    if (crowded && script.shot !== "close") drawCrowd(stage, place);
    return;
  }
  if (backdrop === "paper")
    paint(stage, frameOf(0, -2, size.width, size.height + 2), { fill: PALETTE.paper });
  else drawFlatGround(stage, flatGroundOf({ script, figures }), random.fork("flat"));
}

/** A strong ground in the key of who speaks first, or stands nearest. */
function flatGroundOf({ script, figures }: Pick<StagedPanel, "script" | "figures">): FlatGroundSpec {
  const [first] = script.lines;
  const lead = figures.find(({ spec }) => spec.identity === first?.by) ?? figures.at(-1);
  const emotion = lead?.spec.emotion ?? "calm";
  const shouted = script.lines.some(({ kind }) => kind === "shout");
  return {
    emotion,
    light: script.light,
    loud: shouted || emotion === "surprised",
    focus: lead?.head ?? [0, 0],
    clear: (lead?.headRadius ?? 0) * CLEAR_OF_WEDGES,
  };
}

/** Wedges keep so many head radii off a face. */
const CLEAR_OF_WEDGES = 1.5;

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

/** Now and then a thing nearer than the figures, and the near part of the weather. */
function drawBefore(
  stage: Stage,
  { script, figures }: StagedPanel,
  random: Random,
  place: SettingSpec,
): void {
  const clear = figures.map(({ face }) => face);
  const covered = script.shot !== "close" && random.fork("foreground").chance(FOREGROUND_SHARE);
  if (covered) drawForeground(stage, { ...place, clear });
  drawWeather(stage, place);
}
