import { Resvg } from "@resvg/resvg-js";
import { type Box, heightOf, widthOf } from "../../geometry/index.ts";
import type { Stage } from "./stage.ts";

/** Longer side of the picture that is counted, px. */
const SIDE = 96;

/**
 * Number of px that an owner's shapes would cover if nothing lay over them and the stage had no edge; measured on a
 * reduced picture, about 2 % exact.
 *
 * @param bounds around all of the owner's shapes, panel px
 */
export function silhouetteArea(stage: Stage, owner: string, bounds: Box): number {
  const fill = `<path fill="#${(stage.owners.indexOf(owner) + 1).toString(16).padStart(6, "0")}"`;
  const shapes = stage.layers.owner.filter((element) => element.startsWith(fill));
  const scale = SIDE / Math.max(widthOf(bounds), heightOf(bounds));
  const width = Math.ceil(widthOf(bounds) * scale);
  const height = Math.ceil(heightOf(bounds) * scale);
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
    `<g shape-rendering="crispEdges" transform="scale(${scale / 10}) translate(${-bounds[0] * 10} ${-bounds[1] * 10})">` +
    `${shapes.join("")}</g></svg>`;
  const { pixels } = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
  let count = 0;
  for (let alpha = 3; alpha < pixels.length; alpha += 4) if ((pixels[alpha] ?? 0) > 127) count++;
  return count / scale ** 2;
}
