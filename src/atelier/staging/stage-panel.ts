/**
 * Puts a panel's script into its frame: who stands where at which size, and what is lettered where. Several placements
 * are tried, all from the seed; the least bad one is taken. Where none keeps the balloons off the faces, the last line
 * is left out and all is tried again.
 */
import { type Box, centreOf, type Point, type Size, translate, widthOf } from "../../geometry/index.ts";
import type { Random } from "../../random.ts";
import type { PlannedPanel } from "../layout/page-layout.ts";
import { type BalloonBody, type BalloonShape, measureBalloon, shapeBalloon } from "../lettering/balloon.ts";
import { type CaptionBox, shapeCaption } from "../lettering/caption-box.ts";
import type { View } from "../scenery/index.ts";
import type { LineScript, PanelScript } from "../story/script.ts";
import { placeSound, placeThing, type StagedSound, type StagedThing } from "./extras.ts";
import { judge, UNACCEPTABLE } from "./judge.ts";
import { linePlayers } from "./line-up.ts";
import { overShoulder } from "./over-shoulder.ts";
import { alignRows, type Flow, type FlowItem, flowFits, flowRows } from "./place-balloons.ts";
import { placeFigures } from "./place-figures.ts";
import type { PlacedFigure, Player } from "./player.ts";

export interface StagedBalloon {
  readonly line: LineScript;
  readonly shape: BalloonShape;
}

/** What lies behind the figures: the setting, one strong colour, or nothing but the paper. */
export type Backdrop = "setting" | "flat" | "paper";

/** A panel ready to be drawn; all in panel px, from the upper left corner of the panel's box. */
export interface StagedPanel {
  readonly script: PanelScript;
  readonly size: Size;
  readonly view: View;
  readonly backdrop: Backdrop;
  /** Farthest first. */
  readonly figures: readonly PlacedFigure[];
  /** In speaking order. */
  readonly balloons: readonly StagedBalloon[];
  readonly caption?: CaptionBox | undefined;
  readonly sound?: StagedSound | undefined;
  readonly thing?: StagedThing | undefined;
}

const ATTEMPTS = 10;
/** Good enough to stop trying. */
const GOOD = 0.6;
/** Good enough for a view over a shoulder, which hides much on purpose. */
const GOOD_OVER_SHOULDER = 8;
/** A thing that is told of and finds no place costs as much. */
const THING_MISSING = 10;
/** Between lettered things, px on a page 1000 px wide. */
const GAP = 7;

export function stagePanel(
  script: PanelScript,
  plan: PlannedPanel,
  unit: number,
  random: Random,
): StagedPanel {
  const setup = prepare(script, plan, unit, random.fork("players"));
  for (let lines = script.lines.length; lines >= 0; lines--) {
    for (const setting of lines === 0 ? [{ bodies: [], figuresShare: 0 }] : setup.settings) {
      const best = bestAttempt(setup, setting, lines, random);
      if (best !== undefined) return finish(setup, best, random.fork("extras"));
    }
  }
  throw new Error(`stagePanel: expected a placement in ${plan.box.join(" ")}, found none`);
}

/** Heights of the eye, body units, by how often: as tall as a figure, close to the ground, from above. */
const EYES = [100, 100, 100, 110, 35, 55, 150, 185] as const;

/** How often a panel looks at its place from the other side. */
const MIRRORED_SHARE = 0.45;
/** How far the camera moves along a set, body units either way. */
const FARTHEST_ALONG = 150;

/** How often a close-up has no setting, and a medium shot in which something is shouted. */
const FLAT_SHARE = 0.55;
const LOUD_FLAT_SHARE = 0.2;

/** Ways to set the lines in type, tried in this order: widest balloons, and the share of the height left to figures. */
const SETTINGS_OF_TYPE = [
  { most: 150, share: 0.62, figuresShare: 0.5 },
  { most: 112, share: 0.48, figuresShare: 0.44 },
  { most: 190, share: 0.94, figuresShare: 0.42 },
] as const;

