/** `benday eval` called by other commands. */
import { Command } from "commander";
import { InputError } from "../errors.ts";
import { checkFlags } from "./check-flags.ts";
import type { Outcome } from "./command.ts";
import { evalCommand } from "./commands/eval.ts";
import type { Terminal } from "./terminal.ts";

/** `benday eval` with these words. */
export async function evaluateWith(words: readonly string[], terminal: Terminal): Promise<Outcome> {
  const command = new Command("eval").exitOverride().configureOutput({ writeErr: () => {} });
  evalCommand.define(command, words);
  try {
    command.parse(words, { from: "user" });
  } catch (cause) {
    const found = cause instanceof Error ? cause.message : String(cause);
    throw new InputError({ at: "flags", expected: "flags of benday eval", found }, { cause });
  }
  const input = checkFlags(evalCommand.input, { ...command.opts(), args: command.args });
  return evalCommand.run(input, terminal);
}
