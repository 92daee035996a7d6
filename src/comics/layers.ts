/** Panels drawn upon panels: insets, panels on a full-bleed splash, and second boxes around the same panel. */
import { areaOf, clipPolygon, coverage, iou, overlapArea, polygonArea } from "../geometry/index.ts";
import { bySize, type Region } from "./region.ts";

/** Boxes that overlap more than this (IoU) are the same panel annotated twice. */
const DUPLICATE_IOU = 0.9;
/** Share of an inset that lies in its host; the rest may break the host's frame. */
const INSET_SHARE = 0.8;
/** Share of all other panels' area that a splash behind them covers ... */
const SPLASH_SHARE = 0.8;
/** ... and of each of them. */
const SPLASH_SHARE_OF_EACH = 0.5;

export interface Layers {
  /** The panels that lie on no other panel. */
  readonly ground: readonly Region[];
  /** What lies upon a panel of the ground, by its id: all of it, insets of insets too. */
  readonly upon: ReadonlyMap<string, readonly Region[]>;
}

/** Part panels into those of the page's ground and those drawn upon them. */
export function layersOf(panels: readonly Region[]): Layers {
  const splash = panels.toSorted(bySize).find((panel) => isSplash(panel, panels));
  if (splash !== undefined)
    return { ground: [splash], upon: new Map([[splash.id, panels.filter((panel) => panel !== splash)]]) };
  const upon = new Map<string, Region[]>();
  const ground: Region[] = [];
  for (const panel of panels.toSorted(bySize)) {
    const host = ground.findLast((larger) => liesUpon(panel, larger));
    if (host === undefined) ground.push(panel);
    else upon.set(host.id, [...(upon.get(host.id) ?? []), panel]);
  }
  return { ground, upon };
}

/** True when most of a panel lies in a larger one. */
export function liesUpon(panel: Region, larger: Region): boolean {
  return shareWithin(panel, larger) > INSET_SHARE || iou(panel.box, larger.box) > DUPLICATE_IOU;
}

/** Share of a panel's box inside the outline of another. */
function shareWithin(panel: Region, other: Region): number {
  if (overlapArea(panel.box, other.box) === 0) return 0;
  if (other.polygon === undefined) return coverage(panel.box, other.box);
  const common = clipPolygon(other.polygon, panel.box);
  return common === undefined ? 0 : polygonArea(common) / areaOf(panel.box);
}

/** True for a panel that lies behind all others, though some may reach past its edge. */
function isSplash(panel: Region, panels: readonly Region[]): boolean {
  const others = panels.filter((other) => other !== panel);
  if (others.length < 2) return false;
  const shares = others.map((other) => shareWithin(other, panel));
  const covered = others.reduce((sum, { box }, index) => sum + areaOf(box) * (shares[index] ?? 0), 0);
  const total = others.reduce((sum, { box }) => sum + areaOf(box), 0);
  return covered > SPLASH_SHARE * total && shares.every((share) => share > SPLASH_SHARE_OF_EACH);
}
