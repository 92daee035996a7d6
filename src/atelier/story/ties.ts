/** What ties each panel of a story to its neighbours, so that its place in the sequence can be found out. */
import type { Prop, Setting } from "../vocabulary.ts";
import type { Whereabouts } from "./beat.ts";
import type { PanelScript } from "./script.ts";
import type { Text } from "./text.ts";
import type { PlaceSlot } from "./wording.ts";

/**
 * - event: what happens follows from what happened in the other panel
 * - line: a line answers or takes up a line of the other panel
 * - object: the plot's thing is seen where the other panel left it, or has just changed hands
 * - place: a text names the place of the other panel
 * - time: the narrator says how late it has become since the other panel
 * - memory: a text names what happened up to the other panel
 * - weather: it has begun or ceased since the other panel
 * - light: it has become dark since the other panel
 */
export const TIE_KINDS = ["event", "line", "object", "place", "time", "memory", "weather", "light"] as const;
export type TieKind = (typeof TIE_KINDS)[number];

export interface Tie {
  /** Counted from 1, as panels are ordered. */
  readonly panel: number;
  /** An earlier panel. */
  readonly to: number;
  readonly by: TieKind;
}

/** What the story knew when it told a panel. */
export interface PanelFacts {
  /** Which scene it belongs to, from 0. */
  readonly scene: number;
  /** It goes on where the panel before it stopped. */
  readonly follows: boolean;
  /** What is said has to do with it. */
  readonly replies: boolean;
  readonly item: Prop;
  readonly whereabouts: Whereabouts;
  /** The templates of everything said and told. */
  readonly templates: readonly Text[];
  readonly places: Readonly<Record<PlaceSlot, Setting>>;
}

/** Everything that ties panels together, in panel order. */
export function tieTogether(panels: readonly PanelScript[], facts: readonly PanelFacts[]): readonly Tie[] {
  return panels.flatMap((panel, index): Tie[] => {
    const before = panels[index - 1];
    const fact = facts[index];
    const last = facts[index - 1];
    if (before === undefined || fact === undefined || last === undefined) return [];
    const kinds = tiesBetween({ panel: before, fact: last }, { panel, fact });
    return kinds.map((by) => ({ panel: index + 1, to: index, by }));
  });
}

interface Told {
  readonly panel: PanelScript;
  readonly fact: PanelFacts;
}

function tiesBetween(before: Told, now: Told): readonly TieKind[] {
  const says = (told: Told, slot: string): boolean =>
    told.fact.templates.some(({ en }) => en.includes(`${slot}}`));
  const spoken = before.panel.lines.length > 0 && now.panel.lines.length > 0;
  const moved = before.panel.setting !== now.panel.setting;
  const found: Readonly<Record<TieKind, boolean>> = {
    event: now.fact.follows,
    line: now.fact.follows && now.fact.replies && before.fact.replies && spoken,
    object: showsItem(now) && (showsItem(before) || before.fact.whereabouts !== now.fact.whereabouts),
    place: moved && namesPlace(before, now.panel.setting),
    time: says(now, "{now") && !now.fact.follows,
    memory: says(now, "{before"),
    weather: before.panel.weather !== now.panel.weather,
    light: before.panel.light !== now.panel.light,
  };
  return TIE_KINDS.filter((kind) => found[kind]);
}

const showsItem = ({ panel, fact }: Told): boolean =>
  panel.thing === fact.item || panel.actors.some(({ holds }) => holds === fact.item);

/** Whether a text names a place by any of its slots. */
function namesPlace({ fact }: Told, setting: Setting): boolean {
  const slots: readonly PlaceSlot[] = ["next", "goal", "road", "home"];
  return slots.some(
    (slot) => fact.places[slot] === setting && fact.templates.some(({ en }) => en.includes(`.${slot}}`)),
  );
}
