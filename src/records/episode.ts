/**
 * One episode: what was shown to a model about one question, everything it said, and how it ended. A record holds no
 * pictures, only their hashes and the regions they show, so that it can be replayed from the benchmark.
 *
 * Boxes are in page pixels, whatever frame the model speaks in.
 */
import { z } from "zod";
import { BoxSchema, IdSchema } from "./common.ts";

/**
 * What the model is given: the whole page; the panels that hold the evidence; the page and the zoom tool; the same, its
 * first calls being to where it says that the evidence is, when it is asked beforehand; no picture; a description of the page in words.
 */
export const EPISODE_MODES = ["page", "panel", "zoom", "located", "blind", "captions"] as const;
export const EpisodeModeSchema = z.enum(EPISODE_MODES);
export type EpisodeMode = z.infer<typeof EpisodeModeSchema>;

/** Whether the zoom tool is on offer. */
export const offersZoom = (mode: EpisodeMode | undefined): boolean => mode === "zoom" || mode === "located";

/**
 * What a zoom returns in place of the asked region: a grey picture, a region anywhere, one that shows none of what the
 * question is about, the whole page, a target.
 */
export const COUNTERFACTUALS = ["blank", "random", "elsewhere", "whole", "oracle"] as const;
export const CounterfactualSchema = z.enum(COUNTERFACTUALS);
export type Counterfactual = z.infer<typeof CounterfactualSchema>;

const whole = z.int().nonnegative();
const pixels = z.int().positive();

/** Equal to `Frame` of `geometry/frames.ts`. */
export const FrameSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("page") }),
  z.strictObject({ kind: z.literal("model"), size: z.strictObject({ width: pixels, height: pixels }) }),
  z.strictObject({ kind: z.literal("thousandths") }),
  z.strictObject({ kind: z.literal("percent") }),
]);

export const CALL_FAULTS = [
  /** No JSON object or box could be read from the call. */
  "malformed",
  /** A tool that was not offered. */
  "unknown-tool",
  /** The arguments hold no usable box. */
  "bad-arguments",
  /** The box shares nothing with the page. */
  "outside",
  /** Longer than 100 times its width, or wider than 100 times its height. */
  "aspect",
  /** Readable, but the rule for several calls, or an answer beside it, passed it over. */
  "passed-over",
  /** No turn was left to run it. */
  "no-turns-left",
] as const;
export type CallFault = (typeof CALL_FAULTS)[number];

export const EpisodeCallSchema = z.strictObject({
  /** The call as the model wrote it; its beginning where it is very long. */
  raw: z.string(),
  /** Name of the tool; "" where none could be read. */
  name: z.string(),
  /** The server's id of a native call. */
  id: z.string().optional(),
  /** What the model says is in the box. */
  label: z.string().optional(),
  /** The asked region, clamped to the page; what was shown for it stands in the images of the next user turn. */
  box: BoxSchema.optional(),
  /** Why the call was not run. Exactly one of `box` without `error`, or `error`, says how it went. */
  error: z.strictObject({ kind: z.enum(CALL_FAULTS), message: z.string() }).optional(),
});
export type EpisodeCall = z.infer<typeof EpisodeCallSchema>;

export const EpisodeImageSchema = z.strictObject({
  /** SHA-256 of the encoded bytes that were sent, 64 hex digits. */
  hash: z.string().regex(/^[0-9a-f]{64}$/, "expected 64 hex digits"),
  /** px, as sent */
  width: pixels,
  /** px, as sent */
  height: pixels,
  /** `part` is an unmarked crop that belongs to the prompt; the question's marks are drawn on all others but `blank`. */
  content: z.enum(["page", "panel", "zoom", "part", "blank"]),
  /** The region of the page that it shows; for `blank` the region that was asked for. */
  box: BoxSchema,
});
export type EpisodeImage = z.infer<typeof EpisodeImageSchema>;

export const UsageSchema = z.strictObject({
  inputTokens: whole.optional(),
  outputTokens: whole.optional(),
  /** The part of `inputTokens` that came from the server's cache. */
  cachedTokens: whole.optional(),
});
export type Usage = z.infer<typeof UsageSchema>;

export const FINISH_REASONS = ["stop", "length", "tool-calls", "refusal", "other"] as const;