/** What all attempts share. */
interface Setup {
  readonly script: PanelScript;
  readonly backdrop: Backdrop;
  readonly size: Size;
  readonly unit: number;
  /** Body units above the ground. */
  readonly eye: number;
  readonly mirrored: boolean;
  /** Body units. */
  readonly along: number;
  /** Where faces and letters may lie, panel px. */
  readonly field: Box;
  /** Ways to line up, each from left to right. */
  readonly lineUps: readonly [readonly Player[], readonly Player[]];
  /** A line-up to be seen over a shoulder. */
  readonly shoulder: readonly Player[] | undefined;
  readonly settings: readonly TypeSetting[];
  readonly caption: CaptionBox | undefined;
}

interface TypeSetting {
  readonly bodies: readonly BalloonBody[];
  /** Of the height. */
  readonly figuresShare: number;
}

interface Attempt {
  readonly cost: number;
  readonly view: View;
  readonly near: View;
  readonly figures: readonly PlacedFigure[];
  readonly balloons: readonly StagedBalloon[];
  readonly thing: StagedThing | undefined;
}

function prepare(script: PanelScript, plan: PlannedPanel, unit: number, random: Random): Setup {
  const field = fieldOf(plan, unit);
  const size = { width: plan.box[2] - plan.box[0], height: plan.box[3] - plan.box[1] };
  const corner: Point = [field[0], field[1]];
  const lineUp = linePlayers(script, random, false);
  return {
    script,
    backdrop: chooseBackdrop(script, plan, random),
    size,
    unit,
    eye: random.fork("eye").pick(EYES),
    mirrored: random.fork("mirror").chance(MIRRORED_SHARE),
    along: random.fork("along").range(-FARTHEST_ALONG, FARTHEST_ALONG),
    field,
    lineUps: [lineUp, linePlayers(script, random, true)],
    shoulder: overShoulder(lineUp, script, random.fork("shoulder")),
    settings: SETTINGS_OF_TYPE.map(({ most, share, figuresShare }) => {
      const widest = Math.min(most * unit, widthOf(field) * share);
      const bodies = script.lines.map(({ kind, text }) => measureBalloon(kind, text, widest, unit));
      return { bodies, figuresShare };
    }),
    caption:
      script.narration === undefined
        ? undefined
        : shapeCaption(script.narration, corner, widthOf(field) * 0.62, unit),
  };
}

/** A night is dark to its edges, with or without a frame. */
function chooseBackdrop(script: PanelScript, { borderless }: PlannedPanel, random: Random): Backdrop {
  const flat = random.chance(flatShare(script));
  if (borderless && script.light !== "night") return "paper";
  return flat && !borderless ? "flat" : "setting";
}

function flatShare({ shot, lines, thing }: PanelScript): number {
  if (shot === "close") return FLAT_SHARE;
  const loud = lines.some(({ kind }) => kind === "shout");
  return shot === "medium" && loud && thing === undefined ? LOUD_FLAT_SHARE : 0;
}

/** The part of a panel that its frame, its slant and its inset leave. */
function fieldOf({ box, polygon, hidden }: PlannedPanel, unit: number): Box {
  const edge = 5 * unit;
  const width = box[2] - box[0];
  const height = box[3] - box[1];
  const right = hidden === undefined ? width : hidden[0] - box[0];
  if (polygon === undefined) return [edge, edge, right - edge, height - edge];
  if (polygon.length > 4) return [width * 0.16, height * 0.12, width * 0.84, height * 0.94];
  const lefts = polygon.filter((_, corner) => corner === 0 || corner === 3).map(([x]) => x - box[0]);
  const rights = polygon.filter((_, corner) => corner === 1 || corner === 2).map(([x]) => x - box[0]);
  return [Math.max(...lefts) + edge, edge, Math.min(...rights) - edge, height - edge];
}

