/** Coefficients B(2k) / (2k (2k - 1)) of Stirling's series, k = 1 to 6. */
const SERIES = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360_360] as const;
/** From here on the first term left out of the series, 1 / 156 x^13, is below 1e-17. */
const SERIES_FROM = 16;

/**
 * What Stirling's formula leaves out: `log Gamma(x + 1) - ((x + 1/2) log x - x + log(2 pi) / 2)`, x > 0. Below 16 it is
 * walked up by its recursion, so no two large numbers are ever subtracted; absolute error about 1e-16 a step.
 */
export function stirlingError(x: number): number {
  let error = 0;
  let shifted = x;
  while (shifted < SERIES_FROM) {
    error += (shifted + 0.5) * Math.log1p(1 / shifted) - 1;
    shifted++;
  }
  const inverse = 1 / shifted;
  const series = SERIES.reduceRight((sum, coefficient) => sum * inverse * inverse + coefficient, 0);
  return error + series * inverse;
}

/**
 * `observed log(observed / expected) + expected - observed`, for observed > 0, where `excess = observed - expected` is
 * given by the caller, who often knows it better than the subtraction does. Never negative; error about 1e-16 |excess|.
 */
function deviance(observed: number, expected: number, excess: number): number {
  if (Math.abs(excess) < observed / 2) return -observed * Math.log1p(-excess / observed) - excess;
  return observed * Math.log(observed / expected) - excess;
}

/**
 * `Gamma(a + b + 1) / (Gamma(a + 1) Gamma(b + 1)) x^a y^b` for real a, b >= 0 and y = 1 - x: the binomial mass, and the
 * factor before an incomplete beta. Give the smaller of x and y exactly; the larger may be rounded.
 * Reference: Loader (2000), Fast and Accurate Computation of Binomial Probabilities.
 */
export function binomialTerm(a: number, b: number, x: number, y: number): number {
  if (a === 0) return Math.exp(b * (x < y ? Math.log1p(-x) : Math.log(y)));
  if (b === 0) return Math.exp(a * (y < x ? Math.log1p(-y) : Math.log(x)));
  const n = a + b;
  const excess = x < y ? a - n * x : n * y - b;
  const exponent =
    stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * x, excess) - deviance(b, n * y, -excess);
  return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * a) / b);
}

/** `mean^x e^-mean / Gamma(x + 1)` for real x > 0: the Poisson mass, and the factor before an incomplete gamma. */
export function poissonTerm(x: number, mean: number): number {
  return Math.exp(-stirlingError(x) - deviance(x, mean, x - mean)) / Math.sqrt(2 * Math.PI * x);
}
