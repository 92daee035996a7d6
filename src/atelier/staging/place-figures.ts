/** Figures on the ground: near ones large and low, far ones small and high, all under the balloons. */
import { type Box, heightOf, widthOf } from "../../geometry/index.ts";
import type { Random } from "../../random.ts";
import type { View } from "../scenery/index.ts";
import type { Plane, Shot } from "../story/script.ts";
import { type PlacedFigure, type Player, placePlayer } from "./player.ts";

/** Size of figures in a plane against the nearest. */
const PLANE_SIZE: Readonly<Record<Plane, number>> = { near: 1, middle: 0.74, far: 0.55 };

/** Room over a head for ears and hats, in head radii. */
const CROWN = 1.35;

export interface Placing {
  /** Where faces may lie, panel px. */
  readonly field: Box;
  /** Lower edge of the balloons, panel px. */
  readonly ceiling: number;
  readonly shot: Shot;
  /** Height of the eye above the ground, body units: where the horizon lies. */
  readonly eye: number;
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
  const sizes = planeSizes(players);
  const { eye } = placing;
  const { scale, groundY } = chooseView(players, sizes, placing, random);
  const slots = shareWidth(players, sizes, scale, placing.field, random);
  const figures = players.map((player, index) => {
    const own = (sizes[index] ?? 1) * scale;
    const bounds = player.shape.bounds;
    const x = (slots[index] ?? 0) - ((bounds[0] + bounds[2]) / 2) * own;
    const y = groundY - (1 - (sizes[index] ?? 1)) * eye * scale + random.range(-2, 2) * own;
    return placePlayer(player, [x, y], own);
  });
  const farthest = Math.min(...sizes);
  const depth = (1 - farthest) * eye * scale;
  const view = { groundY: groundY - depth, scale: scale * Math.sqrt(farthest) };
  return { figures, view, near: { groundY, scale } };
}

/** Sizes against the nearest one present; someone alone may stand farther away. */
function planeSizes(players: readonly Player[]): readonly number[] {
  const own = players.map(({ actor }) => PLANE_SIZE[actor.plane]);
  const nearest = Math.max(...own);
  return own.map((size) => (players.length === 1 ? Math.sqrt(size) : size / nearest));
}

/** How far the feet of the nearest plane lie under the field, as a share of its height. */
const SUNK: Readonly<Record<Shot, number>> = { long: -0.02, medium: 0.3, close: 0 };

/** Least share of a figure's height that a close-up shows. */
const CLOSE_SHARE = 0.54;

function chooseView(
  players: readonly Player[],
  sizes: readonly number[],
  { field, ceiling, shot, eye }: Placing,
  random: Random,
): { scale: number; groundY: number } {
  const heights = players.map(({ shape }, index) => {
    const size = sizes[index] ?? 1;
    return (1 - size) * eye + size * (CROWN * shape.headRadius - shape.head[1]);
  });
  const tallest = Math.max(...heights);
  const breadth = players.reduce((sum, player, index) => sum + (sizes[index] ?? 1) * breadthOf(player), 0);
  const widest = (widthOf(field) * (players.length === 1 ? 0.9 : 1.04)) / breadth;
  if (shot === "close") {
    const radius = players[0]?.shape.headRadius ?? 30;
    const free = Math.min(field[3] - ceiling, widthOf(field) * 0.9);
    const scale = Math.min((free * random.range(0.3, 0.36)) / radius, free / (tallest * CLOSE_SHARE));
    return { scale, groundY: ceiling + tallest * scale + random.range(2, 8) };
  }
  const low = field[3] + heightOf(field) * (SUNK[shot] - random.range(0, 0.03));
  const highest = (low - ceiling) / tallest;
  const limit = (heightOf(field) * (shot === "long" ? 0.8 : 1.1)) / 110;
  const scale = Math.min(highest, widest, limit) * random.range(0.9, 1);
  const slack = Math.max(0, low - ceiling - tallest * scale);
  return { scale, groundY: low - slack * random.range(0, shot === "long" ? 0.25 : 0.8) };
}

/** Width that a player takes, body units: what sticks out may overlap others. */
function breadthOf({ shape }: Player): number {
  return Math.max(2.2 * shape.headRadius, widthOf(shape.bounds) * 0.85);
}

/** Middles of the players' slots, panel px. */
function shareWidth(
  players: readonly Player[],
  sizes: readonly number[],
  scale: number,
  field: Box,
  random: Random,
): readonly number[] {
  const widths = players.map((player, index) => (sizes[index] ?? 1) * breadthOf(player) * scale);
  const free = widthOf(field) - widths.reduce((sum, width) => sum + width, 0);
  const weights = Array.from({ length: players.length + 1 }, () => random.range(0.25, 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let x = field[0];
  return widths.map((width, index) => {
    x += ((weights[index] ?? 0) / total) * free;
    const middle = x + width / 2;
    x += width;
    return middle;
  });
}
