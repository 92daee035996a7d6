/** What the script of a drawn page says about the places of two panels: whether they could change them. */
import type { PageScript } from "../../../src/atelier/index.ts";
import type { Page } from "../../../src/records/index.ts";

/** Panels are counted from 1, as in the script. */
type Order = readonly number[];

/** The order that a reader would have who takes each of two panels for the other. */
const exchanged = (order: Order, a: number, b: number): Order =>
  order.map((panel) => (panel === a ? b : panel === b ? a : panel));

const followersIn = (order: Order): ReadonlySet<string> =>
  new Set(order.slice(1).map((panel, index) => `${order[index]} ${panel}`));

/** Ties of the script between panels that follow each other, and no longer do when two panels have changed places. */
export function tiesBroken({ panels, ties }: PageScript, a: number, b: number): number {
  const order = panels.map((_, index) => index + 1);
  const still = followersIn(exchanged(order, a, b));
  return ties.filter(({ to, panel }) => !still.has(`${to} ${panel}`)).length;
}

/** What can be seen of a panel, an element at a time; everything where nothing is hidden or left undrawn. */
export type Sees = (panel: number, element: string) => boolean;
const seesAll: Sees = () => true;

/** What a page's record has of its script: a place may be left undrawn, people and things may be covered. */
export function seenOn(page: Page): Sees {
  const known = new Map(
    page.panels.map(({ id, order = 0, setting }) => {
      const figures = page.characters.filter(({ panel }) => panel === id);
      const things = page.objects.filter(({ panel }) => panel === id);
      const people = figures.map((figure) => `who ${figure.id.slice(id.length + 1)}`);
      const seen = [...people, ...things.map(({ label }) => `what ${label}`)];
      return [order, { place: setting !== undefined, seen }] as const;
    }),
  );
  return (panel, element) => {
    const isPlace = !/^(who|what) /.test(element);
    return isPlace ? known.get(panel)?.place === true : known.get(panel)?.seen.includes(element) === true;
  };
}

/** Where and when it plays, and who and what is there; weather only counts where it changes, as a tie. */
function elementsOf({ panels }: PageScript, panel: number, sees: Sees): readonly string[] {
  const script = panels[panel - 1];
  if (script === undefined) return [];
  const { setting, light, actors, thing } = script;
  const things = [thing, ...actors.map(({ holds }) => holds)].filter((prop) => prop !== undefined);
  const people = actors.map(({ identity }) => `who ${identity}`);
  const elements = [setting, light, ...people, ...things.map((prop) => `what ${prop}`)];
  return [...new Set(elements)].filter((element) => sees(panel, element));
}

/** Elements that neighbours share where one of them is hidden and the other is not. */
function sharedBeside(script: PageScript, order: Order, hidden: Order, sees: Sees): number {
  return order
    .slice(1)
    .map((panel, index) => [order[index] ?? 0, panel] as const)
    .filter((pair) => pair.filter((panel) => hidden.includes(panel)).length === 1)
    .flatMap(([before, after]) => {
      const known = elementsOf(script, before, sees);
      return elementsOf(script, after, sees).filter((element) => known.includes(element));
    }).length;
}

/** How many more elements two panels share with what is beside them than with what is beside the other; below 0 it misleads. */
export function sharedMore(script: PageScript, a: number, b: number, sees = seesAll): number {
  const order = script.panels.map((_, index) => index + 1);
  return (
    sharedBeside(script, order, [a, b], sees) - sharedBeside(script, exchanged(order, a, b), [a, b], sees)
  );
}

/** True when two panels show one cast with one set of things in one place and light. */
export const showTheSame = (script: PageScript, a: number, b: number, sees = seesAll): boolean =>
  elementsOf(script, a, sees).toSorted().join() === elementsOf(script, b, sees).toSorted().join();
