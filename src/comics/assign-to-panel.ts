/** Which panel a thing is drawn in, by geometry. */
import { type Box, coverage } from "../geometry/index.ts";
import { liesUpon } from "./layers.ts";
import type { Region } from "./region.ts";

/** A thing of which no panel holds this share stands between panels (a title, a page number). */
const LEAST_SHARE = 0.1;
/** A thing belongs to an inset, and not to the panel below it, when the inset holds this share. */
const INSET_SHARE = 0.5;

/** The panel that holds most of a box; undefined where none holds a tenth of it. */
export function assignToPanel<T extends Region>(box: Box, panels: readonly T[]): T | undefined {
  const held = panels
    .map((panel) => ({ panel, share: coverage(box, panel.box) }))
    .filter(({ share }) => share >= LEAST_SHARE)
    .sort((a, b) => b.share - a.share);
  let best = held[0]?.panel;
  for (const { panel, share } of held) {
    if (best !== undefined && share >= INSET_SHARE && isSmallerUpon(panel, best)) best = panel;
  }
  return best;
}

const isSmallerUpon = (panel: Region, other: Region): boolean =>
  panel !== other && liesUpon(panel, other) && !liesUpon(other, panel);
