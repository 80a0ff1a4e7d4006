"""Writes scipy_vectors.json: what SciPy and statsmodels make of fixed samples, for the tests of org.taagem.report.stats.

    pip install scipy==1.17.1 statsmodels==0.15.0
    python scipy_vectors.py > scipy_vectors.json
"""
import json
import math

import numpy
import scipy
import statsmodels
from scipy import stats
from statsmodels.stats.multitest import multipletests

SAMPLES = {
    "two": [0.7, 0.9],
    "three": [0.61, 0.655, 0.598],
    "accuracies": [0.7317, 0.7286, 0.7411, 0.7358, 0.7249],
    "better": [0.7421, 0.7391, 0.7528, 0.7402, 0.7377],
    "spread": [0.12, 0.98, 0.33, 0.87, 0.5, 0.41, 0.77],
    "negative": [-0.176, -0.184, -0.171, -0.179, -0.1755, -0.1832, -0.1701],
    "constant": [0.5, 0.5, 0.5, 0.5],
    "near": [0.9001, 0.9002, 0.9003, 0.9001],
    "ten": [0.31, 0.29, 0.33, 0.3, 0.35, 0.28, 0.32, 0.34, 0.27, 0.36],
    "ten_too": [0.3, 0.31, 0.31, 0.29, 0.37, 0.25, 0.33, 0.31, 0.29, 0.33],
}
LEVELS = [0.9, 0.95, 0.99, 0.999]
WELCH = [
    ("accuracies", "better"),
    ("spread", "three"),
    ("two", "three"),
    ("constant", "three"),
    ("near", "ten"),
    ("negative", "spread"),
    ("ten", "ten_too"),
]
PAIRED = [("accuracies", "better"), ("spread", "negative"), ("ten", "ten_too"), ("constant", "near")]
HOLM = [
    [0.01],
    [0.01, 0.04, 0.03, 0.005],
    [0.5, 0.5, 0.9],
    [0.001, 0.001, 0.02, 0.8, 0.0125, 1.0],
    [0.0, 0.0003, 0.049, 0.051],
]


def interval_row(name, values):
    n = len(values)
    error = stats.sem(values)
    margins = {str(level): stats.t.ppf(1 - (1 - level) / 2, n - 1) * error for level in LEVELS}
    low, high = stats.t.interval(0.99, n - 1, loc=numpy.mean(values), scale=error) if error > 0 else (None, None)
    return {
        "sample": name,
        "mean": float(numpy.mean(values)),
        "standard_deviation": float(numpy.std(values, ddof=1)),
        "margins": {level: float(margin) for level, margin in margins.items()},
        "low99": low if low is None else float(low),
        "high99": high if high is None else float(high),
    }


def test_row(a, b, result, effect):
    low, high = result.confidence_interval(0.99)
    return {
        "a": a,
        "b": b,
        "t": float(result.statistic),
        "df": float(result.df),
        "p": float(result.pvalue),
        "low99": float(low),
        "high99": float(high),
        "effect": float(effect),
    }


def hedges_g(x, y):
    df = len(x) + len(y) - 2
    pooled = math.sqrt(((len(x) - 1) * numpy.var(x, ddof=1) + (len(y) - 1) * numpy.var(y, ddof=1)) / df)
    return (numpy.mean(x) - numpy.mean(y)) / pooled * (1 - 3 / (4 * df - 1))


def d_z(x, y):
    differences = numpy.subtract(x, y)
    return numpy.mean(differences) / numpy.std(differences, ddof=1)


def pairs(names):
    for a, b in names:
        size = min(len(SAMPLES[a]), len(SAMPLES[b]))
        yield a, b, SAMPLES[a][:size], SAMPLES[b][:size]


print(json.dumps({
    "scipy": scipy.__version__,
    "statsmodels": statsmodels.__version__,
    "samples": SAMPLES,
    "intervals": [interval_row(name, values) for name, values in SAMPLES.items()],
    "welch": [
        test_row(a, b, stats.ttest_ind(SAMPLES[a], SAMPLES[b], equal_var=False), hedges_g(SAMPLES[a], SAMPLES[b]))
        for a, b in WELCH
    ],
    "paired": [test_row(a, b, stats.ttest_rel(x, y), d_z(x, y)) for a, b, x, y in pairs(PAIRED)],
    "holm": [
        {"p": p, "adjusted": [float(v) for v in multipletests(p, method="holm")[1]]} for p in HOLM
    ],
}, indent=1))
