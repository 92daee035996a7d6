/**
 * Rows drawn from a model: prompts are computed once, however many rows continue them; rows get tokens in lock-step,
 * can be given tokens and pictures (a tool's result) and go on. What was computed belongs to the parameters of that
 * moment: after a training step, open the prompts anew.
 *
 * A row's tokens do not depend on the rows beside it, up to the last bits of float32: programs of different shapes add
 * in a different order.
 */
import type { DecoderFamily } from "./decoder-family.ts";
import { type GenerateOptions, type Generation, startDrawing } from "./drawing.ts";
import { lockStep } from "./lock-step.ts";
import { appendPiece, createRowState, emptyRow, type Piece, type Row, type RowState } from "./row.ts";
import { createRunner, type RunnerOptions } from "./runner.ts";
import { settle } from "./settle.ts";

export interface Prompt<Picture> {
  /** Begins the names of its rows, and so decides their draws; one name a prompt. */
  readonly name: string;
  /** Image tokens stand once for each token of a picture. */
  readonly tokens: ArrayLike<number>;
  /** In the order of their tokens. */
  readonly images: readonly Picture[];
  /** How many rows continue it; or their whole names, where what they draw must not depend on the prompt's. */
  readonly copies: number | readonly string[];
}

export interface Addition<Picture> {
  readonly row: Row;
  readonly tokens: ArrayLike<number>;
  readonly images: readonly Picture[];
}

export interface GeneratorOptions extends RunnerOptions {
  /** Most rows in a step; others wait for a place. 128 unless given. */
  readonly maxRows?: number;
  /** Most tokens of a prompt or result run, padding included; a longer row runs alone. 4,096 unless given. */
  readonly maxTokens?: number;
}

export interface Generator<Picture> {
  /**
   * Computes prompts; gives for each its rows.
   * @throws RangeError where a prompt is empty, longer than the context, does not fit its pictures, or shares its name
   */
  open(prompts: readonly Prompt<Picture>[], signal?: AbortSignal): Promise<readonly (readonly Row[])[]>;
  /**
   * Adds given tokens and pictures to rows; the next `generate` computes them, those of all its rows in one run.
   * @throws RangeError where an addition exceeds a row's `room` or does not fit its pictures; no row is changed then
   */
  extend(additions: readonly Addition<Picture>[]): void;
  /** Draws tokens for rows, of any prompts and lengths, until each has ended. One call at a time. */
  generate(rows: readonly Row[], options: GenerateOptions): Promise<readonly Generation[]>;
  /** Forgets rows and what was computed for them. */
  free(rows: readonly Row[]): void;
  /** Shapes of the sessions held, least recently used first. */
  sessions(): readonly string[];
  /** Forgets all rows and releases all sessions. */
  close(): Promise<void>;
}

export function createGenerator<Picture>(
  family: DecoderFamily<Picture>,
  { maxRows = 128, maxTokens = 4096, ...options }: GeneratorOptions,
): Generator<Picture> {
  const limits = { maxRows, maxTokens };
  const runner = createRunner(family, options);
  const states = new Map<Row, RowState<Picture>>();
  const stateOf = (row: Row): RowState<Picture> => {
    const state = states.get(row);
    if (state === undefined) throw new RangeError(`generator: expected an open row, got ${row.name}`);
    return state;
  };
  return {
    open: async (prompts, signal) => {
      if (new Set(prompts.map(({ name }) => name)).size < prompts.length)
        throw new RangeError("open: expected each prompt to have a name of its own");
      const computed = prompts.map((prompt) => ({ prompt, state: promptState(family, prompt) }));
      const all = computed.map(({ state }) => state);
      await settle(runner, all, limits, signal);
      const opened = computed.map(({ prompt, state }) => continued(family, state, prompt));
      for (const row of opened.flat()) states.set(row, row);
      return opened;
    },
    extend: (additions) => {
      const checked = additions.map(({ row, tokens, images }) => ({
        row: stateOf(row),
        piece: pieceOf(family, `row ${row.name}`, row.room, tokens, images),
      }));
      if (new Set(checked.map(({ row }) => row)).size < checked.length)
        throw new RangeError("extend: expected each row at most once");
      for (const { row, piece } of checked) appendPiece(row, piece);
    },
    generate: async (rows, wanted) => {
      if (new Set(rows).size < rows.length) throw new RangeError("generate: expected each row at most once");
      const draws = rows.map((row) => startDrawing(stateOf(row), wanted));
      const drawing = new Map(draws.map((each) => [each.row, each]));
      const open = draws.filter(({ row }) => row.room > 0).map(({ row }) => row);
      await settle(runner, open, limits, wanted.signal);
      wanted.signal?.throwIfAborted();
      const draw = (row: RowState<Picture>): boolean => drawing.get(row)?.draw() ?? false;
      await lockStep(runner, open.filter(draw), {
        maxRows,
        left: (row) => drawing.get(row)?.left() ?? 0,
        draw,
        signal: wanted.signal,
      });
      return draws.map((each) => each.result());
    },
    free: (rows) => {
      for (const row of rows) {
        const state = states.get(row);
        if (state !== undefined) emptyRow(state);
        states.delete(row);
      }
    },
    sessions: runner.sessions,
    close: async () => {
      for (const state of states.values()) emptyRow(state);
      states.clear();
      await runner.close();
    },
  };
}

function pieceOf<Picture>(
  family: DecoderFamily<Picture>,
  what: string,
  room: number,
  tokens: ArrayLike<number>,
  pictures: readonly Picture[],
): Piece<Picture> {
  if (tokens.length === 0) throw new RangeError(`generator: expected tokens for ${what}, got none`);
  if (tokens.length > room)
    throw new RangeError(
      `generator: expected at most ${room} tokens for ${what}, which the context of ${family.sizes.maxPositions} has left, got ${tokens.length}`,
    );
  const { vocabSize } = family.sizes;
  const unknown = Array.from(tokens).find((token) => !(token >= 0 && token < vocabSize));
  if (unknown !== undefined)
    throw new RangeError(`generator: expected tokens of ${what} below ${vocabSize}, got ${unknown}`);
  return { tokens, pictures, ...family.place(tokens, pictures) };
}

/** A prompt as a row of its own: what it has computed becomes the prefix of others. */
function promptState<Picture>(
  family: DecoderFamily<Picture>,
  { name, tokens, images }: Prompt<Picture>,
): RowState<Picture> {
  const row = createRowState<Picture>(name, family.sizes, {
    tokens: [],
    prefix: undefined,
    position: 0,
    logits: undefined,
  });
  appendPiece(row, pieceOf(family, `prompt ${name}`, row.room, tokens, images));
  return row;
}

/** The rows that continue a computed prompt. */
function continued<Picture>(
  { sizes }: DecoderFamily<Picture>,
  { tokens, position, logits, own: cache, ownLength: length }: RowState<Picture>,
  { name, copies }: Prompt<Picture>,
): readonly RowState<Picture>[] {
  const prefix = { cache, length };
  const names =
    typeof copies === "number" ? Array.from({ length: copies }, (_, copy) => `${name}/${copy}`) : copies;
  return names.map((row) => createRowState<Picture>(row, sizes, { tokens, prefix, position, logits }));
}
