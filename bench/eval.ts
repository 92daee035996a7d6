/**
 * What the harness costs: a whole run (episodes, retries, limits, reply cache, run folder) against a bare loop over
 * `generateText` that sends the same requests to the same server, in turn. The server answers after 100 ms, in a process
 * of its own; on a machine of few cores it takes processor time from both sides alike.
 *
 * `npm run bench -- eval` asks 1,000 questions a round, `node bench/eval.ts 5000` so many.
 */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { availableParallelism, loadavg } from "node:os";
import { join } from "node:path";
import { median } from "./engine/rounds.ts";
import type { Taken } from "./eval/client.ts";
import { CONCURRENCY, LATENCY } from "./eval/workload.ts";

const ROUNDS = 3;
/** `uncached` is the harness with `--no-cache`. */
const SIDES = ["harness", "uncached", "bare"] as const;
type Side = (typeof SIDES)[number];

const start = (file: string, ...words: readonly string[]): ChildProcess =>
  fork(join(import.meta.dirname, "eval", file), words);

async function said<Value>(child: ChildProcess): Promise<Value> {
  const [value]: Value[] = await once(child, "message");
  if (value === undefined) throw new Error("bench eval: expected a message of the child process, got none");
  return value;
}

async function takeTurn(side: Side, url: string, questions: number): Promise<Taken> {
  const client = start("client.ts", side, url, String(questions));
  const exit = once(client, "exit").then(([code]) => {
    throw new Error(`bench eval: expected the figures of ${side}, got exit code ${code}`);
  });
  const taken = await Promise.race([said<Taken>(client), exit]);
  exit.catch(() => {});
  if (taken.answered !== questions)
    throw new Error(`bench eval: expected ${questions} answers from ${side}, got ${taken.answered}`);
  return taken;
}

const rate = (questions: number, { seconds }: Taken) => questions / seconds;

function tell(side: Side, questions: number, { seconds, cpuMs, memory, peak }: Taken): void {
  const quarters = memory.map((megabytes) => megabytes.toFixed(0)).join(" ");
  console.log(
    `${side.padEnd(8)} ${(questions / seconds).toFixed(0).padStart(5)} questions/s  ` +
      `${(cpuMs / questions).toFixed(2)} ms CPU a question  memory by quarters ${quarters} MB, peak ${peak.toFixed(0)} MB`,
  );
}

/** Rounds of both sides in turn, and what they come to. */
export async function bench(questions = 1000): Promise<void> {
  const server = start("server.ts");
  const url = await said<string>(server);
  console.log(
    `${questions} questions a round, pictures of about 100 KB, ${CONCURRENCY} at once, replies after ${LATENCY} ms; ` +
      `${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}`,
  );
  const rounds: Record<Side, Taken[]> = { harness: [], uncached: [], bare: [] };
  for (let round = 0; round < ROUNDS; round++) {
    // The side that goes first changes, so that neither always follows the other.
    for (const side of round % 2 === 0 ? SIDES : SIDES.toReversed()) {
      const taken = await takeTurn(side, url, questions);
      rounds[side].push(taken);
      tell(side, questions, taken);
    }
  }
  server.disconnect();
  for (const side of ["harness", "uncached"] as const) {
    const ratios = rounds[side].flatMap((ours, round) => {
      const theirs = rounds.bare[round];
      return theirs === undefined ? [] : [rate(questions, ours) / rate(questions, theirs)];
    });
    console.log(
      `${side} / bare: median ${median(ratios).toFixed(2)} ` +
        `(${Math.min(...ratios).toFixed(2)}-${Math.max(...ratios).toFixed(2)}, n = ${ROUNDS}); accept 0.90, aim 1.2`,
    );
  }
}

if (import.meta.main) await bench(Number(process.argv[2] ?? 1000));
