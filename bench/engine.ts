/**
 * The engine beside its yardsticks, all in turn in one process: onnxruntime's own matrix product (what the machine can
 * do), and PyTorch on the same model, weights and batch, where `BENDAY_PYTHON` (or `python3`) has torch and
 * transformers. A step is everything from pictures and tokens in memory to changed parameters: inputs, forward,
 * gradients, AdamW.
 */
import { execFile } from "node:child_process";
import { availableParallelism, loadavg } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { GEMM_SIZES, gemm } from "./engine/gemm.ts";
import { GENERATED_TOKENS, GRPO_SHAPE, generation, grpoIteration, type Parts } from "./engine/generation.ts";
import { best, type Contestant, median, spread, type Times, takeTurns, timed } from "./engine/rounds.ts";
import { startTorchPeer, type TorchPeer } from "./engine/torch-peer.ts";
import { forwardPass, type Measured, preparation, THREADS, trainStep } from "./engine/training.ts";
import { describeWorkload, pictureTokens, WORKLOADS, type Workload } from "./engine/workload.ts";

const ROUNDS = 15;

/** What takes turns, and the losses that it gave on its first runs. */
interface Entry extends Contestant {
  readonly flops: number;
  readonly losses: readonly number[];
  readonly release: () => Promise<void>;
}

function entryOf(name: string, { run, flops, release }: Measured): Entry {
  const losses: number[] = [];
  return { name, flops, release, losses, run: () => timed(async () => losses.push(await run())) };
}

/** The peer times itself, so that talking to it does not count. */
function peerEntry(
  name: string,
  peer: TorchPeer,
  request: Parameters<TorchPeer["ask"]>[0],
  flops = 0,
): Entry {
  const losses: number[] = [];
  const run = async (): Promise<number> => {
    const { ms = Number.NaN, loss = Number.NaN } = await peer.ask(request);
    losses.push(loss);
    return ms;
  };
  return { name, flops, release: async () => {}, losses, run };
}

const gflops = (flops: number, ms: number): number => flops / ms / 1e6;

/** GFLOP/s of the best size, a number a round. */
function rawSpeeds(times: Times, gemms: readonly Entry[]): readonly number[] {
  return Array.from({ length: ROUNDS }, (_, round) =>
    Math.max(...gemms.map(({ name, flops }) => gflops(flops, times.get(name)?.[round] ?? Number.NaN))),
  );
}

function printRow({ name, flops }: Entry, times: readonly number[], raw: readonly number[]): void {
  const cells = [
    `${name.padEnd(24)} ${best(times).toFixed(1).padStart(8)} ${median(times).toFixed(1).padStart(8)} ms`,
  ];
  if (flops > 0) {
    const shares = times.map((time, round) => gflops(flops, time) / (raw[round] ?? Number.NaN));
    cells.push(
      `${(flops / 1e9).toFixed(1).padStart(6)} GFLOP`,
      `${gflops(flops, best(times)).toFixed(0).padStart(4)} GFLOP/s at best`,
      `share of raw: best of best ${(gflops(flops, best(times)) / Math.max(...raw)).toFixed(2)}, by round ${spread(shares)}`,
    );
  }
  console.log(cells.join("  "));
}

async function benchTraining(workload: Workload, peer: TorchPeer | undefined): Promise<void> {
  console.log(`\n${describeWorkload(workload)}`);
  await peer?.load(workload);
  const gemms = await Promise.all(
    GEMM_SIZES.map(async (n) => entryOf(`raw product, n = ${n}`, await gemm(n, THREADS))),
  );
  const train = entryOf("train step", await trainStep(workload));
  const own = [
    entryOf("inputs alone", preparation(workload)),
    entryOf("inputs and forward", await forwardPass(workload)),
    train,
    entryOf("train step, LoRA r = 8", await trainStep(workload, "lora")),
  ];
  const theirs = peer === undefined ? [] : peerEntries(peer);
  const entries = [...gemms, ...own, ...theirs];
  const times = await takeTurns(entries, ROUNDS);
  const raw = rawSpeeds(times, gemms);
  for (const entry of entries) printRow(entry, times.get(entry.name) ?? [], raw);
  const their = theirs.find(({ name }) => name === PEER_STEP);
  if (their !== undefined) comparePeer(train, their, times);
  for (const { release } of entries) await release();
}

const PEER_STEP = "PyTorch train step";

/** The peer's step, and its own raw product: how far the two can be apart is the kernels' affair. */
function peerEntries(peer: TorchPeer): readonly Entry[] {
  const size = 2048;
  return [
    peerEntry("PyTorch raw, n = 2048", peer, { do: "product", size }, 2 * size ** 3),
    peerEntry(PEER_STEP, peer, { do: "train" }),
  ];
}

function comparePeer(own: Entry, their: Entry, times: Times): void {
  const [mine = [], others = []] = [times.get(own.name), times.get(their.name)];
  const ratios = others.map((time, round) => time / (mine[round] ?? Number.NaN));
  console.log(
    `PyTorch / ours: best of best ${(best(others) / best(mine)).toFixed(2)}, by round ${spread(ratios)}, n = ${ratios.length}`,
  );
  const gaps = own.losses.map((loss, at) => Math.abs(loss - (their.losses[at] ?? Number.NaN)));
  console.log(
    `losses of ${gaps.length} steps: first ${own.losses[0]?.toFixed(6)} and ${their.losses[0]?.toFixed(6)}, ` +
      `last ${own.losses.at(-1)?.toFixed(6)} and ${their.losses.at(-1)?.toFixed(6)}, furthest apart ${Math.max(...gaps).toExponential(1)}`,
  );
}

