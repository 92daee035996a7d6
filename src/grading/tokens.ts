/** An answer text as words and signs, so that its wording can be read without backtracking. */
import { fold } from "./answer-words.ts";

export interface Token {
  /** As written. */
  readonly raw: string;
  /** Lower case, without accents. */
  readonly key: string;
  readonly kind: "word" | "sign" | "line";
  /** True when the token touches the one before it. */
  readonly glued: boolean;
  /** Counts sentences from 0; a line ends one too. */
  readonly sentence: number;
}

const PIECE = /[\p{L}\p{M}\p{N}_]+(?:'\p{L}+)*'?|\n|->|=>|[^\s]/gu;
const ELISION = /^(?:[cdjlmnst]|qu)'(?=\p{L})/iu;
const SENTENCE_END = /^[.!?;]$/;

export function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let sentence = 0;
  let end = -1;
  for (const match of text.matchAll(PIECE)) {
    const glued = match.index === end;
    end = match.index + match[0].length;
    splitApostrophes(match[0]).forEach((raw, part) => {
      tokens.push({ raw, key: fold(raw), kind: kindOf(raw), glued: glued || part > 0, sentence });
    });
    const followedBySpace = end >= text.length || /\s/.test(text.charAt(end));
    if (match[0] === "\n" || (SENTENCE_END.test(match[0]) && followedBySpace)) sentence++;
  }
  return tokens;
}

function kindOf(raw: string): Token["kind"] {
  if (raw === "\n") return "line";
  return /^[\p{L}\p{M}\p{N}_']*[\p{L}\p{N}]/u.test(raw) ? "word" : "sign";
}

/** "c'est" as `c'` and `est`, "it's" as `it` and `'s`; "isn't" stays whole, quotes around a word go. */
function splitApostrophes(piece: string): readonly string[] {
  const elision = ELISION.exec(piece)?.[0];
  const head = elision === undefined ? [] : [elision];
  const rest = piece.slice(elision?.length ?? 0);
  const bare = rest.length > 1 && rest.endsWith("'") ? rest.slice(0, -1) : rest;
  return [...head, ...(/.'s$/i.test(bare) ? [bare.slice(0, -2), "'s"] : [bare])];
}
