/**
 * What a compute thread can be asked: a table of methods, shared by both sides, with a schema for each value that
 * crosses between them. Values are structured clones: plain data, typed arrays, maps; no functions, no classes.
 */
import { z } from "zod";
import { describe } from "../../errors.ts";
import { formatPath } from "../../json.ts";
import type { FailedReply } from "../../pool.ts";

export interface Method {
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  /** What it reports on the way; `z.never()` where it reports nothing. */
  readonly progress: z.ZodType;
}

export type Contract = Readonly<Record<string, Method>>;

/** One schema of a method; its type stays that of the method, where `method.input` would be any schema. */
export function schemaOf<M extends Method, P extends keyof Method>(method: M, part: P): M[P] {
  return method[part];
}

/** From the caller: a call, the wish to end one, or the wish to end the thread. */
export const RequestSchema = z.union([
  z.object({ id: z.int(), method: z.string(), input: z.unknown() }),
  z.object({ abort: z.int() }),
  z.object({ close: z.literal(true) }),
]);
export type Request = z.input<typeof RequestSchema>;

/** From the thread; `id` is the call's. */
export type Reply = { readonly id: number } & (
  | { readonly progress: unknown }
  | { readonly output: unknown }
  | FailedReply
);

/** Check a value that arrived from the other side; throws `RangeError` naming the method and the place. */
export function received<S extends z.ZodType>(schema: S, value: unknown, place: string): z.output<S> {
  const result = z.safeParse(schema, value);
  if (result.success) return result.data;
  const { message, path } = result.error.issues[0] ?? { message: "a valid value", path: [] };
  const at = path.length === 0 ? place : `${place}.${formatPath(path)}`;
  throw new RangeError(`${at}: ${message} (${describe(value)})`);
}