/** Rounds of what takes seconds. */
const LONG_ROUNDS = 5;
const ROWS = [1, 16, 128] as const;

async function benchGeneration(workload: Workload, peer: TorchPeer | undefined): Promise<void> {
  console.log(
    `\n${workload.name}: ${GENERATED_TOKENS} tokens a row, one prompt of ${pictureTokens(workload)} visual + ${workload.text} text tokens for all`,
  );
  await peer?.load(workload);
  const own = ROWS.map((rows) => ({ rows, ...generation(workload, rows), parts: [] as Parts[] }));
  const theirs = new Map<number, number[]>(ROWS.map((rows) => [rows, []]));
  for (let round = -1; round < LONG_ROUNDS; round++)
    for (const { rows, run, parts } of own) {
      const ours = await run();
      const their = await peer?.ask({ do: "generate", rollouts: rows, tokens: GENERATED_TOKENS });
      if (round < 0) continue;
      parts.push(ours);
      if (their?.ms !== undefined) theirs.get(rows)?.push(their.ms);
    }
  for (const { rows, parts, release } of own) {
    printGeneration(rows, parts, theirs.get(rows) ?? []);
    await release();
  }
}

function printGeneration(rows: number, parts: readonly Parts[], their: readonly number[]): void {
  const of = (name: string): readonly number[] => parts.map((each) => each[name] ?? Number.NaN);
  const [prefill, generate] = [of("prefill"), of("generate")];
  const speeds = generate.map((ms) => (1000 * rows * GENERATED_TOKENS) / ms);
  const cells = [
    `${`${rows}`.padStart(4)} rows  ${Math.max(...speeds).toFixed(0)} tokens/s at best, ${spread(speeds, 0)}`,
    `prompt ${best(prefill).toFixed(0)} ms`,
  ];
  if (their.length > 0) {
    const ratios = their.map(
      (ms, round) => ms / ((prefill[round] ?? Number.NaN) + (generate[round] ?? Number.NaN)),
    );
    const bests = best(their) / best(generate.map((ms, round) => ms + (prefill[round] ?? Number.NaN)));
    cells.push(
      `PyTorch generate ${best(their).toFixed(0)} ms; / ours, prompt included: best of best ${bests.toFixed(2)}, by round ${spread(ratios)}, n = ${ratios.length}`,
    );
  }
  console.log(cells.join("  "));
}

async function benchGrpo(workload: Workload): Promise<void> {
  const { run, release } = await grpoIteration(workload);
  const all: Parts[] = [];
  for (let round = -1; round < LONG_ROUNDS; round++) {
    const parts = await run();
    if (round >= 0) all.push(parts);
  }
  await release();
  const names = Object.keys(all[0] ?? {});
  const totals = all.map((parts) => Object.values(parts).reduce((sum, ms) => sum + ms, 0));
  const cells = names.map(
    (name) => `${name} ${best(all.map((parts) => parts[name] ?? Number.NaN)).toFixed(0)}`,
  );
  console.log(
    `GRPO-shaped iteration, ${GRPO_SHAPE}: ${best(totals).toFixed(0)} ms at best, ${spread(totals, 0)}, n = ${totals.length}  (${cells.join(", ")})`,
  );
}

async function peakMegabytes(workload: string, kind: string): Promise<string> {
  const script = join(import.meta.dirname, "engine/memory.ts");
  const { stdout } = await promisify(execFile)(process.execPath, [script, workload, kind]);
  return stdout.trim();
}

async function benchMemory(): Promise<void> {
  console.log("\nPeak memory of a process (rss), MB");
  for (const [key, workload] of Object.entries(WORKLOADS)) {
    const cells: string[] = [];
    for (const kind of ["forward", "all", "lora"]) cells.push(`${kind} ${await peakMegabytes(key, kind)}`);
    console.log(`${workload.name.padEnd(24)} ${cells.join("  ")}`);
  }
}

export async function bench(): Promise<void> {
  const peer = await startTorchPeer(process.env["BENDAY_PYTHON"] ?? "python3", THREADS);
  console.log(
    `${THREADS} threads of ${availableParallelism()} cores, ${ROUNDS} rounds, every line once a round; best and median`,
  );
  const [load = 0] = loadavg();
  if (load > 1)
    console.log(
      `Load ${load.toFixed(1)} before the start: what waits for the other programs here is measured too.`,
    );
  console.log(
    peer === undefined
      ? "No PyTorch: set BENDAY_PYTHON to a Python with torch and transformers to compare."
      : `PyTorch: ${peer.versions}; Qwen2_5_VLForConditionalGeneration, eager, sdpa, fused AdamW, ${THREADS} threads; ` +
          "same weights, batch and labels; it computes logits at every position, ours at those with labels.",
  );
  try {
    for (const workload of Object.values(WORKLOADS)) await benchTraining(workload, peer);
    for (const workload of [WORKLOADS.smallHalf, WORKLOADS.largePage]) await benchGeneration(workload, peer);
    await benchGrpo(WORKLOADS.smallHalf);
    await benchMemory();
  } finally {
    await peer?.close();
  }
}

if (import.meta.main) await bench();
