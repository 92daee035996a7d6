/**
 * Replays the episodes of an earlier run: turn for turn what the model said then, with no call to it. An episode is
 * found by its id, so the same questions, samples and modes have to be asked.
 */
import { join } from "node:path";
import { InputError } from "../errors.ts";
import { type Episode, EpisodeSchema, type EpisodeTurn } from "../records/episode.ts";
import { readJsonl } from "../store/index.ts";
import { parseArguments } from "./arguments.ts";
import { hostedTraits } from "./known-models.ts";
import {
  FAILURE_KINDS,
  type NativeCall,
  type Provider,
  ProviderError,
  type Reply,
  type Request,
} from "./provider.ts";
import type { ProviderKind } from "./provider-kind.ts";

export const recorded: ProviderKind = {
  id: "recorded",
  form: "FOLDER",
  open: async (folder, { traits }) => {
    const file = join(folder, "episodes.jsonl");
    const episodes = await readEpisodes(file);
    const first = episodes.values().next().value;
    if (first === undefined)
      throw new InputError({ file, expected: "at least one episode", found: "an empty file" });
    return {
      id: "recorded",
      model: first.model,
      traits: { ...hostedTraits(first.model), frame: first.frame.kind, ...traits },
      complete: async (request) => replyFrom(episodes, request),
    } satisfies Provider;
  },
};

/** Later lines win: they are of later tries. */
async function readEpisodes(file: string): Promise<ReadonlyMap<string, Episode>> {
  const episodes = new Map<string, Episode>();
  for await (const episode of readJsonl(file, EpisodeSchema)) episodes.set(episode.id, episode);
  return episodes;
}

function replyFrom(episodes: ReadonlyMap<string, Episode>, { subject, messages }: Request): Reply {
  const id = subject?.episodeId ?? "";
  const episode = episodes.get(id);
  if (episode === undefined)
    throw new ProviderError({ kind: "invalid-request", message: `the recorded run has no episode ${id}` });
  const turn = messages.filter(({ role }) => role === "assistant").length;
  const said = episode.turns.filter(({ role }) => role === "assistant")[turn];
  if (said !== undefined) return recordedReply(said, episode.model);
  throw new ProviderError(failureOf(episode, turn));
}

function failureOf({ id, outcome }: Episode, turn: number) {
  const kind = outcome.kind === "error" ? FAILURE_KINDS.find((known) => known === outcome.error) : undefined;
  if (kind !== undefined && outcome.kind === "error") return { kind, message: outcome.message };
  return {
    kind: "invalid-request" as const,
    message: `the recorded episode ${id} ends after ${turn} replies`,
  };
}

/** The reply that an assistant turn was recorded from. */
export function recordedReply(turn: EpisodeTurn, model: string): Reply {
  return {
    text: turn.text,
    ...(turn.reasoning !== undefined && { reasoning: turn.reasoning }),
    calls: turn.calls.flatMap(nativeCall),
    finish: turn.finish ?? "other",
    usage: turn.tokens ?? {},
    latencyMs: turn.latencyMs ?? 0,
    model,
  };
}

/** Calls without an id were written into the text, where they still stand. */
function nativeCall({ id, name, raw }: EpisodeTurn["calls"][number]): NativeCall[] {
  return id === undefined ? [] : [{ id, name, input: parseArguments(raw) }];
}
