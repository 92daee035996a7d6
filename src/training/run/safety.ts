/** When training must not go on: numbers that are none, and a policy that runs away from its reference. */

export const UNSAFE_QUANTITIES = ["loss", "gradient norm", "KL to the reference"] as const;
export type UnsafeQuantity = (typeof UNSAFE_QUANTITIES)[number];

/** Thrown before the update that it speaks of; the run ends at its last good checkpoint. */
export class UnsafeStep extends Error {
  override readonly name = "UnsafeStep";
  readonly quantity: UnsafeQuantity;
  readonly value: number;
  /** Undefined: any finite number would have done. */
  readonly limit: number | undefined;

  constructor(quantity: UnsafeQuantity, value: number, limit?: number) {
    const expected = limit === undefined ? "a finite number" : `at most ${limit}`;
    super(`${quantity}: expected ${expected}, got ${value}`);
    this.quantity = quantity;
    this.value = value;
    this.limit = limit;
  }
}

/** @throws UnsafeStep for NaN, an infinite number, and one above the limit */
export function requireSafe(quantity: UnsafeQuantity, value: number, limit?: number): void {
  if (!Number.isFinite(value) || (limit !== undefined && value > limit))
    throw new UnsafeStep(quantity, value, limit);
}
