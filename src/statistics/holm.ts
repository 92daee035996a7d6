/**
 * Holm's step-down correction (S. Holm 1979, Scandinavian Journal of Statistics 6, 65-70): adjusted p-values in the
 * given order; comparing each with alpha keeps the chance of any false rejection at alpha.
 */
export function holm(pValues: readonly number[]): readonly number[] {
  for (const p of pValues) {
    if (!(p >= 0 && p <= 1)) throw new RangeError(`holm: expected p-values in [0, 1], got ${p}`);
  }
  const ranked = pValues.map((p, at) => ({ p, at })).sort((a, b) => a.p - b.p);
  const adjusted = [...pValues];
  let floor = 0;
  ranked.forEach(({ p, at }, rank) => {
    floor = Math.max(floor, Math.min(1, p * (pValues.length - rank)));
    adjusted[at] = floor;
  });
  return adjusted;
}
