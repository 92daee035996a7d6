import { ellipse } from "../../ink/curve.ts";
import { clamp } from "../../ink/plane.ts";
import { line, ring } from "../pencil.ts";
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
