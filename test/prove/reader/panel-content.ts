/** What a panel shows, as far as the records tell. */
import type { Page, Panel } from "../../../src/records/index.ts";

/** Where and when it plays, who and what is there. */
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