/** The least bad of some placements: over a shoulder where that is wanted and can be done. */
function bestAttempt(
  setup: Setup,
  { bodies: all, figuresShare }: TypeSetting,
  lines: number,
  random: Random,
): Attempt | undefined {
  const bodies = all.slice(0, lines);
  const items = [...captionItem(setup.caption), ...bodies];
  const flow = flowRows(items, setup.field, GAP * setup.unit);
  if (lines > 0 && !flowFits(flow, items, setup.field, figuresShare)) return undefined;
  const search = (good: number, lineUpOf: (attempt: number) => LineUp): Attempt | undefined => {
    let best: Attempt | undefined;
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const stream = random.fork(`${lines} ${attempt}`);
      const next = tryPlacement(setup, lineUpOf(attempt), bodies, flow, stream);
      if (best === undefined || next.cost < best.cost) best = next;
      if (best.cost <= good) break;
    }
    return best;
  };
  const { shoulder, lineUps } = setup;
  const behind = shoulder && search(GOOD_OVER_SHOULDER, () => ({ players: shoulder, overShoulder: true }));
  if (behind !== undefined && behind.cost <= GOOD_OVER_SHOULDER) return behind;
  const best = search(GOOD, (attempt) => {
    const players = lineUps[flow.rows.length > 1 && attempt % 2 === 1 ? 1 : 0];
    return { players, overShoulder: false };
  });
  return best === undefined || (lines > 0 && best.cost >= UNACCEPTABLE) ? undefined : best;
}

interface LineUp {
  readonly players: readonly Player[];
  readonly overShoulder: boolean;
}

const captionItem = (caption: CaptionBox | undefined): readonly FlowItem[] =>
  caption === undefined
    ? []
    : [{ width: caption.box[2] - caption.box[0], height: caption.box[3] - caption.box[1] }];

function tryPlacement(
  setup: Setup,
  { players, overShoulder: behind }: LineUp,
  bodies: readonly BalloonBody[],
  flow: Flow,
  random: Random,
): Attempt {
  const { script, field, caption, unit } = setup;
  const ceiling = flow.bottom + (flow.rows.length > 0 ? 10 * unit : 6 * unit);
  const { figures, view, near } = placeFigures(
    players,
    { field, ceiling, shot: script.shot, eye: setup.eye, overShoulder: behind },
    random,
  );
  const items = [...captionItem(caption), ...bodies];
  const speakers = script.lines.map(({ by }) => figures.find(({ spec }) => spec.identity === by));
  const shift = items.length - bodies.length;
  const wishes = items.map(({ width }, index) => {
    const mouth = speakers[index - shift]?.mouth[0];
    return mouth === undefined ? field[0] : mouth + random.range(-0.3, 0.3) * width;
  });
  const boxes = alignRows(flow, items, wishes, field, GAP * unit);
  const drop = sinking(figures, flow.bottom, unit);
  const balloons = bodies.flatMap((body, index): StagedBalloon[] => {
    const line = script.lines[index];
    const box = boxes[index + shift];
    if (line === undefined || box === undefined) return [];
    const speaker = speakers[index];
    return [{ line, shape: shapeBalloon(body, centreOf(translate(box, 0, drop)), speaker) }];
  });
  const cost = judge(
    figures,
    balloons.map(({ shape }) => shape),
    caption === undefined ? [] : [caption.box],
    field,
  );
  const thing = placeThing(script.thing, figures, field, near, random.fork("thing"));
  const missing = script.thing !== undefined && thing === undefined ? THING_MISSING : 0;
  return { cost: cost + missing, view, near, figures, balloons, thing };
}

/** Balloons come down to figures that stand far below them, px. */
function sinking(figures: readonly PlacedFigure[], bottom: number, unit: number): number {
  const crowns = figures.map(({ head, headRadius }) => head[1] - headRadius * 1.35);
  return Math.max(0, Math.min(...crowns) - bottom - 40 * unit) * 0.6;
}

/** On a flat ground whoever shows the feet would float. */
const standsIn =
  ({ height }: Size) =>
  ({ spec }: PlacedFigure): boolean =>
    spec.at[1] < height;

function finish(setup: Setup, attempt: Attempt, random: Random): StagedPanel {
  const { script, size, caption, field, unit } = setup;
  const figures = attempt.figures.toSorted((a, b) => a.spec.at[1] - b.spec.at[1]);
  const lettered = [
    ...attempt.balloons.map(({ shape }) => shape.box),
    ...(caption === undefined ? [] : [caption.box]),
  ];
  const { balloons } = attempt;
  const view = { ...attempt.view, mirrored: setup.mirrored, along: setup.along };
  return {
    script,
    backdrop: setup.backdrop === "flat" && figures.some(standsIn(size)) ? "setting" : setup.backdrop,
    size,
    view,
    figures,
    balloons,
    caption,
    sound: placeSound(script.sound, figures, lettered, field, unit, random),
    thing: attempt.thing,
  };
}
