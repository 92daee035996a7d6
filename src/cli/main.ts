/** The `benday` command line: finds the command, loads its file, checks its input, prints its outcome. */
import { Command, CommanderError } from "commander";
import { InputError } from "../errors.ts";
import { checkFlags } from "./check-flags.ts";
import type { CliCommand, Outcome } from "./command.ts";
import { commands } from "./commands/index.ts";
import { createTerminal } from "./terminal.ts";
import { version } from "./version.ts";

/** Bad input; everything unexpected is 1. */
const EXIT_BAD_INPUT = 2;

export interface Streams {
  readonly out: { write(text: string): unknown };
  readonly error: { write(text: string): unknown; readonly isTTY?: boolean; readonly columns?: number };
}

/** Run the command line; gives the exit code and never throws for bad input. */
export async function main(argv: readonly string[], streams: Streams = processStreams()): Promise<number> {
  let failed = false;
  const onEnd = (outcome: Outcome): void => {
    failed = outcome.failed === true;
  };
  try {
    await createProgram(streams, onEnd).parseAsync(argv, { from: "user" });
    return failed ? 1 : 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_BAD_INPUT;
    if (error instanceof InputError) {
      streams.error.write(`benday: ${oneLine(error.message)}\n`);
      return EXIT_BAD_INPUT;
    }
    throw error;
  }
}

/** The process's own streams. A reader that has seen enough (`| head`) is no failure: the process ends quietly. */
function processStreams(): Streams {
  process.stdout.on("error", (error) => {
    if (isClosedPipe(error)) process.exit();
    throw error;
  });
  process.stderr.on("error", (error) => {
    // Progress that nobody reads must not end a run.
    if (!isClosedPipe(error)) throw error;
  });
  return { out: process.stdout, error: process.stderr };
}

const isClosedPipe = (error: Error): boolean => "code" in error && error.code === "EPIPE";
const oneLine = (text: string): string => text.replaceAll(/\s*\n\s*/g, " ");

function createProgram(streams: Streams, onEnd: (outcome: Outcome) => void): Command {
  const program = configure(new Command("benday"), streams)
    .description(
      "Build comic-understanding benchmarks, measure vision-language models on them and train small ones.",
    )
    .version(version())
    .helpCommand(false)
    .configureHelp({ subcommandTerm: (command) => command.name() })
    .addHelpText("after", "\nHelp for one command: benday COMMAND --help")
    .showHelpAfterError(false);
  for (const [name, { summary, load }] of Object.entries(commands)) {
    // The command's own file is loaded when it is called, so that `benday --help` starts at once.
    const shell = configure(program.command(name), streams)
      .summary(summary)
      .description(`${summary[0]?.toUpperCase()}${summary.slice(1)}.`)
      .helpOption(false)
      .allowUnknownOption()
      .allowExcessArguments()
      .argument("[words...]");
    shell.action(async (words: readonly string[]) =>
      runCommand(name, summary, await load(), words, { ...streams, onEnd }),
    );
  }
  return program;
}

function configure(command: Command, { out, error }: Streams): Command {
  return command.exitOverride().configureOutput({
    writeOut: (text) => out.write(text),
    writeErr: (text) => error.write(text),
    outputError: (text, write) => write(`benday: ${oneLine(text.trim()).replace(/^error: /, "")}\n`),
  });
}

async function runCommand(
  name: string,
  summary: string,
  definition: CliCommand,
  words: readonly string[],
  { onEnd, ...streams }: Streams & { readonly onEnd: (outcome: Outcome) => void },
): Promise<void> {
  const command = configure(new Command(`benday ${name}`), streams)
    .description(`${summary[0]?.toUpperCase()}${summary.slice(1)}.`)
    .option("--json", "print the outcome as one line of JSON")
    .addHelpText("after", `\nExamples:\n${definition.examples.map((line) => `  ${line}`).join("\n")}`);
  definition.define(command, words);
  command.action(async () => {
    const { json, ...flags } = command.opts();
    const input = checkFlags(definition.input, { ...flags, args: command.args });
    const terminal = createTerminal(streams.error, { json: json === true });
    const outcome = await definition.run(input, terminal);
    onEnd(outcome);
    streams.out.write(json === true ? `${JSON.stringify(outcome.json)}\n` : `${trimEnd(outcome)}\n`);
  });
  await command.parseAsync([...words], { from: "user" });
}

const trimEnd = ({ text }: Outcome): string => text.replace(/\n+$/, "");
