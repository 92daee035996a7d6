/**
 * Seconds that a step of RARL takes, by its parts, in full and with LoRA, in turn with onnxruntime's own matrix product:
 * what the machine can do. 8 prompts of 8 copies, each with a page of at most 52 visual tokens and a crop of at most 64, as benday-tiny sees them.
 *
 * `npm run bench -- training --rounds 5`. Intervals are quartiles over rounds. A share is of the raw product's speed in the
 * same round, padding counted as work; of rollouts, whose matrices have few rows, none is given.
 */
import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { gemm } from "./engine/gemm.ts";
import { spread, timed } from "./engine/rounds.ts";
import { benchPlace, rarlStep, type StepBench, type StepFigures, THREADS } from "./training/rarl-step.ts";

const PARTS = ["rollout", "reward", "scoring", "reference", "update", "total"] as const;
const KINDS = [
  { name: "full", lora: undefined },
  { name: "LoRA r = 8", lora: 8 },
] as const;
/** The product is fastest at one of these. */
const SIZES = [512, 1024] as const;

interface Round extends StepFigures {
  /** GFLOP/s of the raw product, beside this step. */
  readonly raw: number;
}

export async function bench(): Promise<void> {
  const { values } = parseArgs({
    allowPositionals: true,
    options: { rounds: { type: "string", default: "5" } },
  });
  const rounds = Number(values.rounds);
  const place = await benchPlace();
  const products = await Promise.all(SIZES.map((n) => gemm(n, THREADS)));
  const rawSpeed = async (): Promise<number> => {
    const speeds: number[] = [];
    for (const { run, flops } of products) speeds.push(flops / (await timed(run)) / 1e6);
    return Math.max(...speeds);
  };
  for (const { name, lora } of KINDS) {
    // One at a time: sessions of both would hold twice the memory.
    const step = await rarlStep(place, lora);
    tell(name, await measure(step, rawSpeed, rounds));
    await step.close();
  }
  console.log(`load average ${loadavg()[0]?.toFixed(1)}, ${THREADS} threads, n = ${rounds} rounds`);
  for (const { release } of products) await release();
  await place.remove();
}

/** Rounds behind one that does not count. */
async function measure(
  { run }: StepBench,
  rawSpeed: () => Promise<number>,
  count: number,
): Promise<readonly Round[]> {
  const rounds: Round[] = [];
  for (let round = -1; round < count; round++) {
    const raw = await rawSpeed();
    const figures = await run();
    if (round >= 0) rounds.push({ ...figures, raw });
  }
  return rounds;
}

function tell(name: string, rounds: readonly Round[]): void {
  const [first] = rounds;
  const { read = 0, own = 0 } = first?.tokens ?? {};
  console.log(`\nRARL step, ${name}: about ${read} tokens, ${own} of them own, ${first?.pictures} pictures`);
  for (const part of PARTS) {
    const ms = rounds.map(({ timings }) => timings[part] ?? 0);
    const cells = [part.padEnd(10), `${spread(ms.map((time) => time / 1000))} s`];
    const shares = rounds.map(
      (round) => flopsOf(round, part) / ((round.timings[part] ?? 0) * 1e6) / round.raw,
    );
    if (shares.some((share) => share > 0)) cells.push(`share of raw ${spread(shares)}`);
    console.log(cells.join("  "));
  }
  const perSecond = rounds.map(({ tokens, timings }) => (1000 * tokens.read) / timings.total);
  const drawn = rounds.map(({ tokens, timings }) => (1000 * tokens.own) / (timings.rollout ?? Number.NaN));
  console.log(`tokens/s: ${spread(perSecond, 0)} read a whole step; ${spread(drawn, 0)} own in rollouts`);
  console.log(
    `raw product: ${spread(
      rounds.map(({ raw }) => raw),
      0,
    )} GFLOP/s`,
  );
}

/** The reference's share of a step is scored as the old policy's is. */
function flopsOf({ flops }: StepFigures, part: (typeof PARTS)[number]): number {
  if (part === "update") return flops.update;
  return part === "scoring" || part === "reference" ? flops.scoring : 0;
}
