/**
 * What is true of a drawn page, as the page record says it. Boxes and shares are what can really be seen: counted on
 * the owner map after everything that covers something was drawn.
 *
 * Texts are recorded in sentence case; the lettering is in capitals.
 */
import { type Box, boundsOf, clampTo, type Point, type Size, translate } from "../geometry/index.ts";
import type { Balloon, Character, Face, Page, PageObject, Panel, Text } from "../records/index.ts";
import { CAST } from "./figure/cast.ts";
import { heldOwner } from "./figure/figure.ts";
import type { VisibleRegion } from "./ink/rasterise.ts";
import type { PlannedPanel } from "./layout/page-layout.ts";
import { soundBox } from "./lettering/sound-word.ts";
import { blockBox } from "./lettering/text-block.ts";
import { THING } from "./panel.ts";
import type { PlacedFigure } from "./staging/player.ts";
import type { StagedPanel } from "./staging/stage-panel.ts";
import { SETTING_LABELS } from "./story/places.ts";
import { PLANES } from "./story/script.ts";
import { describePanel } from "./story/sentence.ts";
import type { Action, Prop } from "./vocabulary.ts";

/** A panel with what could be counted of it on the finished page. */
export interface PanelEvidence {
  readonly plan: PlannedPanel;
  readonly staged: StagedPanel;
  /** Page px, by owner. */
  readonly seen: ReadonlyMap<string, VisibleRegion>;
  /** px without occlusion, by owner. */
  readonly areas: ReadonlyMap<string, number>;
  /** What is left of each face, page px, by owner. */
  readonly faces: ReadonlyMap<string, VisibleRegion>;
}

type PanelTruth = Pick<Page, "panels" | "characters" | "faces" | "balloons" | "texts" | "objects">;

/** Actions of figures that are less visible than this are not told. */
const CLEAR_SHARE = 0.35;
/** The same where the frame cuts legs and hands off first: in close-ups, and nearer than a long shot for what legs do. */
const CLOSE_SHARE = 0.75;
/** Nor those of smaller figures, px on a page 1000 px wide. */
const CLEAR_SIDE = 17;
/** Least part of a face that still is one. */
const FACE_SHARE = 0.5;
/** Smallest face, px on a page 1000 px wide. */
const FACE_SIDE = 7;
/** Smaller remains of things are not told, square px on a page 1000 px wide. */
const THING_AREA = 31;

/** Everything in one panel; `number` counts the page's panels from 1 in reading order. */
export function tellPanel(evidence: PanelEvidence, number: number, size: Size): PanelTruth {
  const ids = { panel: `p${number}`, prefix: `p${number}.` };
  const figures = evidence.staged.figures.filter(({ spec }) => evidence.seen.has(spec.owner)).toReversed();
  const context: Context = { ...evidence, ...ids, size, figures };
  return {
    panels: [panelRecord(context, number)],
    characters: figures.map((figure, index) => characterRecord(context, figure, index)),
    faces: figures.flatMap((figure, index) => faceRecord(context, figure, index)),
    balloons: balloonRecords(context),
    texts: textRecords(context),
    objects: [...heldRecords(context), ...thingRecords(context)],
  };
}

interface Context extends PanelEvidence {
  readonly size: Size;
  readonly panel: string;
  readonly prefix: string;
  /** Those of whom something can be seen, nearest first. */
  readonly figures: readonly PlacedFigure[];
}

/** px on this page for one px on a page 1000 px wide. */
const unitOf = ({ size }: Context): number => size.width / 1000;
const smallestThing = (context: Context): number => THING_AREA * unitOf(context) ** 2;

/** From panel px to whole page px. */
const toPage = ({ plan, size }: Context, box: Box): Box =>
  wholeBox(translate(box, plan.box[0], plan.box[1]), size);

/** Whole pixels around a box, inside the page. */
export function wholeBox([x1, y1, x2, y2]: Box, size: Size): Box {
  const whole: Box = [Math.floor(x1), Math.floor(y1), Math.ceil(x2), Math.ceil(y2)];
  return clampTo(whole, size) ?? whole;
}

const roundPoint = ([x, y]: Point): Point => [Math.round(x * 10) / 10, Math.round(y * 10) / 10];