export const EpisodeTurnSchema = z.strictObject({
  role: z.enum(["system", "user", "assistant", "tool"]),
  text: z.string(),
  /** Thoughts that the server returned apart from the text. */
  reasoning: z.string().optional(),
  calls: z.array(EpisodeCallSchema).readonly(),
  images: z.array(EpisodeImageSchema).readonly(),
  /** What reading the reply had to forgive: names of parsing rules ("fenced-json"). */
  notes: z.array(z.string()).readonly().optional(),
  /** Of an assistant turn: tokens of the request that gave it. */
  tokens: UsageSchema.optional(),
  /** Of an assistant turn: ms from sending the request to the end of the reply. */
  latencyMs: z.number().nonnegative().optional(),
  finish: z.enum(FINISH_REASONS).optional(),
});
export type EpisodeTurn = z.infer<typeof EpisodeTurnSchema>;

export const EpisodeOutcomeSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("answered") }),
  /** The model stopped without an answer. */
  z.strictObject({ kind: z.literal("no-answer") }),
  /** It still called the tool in its last turn. */
  z.strictObject({ kind: z.literal("max-turns") }),
  /** A reply was cut off at the token limit and holds no answer. */
  z.strictObject({ kind: z.literal("length") }),
  z.strictObject({ kind: z.literal("refused") }),
  /** The provider failed: `error` is its kind ("rate-limit", "server"), `message` what it said, without keys. */
  z.strictObject({ kind: z.literal("error"), error: z.string(), message: z.string() }),
]);
export type EpisodeOutcome = z.infer<typeof EpisodeOutcomeSchema>;

/** Which of several calls in one reply are run. */
export const CALL_POLICIES = ["first", "last", "all"] as const;
export type CallPolicy = (typeof CALL_POLICIES)[number];

/** What an episode was run with: enough, beside the benchmark, to run it again to the same bytes. */
export const EpisodeSettingsSchema = z.strictObject({
  /** Most replies of the model, the answer included. */
  maxTurns: pixels,
  policy: z.enum(CALL_POLICIES),
  /** Of random counterfactual regions. */
  seed: z.string(),
  /** File format of the pictures that are sent. */
  encoding: z.enum(["png", "jpeg", "webp"]),
  /** Sides of pictures become multiples of this many px; absent: no such rule. */
  factor: pixels.optional(),
  /** Smallest area of a picture, square px. */
  minPixels: pixels.optional(),
  /** Largest area of a picture, square px. */
  maxPixels: pixels.optional(),
  /** Largest area of a zoomed region, square px; `maxPixels` where absent. */
  zoomMaxPixels: pixels.optional(),
  sampling: z.strictObject({
    temperature: z.number().nonnegative().optional(),
    topP: z.number().min(0).max(1).optional(),
    /** Of one reply. */
    maxTokens: pixels,
    seed: z.int().optional(),
    stop: z.array(z.string()).readonly().optional(),
  }),
});
export type EpisodeSettings = z.infer<typeof EpisodeSettingsSchema>;

export const EpisodeSchema = z.strictObject({
  kind: z.literal("episode"),
  version: z.literal(1),
  /** {@link episodeId}: the same in every run. */
  id: z.string().min(1),
  question: IdSchema,
  /** Which of several attempts at the question, from 0. */
  sample: whole,
  mode: EpisodeModeSchema,
  counterfactual: CounterfactualSchema.optional(),
  /** Id of the provider ("openai"). */
  provider: z.string(),
  model: z.string(),
  dialect: z.string(),
  /** The frame in which the model wrote its boxes. */
  frame: FrameSchema,
  /** The page as stored, px. */
  page: z.strictObject({ id: IdSchema, width: pixels, height: pixels }),
  /** The page as the model saw it, px; absent where it saw no page. */
  seen: z.strictObject({ width: pixels, height: pixels }).optional(),
  /** Absent where the episode was not run by benday. */
  settings: EpisodeSettingsSchema.optional(),
  /** The conversation in order, the system turn first where there is one. */
  turns: z.array(EpisodeTurnSchema).readonly(),
  outcome: EpisodeOutcomeSchema,
  /** The answer text, for the graders; absent unless `outcome` is `answered`. */
  answer: z.string().optional(),
  /** Sums over all requests. */
  usage: UsageSchema,
  started: z.iso.datetime(),
  ended: z.iso.datetime(),
  /** Version of benday that ran it. */
  harness: z.string(),
});
export type Episode = z.infer<typeof EpisodeSchema>;

export interface EpisodeKey {
  readonly question: string;
  readonly sample: number;
  readonly mode: EpisodeMode;
  readonly counterfactual?: Counterfactual | undefined;
}

/** `<question>/<mode>[-<counterfactual>]/<sample>`: names an episode within any run. */
export function episodeId({ question, sample, mode, counterfactual }: EpisodeKey): string {
  return `${question}/${mode}${counterfactual === undefined ? "" : `-${counterfactual}`}/${sample}`;
}
