/** What one drawn panel costs: geometry and SVG text against rasterising all layers. `node bench/draw-panel.ts [n]` */

import { drawFigure } from "../src/atelier/figure/figure.ts";
import { rasterise } from "../src/atelier/ink/rasterise.ts";
import type { Stage } from "../src/atelier/ink/stage.ts";
import { createStage, toSvg } from "../src/atelier/ink/stage.ts";
import { drawSetting } from "../src/atelier/scenery/index.ts";
import { ACTIONS, EMOTIONS, IDENTITIES, LIGHTS, SETTINGS } from "../src/atelier/vocabulary.ts";
import { seeded } from "../src/random.ts";

/** A page of 1000 x 1414 px holds 13 panels of this size. */
const PANEL = { width: 300, height: 330 };
const PANELS_A_PAGE = 13;

function drawPanel(index: number): Stage {
  const random = seeded(`bench:${index}`);
  const stage = createStage(PANEL, `${index}`);
  const view = { groundY: PANEL.height - 45, scale: 1.25 };
  drawSetting(stage, { setting: random.pick(SETTINGS), light: random.pick(LIGHTS), seed: `${index}`, view });
  for (const [i, x] of [90, 205].entries()) {
    drawFigure(stage, {
      identity: random.pick(IDENTITIES),
      action: random.pick(ACTIONS),
      emotion: random.pick(EMOTIONS),
      at: [x, view.groundY + i * 8],
      scale: view.scale,
      facing: i === 0 ? "right" : "left",
      turn: "three-quarter",
      seed: `${index}.${i}`,
      owner: `figure ${i}`,
    });
  }
  return stage;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const n = Number(process.argv[2] ?? 60);
const geometry: number[] = [];
const raster: number[] = [];
for (let i = -10; i < n; i++) {
  const start = performance.now();
  const stage = drawPanel(i);
  const letters = toSvg(stage, "colour").length + toSvg(stage, "ink").length;
  const drawn = performance.now();
  rasterise(stage);
  const done = performance.now();
  if (i === 0) console.log(`one panel: ${letters} characters of SVG`);
  if (i < 0) continue;
  geometry.push(drawn - start);
  raster.push(done - drawn);
}
const [drawing, rendering] = [median(geometry), median(raster)];
console.log(
  `n ${n}  median ${(drawing + rendering).toFixed(1)} ms a panel of ${PANEL.width} x ${PANEL.height}  ` +
    `geometry ${drawing.toFixed(1)} ms, raster ${rendering.toFixed(1)} ms  ` +
    `(a page of ${PANELS_A_PAGE}: ${(drawing * PANELS_A_PAGE).toFixed(0)} + ${(rendering * PANELS_A_PAGE).toFixed(0)} ms)`,
);
