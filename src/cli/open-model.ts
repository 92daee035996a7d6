/** A model as a run needs it: with retries, adaptive concurrency, a time limit and a budget around it. */
import { type Dialect, dialects, findDialect } from "../dialects/index.ts";
import { describe, InputError } from "../errors.ts";
import {
  costOf,
  type MeteredProvider,
  openProvider,
  type PriceList,
  type Provider,
  priceOf,
  withBudget,
  withConcurrency,
  withRetries,
  withTimeout,
} from "../providers/index.ts";
import type { Episode, Question } from "../records/index.ts";
import { scriptedSource } from "./scripted-source.ts";

export interface OpenModelOptions {
  /** `openai:gpt-5`, `scripted:oracle`, ... */
  readonly model: string;
  readonly baseUrl?: string | undefined;
  /** Id of a dialect; default: the one that the model learnt, else native where it has native tools, else tagged. */
  readonly dialect?: string | undefined;
  readonly questions: readonly Question[];
  readonly seed: string;
}

export interface OpenedModel {
  readonly provider: Provider;
  readonly dialect: Dialect;
}

export async function openModel({
  model,
  baseUrl,
  dialect,
  questions,
  seed,
}: OpenModelOptions): Promise<OpenedModel> {
  const asked = dialect === undefined ? undefined : knownDialect(dialect);
  const spoken = asked ?? knownDialect("native");
  const scripted = scriptedSource(questions, spoken, seed);
  const provider = await openProvider(model, { baseUrl, scripted, seed });
  const { nativeTools, asking } = provider.traits;
  const fitting = knownDialect(asking?.dialect ?? (nativeTools ? "native" : "tagged"));
  if (asked?.calls !== "native" || nativeTools) return { provider, dialect: asked ?? fitting };
  await provider.close?.();
  throw new InputError({
    at: "--dialect",
    expected: `a dialect that writes its calls as text, since ${model} has no native tool calls`,
    found: asked.id,
    hint: `leave --dialect out, or give --dialect ${fitting.id}`,
  });
}

/**
 * Where the model is served, as far as the user said: scheme, host and port, which hold no credentials. Undefined for
 * the maker's own server.
 */
export function serverOf({
  model,
  baseUrl,
}: Pick<OpenModelOptions, "model" | "baseUrl">): string | undefined {
  const [, own] = /^openai-compatible:.+?@(https?:\/\/.*)$/s.exec(model) ?? [];
  return URL.parse(own ?? baseUrl ?? "")?.origin;
}

function knownDialect(id: string): Dialect {
  const dialect = findDialect(id);
  if (dialect !== undefined) return dialect;
  const names = dialects.map((known) => known.id).join(", ");
  throw new InputError({ at: "--dialect", expected: `one of ${names}`, found: describe(id) });
}

export interface GuardOptions {
  readonly concurrency: number;
  readonly timeoutMs: number;
  readonly maxTokens?: number | undefined;
  readonly maxCost?: number | undefined;
  readonly prices?: PriceList | undefined;
  /** Episodes of the same run that are paid for already. */
  readonly earlier: Iterable<Episode>;
}

/** There is no rate to find, and giving up what takes long would only compute it again. */
const isOnThisMachine = ({ id }: Provider): boolean => id === "local";

/** Everything between a run and a model that costs and fails. */
export function guardModel(provider: Provider, options: GuardOptions): MeteredProvider {
  const { concurrency, timeoutMs, maxTokens, maxCost, prices } = options;
  const limited = isOnThisMachine(provider)
    ? withConcurrency(provider, { start: concurrency, max: concurrency })
    : withConcurrency(withTimeout(provider, timeoutMs), {
        start: Math.min(16, concurrency),
        max: concurrency,
      });
  const spent = spentOn(options.earlier, episodeCost(provider, prices));
  return withBudget(withRetries(limited), { maxTokens, maxCost, prices, spent });
}

function spentOn(earlier: Iterable<Episode>, cost: ReturnType<typeof episodeCost>) {
  const spent = { inputTokens: 0, outputTokens: 0, cost: 0 };
  for (const episode of earlier) {
    spent.inputTokens += episode.usage.inputTokens ?? 0;
    spent.outputTokens += episode.usage.outputTokens ?? 0;
    spent.cost += cost?.(episode) ?? 0;
  }
  return spent;
}

/** What an episode cost by a price list; undefined without a list or a price of the model. */
export function episodeCost(
  model: Pick<Provider, "id" | "model">,
  prices: PriceList | undefined,
): ((episode: Episode) => number) | undefined {
  const price = prices === undefined ? undefined : priceOf(prices, model);
  return price === undefined ? undefined : ({ usage }) => costOf(usage, price);
}

/** The same for episodes of any model. */
export function costByModel(prices: PriceList): (episode: Episode) => number | undefined {
  return (episode) => episodeCost({ id: episode.provider, model: episode.model }, prices)?.(episode);
}
