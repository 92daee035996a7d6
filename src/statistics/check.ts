/** Checks that the functions of this folder share: their arguments come from code, so a bad one is a mistake there. */

export function checkCount(operation: string, name: string, value: number): void {
  if (!(Number.isInteger(value) && value >= 0)) {
    throw new RangeError(`${operation}: expected ${name} to be an integer >= 0, got ${value}`);
  }
}

/** A probability strictly between 0 and 1. */
export function checkOpenShare(operation: string, name: string, value: number): void {
  if (!(value > 0 && value < 1)) {
    throw new RangeError(`${operation}: expected ${name} in (0, 1), got ${value}`);
  }
}

export function checkFinite(operation: string, name: string, value: number): void {
  if (!Number.isFinite(value)) throw new RangeError(`${operation}: expected finite ${name}, got ${value}`);
}
