/** What a pose rests on; it hides what is behind it but belongs to nobody. */

import type { Point } from "../../geometry/index.ts";
import { blob, ellipse, girth, tube } from "../ink/curve.ts";
import { plus, times } from "../ink/plane.ts";
import { NOBODY } from "../ink/stage.ts";
import type { Build } from "./build.ts";
import type { Pencil } from "./pencil.ts";
import { lend, line, solid } from "./pencil.ts";
import type { Skeleton } from "./skeleton.ts";

export function drawStool(pencil: Pencil, { hip }: Build, { pelvis, groundY, scale }: Skeleton): void {
  const wood = lend(pencil, NOBODY);
  const radius = hip * scale;
  const [x] = pelvis.at;
  const seatY = pelvis.at[1] + radius * 0.72;
  for (const side of [-1, 1]) {
    const [top, foot]: [Point, Point] = [
      [x + side * radius * 0.56, seatY],
      [x + side * radius * 0.8, groundY],
    ];
    const middle: Point = [(top[0] + foot[0]) / 2, (top[1] + foot[1]) / 2];
    solid(wood, tube([top, middle, foot], girth(2 * scale, 1.5 * scale)).outline, "#a9703f", { weight: 0.8 });
  }
  solid(
    wood,
    ellipse([x, seatY + 1.6 * scale], radius * 1.15, Math.max(2.4 * scale, radius * 0.24)),
    "#c98a50",
  );
}

export function drawPillow(pencil: Pencil, { head }: Build, skeleton: Skeleton): void {
  const { groundY, scale, forward } = skeleton;
  const linen = lend(pencil, NOBODY);
  const middle: Point = [skeleton.head.at[0] - forward * head * 0.1 * scale, groundY];
  const corner = (right: number, up: number): Point => plus(middle, times([right, -up], scale));
  const half = head * 1.35;
  const pillow = [
    corner(-half, -1),
    corner(-half * 1.05, head * 0.62),
    corner(-half * 0.5, head * 0.5),
    corner(half * 0.5, head * 0.5),
    corner(half * 1.05, head * 0.62),
    corner(half, -1),
    corner(0, -2.5),
  ];
  solid(linen, blob(pillow, 4), "#f4efe2");
  line(linen, [corner(half * 0.72, head * 0.34), corner(half * 0.5, head * 0.2)], 0.6);
}
