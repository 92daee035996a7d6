import { expect, it } from "vitest";
import { rasterise, visibleRegions } from "./rasterise.ts";
import { silhouetteArea } from "./silhouette.ts";
import { createStage, paint } from "./stage.ts";

const square = (x: number, y: number, side: number) =>
  [
    [x, y],
    [x + side, y],
    [x + side, y + side],
    [x, y + side],
  ] as const;

it("counts what others hide and what lies beyond the edge, overlapping shapes once", () => {
  const stage = createStage({ width: 100, height: 100 }, "silhouette");
  paint(stage, square(60, 20, 80), { fill: "#d9402f", owner: "a" });
  paint(stage, square(80, 40, 20), { fill: "#d9402f", owner: "a" });
  paint(stage, square(50, 10, 30), { fill: "#3f74a8", owner: "b" });
  const seen = visibleRegions(rasterise(stage).owners).get("a")?.pixels ?? 0;
  const whole = silhouetteArea(stage, "a", [58, 18, 142, 102]);
  expect(seen).toBeLessThan(3100);
  expect(whole / 6400).toBeGreaterThan(0.96);
  expect(whole / 6400).toBeLessThan(1.04);
});
