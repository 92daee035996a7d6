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

/** Any text serves as a seed; it goes into page ids, so it is not endless. */
export const seedFlag = z
  .string()
  .regex(/^.{1,100}$/u, "a seed of 1-100 characters")
  .default("1");

export const folderFlag = z.string("a folder").min(1, "a folder");

export const amountFlag = z
  .string()
  .regex(/^\d*\.?\d+$/, "a number above 0")
  .transform(Number);

/** A number from 0 to 1, typed as text. */
export const shareFlag = z
  .string()
  .regex(/^\d*\.?\d+$/, "a number from 0 to 1")
  .transform(Number)
  .refine((value) => value <= 1, "a number from 0 to 1");

/** "1400x2000" as a size in px. */
export const sizeFlag = z
  .string()
  .regex(/^\d{1,5}x\d{1,5}$/, "a size in px, such as 1400x2000")
  .transform((text) => {
    const [width = 0, height = 0] = text.split("x").map(Number);
    return { width, height };
  });
