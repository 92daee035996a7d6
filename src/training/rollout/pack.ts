/**
 * Rollouts as micro-batches. A group's prompt is computed once: it is the prefix of a packed sequence, and the rollouts
 * are its branches. Each branch begins with a copy of the prompt's last token, so that every branch has a position of its
 * own to predict its first token from.
 */
import type { Position, Sequence, Targets } from "../../engine/index.ts";
import type { Trace } from "./rollout.ts";

export interface PackLimits {
  /** Most tokens of a micro-batch, padding of prompts and branches included; one rollout at least. Default 8,192. */
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
  { batchTokens = 8192, branches = true }: PackLimits = {},
): readonly RolloutPack[] {
  const packed = groups.flatMap((traces, group) => {
    checkPrompts(traces, group);
    const strands = traces.flatMap((trace, copy) =>
      trace.own.includes(true) ? [{ trace, group, copy }] : [],
    );
    if (!branches) return strands.map(singleSequence);
    return splitStrands(strands, batchTokens).map(packedSequence);
  });
  return inBatches(packed, batchTokens).map(batchOf);
}

/** Tokens of what is padded to equal lengths. */
interface PackedSize {
  readonly prefix: number;
  readonly branches: number;
  /** The longest branch. */
  readonly length: number;
}

interface Strand {
  readonly trace: Trace;
  readonly group: number;
  readonly copy: number;
}

interface PackedSequence {
  readonly sequence: Sequence;
  /** What the sequence takes of a micro-batch. */
  readonly size: PackedSize;
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

/**
 * A group is cut apart only where that spares more than this share of its tokens: groups that stay whole give micro-batches
 * of few shapes, and opening a program takes half as long as running it.
 */
const SPARED = 0.2;

/**
 * Rollouts of a group, longest first, cut apart where padding the shorter ones takes much more than the prompt once more,
 * and where they are too many for a micro-batch.
 */
function splitStrands(strands: readonly Strand[], batchTokens: number): readonly (readonly Strand[])[] {
  const [first] = strands;
  if (first === undefined) return [];
  const prefix = first.trace.promptTokens - 1;
  const sorted = strands.toSorted((a, b) => branchLength(b.trace) - branchLength(a.trace));
  return splitAlike(sorted, prefix).flatMap((part) => {
    const longest = Math.max(...part.map(({ trace }) => branchLength(trace)));
    const most = Math.max(1, Math.floor((batchTokens - prefix) / longest));
    const starts = Array.from({ length: Math.ceil(part.length / most) }, (_, at) => at * most);
    return starts.map((start) => part.slice(start, start + most));
  });
}

/** @param sorted longest first */
function splitAlike(sorted: readonly Strand[], prefix: number): readonly (readonly Strand[])[] {
  const lengths = sorted.map(({ trace }) => branchLength(trace));
  const spared = lengths.map((length, at) => (lengths.length - at) * ((lengths[0] ?? 0) - length));
  const best = Math.max(...spared);
  const tokens = prefix + sorted.length * (lengths[0] ?? 0);
  if (best - prefix <= SPARED * tokens) return [sorted];
  const at = spared.indexOf(best);
  return [sorted.slice(0, at), sorted.slice(at)].flatMap((part) => splitAlike(part, prefix));
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
  const length = Math.max(...strands.map(({ trace }) => branchLength(trace)));
  const size = { prefix, branches: strands.length, length };
  return { sequence: { tokens, images, branches }, size, ...joined(places) };
}

function singleSequence(strand: Strand): PackedSequence {
  const { tokens, images } = strand.trace;
  const size = { prefix: 0, branches: 1, length: tokens.length };
  return { sequence: { tokens, images }, size, ...placesOf(strand, 0) };
}

type PackedPlaces = Omit<PackedSequence, "sequence" | "size">;

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

/** A batch has no branch or prompt under this share of its longest: padding would cost more than another run of a program. */
const LIKE = 0.5;

/** Sequences of like length together, so that little is padding. */
function inBatches(
  sequences: readonly PackedSequence[],
  batchTokens: number,
): readonly (readonly PackedSequence[])[] {
  const batches: PackedSequence[][] = [];
  const byLength = (a: PackedSequence, b: PackedSequence): number =>
    b.size.length - a.size.length || b.size.prefix - a.size.prefix;
  for (const sequence of sequences.toSorted(byLength)) {
    const batch = batches.at(-1);
    if (
      batch !== undefined &&
      goesWith(sequence.size, batch) &&
      paddedTokens([...batch, sequence]) <= batchTokens
    )
      batch.push(sequence);
    else batches.push([sequence]);
  }
  return batches;
}

function goesWith({ length, prefix }: PackedSize, batch: readonly PackedSequence[]): boolean {
  const like = (one: number, other: number): boolean => Math.min(one, other) >= LIKE * Math.max(one, other);
  return batch.every(({ size }) => like(length, size.length) && like(prefix, size.prefix));
}

function paddedTokens(batch: readonly PackedSequence[]): number {
  const longest = (part: "prefix" | "length"): number => Math.max(...batch.map(({ size }) => size[part]));
  const branches = batch.reduce((sum, { size }) => sum + size.branches, 0);
  return batch.length * longest("prefix") + branches * longest("length");
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
