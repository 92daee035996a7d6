import type { Point } from "../../../geometry/index.ts";
import { ellipse } from "../../ink/curve.ts";
import { PALETTE } from "../../ink/palette.ts";
import { clamp } from "../../ink/plane.ts";
import { line, ring, solid } from "../pencil.ts";
import type { Spot } from "../space.ts";
import type { HeadExtra } from "./human.ts";

/** Round spectacles. */
export function glasses(): HeadExtra {
  return (head) =>
    head.away
      ? []
      : [
          {
            depth: 0.6,
            draw: (pencil) => {
              for (const side of [-1, 1]) {
                const facing = head.depth([side * 0.3, -0.05, 0.86]);
                if (facing < 0.1) continue;
                const width = clamp(0.3 + facing * 0.75, 0.4, 1);
                const lens = head.point([side * 0.31, -0.04, 0.86]);
                ring(pencil, ellipse(lens, head.radius * 0.27 * width, head.radius * 0.28, head.roll), 0.8);
              }
              line(pencil, [head.point([-0.07, -0.06, 0.95]), head.point([0.07, -0.06, 0.95])], 0.7);
            },
          },
        ];
}

/** A black patch on a string over the eye that is on the head's own left. */
export function eyePatch(): HeadExtra {
  const middle: Spot = [0.32, -0.04, 0.84];
  return (head) =>
    head.away
      ? []
      : [
          {
            depth: 0.6,
            draw: (pencil) => {
              const strap = ([-0.72, -0.3, 0.36, 0.74] as const).map(
                (x): Point =>
                  head.point([x, -0.36 + (x + 0.72) * 0.3, Math.sqrt(Math.max(0.02, 0.86 - x * x))]),
              );
              line(pencil, strap, 1.1);
              const facing = head.depth(middle);
              if (facing < 0.05) return;
              const half = head.radius * 0.26 * clamp(0.3 + facing * 0.75, 0.4, 1);
              solid(pencil, ellipse(head.point(middle), half, head.radius * 0.25, head.roll), PALETTE.black, {
                weight: 0.6,
              });
            },
          },
        ];
}
