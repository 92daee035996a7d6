/** A row: a sequence that tokens are drawn for and added to. */
import type { DecoderSizes, Placement } from "./decoder-family.ts";
import type { KeyValues } from "./key-values.ts";

/** What the outside sees of a row. */
export interface Row {
  readonly name: string;
  /** All so far: the prompt's, the drawn ones and the added ones. */
  readonly tokens: readonly number[];
  /** How many more tokens fit into the model's context. */
  readonly room: number;
}

/** A sequence that was computed: a prompt, for the rows that continue it. */
export interface Prefix {
  readonly length: number;
  /** One slot. */
  readonly cache: KeyValues;
}

/** Tokens that are not computed yet. */
export interface Piece<Picture> extends Placement {
  readonly tokens: ArrayLike<number>;
  readonly pictures: readonly Picture[];
}

export interface RowLogits {
  /** `[vocabulary]` */
  readonly values: Float32Array;
  /** log Σ exp of them. */
  readonly normaliser: number;
}

export interface RowState<Picture> extends Row {
  readonly tokens: number[];
  prefix: Prefix | undefined;
  /** Tokens computed beyond the prefix, one slot. */
  own: KeyValues;
  ownLength: number;
  /** Position of the next token to compute. */
  position: number;
  pending: Piece<Picture>[];
  /** After the last token; absent while some are pending. */
  logits: RowLogits | undefined;
}

const EMPTY: KeyValues = { slots: 1, capacity: 0, parts: [] };

export function createRowState<Picture>(
  name: string,
  { maxPositions }: Pick<DecoderSizes, "maxPositions">,
  start: Pick<RowState<Picture>, "prefix" | "position" | "logits"> & { readonly tokens: readonly number[] },
): RowState<Picture> {
  return {
    name,
    ...start,
    tokens: [...start.tokens],
    get room() {
      return maxPositions - this.tokens.length;
    },
    own: EMPTY,
    ownLength: 0,
    pending: [],
  };
}

export const pendingCount = <Picture>({ pending }: Pick<RowState<Picture>, "pending">): number =>
  pending.reduce((sum, { tokens }) => sum + tokens.length, 0);

/** Of a single token, on any number of axes. */
const FIRST = new Int32Array();

/** Adds a token that was drawn: text, whatever its id. */
export function appendDrawn<Picture>(row: RowState<Picture>, token: number): void {
  appendPiece(row, { tokens: [token], pictures: [], positions: FIRST, advance: 1 });
}

export function appendPiece<Picture>(row: RowState<Picture>, piece: Piece<Picture>): void {
  for (let at = 0; at < piece.tokens.length; at++) row.tokens.push(piece.tokens[at] ?? 0);
  row.pending.push(piece);
  row.logits = undefined;
}

/** Forgets what was computed for a row, for those who still hold the row. */
export function emptyRow<Picture>(row: RowState<Picture>): void {
  row.own = EMPTY;
  row.prefix = undefined;
  row.pending = [];
  row.logits = undefined;
}
