import { InputError } from "../errors.ts";
import { type PriceList, readPrices } from "../providers/index.ts";

/** The list of `--prices`, which a budget in money needs. */
export async function pricesOf(flags: {
  readonly prices?: string | undefined;
  readonly budgetUsd?: number | undefined;
}): Promise<PriceList | undefined> {
  if (flags.prices !== undefined) return readPrices(flags.prices);
  if (flags.budgetUsd === undefined) return undefined;
  throw new InputError({ at: "--budget-usd", expected: "--prices FILE beside it", found: "none" });
}
