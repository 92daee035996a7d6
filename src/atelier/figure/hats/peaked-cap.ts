import { blob, ellipse, wrap } from "../../ink/curve.ts";
import { PALETTE } from "../../ink/palette.ts";
import type { HeadFrame } from "../heads/head-frame.ts";
import type { Pencil } from "../pencil.ts";
import { solid } from "../pencil.ts";
import type { Spot } from "../space.ts";
import type { HatArt } from "./hat.ts";

export interface PeakedCap {
  readonly crown: string;
  readonly band: string;
  /** Height of the rim above the head's middle, head radii. */
  readonly rim: number;
}

/** A policeman's or a captain's cap. */
export function peakedCap({ crown, band, rim }: PeakedCap): HatArt {
  return (pencil, head) => {
    const { radius } = head;
    const top = {
      centre: head.point([0, -1.16, -0.05]),
      rx: head.breadth(1, 1),
      ry: radius * 0.24,
      angle: head.roll,
    };
    const rimAt = head.point([0, -rim, 0]);
    const foot = { centre: rimAt, rx: head.breadth(0.8, 0.82), ry: radius * 0.2, angle: head.roll };
    solid(pencil, wrap([top, foot]), crown);
    solid(pencil, ellipse(rimAt, head.breadth(0.84, 0.86), radius * 0.17, head.roll), band);
    if (!head.away) drawPeak(pencil, head, rim);
  };
}

function drawPeak(pencil: Pencil, head: HeadFrame, rim: number): void {
  const peak: readonly Spot[] = [
    [-0.66, 0.1, 0.55],
    [-0.4, 0.22, 1.05],
    [0, 0.26, 1.22],
    [0.4, 0.22, 1.05],
    [0.66, 0.1, 0.55],
    [0, 0.02, 0.86],
  ];
  const lifted = peak.map(([x, y, z]) => head.point([x, y - rim, z]));
  solid(pencil, blob(lifted, 4), PALETTE.black);
  const facing = Math.max(0.3, head.depth([0, 0, 1]));
  const badge = ellipse(head.point([0, -1.06, 0.95]), head.radius * 0.15 * facing, head.radius * 0.16);
  solid(pencil, badge, PALETTE.yellow, { weight: 0.6 });
}
