/**
 * The standard normal distribution. Its quantiles: M. J. Wichura (1988), Algorithm AS 241 "PPND16: The Percentage Points
 * of the Normal Distribution", Applied Statistics 37(3), 477-484; relative error about 1e-16.
 */

/** A quotient of two polynomials, coefficients from the constant term up, rounded to doubles. */
interface Rational {
  readonly numerator: readonly number[];
  readonly denominator: readonly number[];
}

const CENTRE: Rational = {
  numerator: [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987,
    67265.7709270087, 33430.57558358813, 2509.0809287301227,
  ],
  denominator: [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
    28729.085735721943, 5226.495278852854,
  ],
};

const NEAR_TAIL: Rational = {
  numerator: [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
    0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
  ],
  denominator: [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
    0.0005475938084995345, 1.0507500716444169e-9,
  ],
};

const FAR_TAIL: Rational = {
  numerator: [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
    0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
  ],
  denominator: [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
    1.8463183175100548e-5, 1.421511758316446e-7, 2.0442631033899397e-15,
  ],
};

/** The z with P(Z <= z) = `probability` for a standard normal Z; `probability` in (0, 1). */
export function normalQuantile(probability: number): number {
  if (!(probability > 0 && probability < 1)) {
    throw new RangeError(`normalQuantile: expected a probability in (0, 1), got ${probability}`);
  }
  const fromCentre = probability - 0.5;
  if (Math.abs(fromCentre) <= 0.425) return fromCentre * quotient(CENTRE, 0.180625 - fromCentre ** 2);
  const tail = fromCentre < 0 ? probability : 1 - probability;
  const depth = Math.sqrt(-Math.log(tail));
  const size = depth <= 5 ? quotient(NEAR_TAIL, depth - 1.6) : quotient(FAR_TAIL, depth - 5);
  return fromCentre < 0 ? -size : size;
}

function quotient({ numerator, denominator }: Rational, x: number): number {
  return polynomial(numerator, x) / polynomial(denominator, x);
}

function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);
}

/**
 * P(Z <= z) for a standard normal Z, by the series around 0 and the continued fraction in the tails (M. Abramowitz and
 * I. A. Stegun 1964, Handbook of Mathematical Functions, 26.2.11 and 26.2.14); absolute error under 1e-14.
 */
export function normalCdf(z: number): number {
  if (Number.isNaN(z)) throw new RangeError("normalCdf: expected a number, got NaN");
  if (Math.abs(z) > 40) return z < 0 ? 0 : 1;
  const density = Math.exp(-(z ** 2) / 2) / Math.sqrt(2 * Math.PI);
  if (Math.abs(z) < 4) return 0.5 + density * oddSeries(z);
  const tail = density / tailFraction(Math.abs(z));
  return z < 0 ? tail : 1 - tail;
}

/** z + z^3/3 + z^5/(3*5) + ... */
function oddSeries(z: number): number {
  let term = z;
  let sum = z;
  for (let odd = 3; Math.abs(term) > Math.abs(sum) * Number.EPSILON; odd += 2) {
    term *= z ** 2 / odd;
    sum += term;
  }
  return sum;
}

/** z + 1/(z + 2/(z + 3/(z + ...))) */
function tailFraction(z: number): number {
  let value = z;
  for (let level = 100; level >= 1; level--) value = z + level / value;
  return value;
}
