/** Results kept by key up to a total weight; what was used longest ago goes first. */

export interface BoundedCache<Value> {
  /** The kept result, or a new one; calls for one key while it is being made share it. Failures are not kept. */
  get(key: string, make: () => Promise<Value>): Promise<Value>;
  /** Total weight of what is kept. */
  weight(): number;
}

export function boundedCache<Value>(maxWeight: number, weigh: (value: Value) => number): BoundedCache<Value> {
  // A map keeps its keys in order: the oldest is the first.
  const kept = new Map<string, { readonly value: Promise<Value>; weight: number }>();
  let total = 0;
  const drop = (key: string) => {
    total -= kept.get(key)?.weight ?? 0;
    kept.delete(key);
  };
  const trim = () => {
    for (const [key, { weight }] of kept) {
      if (total <= maxWeight) return;
      if (weight > 0) drop(key);
    }
  };
  const get = (key: string, make: () => Promise<Value>): Promise<Value> => {
    const entry = kept.get(key);
    if (entry !== undefined) {
      kept.delete(key);
      kept.set(key, entry);
      return entry.value;
    }
    const added = { value: make(), weight: 0 };
    kept.set(key, added);
    added.value.then(
      (value) => {
        added.weight = weigh(value);
        total += added.weight;
        trim();
      },
      () => drop(key),
    );
    return added.value;
  };
  return { get, weight: () => total };
}
