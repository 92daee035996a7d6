/** Tails of the binomial distribution with a share of one half, which exact tests on pairs rest on. */

/** ln(n!) from a table that grows with use. */
const logFactorials: number[] = [0];
function logFactorial(n: number): number {
  for (let i = logFactorials.length; i <= n; i++)
    logFactorials.push((logFactorials[i - 1] ?? 0) + Math.log(i));
  return logFactorials[n] ?? 0;
}

/** P(X = k) for X binomial over n trials with share 1/2. */
export function halfBinomial(k: number, n: number): number {
  return Math.exp(logFactorial(n) - logFactorial(k) - logFactorial(n - k) - n * Math.LN2);
}

/** P(X <= k) for X binomial over n trials with share 1/2. */
export function halfBinomialCdf(k: number, n: number): number {
  if (2 * k >= n) return k >= n ? 1 : 1 - halfBinomialCdf(n - k - 1, n);
  let term = halfBinomial(k, n);
  let sum = 0;
  for (let i = k; i >= 0 && term > sum * Number.EPSILON; i--) {
    sum += term;
    term *= i / (n - i + 1);
  }
  return sum;
}
