/** The sessions of a sampler: one for each shape in use, fed with the parameters as they are at the moment. */
import { type GraphAdapters, graphWeights } from "../nn/weights.ts";
import {
  buildProgram,
  createSessionCache,
  type Feeds,
  type Program,
  type Session,
  type Targets,
} from "../onnx/index.ts";
import type { SessionCacheOptions } from "../onnx/session-cache.ts";
import { feedsOf, type ParameterStore } from "../optim/parameters.ts";
import type { ExtendShape } from "./cached-attention.ts";
import type { DecoderFamily, PictureRun } from "./decoder-family.ts";
import { type ExtendOutput, extendProgram } from "./extend-program.ts";

export interface RunnerOptions extends SessionCacheOptions {
  /** With the parameters of the adapters, where there are some. */
  readonly store: ParameterStore;
  readonly adapters?: GraphAdapters | undefined;
}

export interface Runner<Picture> {
  readonly family: DecoderFamily<Picture>;
  /** Writes into the arrays given, which spares copies and garbage, or else into new ones. */
  extend(
    shape: ExtendShape,
    feeds: Feeds,
    into?: Targets<ExtendOutput>,
  ): Promise<Record<ExtendOutput, Float32Array>>;
  /** Embeddings of each picture's tokens `[tokens, hidden]`; of one that comes twice, once. */
  embeddings(pictures: readonly Picture[]): Promise<ReadonlyMap<Picture, Float32Array>>;
  /** Keys of held sessions. */
  sessions(): readonly string[];
  close(): Promise<void>;
}

export function createRunner<Picture>(
  family: DecoderFamily<Picture>,
  { store, adapters, ...options }: RunnerOptions,
): Runner<Picture> {
  const cache = createSessionCache<string>(options);
  const weights = feedsOf(store);
  const weightsOf = new WeakMap<Program<string, "float32">, Feeds>();
  const used = (program: Program<string, "float32">): Feeds => {
    const known = weightsOf.get(program);
    if (known !== undefined) return known;
    const found = Object.fromEntries(Object.entries(weights).filter(([name]) => program.inputs.has(name)));
    weightsOf.set(program, found);
    return found;
  };
  const run = (session: Session, feeds: Feeds, into?: Targets): Promise<Record<string, Float32Array>> =>
    session.run({ ...used(session.program), ...feeds }, into);
  const see = (each: PictureRun<Picture>): Promise<Record<string, Float32Array>> =>
    cache.use(
      each.key,
      () =>
        buildProgram("float32", (graph) => ({
          embeddings: each.build(graphWeights(graph, family.parameters, adapters)),
        })),
      (session) => run(session, each.feeds),
    );
  return {
    family,
    extend: async (shape, feeds, into) => {
      const { groups, rollouts, fresh, prefix, own, pictures } = shape;
      const key = `extend ${[groups, rollouts, fresh, prefix, own, pictures].join(" ")}`;
      const build = () => extendProgram(family, adapters, shape);
      const { keyValues, logits, normalisers } = await cache.use(key, build, (session) =>
        run(session, feeds, into),
      );
      if (keyValues === undefined || logits === undefined || normalisers === undefined)
        throw new Error("extend: expected three outputs");
      return { keyValues, logits, normalisers };
    },
    embeddings: async (pictures) => {
      const found = new Map<Picture, Float32Array>();
      for (const each of family.pictureRuns([...new Set(pictures)])) {
        const { embeddings = new Float32Array() } = await see(each);
        for (const [picture, rows] of each.rows)
          found.set(picture, takeRows(embeddings, rows, family.sizes.hiddenSize));
      }
      return found;
    },
    sessions: cache.keys,
    close: cache.clear,
  };
}

function takeRows(data: Float32Array, rows: Int32Array, width: number): Float32Array {
  const taken = new Float32Array(rows.length * width);
  for (const [at, row] of rows.entries())
    taken.set(data.subarray(row * width, (row + 1) * width), at * width);
  return taken;
}
