/** A file that names who may appear on drawn pages. */
import { readFile } from "node:fs/promises";
import { z } from "zod";
import { IDENTITIES, type Identity, SMALLEST_CAST } from "../atelier/index.ts";
import { describe, InputError } from "../errors.ts";
import { checkInput, parseJson } from "../json.ts";

const CastSchema = z
  .array(z.enum(IDENTITIES, `one of ${IDENTITIES.join(", ")}`), "a list of identities")
  .refine((cast) => new Set(cast).size === cast.length, "identities that are named once each")
  .refine((cast) => cast.length >= SMALLEST_CAST, `at least ${SMALLEST_CAST} identities`);

/**
 * Reads a JSON list of identities: `["bear", "fox", "girl", "cook"]`.
 *
 * @throws InputError that names the file
 */
export async function readCast(file: string): Promise<readonly Identity[]> {
  const text = await readFile(file, "utf8").catch((cause: unknown) => {
    throw new InputError(
      { file, expected: "a file to read", found: cause instanceof Error ? cause.message : describe(cause) },
      { cause },
    );
  });
  return checkInput(CastSchema, parseJson(text, file), file);
}
