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
import type { ActorScript, LineScript, PanelScript } from "../story/script.ts";
import type { Identity } from "../vocabulary.ts";
import { placeSound, placeThing, type StagedSound, type StagedThing } from "./extras.ts";
import { judge, UNACCEPTABLE } from "./judge.ts";
import { alignRows, type Flow, type FlowItem, flowFits, flowRows } from "./place-balloons.ts";
import { placeFigures } from "./place-figures.ts";
import { createPlayer, type PlacedFigure, type Player } from "./player.ts";

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
/** Share of the height that figures need. */
const FIGURES_SHARE = 0.5;
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
    const best = bestAttempt(setup, lines, random);
    if (best !== undefined) return finish(setup, best, random.fork("extras"));
  }
  throw new Error(`stagePanel: expected a placement in ${plan.box.join(" ")}, found none`);
}

/** Heights of the eye, body units, by how often: as tall as a figure, close to the ground, from above. */
const EYES = [100, 100, 100, 100, 55, 150] as const;

/** How often a panel looks at its place from the other side. */
const MIRRORED_SHARE = 0.3;

/** How often a close-up has no setting. */
const FLAT_SHARE = 0.6;

/** What all attempts share. */
interface Setup {
  readonly script: PanelScript;
  readonly backdrop: Backdrop;
  readonly size: Size;
  readonly unit: number;
  /** Body units above the ground. */
  readonly eye: number;
  readonly mirrored: boolean;
  /** Where faces and letters may lie, panel px. */
  readonly field: Box;
  /** Ways to line up, each from left to right. */
  readonly lineUps: readonly [readonly Player[], readonly Player[]];
  readonly bodies: readonly BalloonBody[];
  readonly caption: CaptionBox | undefined;
}

interface Attempt {
  readonly cost: number;
  readonly view: View;
  readonly near: View;
  readonly figures: readonly PlacedFigure[];
  readonly balloons: readonly StagedBalloon[];
}

function prepare(script: PanelScript, plan: PlannedPanel, unit: number, random: Random): Setup {
  const field = fieldOf(plan, unit);
  const size = { width: plan.box[2] - plan.box[0], height: plan.box[3] - plan.box[1] };
  const widest = Math.min(150 * unit, widthOf(field) * 0.62);
  const corner: Point = [field[0], field[1]];
  return {
    script,
    backdrop: plan.borderless
      ? "paper"
      : script.shot === "close" && random.chance(FLAT_SHARE)
        ? "flat"
        : "setting",
    size,
    unit,
    eye: random.fork("eye").pick(EYES),
    mirrored: random.fork("mirror").chance(MIRRORED_SHARE),
    field,
    lineUps: [linePlayers(script, random, false), linePlayers(script, random, true)],
    bodies: script.lines.map(({ kind, text }) => measureBalloon(kind, text, widest, unit)),
    caption:
      script.narration === undefined
        ? undefined
        : shapeCaption(script.narration, corner, widthOf(field) * 0.62, unit),
  };
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

/**
 * From left to right: speakers in the order of their first words (or against it), the others among them. Who talks
 * faces whom they talk to; the others face the talk; who is on the way to somewhere faces that side.
 */
function linePlayers(script: PanelScript, random: Random, mirrored: boolean): readonly Player[] {
  const speakers = [...new Set(script.lines.map(({ by }) => by))];
  const place = (identity: Identity): number => {
    const turn = speakers.indexOf(identity);
    return turn < 0 ? random.range(0, speakers.length + 1) : turn + 0.5;
  };
  const ordered = script.actors
    .map((actor) => ({ actor, at: place(actor.identity) }))
    .toSorted((a, b) => (mirrored ? b.at - a.at : a.at - b.at))
    .map(({ actor }) => actor);
  return ordered.map((actor, index) => {
    const { identity } = actor;
    const facing = facingOf(ordered, index, speakers, mirrored) ?? (random.chance(0.5) ? "right" : "left");
    const stream = random.fork(identity);
    return createPlayer(actor, facing, speakers.includes(identity), stream.next().toString(), stream);
  });
}

/** Undefined for somebody alone who stays. */
function facingOf(
  ordered: readonly ActorScript[],
  index: number,
  speakers: readonly Identity[],
  mirrored: boolean,
): "left" | "right" | undefined {
  const actor = ordered[index];
  const others = ordered.filter((other) => other !== actor);
  const partner =
    others.find(({ identity }) => speakers.includes(identity)) ??
    others.toSorted(byDistance(ordered, index))[0];
  const talks = speakers.length > 1 && speakers.some((identity) => identity === actor?.identity);
  const allGo = others.every(({ heads }) => heads !== undefined);
  if (actor?.heads !== undefined && (allGo || !talks)) {
    return (actor.heads === "right") === mirrored ? "left" : "right";
  }
  if (partner === undefined) return undefined;
  return ordered.indexOf(partner) > index ? "right" : "left";
}

const byDistance =
  (ordered: readonly ActorScript[], index: number) =>
  (a: ActorScript, b: ActorScript): number =>
    Math.abs(ordered.indexOf(a) - index) - Math.abs(ordered.indexOf(b) - index);

function bestAttempt(setup: Setup, lines: number, random: Random): Attempt | undefined {
  const bodies = setup.bodies.slice(0, lines);
  const gap = GAP * setup.unit;
  const items = [...captionItem(setup.caption), ...bodies];
  const flow = flowRows(items, setup.field, gap);
  if (lines > 0 && !flowFits(flow, items, setup.field, FIGURES_SHARE)) return undefined;
  let best: Attempt | undefined;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const next = tryPlacement(setup, attempt, bodies, flow, random.fork(`${lines} ${attempt}`));
    if (best === undefined || next.cost < best.cost) best = next;
    if (best.cost <= GOOD) break;
  }
  return best === undefined || (lines > 0 && best.cost >= UNACCEPTABLE) ? undefined : best;
}

