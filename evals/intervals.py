"""Confidence intervals by bootstrap, and the paired test; all seeded, so that the same run gives the same figures."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from corpus.records import Value

RESAMPLES = 10_000
LEVEL = 0.95
_SEED = 20260101


class Interval(Value):
    """A mean with its confidence interval, and how many values it is the mean of."""

    mean: float
    low: float
    high: float
    n: int


def _resampled_means(values: Sequence[float]) -> np.ndarray:
    """The means of RESAMPLES samples, drawn with replacement. Drawn by how often each value occurs, not one by one."""
    distinct, counts = np.unique(np.asarray(values, dtype=float), return_counts=True)
    drawn = np.random.default_rng(_SEED).multinomial(len(values), counts / len(values), size=RESAMPLES)
    return np.asarray(drawn @ distinct / len(values))


def bootstrap(values: Sequence[float]) -> Interval:
    """The mean of values and its 95 % interval by percentile bootstrap; zeros for no values.

    Values that are all 0 or all 1 leave a bootstrap without any width; the exact binomial bound stands in for it.
    """
    if not values:
        return Interval(mean=0.0, low=0.0, high=0.0, n=0)
    n, mean, tail = len(values), float(np.mean(values)), (1 - LEVEL) / 2
    if set(values) <= {1.0}:
        return Interval(mean=mean, low=tail ** (1 / n), high=1.0, n=n)
    if set(values) <= {0.0}:
        return Interval(mean=mean, low=0.0, high=1 - tail ** (1 / n), n=n)
    low, high = np.quantile(_resampled_means(values), (tail, 1 - tail))
    return Interval(mean=mean, low=float(low), high=float(high), n=n)


def difference(before: Sequence[float], after: Sequence[float]) -> Interval:
    """The mean of the paired differences ``after - before`` with its bootstrap interval."""
    differences = [b - a for a, b in zip(before, after, strict=True)]
    if not any(differences):
        return Interval(mean=0.0, low=0.0, high=0.0, n=len(differences))
    low, high = np.quantile(_resampled_means(differences), ((1 - LEVEL) / 2, (1 + LEVEL) / 2))
    return Interval(mean=float(np.mean(differences)), low=float(low), high=float(high), n=len(differences))


def mcnemar(better: int, worse: int) -> float:
    """The two-sided exact McNemar p-value for the counts of pairs that went one way and the other; 1 where none did."""
    from scipy.stats import binomtest  # type: ignore[import-untyped]

    return float(binomtest(min(better, worse), better + worse, 0.5).pvalue) if better + worse else 1.0
