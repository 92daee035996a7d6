/** How well panels fit beside each other, as far as a page's record tells what they have in common. */
import type { PageView, PanelView } from "../comics/index.ts";

/** Where and when it plays, who and what is there; unknown things are left out. */
function elementsOf({ panel: { setting, time }, characters, objects }: PanelView): ReadonlySet<string> {
  const known = (kind: string, values: readonly (string | undefined)[]): readonly string[] =>
    values.flatMap((value) => (value === undefined ? [] : [`${kind} ${value}`]));
  return new Set([
    ...known("where", [setting]),
    ...known("when", [time]),
    ...known(
      "who",
      characters.map(({ name }) => name),
    ),
    ...known(
      "what",
      objects.map(({ label }) => label),
    ),
  ]);
}

/** Number of elements that a panel shares with those beside a place, which are not hidden. */
function sharedAt(view: PageView, panel: PanelView, place: PanelView, hidden: readonly PanelView[]): number {
  const own = elementsOf(panel);
  const beside = view.panels.filter(({ index }) => Math.abs(index - place.index) === 1);
  return beside
    .filter((other) => !hidden.includes(other))
    .flatMap((other) => [...elementsOf(other)])
    .filter((element) => own.has(element)).length;
}

/**
 * True unless two hidden panels could change places: because they share more with what is beside the other's place than
 * with what is beside their own, or as much, and play in one setting with the same people and things.
 */
export function fitTheirPlaces(view: PageView, first: PanelView, second: PanelView): boolean {
  const hidden = [first, second];
  const shared = (panel: PanelView, place: PanelView): number => sharedAt(view, panel, place, hidden);
  const right = shared(first, first) + shared(second, second);
  const wrong = shared(first, second) + shared(second, first);
  return right > wrong || (right === wrong && !areInterchangeable(view, first, second));
}

/** Where a page tells of no settings, any two panels may differ in theirs. */
function areInterchangeable(view: PageView, first: PanelView, second: PanelView): boolean {
  const described = (panel: PanelView): string => [...elementsOf(panel)].sort().join("\n");
  const tellsSettings = view.panels.some(({ panel }) => panel.setting !== undefined);
  return tellsSettings && described(first) === described(second);
}
