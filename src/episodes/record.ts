/** From an ended state to its record. */
import type { Episode, EpisodeImage, EpisodeTurn, Usage } from "../records/index.ts";
import { type PictureSpec, pictureKey } from "./picture.ts";
import { type EpisodeState, picturesIn, type Turn } from "./state.ts";

export interface Times {
  /** ISO 8601, UTC */
  readonly started: string;
  /** ISO 8601, UTC */
  readonly ended: string;
}

/** The record of an episode that has ended; `RangeError` for a live one. */
export function recordOf(state: EpisodeState, { started, ended }: Times): Episode {
  const { question, plan, turns, outcome, answer } = state;
  if (outcome === undefined)
    throw new RangeError(`record ${plan.id}: expected an episode that ended, got a live one`);
  const { id, sample, mode, counterfactual, provider, model, dialect, frame, seen, settings, harness } = plan;
  const { page } = question;
  const showsPage = turns.flatMap(picturesIn).some(({ content }) => content === "page");
  return {
    kind: "episode",
    version: 1,
    id,
    question: question.id,
    sample,
    mode,
    ...(counterfactual === undefined ? {} : { counterfactual }),
    provider,
    model,
    dialect,
    frame,
    page: { id: page.id, width: page.width, height: page.height },
    ...(showsPage ? { seen } : {}),
    settings,
    turns: turns.map((turn) => turnOf(turn, state.hashes)),
    outcome,
    ...(answer === undefined ? {} : { answer }),
    usage: totalUsage(turns),
    started,
    ended,
    harness,
  };
}

function turnOf(turn: Turn, hashes: EpisodeState["hashes"]): EpisodeTurn {
  switch (turn.role) {
    case "system":
    case "tool":
      return { role: turn.role, text: turn.text, calls: [], images: [] };
    case "user": {
      const text = turn.parts.filter((part) => typeof part === "string").join("\n");
      // What was never sent has no hash: the turn behind which the provider failed.
      const images = picturesIn(turn).flatMap((spec) => imageOf(spec, hashes));
      return { role: "user", text, calls: [], images };
    }
    case "assistant": {
      const { text, reasoning, usage, latencyMs, finish } = turn.reply;
      return {
        role: "assistant",
        text,
        ...(reasoning === undefined ? {} : { reasoning }),
        calls: turn.calls,
        images: [],
        ...(turn.notes.length === 0 ? {} : { notes: turn.notes }),
        tokens: usageOf(usage),
        latencyMs,
        finish,
      };
    }
  }
}

function imageOf(spec: PictureSpec, hashes: EpisodeState["hashes"]): readonly EpisodeImage[] {
  const hash = hashes[pictureKey(spec)];
  const { content, box, width, height } = spec;
  return hash === undefined ? [] : [{ hash, width, height, content, box }];
}

const COUNTS = ["inputTokens", "outputTokens", "cachedTokens"] as const;

/** Only what the server counted. */
function usageOf(usage: { readonly [Key in (typeof COUNTS)[number]]?: number | undefined }): Usage {
  return Object.fromEntries(
    COUNTS.flatMap((key) => {
      const count = usage[key];
      return count === undefined ? [] : [[key, count]];
    }),
  );
}

/** Each count summed over the replies that have it. */
export function totalUsage(turns: readonly Turn[]): Usage {
  const usages = turns.flatMap((turn) => (turn.role === "assistant" ? [usageOf(turn.reply.usage)] : []));
  return Object.fromEntries(
    COUNTS.flatMap((key) => {
      const counts = usages.flatMap((usage) => usage[key] ?? []);
      return counts.length === 0 ? [] : [[key, counts.reduce((sum, count) => sum + count, 0)]];
    }),
  );
}
