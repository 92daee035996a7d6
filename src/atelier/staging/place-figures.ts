/** Figures on the ground: near ones large and low, far ones small and high, all under the balloons. */
import { type Box, heightOf, widthOf } from "../../geometry/index.ts";
import type { Random } from "../../random.ts";
import type { View } from "../scenery/index.ts";
import type { Plane, Shot } from "../story/script.ts";
import { type PlacedFigure, type Player, placePlayer } from "./player.ts";

/** Least and greatest size of figures in a plane against the nearest. */
const PLANE_SIZES: Readonly<Record<Plane, readonly [number, number]>> = {
  near: [0.96, 1.06],
  middle: [0.66, 0.82],
  far: [0.47, 0.6],
};

/** Room over a head for ears and hats, in head radii. */
const CROWN = 1.35;

export interface Placing {
  /** Where faces may lie, panel px. */
  readonly field: Box;
  /** Lower edge of the balloons, panel px. */
  readonly ceiling: number;
  readonly shot: Shot;
  /** Height of the eye above the ground, body units: where the horizon lies. Close-ups look from the face's height. */
  readonly eye: number;
  /** One of two stands before the other, turned away and cut by the frame. */
  readonly overShoulder: boolean;
}

export interface Placed {
  readonly figures: readonly PlacedFigure[];
  /** For the setting: its floor reaches back to the farthest figure. */
  readonly view: View;
  /** Ground line and scale of the nearest plane. */
  readonly near: View;
}

/** Place players from left to right in the order given. */
export function placeFigures(players: readonly Player[], placing: Placing, random: Random): Placed {
  const sizes = planeSizes(players, random.fork("sizes"));
  const eye = placing.shot === "close" || placing.overShoulder ? faceHeight(players, sizes) : placing.eye;
  const { scale, groundY } = chooseView(players, sizes, { ...placing, eye }, random);
  const middles = placing.overShoulder
    ? besideShoulder(players, sizes, scale, placing.field, random)
    : shareWidth(players, sizes, scale, placing, random);
  const figures = players.map((player, index) => {
    const own = (sizes[index] ?? 1) * scale;
    const x = (middles[index] ?? 0) - middleOf(player, placing.shot) * own;
    const y = groundY - (1 - (sizes[index] ?? 1)) * eye * scale + random.range(-2, 2) * own;
    return placePlayer(player, [x, y], own);
  });
  const farthest = Math.min(...sizes);
  const depth = (1 - farthest) * eye * scale + floorBefore(placing) * scale;
  const view = { groundY: groundY - depth, scale: scale * Math.sqrt(farthest) };
  return { figures, view, near: { groundY, scale } };
}

/** From above more of the floor is seen, from below less, body units. */
const floorBefore = ({ eye, shot }: Placing): number =>
  shot === "close" ? 0 : Math.max(-9, Math.min(22, (eye - 100) * 0.26));

/** Sizes against the nearest one present; someone alone may stand farther away. */
function planeSizes(players: readonly Player[], random: Random): readonly number[] {
  const own = players.map(({ actor }) => random.range(...PLANE_SIZES[actor.plane]));
  const nearest = Math.max(...own);
  return own.map((size) => (players.length === 1 ? Math.sqrt(Math.min(1, size)) : size / nearest));
}

/** The nearest one who is not turned away. */
function leadOf(players: readonly Player[], sizes: readonly number[]): number {
  const facing = players.flatMap(({ turn }, index) => (turn === "back" ? [] : [index]));
  const [lead = 0] = facing.toSorted((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0));
  return lead;
}

/** Body units. */
function faceHeight(players: readonly Player[], sizes: readonly number[]): number {
  return -(players[leadOf(players, sizes)]?.shape.head[1] ?? -100);
}

/** How far the feet of the nearest plane lie under the field, as a share of its height. */
const SUNK: Readonly<Record<Shot, readonly [number, number]>> = {
  long: [-0.05, -0.02],
  medium: [0.24, 0.44],
  close: [0, 0],
};
/** The same where one is seen over a shoulder. */
const SHOULDER_SUNK = [0.7, 1.1] as const;

/** Share of the room left over their heads by which figures are lifted. */
const LIFT: Readonly<Record<Shot, readonly [number, number]>> = {
  long: [0, 0.25],
  medium: [0.1, 0.6],
  close: [0, 0],
};
const LIFT_OVER_SHOULDER = [0.5, 0.95] as const;

/** Least share of a figure's height that a close-up shows. */
const CLOSE_SHARE = 0.33;
/** Radius of the head in a close-up, as a share of the free height. */
const CLOSE_HEAD = [0.31, 0.4] as const;

/** Scale and ground line of the nearest plane. */
interface Standing {
  readonly scale: number;
  readonly groundY: number;
}

/** How far a group reaches up from the nearest ground line and down to what must be seen of it, body units. */
interface Reach {
  readonly tallest: number;
  /** Below the ground line where positive; what is held must be in the picture. */
  readonly lowest: number;
}