function panelRecord(context: Context, order: number): Panel {
  const { plan, staged, panel, figures, size } = context;
  const { setting, light } = staged.script;
  const place = staged.backdrop === "setting";
  const polygon = plan.polygon === undefined ? {} : { polygon: plan.polygon.map(roundPoint) };
  const actors = figures.map(({ player }) => player.actor);
  return {
    id: panel,
    box: wholeBox(plan.box, size),
    ...polygon,
    order,
    borderless: plan.borderless,
    ...(place ? { setting: SETTING_LABELS[setting], time: light } : {}),
    caption: describePanel(staged.script, actors, place),
  };
}

const characterId = ({ prefix }: Context, { spec }: PlacedFigure): string => `${prefix}${spec.identity}`;

function characterRecord(context: Context, figure: PlacedFigure, index: number): Character {
  const { panel, seen, areas, figures, staged } = context;
  const { identity, action, emotion, owner, turn } = figure.spec;
  const region = seen.get(owner);
  if (region === undefined) throw new Error(`characterRecord: expected to see something of ${owner}`);
  const visible = Math.min(1, region.pixels / Math.max(areas.get(owner) ?? region.pixels, 1));
  const [x1, y1, x2, y2] = region.box;
  const clear = visible >= CLEAR_SHARE && Math.min(x2 - x1, y2 - y1) >= CLEAR_SIDE * unitOf(context);
  const { shot } = staged.script;
  const enough = shot === "long" || (shot === "medium" && !DONE_WITH_LEGS.includes(action));
  const whole = enough || visible >= CLOSE_SHARE;
  const told = clear && whole && seesItsThing(context, figure);
  const feels = turn !== "back" && action !== "sleeping" && context.faces.has(owner);
  return {
    id: characterId(context, figure),
    panel,
    box: region.box,
    ...depthOf(figure, index, figures),
    name: CAST[identity].name,
    looks: CAST[identity].noun,
    ...(told ? { action, actionAlso: alsoTrue(figure) } : {}),
    ...(feels && clear ? { emotion } : {}),
    visible: Math.round(visible * 1000) / 1000,
  };
}

/** Actions that nobody can see where the frame cuts the legs off. */
const DONE_WITH_LEGS: readonly Action[] = [
  "walking",
  "running",
  "jumping",
  "sitting",
  "kneeling",
  "lying",
  "climbing",
  "falling",
  "dancing",
];

/** Actions that nobody can see who does not see the thing. */
const DONE_WITH_A_THING: readonly Action[] = ["carrying", "eating", "reading", "throwing", "digging"];

function seesItsThing(context: Context, { spec: { action, owner } }: PlacedFigure): boolean {
  const thing = context.seen.get(heldOwner(owner));
  return !DONE_WITH_A_THING.includes(action) || (thing?.pixels ?? 0) >= smallestThing(context);
}

/** Planes present are counted from the nearest; in a plane, figures are. */
function depthOf(
  figure: PlacedFigure,
  index: number,
  figures: readonly PlacedFigure[],
): { interdepth: number; intradepth: number } {
  const present = PLANES.filter((plane) => figures.some((other) => other.plane === plane));
  const nearer = figures.slice(0, index).filter(({ plane }) => plane === figure.plane);
  return { interdepth: present.indexOf(figure.plane), intradepth: nearer.length };
}

/** Actions that nobody can see apart from another, however they are posed. */
const ALSO: Partial<Readonly<Record<Action, readonly Action[]>>> = {
  sleeping: ["lying"],
  fighting: ["standing"],
  hiding: ["kneeling", "standing", "sitting"],
  throwing: ["standing", "walking"],
  dancing: ["standing", "jumping"],
  digging: ["standing"],
  pushing: ["walking"],
};

/** What somebody may be about to do who holds a thing. */
const HOLDS_ALSO: Partial<Readonly<Record<Prop, Action>>> = {
  pie: "eating",
  fish: "eating",
  apple: "eating",
  cup: "eating",
  book: "reading",
  letter: "reading",
  ball: "throwing",
  spade: "digging",
};

