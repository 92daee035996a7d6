/**
 * Rollouts as micro-batches. A group's prompt is computed once: it is the prefix of a packed sequence, and the rollouts
 * are its branches. Each branch begins with a copy of the prompt's last token, so that every branch has a position of its
 * own to predict its first token from.
 */
import type { Position, Sequence, Targets } from "../../engine/index.ts";
import type { Trace } from "./rollout.ts";

export interface PackLimits {
  /** Most tokens of a packed sequence; a longer rollout stands alone. Attention grows with its square. Default 2,048. */
  readonly sequenceTokens?: number | undefined;
  /** Most tokens of a micro-batch, padding to its longest sequence included; one sequence at least. Default 8,192. */
  readonly batchTokens?: number | undefined;
  /** False gives every rollout a sequence of its own, for models that know no branches. Default true. */
  readonly branches?: boolean | undefined;
}

/** Which own token of which rollout a predicted position stands for. */
export interface TokenPlace {
  /** Index of the group. */
  readonly group: number;
  /** Index of the rollout in its group. */
  readonly copy: number;
  /** Index among the rollout's own tokens. */
  readonly own: number;
}

/** A micro-batch that predicts own tokens of rollouts. */
export interface RolloutPack {
  readonly batch: Targets;
  /** As long as the batch's predicted positions. */
  readonly order: readonly TokenPlace[];
}

/**
 * Micro-batches of groups; rollouts of a group share their prompt. Groups may be empty, and rollouts without own tokens
 * are left out.
 *
 * @throws RangeError where rollouts of a group have prompts of different lengths
 */
export function packRollouts(
  groups: readonly (readonly Trace[])[],
  { sequenceTokens = 2048, batchTokens = 8192, branches = true }: PackLimits = {},
): readonly RolloutPack[] {
  const packed = groups.flatMap((traces, group) => {
    checkPrompts(traces, group);
    const strands = traces.flatMap((trace, copy) =>
      trace.own.includes(true) ? [{ trace, group, copy }] : [],
    );
    if (!branches) return strands.map(singleSequence);
    return splitStrands(strands, sequenceTokens).map(packedSequence);
  });
  return inBatches(packed, batchTokens).map(batchOf);
}

interface Strand {
  readonly trace: Trace;
  readonly group: number;
  readonly copy: number;
}

interface PackedSequence {
  readonly sequence: Sequence;
  /** Positions that predict own tokens. */
  readonly predicting: readonly number[];
  readonly labels: readonly number[];
  readonly order: readonly TokenPlace[];
}

function checkPrompts(traces: readonly Trace[], group: number): void {
  const lengths = new Set(traces.map(({ promptTokens }) => promptTokens));
  if (lengths.size > 1)
    throw new RangeError(
      `packRollouts: expected one prompt in group ${group}, got prompts of ${[...lengths].join(", ")} tokens`,
    );
}

/** Tokens of a branch: what follows the prompt, and the prompt's last token. */
const branchLength = ({ tokens, promptTokens }: Trace): number => tokens.length - promptTokens + 1;

function splitStrands(strands: readonly Strand[], sequenceTokens: number): readonly (readonly Strand[])[] {
  const parts: Strand[][] = [];
  let length = 0;
  for (const strand of strands) {
    const more = branchLength(strand.trace);
    const part = parts.at(-1);
    if (part !== undefined && length + more <= sequenceTokens) {
      part.push(strand);
      length += more;
    } else {
      parts.push([strand]);
      length = strand.trace.promptTokens - 1 + more;
    }
  }
  return parts;
}

/** @param strands at least one */
function packedSequence(strands: readonly Strand[]): PackedSequence {
  const prompt = strands[0]?.trace;
  const prefix = (prompt?.promptTokens ?? 1) - 1;
  const tokens = [...(prompt?.tokens.slice(0, prefix) ?? [])];
  const branches: number[] = tokens.map(() => 0);
  const images = [...(prompt?.images.slice(0, prompt.promptImages) ?? [])];
  const places: PackedPlaces[] = [];
  for (const [at, strand] of strands.entries()) {
    const { trace } = strand;
    places.push(placesOf(strand, tokens.length - prefix));
    for (const token of trace.tokens.slice(prefix)) {
      tokens.push(token);
      branches.push(at + 1);
    }
    images.push(...trace.images.slice(trace.promptImages));
  }
  return { sequence: { tokens, images, branches }, ...joined(places) };
}

function singleSequence(strand: Strand): PackedSequence {
  const { tokens, images } = strand.trace;
  return { sequence: { tokens, images }, ...placesOf(strand, 0) };
}

type PackedPlaces = Omit<PackedSequence, "sequence">;

const joined = (places: readonly PackedPlaces[]): PackedPlaces => ({
  predicting: places.flatMap(({ predicting }) => predicting),
  labels: places.flatMap(({ labels }) => labels),
  order: places.flatMap(({ order }) => order),
});

/** @param moved by how much later than in its trace a token of the strand stands in the sequence */
function placesOf({ trace: { tokens, own }, group, copy }: Strand, moved: number): PackedPlaces {
  const at = own.flatMap((mine, index) => (mine ? [index] : []));
  return {
    predicting: at.map((index) => index - 1 + moved),
    labels: at.map((index) => tokens[index] ?? 0),
    order: at.map((_, index) => ({ group, copy, own: index })),
  };
}

/** A batch has no sequence under this share of its longest: padding would cost more than another run of a program. */
const LIKE = 0.5;

/** Sequences of like length together, so that little is padding. */
function inBatches(
  sequences: readonly PackedSequence[],
  batchTokens: number,
): readonly (readonly PackedSequence[])[] {
  const lengthOf = ({ sequence }: PackedSequence): number => sequence.tokens.length;
  const batches: PackedSequence[][] = [];
  let longest = 0;
  for (const sequence of sequences.toSorted((a, b) => lengthOf(b) - lengthOf(a))) {
    const batch = batches.at(-1);
    const isLike = lengthOf(sequence) >= LIKE * longest;
    if (batch !== undefined && isLike && (batch.length + 1) * longest <= batchTokens) batch.push(sequence);
    else {
      batches.push([sequence]);
      longest = lengthOf(sequence);
    }
  }
  return batches;
}

function batchOf(packed: readonly PackedSequence[]): RolloutPack {
  const predicted = packed.flatMap(({ predicting }, sequence) =>
    predicting.map((token): Position => ({ sequence, token })),
  );
  return {
    batch: {
      sequences: packed.map(({ sequence }) => sequence),
      predicted,
      labels: packed.flatMap(({ labels }) => labels),
    },
    order: packed.flatMap(({ order }) => order),
  };
}
