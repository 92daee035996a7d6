/** Which beats a page of so many panels tells, in order: a plot's opening, a way full of episodes, its ending. */
import type { Random } from "../../random.ts";
import type { Beat, Episode, Plot } from "./beat.ts";
import { EPISODES } from "./episodes/index.ts";
import { ALONE, TOGETHER } from "./interludes.ts";

/** Beats that follow each other in one place. */
export interface Scene {
  readonly beats: readonly Beat[];
  /** The episode they are from; absent for the plot's own beats and for interludes. */
  readonly episode?: Episode | undefined;
}

const MOST_EPISODES = 5;

/** Scenes with exactly `panels` beats together (4 or more). */
export function planScenes(plot: Plot, panels: number, random: Random): readonly Scene[] {
  const core = [...plot.opening, ...plot.ending];
  const told = new Set(core.filter(({ optional }) => optional !== true).slice(-panels));
  const spare = random.shuffle(core.filter(({ optional }) => optional === true));
  const way: Scene[] = [];
  const known = random.shuffle(EPISODES.filter(({ together }) => !together || plot.together));
  const interludes = random.shuffle(plot.together ? TOGETHER : ALONE);
  for (let free = panels - told.size; free > 0; ) {
    const beat = random.chance(0.45) ? spare.pop() : undefined;
    const scene = way.length < MOST_EPISODES ? takeEpisode(known, free, random) : undefined;
    if (beat !== undefined) told.add(beat);
    else if (scene !== undefined && !random.chance(0.12)) way.push(scene);
    else way.push({ beats: [interludes[way.length % interludes.length] ?? random.pick(interludes)] });
    free -= beat !== undefined ? 1 : (way.at(-1)?.beats.length ?? 1);
  }
  const part = (beats: readonly Beat[]): Scene => ({ beats: beats.filter((beat) => told.has(beat)) });
  return [part(plot.opening), ...way, part(plot.ending)];
}

/** The next episode, cut short where it is longer than the free panels. */
function takeEpisode(known: Episode[], free: number, random: Random): Scene | undefined {
  const episode = known.pop();
  if (episode === undefined) return undefined;
  const length = random.chance(0.8) ? episode.beats.length : 1;
  return { episode, beats: episode.beats.slice(0, Math.min(length, free)) };
}
