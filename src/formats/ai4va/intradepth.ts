/**
 * The direction of AI4VA's `Intradepth` is not settled in public: its authors' older ComicsDepth has smaller = nearer, a
 * reader of AI4VA took larger as nearer (IVRL/AI4VA issue #4). Records have 0 = nearest.
 */
import type { PageRegions } from "./regions.ts";

interface InPlane {
  readonly panel?: string | undefined;
  readonly interdepth?: number | undefined;
  readonly intradepth?: number | undefined;
}

/**
 * Turn a nearer-is-larger reading round: within one plane (same panel, same Interdepth) the value becomes the plane's
 * largest value minus itself, so the nearest is 0, differences stay and missing values stay missing.
 */
export function reverseIntradepth(regions: PageRegions): PageRegions {
  const planeOf = ({ panel, interdepth }: InPlane) => `${interdepth ?? "none"} ${panel ?? ""}`;
  const largest = new Map<string, number>();
  for (const figure of [...regions.characters, ...regions.objects]) {
    const plane = planeOf(figure);
    largest.set(plane, Math.max(largest.get(plane) ?? 0, figure.intradepth ?? 0));
  }
  const reverse = <T extends InPlane>(figure: T): T =>
    figure.intradepth === undefined
      ? figure
      : { ...figure, intradepth: (largest.get(planeOf(figure)) ?? 0) - figure.intradepth };
  return { ...regions, characters: regions.characters.map(reverse), objects: regions.objects.map(reverse) };
}
