/** Which beats a page of so many panels tells, in order: a plot's opening, a way full of episodes, its ending. */
import type { Random } from "../../random.ts";
import { INTERLUDES } from "./asides/interludes.ts";
import type { Beat, Episode, Plot } from "./beat.ts";
import { EPISODES } from "./episodes/index.ts";

/** Beats that follow each other in one place. */
export interface Scene {
  readonly beats: readonly Beat[];
  /** The episode they are from; absent for the plot's own beats. */
  readonly episode?: Episode | undefined;
}

/** How often a free panel goes to the plot before its episodes. */
const PLOT_SHARE = 0.9;

/** Scenes with exactly `panels` beats together (4 or more). */
export function planScenes(plot: Plot, panels: number, random: Random): readonly Scene[] {
  const core = [...plot.opening, ...plot.ending];
  const told = new Set(core.filter(({ key }) => key === true).slice(-panels));
  const spare = random.shuffle(core.filter((beat) => !told.has(beat)));
  const known = random.shuffle(EPISODES);
  const way: Scene[] = [];
  for (let free = panels - told.size; free > 0; ) {
    const beat = random.chance(PLOT_SHARE) ? spare.pop() : undefined;
    if (beat !== undefined) {
      told.add(beat);
      free -= 1;
      continue;
    }
    const scene = takeScene(known, free, random);
    way.push(scene);
    free -= scene.beats.length;
  }
  const part = (beats: readonly Beat[]): Scene => ({ beats: beats.filter((beat) => told.has(beat)) });
  return [part(plot.opening), ...way, part(plot.ending)];
}

/** How often people talk of this and that before something happens. */
const INTERLUDE_SHARE = 0.9;
/** Panels of talk in one place. */
const LONGEST_TALK = 2;

/** The next episode, as a rule with some talk before it; only talk where the free panels do not hold it. */
function takeScene(known: Episode[], free: number, random: Random): Scene {
  const talk = random.shuffle(INTERLUDES);
  const episode = known.at(-1);
  if (episode === undefined || episode.beats.length > free)
    return { beats: talk.slice(0, Math.min(free, LONGEST_TALK)) };
  known.pop();
  const before = free > episode.beats.length && random.chance(INTERLUDE_SHARE) ? 1 : 0;
  return { episode, beats: [...talk.slice(0, before), ...episode.beats] };
}
