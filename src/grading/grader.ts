/** What a grader is: it compares one answer text with a question's gold. */
import type { Question } from "../records/index.ts";

/**
 * The verdict on one answer. `invalid` means that no answer could be read from the text; it scores 0 like a wrong one
 * but is counted apart (paper-scale tables hide up to 60 % unreadable answers otherwise).
 */
export interface Grade {
  /** 0 (wrong or invalid) to 1 (right). */
  readonly score: number;
  readonly status: "correct" | "incorrect" | "invalid";
  /** What was read from the answer text, normalised; absent when invalid. */
  readonly read?: string;
}

/** What to send to a judge model; the fields have the names of a provider's request. */
export interface JudgeRequest {
  readonly system: string;
  readonly prompt: string;
  readonly sampling: { readonly temperature: 0; readonly maxTokens: number };
  /** JSON schema for structured output, where the provider has it; the reply is checked all the same. */
  readonly responseSchema: { readonly name: string; readonly schema: Readonly<Record<string, unknown>> };
}

/** Ask a judge model: request in, reply text out. */
export type Ask = (request: JudgeRequest) => Promise<string>;

/** Decides by rule, without a model. */
export interface RuleGrader<Id extends string = string> {
  readonly id: Id;
  readonly kind: "rule";
  readonly summary: string;
  grade(question: Question, answer: string): Grade;
}

/** Asks a judge model; failures of `ask` itself are the caller's to handle. */
export interface ModelGrader<Id extends string = string> {
  readonly id: Id;
  readonly kind: "model";
  readonly summary: string;
  grade(question: Question, answer: string, ask: Ask): Promise<Grade>;
}

export type Grader<Id extends string = string> = RuleGrader<Id> | ModelGrader<Id>;

export const correct = (read: string): Grade => ({ score: 1, status: "correct", read });
export const incorrect = (read: string): Grade => ({ score: 0, status: "incorrect", read });
export const invalid: Grade = { score: 0, status: "invalid" };

export const verdict = (right: boolean, read: string): Grade => (right ? correct(read) : incorrect(read));

/** A question handed to the wrong grader is a programming mistake, not a bad answer. */
export function wrongGold(grader: string, question: Question): Error {
  return new Error(`grade ${question.id}: the ${grader} grader cannot grade a ${question.gold.type} answer`);
}
