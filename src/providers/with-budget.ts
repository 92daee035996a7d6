/**
 * Counts what a model uses, and stops when a budget is spent. A request is let through only if the budget bears its
 * estimate beside those of the requests under way; near the end they therefore go one by one, and where no estimate is
 * too low at most the last one costs more than is left. An estimate is all that the request may use, or what the
 * dearest one so far used.
 */
import { InputError } from "../errors.ts";
import { abortError } from "./failures.ts";
import { costOf, type Price, type PriceList, priceOf } from "./prices.ts";
import {
  type CompleteOptions,
  type Part,
  type Provider,
  ProviderError,
  type Request,
  type Usage,
} from "./provider.ts";

export interface BudgetOptions {
  /** Input and output tokens together. */
  readonly maxTokens?: number | undefined;
  /** In the currency of the prices. */
  readonly maxCost?: number | undefined;
  readonly prices?: PriceList | undefined;
  /** What earlier parts of the same run used. */
  readonly spent?: Partial<Totals> | undefined;
}

export interface Totals {
  /** Requests that brought a reply. */
  readonly replies: number;
  /** Requests that failed, whatever tries there were below. */
  readonly failures: number;
  readonly inputTokens: number;
  readonly cachedTokens: number;
  readonly outputTokens: number;
  /** In the currency of the prices; 0 without. */
  readonly cost: number;
}

export interface MeteredProvider extends Provider {
  readonly totals: () => Totals;
}

const NOTHING: Totals = {
  replies: 0,
  failures: 0,
  inputTokens: 0,
  cachedTokens: 0,
  outputTokens: 0,
  cost: 0,
};

/**
 * A provider that counts, and once `maxTokens` or `maxCost` are spent fails with kind `budget` and asks nothing more.
 * Several requests to one budget have to go through one wrapper. `InputError` where money is limited and the model has
 * no price.
 */
export function withBudget(provider: Provider, options: BudgetOptions = {}): MeteredProvider {
  const price = options.prices === undefined ? undefined : priceOf(options.prices, provider);
  if (options.maxCost !== undefined && price === undefined)
    throw new InputError({
      expected: `a price of ${provider.id}:${provider.model} in the price list, to keep a budget in money`,
      found: "none",
    });
  const purse = new Purse(options, price);
  return {
    ...provider,
    totals: () => purse.totals,
    complete: async (request, { signal }: CompleteOptions = {}) => {
      const estimate = estimateUsage(request);
      const reserved = await purse.reserve(estimate, signal);
      try {
        const reply = await provider.complete(request, { signal });
        purse.settle(reserved, { ...estimate, ...reply.usage });
        return reply;
      } catch (error) {
        purse.settle(reserved, undefined);
        throw error;
      }
    },
  };
}

interface Amount {
  readonly tokens: number;
  readonly cost: number;
}

class Purse {
  totals: Totals;
  readonly #limit: Amount;
  readonly #price: Price | undefined;
  #reserved: Amount = { tokens: 0, cost: 0 };
  #dearest: Amount = { tokens: 0, cost: 0 };
  #underWay = 0;
  #wake = Promise.withResolvers<void>();

  constructor({ maxTokens, maxCost, spent }: BudgetOptions, price: Price | undefined) {
    this.totals = { ...NOTHING, ...spent };
    this.#limit = {
      tokens: maxTokens ?? Number.POSITIVE_INFINITY,
      cost: maxCost ?? Number.POSITIVE_INFINITY,
    };
    this.#price = price;
  }

  /** Waits until there is room for the request; gives what was set aside for it. */
  async reserve(usage: Usage, signal: AbortSignal | undefined): Promise<Amount> {
    const estimate = this.#amountOf(usage);
    while (!this.#bears(larger(estimate, this.#dearest))) await this.#wake.promise;
    if (signal?.aborted === true) throw abortError(signal);
    const amount = larger(estimate, this.#dearest);
    this.#underWay++;
    this.#reserved = plus(this.#reserved, amount, 1);
    return amount;
  }

  /** True where the request may go, false where it has to wait; throws where nothing is left. */
  #bears(amount: Amount): boolean {
    const { tokens, cost } = this.#limit;
    const { inputTokens, outputTokens } = this.totals;
    const spent: Amount = { tokens: inputTokens + outputTokens, cost: this.totals.cost };
    if (spent.tokens >= tokens || spent.cost >= cost)
      throw new ProviderError({ kind: "budget", message: "the budget is spent" });
    const then = plus(plus(spent, this.#reserved, 1), amount, 1);
    return this.#underWay === 0 || (then.tokens <= tokens && then.cost <= cost);
  }

  /** Gives back what was set aside, and counts what was used; undefined for a failure. */
  settle(reserved: Amount, usage: Usage | undefined): void {
    this.#underWay--;
    this.#reserved = plus(this.#reserved, reserved, -1);
    this.totals = this.#added(usage);
    if (usage !== undefined) this.#dearest = larger(this.#dearest, this.#amountOf(usage));
    this.#wake.resolve();
    this.#wake = Promise.withResolvers();
  }

  #added(usage: Usage | undefined): Totals {
    if (usage === undefined) return { ...this.totals, failures: this.totals.failures + 1 };
    const { replies, inputTokens, cachedTokens, outputTokens, cost } = this.totals;
    return {
      ...this.totals,
      replies: replies + 1,
      inputTokens: inputTokens + (usage.inputTokens ?? 0),
      cachedTokens: cachedTokens + (usage.cachedTokens ?? 0),
      outputTokens: outputTokens + (usage.outputTokens ?? 0),
      cost: cost + this.#amountOf(usage).cost,
    };
  }

  #amountOf(usage: Usage): Amount {
    const tokens = (usage.inputTokens ?? 0) + (usage.outputTokens ?? 0);
    return { tokens, cost: this.#price === undefined ? 0 : costOf(usage, this.#price) };
  }
}

const plus = (a: Amount, b: Amount, sign: 1 | -1): Amount => ({
  tokens: a.tokens + sign * b.tokens,
  cost: a.cost + sign * b.cost,
});

const larger = (a: Amount, b: Amount): Amount => ({
  tokens: Math.max(a.tokens, b.tokens),
  cost: Math.max(a.cost, b.cost),
});

/** Characters of a token, about, and square px of a picture's token (28 x 28 in Qwen2.5-VL, 750 in Claude). */
const TOKEN_CHARACTERS = 4;
const TOKEN_PIXELS = 750;

/** At most what a request will use, roughly: all of the tokens that the reply may have. */
function estimateUsage({ messages, sampling }: Request): Usage {
  const inputTokens = messages
    .flatMap((message): readonly Part[] =>
      message.role === "user" ? message.parts : [{ type: "text", text: message.text }],
    )
    .reduce((sum, part) => sum + estimateTokens(part), 0);
  return { inputTokens: Math.ceil(inputTokens), outputTokens: sampling.maxTokens };
}

const estimateTokens = (part: Part): number =>
  part.type === "text" ? part.text.length / TOKEN_CHARACTERS : (part.width * part.height) / TOKEN_PIXELS;
