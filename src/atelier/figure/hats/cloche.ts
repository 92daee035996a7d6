import type { Point } from "../../../geometry/index.ts";
import { ellipse, hull } from "../../ink/curve.ts";
import { rotate } from "../../ink/plane.ts";
import { solid } from "../pencil.ts";
import type { HatArt } from "./hat.ts";

/** A lady's bell-shaped hat with a band. */
export function cloche(colours: { readonly crown: string; readonly band: string }): HatArt {
  return (pencil, head) => {
    const rim = -0.3 * head.radius;
    const aboveRim = (point: Point) => rotate(point, -head.roll, head.centre)[1] - head.centre[1] < rim;
    const dome = head.oval([0, -0.5, -0.08], [0.96, 0.66, 0.98]).filter(aboveRim);
    const brim = [
      head.point([-0.98, -0.34, 0.1]),
      head.point([0.98, -0.34, 0.1]),
      head.point([0, -0.36, 1]),
      head.point([0, -0.2, -1.02]),
    ];
    solid(pencil, hull([...dome, ...brim]), colours.crown);
    const band = ellipse(head.point([0, -0.42, 0]), head.breadth(0.99, 1.02), head.radius * 0.13, head.roll);
    solid(pencil, band, colours.band, { weight: 0.8 });
  };
}
