/** What a command is: flags declared on a commander command, checked by a schema, run to an outcome. */
import type { Command } from "commander";
import type { z } from "zod";
import type { Terminal } from "./terminal.ts";

/** What a finished command has to say, for people and for programs. */
export interface Outcome {
  /** Printed without `--json`. */
  readonly text: string;
  /** Printed with `--json`, as one line. */
  readonly json: unknown;
  /** What was asked for did not come about, though nobody is at fault: exit code 1. */
  readonly failed?: boolean;
}

export interface CliCommand<Schema extends z.ZodType = z.ZodType> {
  /**
   * Declare arguments and flags; `--json` and `--help` come by themselves. `words` is what was typed, for commands
   * whose flags depend on their first argument.
   */
  define(command: Command, words: readonly string[]): void;
  /** Commands to try, shown by `--help`. */
  readonly examples: readonly string[];
  /** Checks and converts what was typed. Keys are flags in camelCase; `args` holds the positional arguments. */
  readonly input: Schema;
  run(input: z.output<Schema>, terminal: Terminal): Promise<Outcome>;
}

/** Keeps the link between a command's schema and what its `run` receives. */
export function defineCommand<Schema extends z.ZodType>(command: CliCommand<Schema>): CliCommand<Schema> {
  return command;
}
