/** Regions cut to the picture they lie on. Annotators draw past the edge; nothing behind it can be seen or asked. */
import { InputError } from "../errors.ts";
import {
  type Box,
  clampTo,
  clipPolygon,
  fullBox,
  isInside,
  type Point,
  type Size,
} from "../geometry/index.ts";
import type { Panel } from "../records/index.ts";
import type { SourcePage, Warning } from "./format.ts";
import { withoutLinksTo } from "./links.ts";

interface Region {
  readonly id: string;
  readonly box: Box;
  readonly polygon?: readonly Point[] | undefined;
}

/**
 * The page of a source, fitted to its picture by {@link fitPage}. A picture that is not of the size that the annotations
 * were made on is an `InputError`: every box would be wrong.
 */
export function fitToPicture(
  source: SourcePage,
  found: Size,
  pictureName: string,
): { page: SourcePage["page"]; warnings: readonly Warning[] } {
  const { size, place, page } = source;
  if (size === undefined || (size.width === found.width && size.height === found.height))
    return fitPage(page, found);
  throw new InputError({
    ...place,
    expected: `a picture of ${size.width} x ${size.height} px, as the annotations say`,
    found: `${found.width} x ${found.height} px in ${pictureName}`,
  });
}

/**
 * Boxes and outlines clamped to the picture; regions wholly outside of it or without area are dropped, and links to
 * them with them. Everything that is changed leaves a warning.
 */
export function fitPage(
  page: SourcePage["page"],
  size: Size,
): { page: SourcePage["page"]; warnings: readonly Warning[] } {
  const warnings: Warning[] = [];
  const gone = new Set<string>();
  const fitAll = <T extends Region>(regions: readonly T[]): T[] =>
    regions.flatMap((region) => {
      const fitted = fitRegion(region, size, warnings);
      if (fitted === undefined) gone.add(region.id);
      return fitted ?? [];
    });
  const fitted = {
    panels: fitAll(page.panels),
    characters: fitAll(page.characters),
    faces: fitAll(page.faces),
    balloons: fitAll(page.balloons),
    texts: fitAll(page.texts),
    objects: fitAll(page.objects),
  };
  if (gone.size === 0) return { page: { ...page, ...fitted }, warnings };
  const lost = page.panels.flatMap(({ id, order }) => (gone.has(id) && order !== undefined ? order : []));
  const unlinked = {
    panels: fitted.panels.map((panel) => movedUp(panel, lost)),
    characters: fitted.characters.map((region) => withoutLinksTo(region, gone)),
    faces: fitted.faces.map((region) => withoutLinksTo(region, gone)),
    balloons: fitted.balloons.map((region) => withoutLinksTo(region, gone)),
    texts: fitted.texts.map((region) => withoutLinksTo(region, gone)),
    objects: fitted.objects.map((region) => withoutLinksTo(region, gone)),
  };
  return { page: { ...page, ...fitted, ...unlinked }, warnings };
}

/** Annotated orders count from 1, so those behind a dropped panel move up; gaps of the source stay, as its faults. */
function movedUp(panel: Panel, lostOrders: readonly number[]): Panel {
  const { order } = panel;
  if (order === undefined) return panel;
  return { ...panel, order: order - lostOrders.filter((lost) => lost < order).length };
}

function fitRegion<T extends Region>(region: T, size: Size, warnings: Warning[]): T | undefined {
  const at = `region ${region.id}`;
  const box = clampTo(region.box, size);
  if (box === undefined) {
    warnings.push({ what: "box outside the picture or without area: left out", at });
    return undefined;
  }
  if (!isInside(region.box, size)) warnings.push({ what: "box reaches beyond the picture: cut off", at });
  const { polygon } = region;
  const staysInside = polygon?.every(([x, y]) => x >= 0 && y >= 0 && x <= size.width && y <= size.height);
  if (staysInside !== false) return { ...region, box };
  warnings.push({ what: "outline reaches beyond the picture: cut off", at });
  return { ...region, box, polygon: polygon && clipPolygon(polygon, fullBox(size)) };
}
