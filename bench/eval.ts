/**
 * What the harness costs: a whole run (episodes, retries, limits, reply cache, run folder) against a bare loop over
 * `generateText` that sends the same requests to the same server, in turn. The server answers after 100 ms, in a process
 * of its own; on a machine of few cores it takes processor time from both sides alike.
 *
 * `npm run bench -- eval` asks 1,000 questions a round; `-- eval --questions 5000 --rounds 5` is the full measurement. A
 * last turn with a collection at every look says whether memory grows.
 */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { availableParallelism, loadavg } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { BootstrapResult } from "../src/statistics/index.ts";
import type { MemorySample, Taken } from "./eval/client.ts";
import { growth, timesAsMuch } from "./eval/figures.ts";
import { CONCURRENCY, LATENCY } from "./eval/workload.ts";

/** `uncached` is the harness with `--no-cache`. */
const SIDES = ["harness", "uncached", "bare"] as const;
type Side = (typeof SIDES)[number];

const start = (file: string, words: readonly string[], flags: readonly string[] = []): ChildProcess =>
  fork(join(import.meta.dirname, "eval", file), words, { execArgv: [...process.execArgv, ...flags] });

async function said<Value>(child: ChildProcess): Promise<Value> {
  const [value]: Value[] = await once(child, "message");
  if (value === undefined) throw new Error("bench eval: expected a message of the child process, got none");
  return value;
}

async function takeTurn(
  side: Side,
  url: string,
  questions: number,
  flags: readonly string[] = [],
): Promise<Taken> {
  const client = start("client.ts", [side, url, String(questions)], flags);
  const exit = once(client, "exit").then(([code]) => {
    throw new Error(`bench eval: expected the figures of ${side}, got exit code ${code}`);
  });
  const taken = await Promise.race([said<Taken>(client), exit]);
  await exit.catch(() => {});
  if (taken.answered !== questions)
    throw new Error(`bench eval: expected ${questions} answers from ${side}, got ${taken.answered}`);
  return taken;
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(0);

/** At the end of each fifth, MB. */
const course = (memory: readonly MemorySample[], bytes: (sample: MemorySample) => number): string =>
  [0.2, 0.4, 0.6, 0.8, 1]
    .flatMap((share) => memory[Math.round(share * memory.length) - 1] ?? [])
    .map((sample) => megabytes(bytes(sample)))
    .join(" ");

function tell(side: Side, questions: number, { seconds, cpuMs, memory, peak }: Taken): void {
  console.log(
    `${side.padEnd(8)} ${(questions / seconds).toFixed(0).padStart(5)} questions/s  ` +
      `${(cpuMs / questions).toFixed(2)} ms CPU a question  ` +
      `memory ${course(memory, ({ resident }) => resident)} MB, peak ${megabytes(peak)} MB`,
  );
}

const inWords = ({ estimate, interval }: BootstrapResult, digits: number): string =>
  `${estimate.toFixed(digits)} (${interval.low.toFixed(digits)} to ${interval.high.toFixed(digits)})`;

function tellRatios(rounds: Readonly<Record<Side, readonly Taken[]>>): void {
  for (const side of ["harness", "uncached"] as const) {
    const speed = timesAsMuch(rounds[side], rounds.bare, ({ seconds }) => seconds);
    const work = timesAsMuch(rounds[side], rounds.bare, ({ cpuMs }) => cpuMs);
    console.log(
      `${side} against bare: ${inWords(speed, 2)} times the questions/s (accept 0.90, aim 1.2), ` +
        `${inWords(work, 2)} times the questions a CPU second; mean and 95 % interval of ${rounds.bare.length} rounds`,
    );
  }
}

/** A turn of its own: collecting costs time. */
async function tellGrowth(url: string, questions: number): Promise<void> {
  for (const side of SIDES) {
    const { memory } = await takeTurn(side, url, questions, ["--expose-gc"]);
    const used = ({ used: bytes }: MemorySample) => bytes;
    console.log(
      `${side.padEnd(8)} in use after collection ${course(memory, used)} MB, ` +
        `growing by ${inWords(growth(memory, used), 0)} bytes a question; ` +
        `given by the system ${course(memory, ({ resident }) => resident)} MB`,
    );
  }
}

/** Rounds of all sides in turn, and what they come to. */
export async function bench(): Promise<void> {
  const { values } = parseArgs({
    options: {
      questions: { type: "string", default: "1000" },
      rounds: { type: "string", default: "3" },
    },
    allowPositionals: true,
  });
  const [questions, count] = [Number(values.questions), Number(values.rounds)];
  const server = start("server.ts", []);
  const url = await said<string>(server);
  console.log(
    `${questions} questions a round, pictures of about 100 KB, ${CONCURRENCY} at once, replies after ${LATENCY} ms; ` +
      `${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}`,
  );
  const rounds: Record<Side, Taken[]> = { harness: [], uncached: [], bare: [] };
  for (let round = 0; round < count; round++) {
    // The side that goes first changes, so that neither always follows the other.
    for (const side of round % 2 === 0 ? SIDES : SIDES.toReversed()) {
      const taken = await takeTurn(side, url, questions);
      rounds[side].push(taken);
      tell(side, questions, taken);
    }
  }
  tellRatios(rounds);
  await tellGrowth(url, questions);
  server.disconnect();
}

if (import.meta.main) await bench();
