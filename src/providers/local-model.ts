/**
 * A model folder that answers many requests at once, in the thread that computes. Rows are drawn in lock-step, some
 * tokens at a time; between two such spells ended rows leave and waiting requests take their places, so that no short
 * reply waits for a long one.
 *
 * A row's spells begin at the same tokens whoever is beside it, and its draws hang on its name alone: the replies are
 * the same at any concurrency, up to the last bits of float32.
 */
import {
  createRow,
  type GeneratedRow,
  loadModel,
  type Model,
  modelGenerator,
  type Row,
  type Sampling,
  textStream,
} from "../engine/index.ts";
import type { Done, Wanted } from "./local-contract.ts";
import { type Prompt, promptReader } from "./local-prompt.ts";
import { localTraits } from "./local-traits.ts";
import type { Traits } from "./provider.ts";

export interface LocalModel {
  readonly traits: Traits;
  /** Takes requests in, forgets some, computes a spell; gives what has ended. An abort forgets all. */
  advance(
    wanted: readonly Wanted[],
    forget: readonly number[],
    signal: AbortSignal,
  ): Promise<readonly Done[]>;
}

export interface LocalModelOptions {
  /** Most rows at once. Default: 64. */
  readonly maxRows?: number | undefined;
  /** Keys and values of all rows together; one row is always let in. Default: 2 GiB. */
  readonly maxBytes?: number | undefined;
}

/** Tokens of a spell. Each begins with runs in shapes of its own, so that short ones would cost more than they save. */
const SPELL = 128;
/** Shapes of rows, prefixes and lengths that a run of questions goes through again and again. */
const MAX_SESSIONS = 32;

/** A request under way. */
interface Live {
  readonly id: number;
  readonly row: Row;
  /** All of its spells together. */
  readonly written: GeneratedRow;
  readonly sampling: Sampling;
  readonly maxTokens: number;
  readonly promptTokens: number;
  /** Of its keys and values at most. */
  readonly bytes: number;
}

interface Ready extends Prompt {
  readonly wanted: Wanted;
  readonly bytes: number;
}

/** Load a folder. `InputError` for one that holds no model that the engine runs. */
export async function openLocalModel(folder: string, options: LocalModelOptions = {}): Promise<LocalModel> {
  const model = await loadModel(folder);
  const rows = new Rows(model, options);
  return {
    traits: localTraits(model),
    advance: async (wanted, forget, signal) => {
      try {
        return await rows.advance(wanted, new Set(forget), signal);
      } catch (cause) {
        rows.clear();
        throw cause;
      }
    },
  };
}

class Rows {
  readonly #model: Model;
  readonly #generator: ReturnType<typeof modelGenerator>;
  readonly #readPrompts: ReturnType<typeof promptReader>;
  readonly #stopTokens: ReadonlySet<number>;
  readonly #forbidden: ReadonlySet<number>;
  readonly #limits: { readonly maxRows: number; readonly maxBytes: number };
  #waiting: readonly Wanted[] = [];
  #live: readonly Live[] = [];

  constructor(model: Model, { maxRows = 64, maxBytes = 2 ** 31 }: LocalModelOptions) {
    this.#model = model;
    this.#limits = { maxRows, maxBytes };
    this.#generator = modelGenerator(model, { maxRows, maxSessions: MAX_SESSIONS });
    this.#readPrompts = promptReader(model);
    this.#stopTokens = new Set(model.generation.eos);
    this.#forbidden = new Set(model.architecture.pictures.reserved);
  }

  async advance(
    wanted: readonly Wanted[],
    forget: ReadonlySet<number>,
    signal: AbortSignal,
  ): Promise<Done[]> {
    this.#leave(({ id }) => forget.has(id));
    this.#waiting = [...this.#waiting, ...wanted].filter(({ id }) => !forget.has(id));
    const { ready, failed } = await this.#readNext();
    await this.#begin(ready, signal);
    // Options hold for a whole call; those of one evaluation are all alike.
    const alike = Map.groupBy(this.#live, (each) => JSON.stringify([each.sampling, spellOf(each)]));
    for (const rows of alike.values()) await this.#draw(rows, signal);
    const done = this.#live.filter(hasEnded).map(doneOf);
    this.#leave(hasEnded);
    return [...failed, ...done];
  }

  clear(): void {
    this.#waiting = [];
    this.#leave(() => true);
  }

  #leave(goes: (each: Live) => boolean): void {
    this.#generator.free(this.#live.filter(goes).map(({ row }) => row));
    this.#live = this.#live.filter((each) => !goes(each));
  }

