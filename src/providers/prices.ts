/** What tokens cost, from a file of the user: prices change, and nobody else knows their contract. */
import { readFile } from "node:fs/promises";
import { z } from "zod";
import { describe, InputError } from "../errors.ts";
import { checkInput, parseJson } from "../json.ts";
import type { Usage } from "./provider.ts";

const amount = z.number().nonnegative();

/** Per million tokens. */
export const PriceSchema = z.strictObject({
  input: amount,
  /** Of input tokens that came from the server's cache; default: as `input`. */
  cached: amount.optional(),
  output: amount,
});
export type Price = z.infer<typeof PriceSchema>;

/**
 * `{"currency": "USD", "models": {"openai:gpt-5": {"input": 1.25, "cached": 0.125, "output": 10}}}`. A name is the
 * model's own or stands with its provider; the latter goes first.
 */
export const PriceListSchema = z.strictObject({
  currency: z.string().min(1).max(8).default("USD"),
  models: z.record(z.string().min(1), PriceSchema),
});
export type PriceList = z.infer<typeof PriceListSchema>;

/** Reads a price list; `InputError` names the file and the place where it is wrong. */
export async function readPrices(file: string): Promise<PriceList> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (cause) {
    const found = cause instanceof Error ? cause.message : describe(cause);
    throw new InputError({ file, expected: "a readable file of prices", found }, { cause });
  }
  return checkInput(PriceListSchema, parseJson(text, file), file);
}

/** The price of a model; undefined where the list has none. */
export function priceOf(
  prices: PriceList,
  { id, model }: { readonly id: string; readonly model: string },
): Price | undefined {
  const models = new Map(Object.entries(prices.models));
  return models.get(`${id}:${model}`) ?? models.get(model);
}

/** In the list's currency. Tokens that the server did not count cost nothing here. */
export function costOf({ inputTokens = 0, cachedTokens = 0, outputTokens = 0 }: Usage, price: Price): number {
  const cached = Math.min(cachedTokens, inputTokens);
  const { input, output } = price;
  const total = (inputTokens - cached) * input + cached * (price.cached ?? input) + outputTokens * output;
  return total / 1e6;
}
