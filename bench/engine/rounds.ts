/** Timing in turns, so that what else the machine does hits all alike. */

export interface Contestant {
  readonly name: string;
  /** One run; gives its time in milliseconds. */
  readonly run: () => Promise<number>;
}

/** Milliseconds by name, one a round. */
export type Times = ReadonlyMap<string, readonly number[]>;

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Every contestant once a round, in turn, after `warmUps` rounds that do not count. */
export async function takeTurns(
  contestants: readonly Contestant[],
  rounds: number,
  warmUps = 2,
): Promise<Times> {
  const times = new Map<string, number[]>(contestants.map(({ name }) => [name, []]));
  for (let round = -warmUps; round < rounds; round++)
    for (const { name, run } of contestants) {
      const time = await run();
      if (round >= 0) times.get(name)?.push(time);
    }
  return times;
}

/** The value below which a share (0-1) of all lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);
export const best = (times: readonly number[]): number => Math.min(...times);

/** `1.62 (1.55-1.70)`: median and quartiles. */
export const spread = (values: readonly number[], digits = 2): string =>
  `${median(values).toFixed(digits)} (${[0.25, 0.75].map((share) => quantile(values, share).toFixed(digits)).join("-")})`;
