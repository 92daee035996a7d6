/** What mishaps leave on people: it stays with them from the panel after the mishap to the end of the page. */
import type { Condition, Identity } from "../vocabulary.ts";
import { INDOOR_SETTINGS } from "../vocabulary.ts";
import type { Beat } from "./beat.ts";
import type { ActorScript, PanelScript } from "./script.ts";

/** Absent where nothing has happened to somebody. */
export type Conditions = ReadonlyMap<Identity, readonly Condition[]>;

/** The actors as earlier panels have left them. */
export const markActors = (actors: readonly ActorScript[], conditions: Conditions): readonly ActorScript[] =>
  actors.map((actor) => ({ ...actor, conditions: conditions.get(actor.identity) }));

/** What is left on everybody after a panel. */
export function conditionsAfter(panel: PanelScript, beat: Beat, before: Conditions): Conditions {
  const after = new Map(before);
  for (const actor of panel.actors) {
    const known = before.get(actor.identity) ?? [];
    const left = mishapOf(actor, panel, beat);
    if (left !== undefined && !known.includes(left)) after.set(actor.identity, [...known, left]);
  }
  return after;
}

/** A fall into water or a cloudburst makes wet; any other fall needs a bandage. */
function mishapOf(
  { action, holds }: ActorScript,
  { setting }: PanelScript,
  { rain, sounds = [] }: Beat,
): Condition | undefined {
  if (action === "falling") return sounds.some(({ en }) => /spl[ao]sh/i.test(en)) ? "wet" : "bandaged";
  const isOut = !INDOOR_SETTINGS.includes(setting);
  return rain === true && isOut && holds !== "umbrella" ? "wet" : undefined;
}
