/**
 * R_format of the paper's Eq. 1: 1 when every reply has the form that the prompt asks for and the episode ends with an
 * answer, else 0.
 *
 * Reason: what cannot be read cannot be graded. The paper gives no values ("penalizes improperly structured outputs");
 * 1 and 0 keep it beside the other terms. A reply is well formed when reading it took no rule beyond those that the
 * dialect's own way of writing takes, no call in it is malformed, no answer stands beside a call, and nothing behind either. A thought is not
 * required, and one that the chat template opened need not be opened again.
 */
import { dialects } from "../dialects/index.ts";
import type { CallFault, Episode, EpisodeTurn } from "../records/index.ts";
import { between, type RewardTerm } from "./term.ts";
import { assistantTurns } from "./zooms.ts";

const HARMLESS = ["several-calls", "unopened-think"];
const MALFORMED: ReadonlySet<CallFault> = new Set(["malformed", "unknown-tool", "bad-arguments"]);

/** By dialect: the notes on replies that it wrote itself. */
const ownNotes: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  dialects.map(({ id, read, write }) => {
    const zoom = read(write({ do: "zoom", calls: [{ box: [1, 2, 3, 4] }, { box: [5, 6, 7, 8] }] }));
    const answer = read(write({ do: "answer", text: "A" }));
    return [id, new Set([...HARMLESS, ...zoom.notes, ...answer.notes])];
  }),
);

function isTurnWellFormed({ notes = [], calls }: EpisodeTurn, allowed: ReadonlySet<string>): boolean {
  return (
    notes.every((note) => allowed.has(note)) &&
    calls.every(({ error }) => error === undefined || !MALFORMED.has(error.kind))
  );
}

export function isWellFormed(episode: Episode): boolean {
  const allowed = ownNotes.get(episode.dialect) ?? new Set(HARMLESS);
  return (
    episode.outcome.kind === "answered" &&
    assistantTurns(episode).every((turn) => isTurnWellFormed(turn, allowed))
  );
}

export const format: RewardTerm<"format"> = {
  id: "format",
  summary: "every reply has the asked form and the episode ends with an answer",
  range: between(0, 1),
  perfect: () => 1,
  value: ({ episode }) => (isWellFormed(episode) ? 1 : 0),
};
