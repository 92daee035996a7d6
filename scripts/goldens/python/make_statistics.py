"""Golden values for src/statistics from SciPy and statsmodels.

Run: python scripts/goldens/python/make_statistics.py > src/statistics/fixtures/goldens.json
Made with SciPy 1.17.1 and statsmodels 0.15.0.
"""

import json
from itertools import product

import numpy as np
from scipy import stats
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.inter_rater import cohens_kappa, fleiss_kappa
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import confint_proportions_2indep

PAIRS = [(1, 7), (0, 0), (0, 5), (5, 0), (3, 3), (10, 22), (86, 150), (400, 455)]
INDEPENDENT = [(56, 70, 48, 80), (9, 10, 3, 10), (6, 7, 2, 7), (5, 56, 0, 29), (0, 10, 0, 20), (10, 10, 0, 20)]
P_VALUES = [[0.01, 0.04, 0.03, 0.005], [0.2, 0.2, 0.001], [0.9], [0.05, 0.6, 0.5, 0.04, 0.01, 0.0001]]
TABLES = [[[20, 5], [10, 15]], [[45, 15], [25, 15]], [[8, 1, 0], [2, 7, 3], [0, 1, 9]]]
# J. L. Fleiss 1971 via many textbooks: 10 subjects, 14 raters, 5 categories.
FLEISS = [
    [0, 0, 0, 0, 14], [0, 2, 6, 4, 2], [0, 0, 3, 5, 6], [0, 3, 9, 2, 0], [2, 2, 8, 1, 1],
    [7, 7, 0, 0, 0], [3, 2, 6, 3, 0], [2, 5, 3, 2, 2], [6, 5, 2, 1, 0], [0, 2, 2, 3, 7],
]
SUMS = [[1, 2, -1, 3, 0, 2], [0.5, 0.25, -1, 2, 1, 1.5, -0.5, 3], [1, 1, 1, 1, 1, 1], [2, -2]]


def mid_p(b, c):
    n, k = b + c, min(b, c)
    return min(1.0, 2 * stats.binom.cdf(k, n, 0.5) - stats.binom.pmf(k, n, 0.5)) if n else 1.0


def permutation(sums):
    observed = abs(sum(sums))
    signs = product([-1, 1], repeat=len(sums))
    return float(np.mean([abs(np.dot(s, sums)) >= observed - 1e-9 for s in signs]))


def clusters():
    """Forty pages of unequal size and difficulty."""
    rng = np.random.default_rng(7)
    rows = []
    for _ in range(40):
        count = int(rng.integers(1, 9))
        share = rng.beta(4, 1.2)
        rows.append([int(rng.binomial(count, share)), count])
    return rows


def bootstrap(rows, method):
    sums, counts = (np.array(column, dtype=float) for column in zip(*rows))
    result = stats.bootstrap(
        (sums, counts),
        lambda s, c, axis=-1: s.sum(axis=axis) / c.sum(axis=axis),
        paired=True, vectorized=True, n_resamples=200_000, batch=5000, method=method, rng=np.random.default_rng(1),
    )
    return [result.confidence_interval.low, result.confidence_interval.high, result.standard_error]


def exact_power(n, discordance, difference, alpha=0.05):
    """Power of the mid-p McNemar test by enumeration of the multinomial."""
    p10 = (discordance + difference) / 2
    total = 0.0
    for d in range(n + 1):
        weight = stats.binom.pmf(d, n, discordance)
        if weight < 1e-12:
            continue
        b = np.arange(d + 1)
        k = np.minimum(b, d - b)
        p = 2 * stats.binom.cdf(k, d, 0.5) - stats.binom.pmf(k, d, 0.5)
        total += weight * stats.binom.pmf(b, d, p10 / discordance)[p < alpha].sum()
    return float(total)


def kappa(table):
    result = cohens_kappa(np.array(table))
    return [result.kappa, result.kappa_low, result.kappa_upp]


rows = clusters()
print(json.dumps({
    "cdf": [[z, float(stats.norm.cdf(z))] for z in [-30, -8, -4.5, -4, -3.99, -1.96, -0.1, 0, 0.5, 2.5758, 3.9, 4.1, 9]],
    "mcnemar": [[b, c, float(mcnemar([[0, b], [c, 0]], exact=True).pvalue) if b + c else 1.0, mid_p(b, c)] for b, c in PAIRS],
    "newcombe": [[*row, *map(float, confint_proportions_2indep(*row, method="newcomb", compare="diff"))] for row in INDEPENDENT],
    "holm": [[p, list(map(float, multipletests(p, method="holm")[1]))] for p in P_VALUES],
    "cohen": [[table, kappa(table)] for table in TABLES],
    "fleiss": [FLEISS, float(fleiss_kappa(np.array(FLEISS)))],
    "permutation": [[sums, permutation(sums)] for sums in SUMS],
    "clusters": rows,
    "bootstrap": {method: bootstrap(rows, method) for method in ["percentile", "BCa"]},
    "power": [[n, d, x, exact_power(n, d, x)] for n, d, x in [(150, 0.3, 0.1), (150, 0.2, 0.1), (500, 0.25, 0.05), (800, 0.4, 0.08), (100, 0.3, 0.2)]],
}, indent=1))
