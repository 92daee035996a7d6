import type { Point } from "../../geometry/index.ts";
import { curve, cut, ellipse, tube } from "../ink/curve.ts";
import { minus, plus, times, unit } from "../ink/plane.ts";
import type { Pencil } from "./pencil.ts";
import { patch, solid } from "./pencil.ts";
import type { Skeleton } from "./skeleton.ts";

export type TailKind = "stub" | "puff" | "bush" | "whip";

export interface Tail {
  readonly kind: TailKind;
  readonly colour: string;
  readonly tip: string;
}

export function drawTail(pencil: Pencil, tail: Tail, skeleton: Skeleton): void {
  if (tail.kind === "bush") drawBush(pencil, tail, skeleton);
  else if (tail.kind === "whip") drawWhip(pencil, tail, skeleton);
  else drawBall(pencil, tail, skeleton);
}

/** A point behind the body: body units backwards and down from the tail's root. */
const behind = ({ rump, forward, scale }: Skeleton, back: number, down: number): Point =>
  plus(rump.at, times([-back * forward, down], scale));

function drawBall(pencil: Pencil, { kind, colour }: Tail, skeleton: Skeleton): void {
  const radius = (kind === "puff" ? 5 : 3.8) * skeleton.scale;
  solid(pencil, ellipse(behind(skeleton, 2, -2), radius), colour);
}

function drawBush(pencil: Pencil, { colour, tip }: Tail, skeleton: Skeleton): void {
  const spine = curve(
    [
      [0, 0],
      [13, 3.5],
      [25, -7],
      [27, -24],
    ].map(([back, down]) => behind(skeleton, back ?? 0, down ?? 0)),
    5,
  );
  const swell = (share: number) =>
    skeleton.scale * (2 + 8.4 * Math.sin(Math.PI * Math.min(1, share * 1.02)) ** 0.8 * (1 - share * 0.2));
  const bush = tube(spine, swell);
  solid(pencil, bush.outline, colour);
  const from = spine[Math.floor(spine.length * 0.7)] as Point;
  const along = unit(minus(spine.at(-1) as Point, from));
  const inner = tube(spine, (share) => Math.max(0.5, swell(share) - pencil.ink * 0.6)).outline;
  patch(pencil, cut(inner, from, along), tip);
}

function drawWhip(pencil: Pencil, { colour }: Tail, skeleton: Skeleton): void {
  const spine = curve(
    [
      [0, 0],
      [9, -1],
      [15, -9],
      [18, -20],
    ].map(([back, down]) => behind(skeleton, back ?? 0, down ?? 0)),
    4,
  );
  solid(pencil, tube(spine, (share) => skeleton.scale * (2.8 - 1.2 * share)).outline, colour);
}
