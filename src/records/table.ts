/** A table with exactly the given keys, filled by a function: total over a closed list by construction. */
export function tableOver<Key extends string, Value>(
  keys: readonly Key[],
  value: (key: Key) => Value,
): Record<Key, Value> {
  const entries = keys.map((key) => [key, value(key)] as const);
  // `Object.fromEntries` forgets that the keys are these.
  return Object.fromEntries(entries) as Record<Key, Value>;
}