function chooseView(
  players: readonly Player[],
  sizes: readonly number[],
  placing: Placing,
  random: Random,
): Standing {
  const { field, ceiling, shot, overShoulder } = placing;
  const reach = reachOf(players, sizes, placing.eye);
  const breadth = players.reduce(
    (sum, player, index) => sum + (sizes[index] ?? 1) * breadthOf(player, shot),
    0,
  );
  const crowding = overShoulder ? 1.45 : players.length === 1 ? 0.9 : random.range(1.02, 1.3);
  const widest = (widthOf(field) * crowding) / breadth;
  const held = (field[3] - ceiling) / (reach.tallest + reach.lowest);
  const most = Math.min(widest, held);
  if (shot !== "close") return standingView(placing, reach, most, random);
  const lead = leadOf(players, sizes);
  const radius = (players[lead]?.shape.headRadius ?? 30) * (sizes[lead] ?? 1);
  const free = Math.min(field[3] - ceiling, widthOf(field) * 0.9);
  const wanted = (free * random.range(...CLOSE_HEAD)) / radius;
  const scale = Math.min(wanted, most, free / (reach.tallest * CLOSE_SHARE));
  return { scale, groundY: ceiling + reach.tallest * scale + random.range(2, 8) };
}

function standingView(
  { field, ceiling, shot, overShoulder }: Placing,
  { tallest, lowest }: Reach,
  most: number,
  random: Random,
): Standing {
  const sunk = random.range(...(overShoulder ? SHOULDER_SUNK : SUNK[shot]));
  const low = field[3] + heightOf(field) * sunk;
  const highest = (low - ceiling) / tallest;
  const limit = (heightOf(field) * (shot === "long" ? 0.8 : 1.6)) / 110;
  const scale = Math.min(highest, most, limit) * random.range(0.9, 1);
  const slack = Math.max(0, low - ceiling - tallest * scale);
  const lift = overShoulder ? LIFT_OVER_SHOULDER : LIFT[shot];
  const groundY = low - slack * random.range(...lift);
  return { scale, groundY: Math.min(groundY, field[3] - lowest * scale) };
}

/** From the middle of a head to under its chin, in head radii. */
const CHIN = 1.25;
/** Room under a hand for what it holds, body units. */
const UNDER_GRIP = 5;

function reachOf(players: readonly Player[], sizes: readonly number[], eye: number): Reach {
  const reaches = players.map(({ shape, actor }, index) => {
    const size = sizes[index] ?? 1;
    const raised = (1 - size) * eye;
    const up = raised + size * (CROWN * shape.headRadius - shape.head[1]);
    const chin = size * (shape.head[1] + CHIN * shape.headRadius) - raised;
    const grip = size * (shape.grasp[1] + UNDER_GRIP) - raised;
    return { up, down: actor.holds === undefined ? chin : Math.max(chin, grip) };
  });
  return {
    tallest: Math.max(...reaches.map(({ up }) => up)),
    lowest: Math.max(...reaches.map(({ down }) => down)),
  };
}

/** Width that a player takes, body units: what sticks out may overlap others, and a close-up is for heads. */
function breadthOf({ shape }: Player, shot: Shot): number {
  const head = 2.2 * shape.headRadius;
  if (shot === "close") return head;
  return Math.max(head, widthOf(shape.bounds) * (shot === "medium" ? 0.75 : 0.85));
}

/** What of a player lies in the middle of its slot, body units. */
const middleOf = ({ shape }: Player, shot: Shot): number =>
  shot === "close" ? shape.head[0] : (shape.bounds[0] + shape.bounds[2]) / 2;

/** Middles of the players' slots, panel px. */
function shareWidth(
  players: readonly Player[],
  sizes: readonly number[],
  scale: number,
  { field, shot }: Placing,
  random: Random,
): readonly number[] {
  const widths = players.map((player, index) => (sizes[index] ?? 1) * breadthOf(player, shot) * scale);
  const free = widthOf(field) - widths.reduce((sum, width) => sum + width, 0);
  const weights = Array.from({ length: players.length + 1 }, () => random.range(0.1, 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let x = field[0];
  return widths.map((width, index) => {
    x += ((weights[index] ?? 0) / total) * free;
    const middle = x + width / 2;
    x += width;
    return middle;
  });
}

/** One at the edge of the frame, the other in what is left, panel px. */
function besideShoulder(
  players: readonly Player[],
  sizes: readonly number[],
  scale: number,
  field: Box,
  random: Random,
): readonly number[] {
  const front = players.findIndex(({ turn }) => turn === "back");
  const head = (players[front]?.shape.headRadius ?? 30) * (sizes[front] ?? 1) * scale;
  const inside = head * random.range(-0.1, 0.45);
  const left = front === 0;
  const edge = left ? field[0] + inside : field[2] - inside;
  const from = left ? edge + head : field[0];
  const to = left ? field[2] : edge - head;
  const other = from + (to - from) * random.range(0.42, 0.58);
  return players.map((_, index) => (index === front ? edge : other));
}
