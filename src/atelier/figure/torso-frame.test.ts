import { describe, expect, it } from "vitest";
import type { Point } from "../../geometry/index.ts";
import { seeded } from "../../random.ts";
import { contains, hull, type Shape } from "../ink/curve.ts";
import { distance } from "../ink/plane.ts";
import { LANKY, ROUND } from "./build.ts";
import type { Pose } from "./poses/pose.ts";
import { poseSkeleton } from "./skeleton.ts";
import { type TorsoFrame, torsoFrame } from "./torso-frame.ts";

const HANGING: Pose["arms"]["near"] = [0, 10, 0, 5];
const UPRIGHT: Pose = {
  lean: 0,
  arms: { near: HANGING, far: HANGING },
  legs: { near: HANGING, far: HANGING },
  yaw: [0, 180],
};

function torsoOf(pose: Partial<Pose>, yaw: number, build = LANKY): TorsoFrame {
  const stance = { build, pose: { ...UPRIGHT, ...pose }, yaw, at: [0, 0] as const, scale: 2 };
  return torsoFrame(build, poseSkeleton({ ...stance, random: seeded("torso") }));
}

/** Area of a polygon (shoelace formula). */
function area(shape: Shape): number {
  return Math.abs(
    shape.reduce((sum, [x, y], i) => {
      const [nx, ny] = shape[(i + 1) % shape.length] as Point;
      return sum + (x * ny - nx * y) / 2;
    }, 0),
  );
}

const SIDEWAYS = Math.PI / 2;

describe("torsoFrame", () => {
  it("bends the outline along the spine, which a convex one could not", () => {
    const curled = torsoOf({ bend: 60 }, SIDEWAYS).outline;
    const straight = torsoOf({ bend: 0 }, SIDEWAYS).outline;
    expect(area(curled) / area(hull(curled))).toBeLessThan(0.97);
    expect(area(curled) / area(straight)).toBeGreaterThan(0.85);
  });

  it("curls forward for a positive bend and arches for a negative one", () => {
    const offset = (bend: number): number => {
      const { middle } = torsoOf({ bend }, SIDEWAYS);
      return middle(0.5)[0] - (middle(0)[0] + middle(1)[0]) / 2;
    };
    expect(offset(40)).toBeLessThan(offset(0) - 1);
    expect(offset(-40)).toBeGreaterThan(offset(0) + 1);
  });

  it("holds the whole middle line and every visible place inside the outline", () => {
    for (const yaw of [0, 0.8, SIDEWAYS, 2.7, -0.8]) {
      const frame = torsoOf({ bend: 24, sway: 8, lean: 14 }, yaw, ROUND);
      for (const height of [0.05, 0.35, 0.65, 0.95]) {
        expect(contains(frame.outline, frame.middle(height)), `yaw ${yaw}`).toBe(true);
        for (const point of frame.band(height, 0)) {
          const nearest = Math.min(...frame.outline.map((edge) => distance(edge, point)));
          expect(contains(frame.outline, point) || nearest < 4, `yaw ${yaw} height ${height}`).toBe(true);
        }
      }
    }
  });

  it("has no corners where the caps meet the sides", () => {
    const { outline } = torsoOf({ bend: 20 }, 0.8, ROUND);
    const steps = outline.map((point, i) => distance(point, outline[(i + 1) % outline.length] ?? point));
    expect(Math.max(...steps)).toBeLessThan(14);
  });
});
