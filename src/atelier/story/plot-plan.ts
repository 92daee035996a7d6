/** Which beats a page of so many panels tells, in order: a plot's opening, a way full of episodes, its ending. */
import type { Random } from "../../random.ts";
import type { Beat, Episode, Plot } from "./beat.ts";
import { EPISODES } from "./episodes/index.ts";

/** Beats that follow each other in one place. */
export interface Scene {
  readonly beats: readonly Beat[];
  /** The episode they are from; absent for the plot's own beats. */
  readonly episode?: Episode | undefined;
}

/** How often a free panel goes to the plot before its episodes. */
const PLOT_SHARE = 0.62;

/** Scenes with exactly `panels` beats together (4 or more). */
export function planScenes(plot: Plot, panels: number, random: Random): readonly Scene[] {
  const core = [...plot.opening, ...plot.ending];
  const told = new Set(core.filter(({ key }) => key === true).slice(-panels));
  const spare = random.shuffle(core.filter((beat) => !told.has(beat)));
  const known = random.shuffle(EPISODES);
  const way: Scene[] = [];
  for (let free = panels - told.size; free > 0; ) {
    const plotFirst = free < 2 || random.chance(PLOT_SHARE) || known.length === 0;
    const beat = plotFirst ? spare.pop() : undefined;
    const beats = beat === undefined ? takeEpisode(known, free, way) : [beat];
    if (beat !== undefined) told.add(beat);
    free -= beats.length;
  }
  const part = (beats: readonly Beat[]): Scene => ({ beats: beats.filter((beat) => told.has(beat)) });
  return [part(plot.opening), ...way, part(plot.ending)];
}

/** Puts the next episode on the way, cut short where it is longer than the free panels. */
function takeEpisode(known: Episode[], free: number, way: Scene[]): readonly Beat[] {
  const episode = known.pop();
  if (episode === undefined) throw new Error("planScenes: expected another episode, found none");
  const beats = episode.beats.slice(0, free);
  way.push({ episode, beats });
  return beats;
}
