/** Ids made from names in the source: readable, stable, safe as file names. */
import { hash32 } from "../random.ts";

const MAX_LENGTH = 120;

/**
 * Letters, digits, `.`, `_` and `-` of a name, every other run as one `-`. A name of none of these, or too long for a
 * file name, ends in a hash of the whole.
 */
export function slug(name: string): string {
  const kept = name
    .normalize("NFC")
    .replaceAll(/[^\p{L}\p{N}._-]+/gu, "-")
    .replaceAll(/^[-.]+|-+$/g, "");
  const isWhole = kept.length > 0 && kept.length <= MAX_LENGTH;
  return isWhole ? kept : `${kept.slice(0, MAX_LENGTH)}-${hash32(name)}`.replace(/^-/, "");
}

/** A file name without its last extension: `a/b.c.png` is `a/b.c`. */
export const stemOf = (file: string): string => file.replace(/\.[^./\\]*$/, "");