const captionItem = (caption: CaptionBox | undefined): readonly FlowItem[] =>
  caption === undefined
    ? []
    : [{ width: caption.box[2] - caption.box[0], height: caption.box[3] - caption.box[1] }];

function tryPlacement(
  setup: Setup,
  attempt: number,
  bodies: readonly BalloonBody[],
  flow: Flow,
  random: Random,
): Attempt {
  const { script, field, lineUps, caption, unit } = setup;
  const players = lineUps[flow.rows.length > 1 && attempt % 2 === 1 ? 1 : 0];
  const ceiling = flow.bottom + (flow.rows.length > 0 ? 10 * unit : 6 * unit);
  const { figures, view, near } = placeFigures(
    players,
    { field, ceiling, shot: script.shot, eye: setup.eye },
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
  return { cost, view, near, figures, balloons };
}

/** Balloons come down to figures that stand far below them, px. */
function sinking(figures: readonly PlacedFigure[], bottom: number, unit: number): number {
  const crowns = figures.map(({ head, headRadius }) => head[1] - headRadius * 1.35);
  return Math.max(0, Math.min(...crowns) - bottom - 40 * unit) * 0.6;
}

function finish(setup: Setup, attempt: Attempt, random: Random): StagedPanel {
  const { script, size, caption, field, unit } = setup;
  const figures = attempt.figures.toSorted((a, b) => a.spec.at[1] - b.spec.at[1]);
  const lettered = [
    ...attempt.balloons.map(({ shape }) => shape.box),
    ...(caption === undefined ? [] : [caption.box]),
  ];
  const { near, balloons } = attempt;
  const view = { ...attempt.view, mirrored: setup.mirrored };
  return {
    script,
    backdrop: setup.backdrop,
    size,
    view,
    figures,
    balloons,
    caption,
    sound: placeSound(script.sound, figures, lettered, field, unit, random),
    thing: placeThing(script.thing, figures, field, near, random),
  };
}
