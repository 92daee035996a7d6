/** Checks for values typed on the command line; every message says what was expected. */
import { z } from "zod";

/** An integer in a range, typed as text. */
export function integerFlag(low: number, high: number) {
  const message = `an integer from ${low} to ${high}`;
  return z
    .string()
    .regex(/^-?\d+$/, message)
    .transform(Number)
    .refine((value) => value >= low && value <= high, message);
}

/** Any text serves as a seed. */
export const seedFlag = z.string().min(1, "a seed of at least one character").default("1");

export const folderFlag = z.string("a folder").min(1, "a folder");

/** A number from 0 to 1, typed as text. */
export const shareFlag = z
  .string()
  .regex(/^\d*\.?\d+$/, "a number from 0 to 1")
  .transform(Number)
  .refine((value) => value <= 1, "a number from 0 to 1");

/** "1000x1414" as a size in px, each side within a range. */
export function sizeFlag(low: number, high: number) {
  const message = `a size such as 1000x1414, sides from ${low} to ${high} px`;
  return z
    .string()
    .regex(/^\d{1,5}x\d{1,5}$/, message)
    .transform((text) => {
      const [width = 0, height = 0] = text.split("x").map(Number);
      return { width, height };
    })
    .refine(({ width, height }) => [width, height].every((side) => side >= low && side <= high), message);
}
