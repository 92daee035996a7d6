/** Where an episode looked, by its record alone: what its text claims was never run and pays nothing. */
import type { Box } from "../geometry/index.ts";
import type { Episode, EpisodeCall, EpisodeTurn } from "../records/index.ts";

export const assistantTurns = ({ turns }: Episode): readonly EpisodeTurn[] =>
  turns.filter(({ role }) => role === "assistant");

export const callsOf = (episode: Episode): readonly EpisodeCall[] =>
  assistantTurns(episode).flatMap(({ calls }) => calls);

/** The boxes of the zoom calls that were run, in order, page px. */
export const zoomsOf = (episode: Episode): readonly Box[] =>
  callsOf(episode).flatMap(({ box, error }) => (box === undefined || error !== undefined ? [] : [box]));
