/** What a reward strategy is: plain data that says which terms are paid, how much, when, and from which step on. */
import { z } from "zod";
import { TERM_IDS } from "./terms.ts";

export const PAYMENT_RULES = [
  "always",
  /** Only when the answer is right. */
  "if-right",
  /** Once in any case, once more when the answer is right: the factor (1 + I[R_acc > 0]) of Eq. 2. */
  "doubled-if-right",
] as const;
export type PaymentRule = (typeof PAYMENT_RULES)[number];

export const PaymentSchema = z.strictObject({
  term: z.enum(TERM_IDS),
  weight: z.number(),
  pay: z.enum(PAYMENT_RULES).default("always"),
});
export type Payment = z.infer<typeof PaymentSchema>;

export const PhaseSchema = z.strictObject({
  name: z.string().min(1),
  /** The optimiser step, from 0, at which it begins. It ends where the next one begins. */
  from: z.int().nonnegative(),
  pays: z
    .array(PaymentSchema)
    .min(1)
    .refine((pays) => new Set(pays.map(({ term }) => term)).size === pays.length, "expected each term once")
    .readonly(),
});
export type Phase = z.infer<typeof PhaseSchema>;

const isInOrder = (phases: readonly Phase[]): boolean =>
  phases.every(({ from }, index) => (index === 0 ? from === 0 : from > (phases[index - 1]?.from ?? from)));

export const StrategySchema = z.strictObject({
  id: z.string().min(1),
  summary: z.string(),
  /** Whether the model may zoom: episodes are run in mode `zoom` or `page`. */
  tool: z.enum(["offered", "withheld"]),
  /** The term that says whether an answer is right, above 0. */
  right: z.enum(["accuracy", "brief-accuracy"]).default("accuracy"),
  phases: z
    .array(PhaseSchema)
    .min(1)
    .refine(isInOrder, "expected phases in order, the first from step 0")
    .readonly(),
});
export type Strategy = z.infer<typeof StrategySchema>;
/** A strategy as it is written down, before defaults. */
export type StrategyText = z.input<typeof StrategySchema>;
