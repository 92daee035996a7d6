/** What the thread of a local model can be asked. Both sides are this program's, so that values are checked lightly. */
import { z } from "zod";
import type { Failure, Request, Traits, Usage } from "./provider.ts";

/** A request on its way to the thread. */
export interface Wanted extends Pick<Request, "messages" | "tools" | "sampling"> {
  readonly id: number;
  /** Requests of equal content draw the same tokens where this is equal too. */
  readonly draws: string;
}

export type Done = { readonly id: number } & (
  | {
      readonly text: string;
      readonly finish: "stop" | "length";
      readonly usage: Usage;
    }
  | { readonly failure: Failure }
);

export interface OpenedFolder {
  readonly traits: Traits;
}

const list = (value: unknown): boolean => Array.isArray(value);

export const localContract = {
  /** Loads a model folder; once, and first. `InputError` where it holds no model that the engine runs. */
  open: {
    input: z.object({ folder: z.string() }),
    output: z.custom<OpenedFolder>((value) => typeof value === "object"),
    progress: z.never(),
  },
  /**
   * Takes new requests in, forgets given-up ones, and computes on for a while; gives what has ended. An abort forgets
   * all requests.
   */
  advance: {
    input: z.object({ wanted: z.custom<readonly Wanted[]>(list), forget: z.array(z.int()) }),
    output: z.custom<readonly Done[]>(list),
    progress: z.never(),
  },
};
