"""Learn classes from likenesses: multinomial logistic regression with a kernel.

Use this where a few hundred labelled items must do and all that is known of them is how alike they are. It is convex:
the same input gives the same classes.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import log_softmax

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]

_FLAT = 1e-8  # eigenvalues of a kernel below this are noise
_STEPS = 200  # of the optimiser; it stops earlier where nothing more is gained


@dataclass(frozen=True, slots=True, eq=False)
class Regression:
    """What was learned from n items of c classes: `weights` is (n, c), `bias` is (c,)."""

    weights: FloatArray
    bias: FloatArray

    def scores(self, kernel: FloatArray) -> FloatArray:
        """Natural logarithms of the probabilities of classes, (m, c).

        Args:
            kernel: (m, n) likenesses of m new items to those that it learned from.
        """
        scores: FloatArray = log_softmax(kernel @ self.weights + self.bias, axis=1)
        return scores


def learn(kernel: FloatArray, classes: IntArray, *, count: int, penalty: float) -> Regression:
    """Fit a regression; an item of a class of k counts as much as the inverse root of k.

    Args:
        kernel: (n, n) likenesses of the items, positive semidefinite.
        classes: (n,) their classes, from 0.
        count: of classes.
        penalty: on the squared norm of each class's weights.
    """
    values, directions = np.linalg.eigh(kernel)
    kept = values > _FLAT
    roots = np.sqrt(values[kept])
    features = directions[:, kept] * roots
    found = _solve(features, np.eye(count)[classes], _item_weights(classes, count), penalty)
    return Regression(weights=(directions[:, kept] / roots) @ found[:-1], bias=found[-1])


def _item_weights(classes: IntArray, count: int) -> FloatArray:
    sizes = np.maximum(np.bincount(classes, minlength=count), 1)
    weights: FloatArray = np.sqrt(sizes.mean() / sizes)[classes][:, None]
    return weights


def _solve(features: FloatArray, wanted: FloatArray, items: FloatArray, penalty: float) -> FloatArray:
    """Weights of the features, a row each, and the bias as the last row."""
    shape = (features.shape[1] + 1, wanted.shape[1])

    def loss(flat: FloatArray) -> tuple[float, FloatArray]:
        weights, bias = flat.reshape(shape)[:-1], flat.reshape(shape)[-1]
        logs = log_softmax(features @ weights + bias, axis=1)
        off = items * (np.exp(logs) - wanted)
        slope = np.vstack([features.T @ off + penalty * weights, off.sum(axis=0)])
        return float(-(items * wanted * logs).sum() + penalty / 2 * (weights**2).sum()), slope.ravel()

    found = minimize(loss, np.zeros(shape).ravel(), jac=True, method="L-BFGS-B", options={"maxiter": _STEPS})
    solved: FloatArray = found.x.reshape(shape)
    return solved
