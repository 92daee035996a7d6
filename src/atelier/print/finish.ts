import type { Raster } from "../../pixels/index.ts";
import type { Plates } from "../ink/rasterise.ts";
import { type PrintRun, pressPage } from "./press.ts";
import { scanPicture } from "./sensor.ts";
import { type Tilt, tiltOf, tiltOwners, tiltPicture } from "./tilt.ts";

export interface Finished {
  readonly picture: Raster;
  /** How the sheet lay on the scanner; undefined for straight. */
  readonly tilt: Tilt | undefined;
  /** Who owns each pixel of the picture. */
  readonly ids: Uint16Array;
}

/** Prints plates, lays the sheet on the scanner and scans it. The owners lie as the picture does. */
export function finishSheet(plates: Plates, ids: Uint16Array, run: PrintRun): Finished {
  const { options, seed } = run;
  const printed = pressPage(plates, run);
  const tilt = tiltOf(printed, options.tilt, seed);
  const picture = tilt === undefined ? printed : tiltPicture(tilt, printed);
  scanPicture(picture, options.noise, seed);
  return { picture, tilt, ids: tilt === undefined ? ids : tiltOwners(tilt, printed, ids) };
}
