/** What a comparison says, in words. */
import { type Difference, FEWEST_PAGES } from "./difference.ts";
import { plural, points, pText, signedPoints } from "./wording.ts";

/** Level of the tests. */
export const ALPHA = 0.05;

/** "B is better than A by 12.3 points ...", or that no difference can be told and which one could have been. */
export function differenceWords(found: Difference, first: string, second: string): string {
  const { difference, interval, pages, adjusted, detectable } = found;
  if (difference === null) return `${first} and ${second} share no answered question.`;
  if (adjusted < ALPHA) {
    const [better, worse] = difference > 0 ? [second, first] : [first, second];
    const turned = difference > 0 ? interval : { low: -interval.high, high: -interval.low };
    return `${better} is better than ${worse} by ${points(Math.abs(difference))} points (${evidence(found, turned)}).`;
  }
  const missed =
    pages < FEWEST_PAGES
      ? "on so few pages none ever could"
      : detectable === null
        ? "so few questions would show none"
        : `a true difference of ${points(detectable)} points would be found four times in five`;
  return `No difference can be told: ${second} less ${first} is ${signedPoints(difference)} points (${evidence(found, interval)}); ${missed}.`;
}

/** @param interval of the difference as it is told */
function evidence(
  { n, pages, adjusted }: Difference,
  { low, high }: Pick<Difference["interval"], "low" | "high">,
): string {
  const range = `95 % interval ${signedPoints(low)} to ${signedPoints(high)}`;
  return `${range}, p ${sign(adjusted)}, ${plural(n, "question")} on ${plural(pages, "page")}`;
}

const sign = (p: number): string => (p < 0.001 ? pText(p) : `= ${pText(p)}`);