  /** Waiting requests for which there is room, read; and those that cannot be answered. */
  async #readNext(): Promise<{ readonly ready: readonly Ready[]; readonly failed: readonly Done[] }> {
    const { maxRows, maxBytes } = this.#limits;
    const ready: Ready[] = [];
    const failed: Done[] = [];
    const read = this.#readPrompts();
    let bytes = this.#live.reduce((sum, each) => sum + each.bytes, 0);
    let next = 0;
    for (const wanted of this.#waiting) {
      if (this.#live.length + ready.length >= maxRows || bytes >= maxBytes) break;
      next++;
      const prompt = await read(wanted);
      if ("failure" in prompt) failed.push({ id: wanted.id, failure: prompt.failure });
      else {
        const cost = this.#bytesOf(prompt.tokens.length + wanted.sampling.maxTokens);
        ready.push({ ...prompt, wanted, bytes: cost });
        bytes += cost;
      }
    }
    this.#waiting = this.#waiting.slice(next);
    return { ready, failed };
  }

  /** Keys and values of so many tokens, as far as the context goes. */
  #bytesOf(tokens: number): number {
    const { layers, keyValueHeads, headSize, maxPositions } = this.#model.architecture.decoder.sizes;
    const perToken = 2 * layers * keyValueHeads * headSize * Float32Array.BYTES_PER_ELEMENT;
    return perToken * Math.min(tokens, maxPositions);
  }

  /** Equal prompts are computed once. */
  async #begin(ready: readonly Ready[], signal: AbortSignal): Promise<void> {
    const groups = [...Map.groupBy(ready, ({ key }) => key)].map(([name, alike]) => ({ name, alike }));
    const opened = await this.#generator.open(
      groups.map(({ name, alike }) => ({
        name,
        tokens: alike[0]?.tokens ?? [],
        images: alike[0]?.images ?? [],
        copies: alike.map(({ wanted }) => wanted.draws),
      })),
      signal,
    );
    const begun = groups.flatMap(({ alike }, group) =>
      (opened[group] ?? []).flatMap((row, at) =>
        alike.slice(at, at + 1).map((each) => this.#start(each, row)),
      ),
    );
    this.#live = [...this.#live, ...begun];
  }

  #start({ wanted, tokens, sampling, bytes }: Ready, row: Row): Live {
    const { maxTokens, stop = [] } = wanted.sampling;
    const limits = { stopTokens: this.#stopTokens, stopStrings: stop, maxTokens };
    const written = createRow(textStream(this.#model.tokenizer), limits);
    return { id: wanted.id, row, written, sampling, maxTokens, promptTokens: tokens.length, bytes };
  }

  async #draw(rows: readonly Live[], signal: AbortSignal): Promise<void> {
    const [first] = rows;
    if (first === undefined) return;
    const drawn = await this.#generator.generate(
      rows.map(({ row }) => row),
      {
        sampling: first.sampling,
        limits: { stopTokens: this.#stopTokens, stopStrings: [], maxTokens: spellOf(first) },
        forbidden: this.#forbidden,
        seed: "local",
        stream: noText,
        signal,
      },
    );
    for (const [at, { written }] of rows.entries())
      for (const token of drawn[at]?.tokens ?? []) if (written.finish === undefined) written.push(token);
  }
}

/** Text is read over several spells, see {@link Live.written}. */
const noText = () => ({ push: () => "", end: () => "" });

const spellOf = ({ maxTokens, written }: Live): number => Math.min(SPELL, maxTokens - written.tokens.length);

const hasEnded = ({ written, row }: Live): boolean => written.finish !== undefined || row.room === 0;

function doneOf({ id, written, promptTokens }: Live): Done {
  const { text, tokens, finish } = written;
  return {
    id,
    text,
    finish: finish === undefined || finish.reason === "length" ? "length" : "stop",
    usage: { inputTokens: promptTokens, outputTokens: tokens.length },
  };
}
