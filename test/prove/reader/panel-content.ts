/** What a panel shows, as far as the records tell, and how well panels fit beside each other. */
import type { Page, Panel } from "../../../src/records/index.ts";
import { inReadingOrder } from "./scene.ts";

/** Where and when it plays, who and what is there: what neighbouring panels of a story share. */
function elementsOf(page: Page, { id, setting, time }: Panel): ReadonlySet<string> {
  const cast = page.characters.filter(({ panel }) => panel === id).map(({ name }) => `who ${name}`);
  const things = page.objects.filter(({ panel }) => panel === id).map(({ label }) => `what ${label}`);
  return new Set([`where ${setting}`, `when ${time}`, ...cast, ...things]);
}

/** Everything that tells a panel from another: its elements, what everybody does and feels, and all lettering. */
function contentOf(page: Page, panel: Panel): string {
  const doings = page.characters
    .filter((figure) => figure.panel === panel.id)
    .map(({ name, action, emotion }) => `${name} ${action} ${emotion}`);
  const words = [...page.balloons, ...page.texts]
    .filter((item) => item.panel === panel.id)
    .map(({ text }) => `"${text}"`);
  return [...elementsOf(page, panel), ...doings, ...words].sort().join("\n");
}

/** True when nothing in the records tells two panels apart. */
export const areAlike = (page: Page, a: Panel, b: Panel): boolean =>
  contentOf(page, a) === contentOf(page, b);

/** Number of elements that a panel shares with the panels before and after a place, `hidden` left out. */
function fitOf(page: Page, panel: Panel, place: Panel, hidden: readonly Panel[]): number {
  const order = inReadingOrder(page);
  const at = order.indexOf(place);
  const neighbours = [order[at - 1], order[at + 1]].filter(
    (other) => other !== undefined && !hidden.includes(other),
  );
  const elements = elementsOf(page, panel);
  return neighbours
    .flatMap((other) => (other === undefined ? [] : [...elementsOf(page, other)]))
    .filter((element) => elements.has(element)).length;
}

/** True when two panels play in one setting with one cast. */
export function isSameScene(page: Page, a: Panel, b: Panel): boolean {
  const cast = ({ id }: Panel) => page.characters.filter(({ panel }) => panel === id).map(({ name }) => name);
  return a.setting === b.setting && cast(a).sort().join("\n") === cast(b).sort().join("\n");
}

/**
 * How many more elements two covered panels share with their own neighbours than with each other's: 0 where such ties
 * do not tell their places, negative where they mislead.
 */
export function tiesOf(page: Page, a: Panel, b: Panel): number {
  const hidden = [a, b];
  const right = fitOf(page, a, a, hidden) + fitOf(page, b, b, hidden);
  return right - fitOf(page, a, b, hidden) - fitOf(page, b, a, hidden);
}
