"""The program main.rs beside this file, as it is written with NumPy: same data, same steps, same text, output.txt.

To write that anew: python3 -m venv v && v/bin/pip install 'numpy==2.4.*' && v/bin/python twin.py > output.txt
"""

import numpy as np

FEATURES, CLASSES = 4, 3


# Data: a formula, so that both programs have the same.


def measurements(samples):
    i, j = np.arange(samples)[:, None], np.arange(FEATURES)
    kind = i % CLASSES
    wiggle = (i * 37 + j * 101 + i * j * 13) % 97 / 97
    return 10.0 * (j + 1) + kind * (2 * j - 1) + 3 * wiggle


def rounded(a):
    return np.round(a, 4) + 0.0  # no -0.


def standardise(x):
    return (x - x.mean(axis=0)) / x.std(axis=0)


def covariance(z):
    centred = z - z.mean(axis=0)
    return centred.T @ centred / (len(z) - 1)


def first_component(c):
    values, vectors = np.linalg.eigh(c)
    v = vectors[:, -1]
    # LAPACK leaves the sign open; there the largest component is positive.
    return v * np.sign(v[np.abs(v).argmax()]), values[-1]


def softmax(scores):
    e = np.exp(scores - scores.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


class Layer:
    def __init__(self):
        self.weights = np.zeros((CLASSES, FEATURES))
        self.bias = np.zeros(CLASSES)

    def probabilities(self, x):
        return softmax(np.inner(x, self.weights) + self.bias)

    def loss(self, x, wanted):
        p = self.probabilities(x)
        return -np.mean(np.log((p * wanted).sum(axis=1)))

    def step(self, x, wanted, rate):
        error = (self.probabilities(x) - wanted) / len(x)
        self.weights -= rate * (error.T @ x)
        self.bias -= rate * error.sum(axis=0)


def one_hot(labels):
    return labels[:, None] == np.arange(CLASSES)


def k_means_step(x, centres):
    squares = (x[:, None, :] - centres) ** 2
    nearest = squares.sum(axis=2).argmin(axis=1)
    members = one_hot(nearest).astype(float)
    sums = members.T @ x
    return nearest, sums / members.sum(axis=0)[:, None]


def main():
    x = measurements(90)
    labels = np.arange(len(x)) % CLASSES
    print("measurements", list(x.shape))
    print(rounded(x[:3]))
    print("means", rounded(x.mean(axis=0)))
    print("deviations", rounded(x.std(axis=0)))
    print("range", rounded(x.min(axis=0)), rounded(x.max(axis=0)))

    z = standardise(x)
    means, deviations = np.allclose(z.mean(axis=0), 0.0), np.allclose(z.std(axis=0), 1.0)
    print("standardised: means are 0:", str(means).lower(), " deviations are 1:", str(deviations).lower())
    far = np.abs(z) > 1.8
    print("beyond 1.8 deviations:", far.sum(), " in a row:", far.any(axis=1).sum())
    z = np.clip(z, -1.8, 1.8)

    c = covariance(z)
    print("covariance")
    print(rounded(c))
    print("symmetric:", str(np.allclose(c, c.T)).lower(), " trace", rounded(np.trace(c)))
    v, variance = first_component(c)
    print("first component", rounded(v), " variance", rounded(variance))
    along = z @ v
    print("along it: from", rounded(along.min()), "to", rounded(along.max()))

    layer = Layer()
    wanted = one_hot(labels).astype(float)
    print("loss", rounded(layer.loss(z, wanted)))
    for _ in range(50):
        layer.step(z, wanted, 0.5)
    print("loss", rounded(layer.loss(z, wanted)))
    found = layer.probabilities(z).argmax(axis=1)
    print("right", (found == labels).sum(), "of", len(labels))
    print("weights")
    print(rounded(layer.weights))
    print("surest", np.argsort(-layer.probabilities(z).max(axis=1), kind="stable")[:3])

    centres = z[:CLASSES]
    for _ in range(5):
        nearest, centres = k_means_step(z, centres)
    print("centres")
    print(rounded(centres))
    print("members", one_hot(nearest).sum(axis=0))
    print("running mean of the first column")
    print(rounded(np.cumsum(x[:8, 0]) / np.arange(1, 9)))


main()
