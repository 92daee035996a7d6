/** How the next token is chosen, by the names and meanings that transformers and vLLM share. */
import { z } from "zod";

export const SamplingSchema = z.strictObject({
  /** Divides the logits; 0 is greedy: the likeliest token, the lowest id among equals. */
  temperature: z.number().min(0).max(100).default(1),
  /** Keep the k likeliest tokens (and what equals the last of them); 0 keeps all. */
  topK: z.int().min(0).default(0),
  /** Keep the likeliest tokens that together reach this probability; 1 keeps all. */
  topP: z.number().min(0).max(1).default(1),
  /** Keep tokens at least this many times as likely as the likeliest; 0 keeps all. */
  minP: z.number().min(0).max(1).default(0),
  /** Divides positive and multiplies negative logits of tokens that came before; 1 changes none. */
  repetitionPenalty: z.number().positive().max(100).default(1),
});

export type Sampling = z.output<typeof SamplingSchema>;
