/** Everybody of the drawn company on one row of pictures, with names: what a reader knows before reading. */
import { CAST } from "../../src/atelier/figure/cast.ts";
import { drawFigure, standingHeight } from "../../src/atelier/figure/figure.ts";
import { rasterise } from "../../src/atelier/ink/rasterise.ts";
import { createStage, paint } from "../../src/atelier/ink/stage.ts";
import { cleanPicture } from "../../src/atelier/print/press.ts";
import { IDENTITIES, type Identity } from "../../src/atelier/vocabulary.ts";
import type { Raster } from "../../src/pixels/index.ts";

/** px */
const SIZE = { width: 190, height: 250 };
const MARGIN = 20;

export interface Portrait {
  readonly identity: Identity;
  readonly name: string;
  readonly picture: Raster;
}

export const castSheet = (): readonly Portrait[] =>
  IDENTITIES.map((identity) => ({ identity, name: CAST[identity].name, picture: portrait(identity) }));

function portrait(identity: Identity): Raster {
  const { width, height } = SIZE;
  const stage = createStage(SIZE, "cast");
  const corners = [
    [-2, -2],
    [width + 2, -2],
    [width + 2, height + 2],
    [-2, height + 2],
  ] as const;
  paint(stage, corners, { fill: "#ffffff" });
  drawFigure(stage, {
    identity,
    action: "standing",
    emotion: "calm",
    at: [width / 2, height - MARGIN],
    scale: Math.min(1.2, (height - 3 * MARGIN) / standingHeight(identity)),
    facing: "right",
    turn: "three-quarter",
    seed: "cast",
    owner: identity,
  });
  return cleanPicture(rasterise(stage).plates);
}
