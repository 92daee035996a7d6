/** Judge models for open answers: opened as the measured model is, and what they said as text. */

import { type JudgedAnswers, type Judging, judgeOf } from "../episodes/run/index.ts";
import { InputError } from "../errors.ts";
import { type NamedModel, partialJudgeWarning } from "../grading/index.ts";
import { openProvider, type PriceList, type Provider, ProviderError } from "../providers/index.ts";
import { type Agreement, cohenKappaByBootstrap, fleissKappa } from "../statistics/index.ts";
import { guardModel } from "./open-model.ts";

export interface OpenJudgesOptions {
  readonly concurrency: number;
  readonly timeoutMs: number;
  /** Of each judge and of this call. */
  readonly maxTokens?: number | undefined;
  readonly maxCost?: number | undefined;
  readonly prices?: PriceList | undefined;
}

export interface OpenedJudges {
  /** `none` where no judge was asked for. */
  readonly judging: Judging | "none";
  readonly models: readonly NamedModel[];
  close(): Promise<void>;
}

/** For `--judge`: one specification more. */
export const oneMore = (value: string, earlier: readonly string[] = []): readonly string[] => [
  ...earlier,
  value,
];

export async function openJudges(
  specifications: readonly string[],
  options: OpenJudgesOptions,
): Promise<OpenedJudges> {
  const providers: Provider[] = [];
  const close = async () => {
    for (const provider of providers) await provider.close?.();
  };
  try {
    for (const specification of specifications) providers.push(await openProvider(specification));
    const judges = providers.map((provider) => judgeOf(guardModel(provider, { ...options, earlier: [] })));
    const twice = judges.find(({ id }, at) => judges.findIndex((other) => other.id === id) < at);
    if (twice !== undefined)
      throw new InputError({ at: "--judge", expected: "each judge once", found: `${twice.id} twice` });
    const models = providers.map(({ model, traits: { family } }) => ({ model, family }));
    const judging = judges.length === 0 ? "none" : { judges, concurrency: options.concurrency };
    return { judging, models, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A judge that refuses the key is the user's to mend. */
export function asInputError(error: unknown): unknown {
  if (!(error instanceof ProviderError) || error.kind !== "auth") return error;
  const hint = "verdicts so far are kept";
  return new InputError(
    { at: "--judge", expected: "a key that the judge's provider takes", found: error.message, hint },
    { cause: error },
  );
}

/** Warnings of judges that may be partial to the model that they judge. */
export function partialityWarnings(judges: readonly NamedModel[], judged: NamedModel): string[] {
  return judges.flatMap((judge) => partialJudgeWarning(judge, judged, "judged model") ?? []);
}

/** Agreement of two or more judges on the answers that all of them replied to; undefined for none. */
export function agreementOf(verdicts: JudgedAnswers["verdicts"]): Agreement | undefined {
  const items = verdicts.map((panel) => panel.map(({ status }) => status));
  const judges = items[0]?.length ?? 0;
  if (judges < 2) return undefined;
  if (judges > 2) return fleissKappa(items);
  return cohenKappaByBootstrap(items.map(([first = "invalid", second = "invalid"]) => [first, second]));
}

/** What the judges did, a line each fact. */
export function judgedText({ verdicts, asked, failures }: JudgedAnswers): string {
  const agreement = agreementOf(verdicts);
  const lines = [`judged ${verdicts.length} open answers; ${asked} verdicts asked for, the others kept`];
  if (agreement !== undefined) lines.push(agreementText(agreement));
  if (failures.length > 0)
    lines.push(`${failures.length} answers without a verdict (${failures[0]}): score again to ask for them`);
  return lines.join("\n");
}

function agreementText({ kappa, interval: { low, high }, observed }: Agreement): string {
  const share = `${(100 * observed).toFixed(1)} % of their verdicts`;
  const range = `95 % interval ${low.toFixed(2)} to ${high.toFixed(2)}, drawing the answers again`;
  const beyond = Number.isNaN(kappa)
    ? "not defined, all verdicts are alike"
    : `${kappa.toFixed(2)} (${range})`;
  return `the judges agree in ${share}; kappa ${beyond}`;
}

/** The same for `--json`. */
export function judgedJson({ verdicts, asked, failures }: JudgedAnswers) {
  const agreement = agreementOf(verdicts);
  const defined = agreement === undefined || Number.isNaN(agreement.kappa) ? undefined : agreement;
  return {
    answers: verdicts.length,
    asked,
    failures,
    kappa: defined?.kappa ?? null,
    kappaInterval: defined?.interval ?? null,
    agreement: agreement?.observed ?? null,
  };
}