function alsoTrue({ spec: { action, holds }, player }: PlacedFigure): readonly Action[] {
  const also = new Set<Action>([...player.shape.also, ...(ALSO[action] ?? [])]);
  const meant = holds === undefined ? undefined : HOLDS_ALSO[holds];
  if (holds !== undefined) also.add("carrying");
  if (meant !== undefined) also.add(meant);
  also.delete(action);
  return [...also];
}

function faceRecord(context: Context, figure: PlacedFigure, index: number): Face[] {
  const { owner, turn } = figure.spec;
  const region = context.faces.get(owner);
  if (region === undefined || turn === "back") return [];
  const [x1, y1, x2, y2] = region.box;
  const whole = Math.PI * figure.headRadius ** 2;
  if (region.pixels < whole * FACE_SHARE || Math.min(x2 - x1, y2 - y1) < FACE_SIDE * unitOf(context))
    return [];
  return [
    {
      id: `${context.prefix}face${index + 1}`,
      panel: context.panel,
      box: region.box,
      character: characterId(context, figure),
    },
  ];
}

function balloonRecords(context: Context): readonly Balloon[] {
  const { staged, plan, panel, prefix, figures } = context;
  const { caption, balloons, script } = staged;
  const first: Balloon[] =
    caption === undefined || script.narration === undefined
      ? []
      : [
          {
            id: `${prefix}caption`,
            panel,
            box: toPage(context, caption.box),
            order: 1,
            kind: "caption",
            text: script.narration,
          },
        ];
  const spoken = balloons.map(({ line, shape }, index): Balloon => {
    const polygon = shape.polygon.map(([x, y]) => roundPoint([x + plan.box[0], y + plan.box[1]]));
    const speaker = figures.find(({ spec }) => spec.identity === line.by);
    return {
      id: `${prefix}balloon${index + 1}`,
      panel,
      box: wholeBox(boundsOf(polygon) ?? plan.box, context.size),
      polygon,
      order: first.length + index + 1,
      kind: line.kind,
      text: line.text,
      ...(speaker === undefined ? {} : { speaker: characterId(context, speaker) }),
      speakerName: CAST[line.by].name,
    };
  });
  return [...first, ...spoken];
}

function textRecords(context: Context): readonly Text[] {
  const { staged, panel, prefix } = context;
  const { caption, sound, script, balloons } = staged;
  const texts = balloons.map(({ line, shape }, index): Text => {
    const box = toPage(context, blockBox(shape.body.block, shape.centre));
    const balloon = `${prefix}balloon${index + 1}`;
    return { id: `${prefix}text${index + 1}`, panel, balloon, box, kind: "dialogue", text: line.text };
  });
  if (caption !== undefined && script.narration !== undefined) {
    const middle: Point = [(caption.box[0] + caption.box[2]) / 2, (caption.box[1] + caption.box[3]) / 2];
    const box = toPage(context, blockBox(caption.block, middle));
    const text = script.narration;
    texts.unshift({
      id: `${prefix}narration`,
      panel,
      balloon: `${prefix}caption`,
      box,
      kind: "caption",
      text,
    });
  }
  if (sound !== undefined && script.sound !== undefined) {
    const box = toPage(context, soundBox(sound.word, sound.centre));
    texts.push({ id: `${prefix}sound`, panel, box, kind: "sfx", text: script.sound });
  }
  return texts;
}

function heldRecords(context: Context): readonly PageObject[] {
  const { seen, figures, panel, prefix } = context;
  return figures.flatMap((figure, index): PageObject[] => {
    const { holds, owner, identity } = figure.spec;
    const region = seen.get(heldOwner(owner));
    if (holds === undefined || region === undefined || region.pixels < smallestThing(context)) return [];
    const { interdepth } = depthOf(figure, index, figures);
    const holder = characterId(context, figure);
    return [
      { id: `${prefix}${identity}.${holds}`, panel, box: region.box, interdepth, label: holds, holder },
    ];
  });
}

/** The thing on the ground lies in the nearest plane. */
function thingRecords(context: Context): readonly PageObject[] {
  const { seen, staged, panel, prefix } = context;
  const region = seen.get(THING);
  const { thing } = staged;
  if (thing === undefined || region === undefined || region.pixels < smallestThing(context)) return [];
  return [{ id: `${prefix}${thing.prop}`, panel, box: region.box, interdepth: 0, label: thing.prop }];
}
