/** Agreement beyond chance between judges; 1 is perfect, 0 what chance gives. Categories are any strings. */
import { type BootstrapOptions, clusterBootstrap } from "./bootstrap.ts";
import { type Interval, wilson } from "./intervals.ts";
import { normalQuantile } from "./normal.ts";

export interface Agreement {
  /** NaN when all verdicts fall in one category: agreement beyond chance is then not defined. */
  readonly kappa: number;
  readonly interval: Interval;
  /** Share of pairs of verdicts that agree, 0-1. */
  readonly observed: number;
  /** Share expected by chance, 0-1. */
  readonly expected: number;
}

/**
 * Cohen's kappa for two judges (J. Cohen 1960, Educational and Psychological Measurement 20, 37-46), with the large-sample
 * interval of J. L. Fleiss, J. Cohen and B. S. Everitt 1969, Psychological Bulletin 72, 323-327.
 */
export function cohenKappa(
  first: readonly string[],
  second: readonly string[],
  confidence = 0.95,
): Agreement {
  if (first.length !== second.length || first.length === 0) {
    throw new RangeError(
      `cohenKappa: expected two lists of one length above 0, got ${first.length} and ${second.length}`,
    );
  }
  const n = first.length;
  const shares = jointShares(first, second);
  const observed = shares.reduce((sum, { a, b, share }) => sum + (a === b ? share : 0), 0);
  const expected = shares.reduce((sum, { a, b, rowA, columnB }) => sum + (a === b ? rowA * columnB : 0), 0);
  const kappa = expected === 1 ? Number.NaN : (observed - expected) / (1 - expected);
  const rest = 1 - kappa;
  const onDiagonal = shares.reduce(
    (sum, { a, b, share, rowA, columnB }) => sum + (a === b ? share * (1 - (rowA + columnB) * rest) ** 2 : 0),
    0,
  );
  const offDiagonal = shares.reduce(
    (sum, { a, b, share, rowOfB, columnOfA }) =>
      sum + (a === b ? 0 : share * rest ** 2 * (columnOfA + rowOfB) ** 2),
    0,
  );
  const variance = (onDiagonal + offDiagonal - (kappa - expected * rest) ** 2) / (n * (1 - expected) ** 2);
  const reach = normalQuantile((1 + confidence) / 2) * Math.sqrt(Math.max(0, variance));
  return {
    kappa,
    interval: { low: Math.max(-1, kappa - reach), high: Math.min(1, kappa + reach) },
    observed,
    expected,
  };
}

/**
 * Cohen's kappa with a percentile interval by bootstrap over the items, for the few items on which the large-sample
 * interval promises too much.
 *
 * @param pairs what the first and the second judge said of each item, at least one
 */
export function cohenKappaByBootstrap(
  pairs: readonly (readonly [first: string, second: string])[],
  options: BootstrapOptions = {},
): Agreement {
  const agreement = cohenKappa(
    pairs.map(([first]) => first),
    pairs.map(([, second]) => second),
  );
  if (Number.isNaN(agreement.kappa)) return { ...agreement, interval: { low: -1, high: 1 } };
  if (agreement.observed === 1)
    return { ...agreement, interval: fullAgreement(pairs.length, agreement.expected) };
  const categories = [...new Set(pairs.flat())];
  const indicators = (verdict: string) => categories.map((category) => (verdict === category ? 1 : 0));
  // One row an item: whether both agree, what each of them said, and 1.
  const rows = pairs.map(([a, b]) => [a === b ? 1 : 0, ...indicators(a), ...indicators(b), 1]);
  const kappaOf = (totals: ArrayLike<number>) => {
    const n = totals[2 * categories.length + 1] ?? 0;
    const expected = categories.reduce(
      (sum, _, at) => sum + ((totals[at + 1] ?? 0) * (totals[at + 1 + categories.length] ?? 0)) / n ** 2,
      0,
    );
    return expected > 1 - 1e-12 ? Number.NaN : ((totals[0] ?? 0) / n - expected) / (1 - expected);
  };
  const { interval } = clusterBootstrap(rows, kappaOf, { method: "percentile", ...options });
  return { ...agreement, interval };
}

/**
 * Judges who agree on every item agree in every resample, and a bootstrap would be sure of what it cannot know: the
 * share of agreement may be as low as Wilson's bound for all of so many.
 */
function fullAgreement(items: number, expected: number): Interval {
  return { low: Math.max(-1, (wilson(items, items).low - expected) / (1 - expected)), high: 1 };
}

/** Every cell of the table of two judges, with the margins that the formulas need. */
function jointShares(first: readonly string[], second: readonly string[]) {
  const categories = [...new Set([...first, ...second])];
  const share = (list: readonly string[], category: string) =>
    list.filter((value) => value === category).length / list.length;
  const rows = new Map(categories.map((category) => [category, share(first, category)]));
  const columns = new Map(categories.map((category) => [category, share(second, category)]));
  return categories.flatMap((a) =>
    categories.map((b) => ({
      a,
      b,
      share: first.filter((value, at) => value === a && second[at] === b).length / first.length,
      rowA: rows.get(a) ?? 0,
      columnB: columns.get(b) ?? 0,
      rowOfB: rows.get(b) ?? 0,
      columnOfA: columns.get(a) ?? 0,
    })),
  );
}

/**
 * Fleiss' kappa for any number of judges (J. L. Fleiss 1971, Psychological Bulletin 76, 378-382), with a percentile
 * interval by bootstrap over the items.
 *
 * @param items the verdicts on each item, as many on each (at least 2)
 */
export function fleissKappa(
  items: readonly (readonly string[])[],
  options: BootstrapOptions = {},
): Agreement {
  const judges = items[0]?.length ?? 0;
  if (judges < 2 || items.some((verdicts) => verdicts.length !== judges)) {
    throw new RangeError("fleissKappa: expected items with as many verdicts each, at least two");
  }
  const categories = [...new Set(items.flat())];
  // One row an item: its share of agreeing pairs, how often each category was given, and 1.
  const rows = items.map((verdicts) => {
    const counts = categories.map((category) => verdicts.filter((verdict) => verdict === category).length);
    const pairs = counts.reduce((sum, count) => sum + count * (count - 1), 0);
    return [pairs / (judges * (judges - 1)), ...counts, 1];
  });
  const parts = (totals: ArrayLike<number>) => {
    const n = totals[categories.length + 1] ?? 0;
    const shares = categories.map((_, at) => (totals[at + 1] ?? 0) / (n * judges));
    return { observed: (totals[0] ?? 0) / n, expected: shares.reduce((sum, share) => sum + share ** 2, 0) };
  };
  const kappaOf = (totals: ArrayLike<number>) => {
    const { observed, expected } = parts(totals);
    return expected > 1 - 1e-12 ? Number.NaN : (observed - expected) / (1 - expected);
  };
  const totals = rows.reduce((sum, row) => sum.map((value, at) => value + (row[at] ?? 0)));
  const kappa = kappaOf(totals);
  const { observed, expected } = parts(totals);
  if (Number.isNaN(kappa)) return { kappa, interval: { low: -1, high: 1 }, observed, expected };
  if (observed === 1) return { kappa, interval: fullAgreement(items.length, expected), observed, expected };
  const { interval } = clusterBootstrap(rows, kappaOf, { method: "percentile", ...options });
  return { kappa, interval, observed, expected };
}
