"""A whole short run of TA-A-GEM in PyTorch, to set beside `taagem train`; benchmarks/compare.sh runs it.

    pytorch_run.py DATA plain|fused THREADS TASKS EPOCHS

Permuted MNIST with the settings of taagem's preset python-parity: batches of 10, the merge rule of clustering, the memory
filled after each epoch with the first sample of every batch of a second pass, a reference batch of 10, accuracy on the test
sets of all tasks seen after every epoch. DATA is a folder of IDX files. Chance is its own, so accuracies are alike, not equal.
"""

import gzip
import random
import sys
from pathlib import Path

import torch

from pytorch_step import VARIANTS

BATCH, Q, P = 10, 10, 3
SIZES = [784, 200, 200, 10]
LEARNING_RATE = 0.01


def read_images(path):
    with gzip.open(path) as file:
        content = bytearray(file.read())
    return torch.frombuffer(content, dtype=torch.uint8, offset=16).view(-1, 784).float() / 255


def read_labels(path):
    with gzip.open(path) as file:
        content = bytearray(file.read())
    return torch.frombuffer(content, dtype=torch.uint8, offset=8).long()


class Pool:
    """The clusters of one label: their members, oldest first, and their means in one matrix."""

    def __init__(self):
        self.members = []
        self.means = torch.zeros(Q, 784)

    def add(self, sample):
        count = len(self.members)
        if count == 0 or (count == 1 and Q > 1):
            return self._found(sample)
        distances = self._distances(sample, count)
        nearest = int(distances.argmin())
        if len(self.members[nearest]) > 1 or count == 1:
            return self._append(nearest, sample)
        old = self.members[nearest][0]
        others = self._distances(old, count)
        others[nearest] = float("inf")
        neighbour = int(others.argmin())
        if distances[nearest] > others[neighbour]:
            self.members[nearest].clear()
            self._append(neighbour, old)
            return self._append(nearest, sample)
        if count < Q:
            return self._found(sample)
        return self._append(nearest, sample)

    def _distances(self, sample, count):
        return (self.means[:count] - sample).pow(2).sum(dim=1)

    def _found(self, sample):
        self.members.append([])
        self._append(len(self.members) - 1, sample)

    def _append(self, cluster, sample):
        members = self.members[cluster]
        members.append(sample)
        if len(members) > P:
            members.pop(0)
        self.means[cluster] = torch.stack(members).mean(dim=0)

    def samples(self):
        return [sample for members in self.members for sample in members]


class Memory:
    """A pool per label; draws are spread evenly over the pools."""

    def __init__(self):
        self.pools = {}

    def add(self, sample, label):
        self.pools.setdefault(label, Pool()).add(sample)

    def draw(self, count):
        left = {label: random.sample(pool.samples(), len(pool.samples())) for label, pool in self.pools.items()}
        labels = random.sample(list(left), len(left))
        inputs, targets = [], []
        while len(inputs) < count and any(left.values()):
            for label in labels:
                if left[label] and len(inputs) < count:
                    inputs.append(left[label].pop())
                    targets.append(label)
        return inputs, targets


def accuracy(learner, inputs, labels):
    return float((learner.predict(inputs) == labels).float().mean())


def run_epoch(learner, memory, inputs, labels):
    order = torch.randperm(len(inputs))
    for start in range(0, len(order), BATCH):
        chosen = order[start : start + BATCH]
        x, y = inputs[chosen], labels[chosen]
        remembered, targets = memory.draw(BATCH)
        if remembered:
            x = torch.cat([x, torch.stack(remembered)])
            y = torch.cat([y, torch.tensor(targets)])
        learner.step(x, y, len(chosen))
    again = torch.randperm(len(inputs))[::BATCH].tolist()
    for index in again:
        memory.add(inputs[index], int(labels[index]))


def main():
    folder, variant, threads, tasks, epochs = sys.argv[1:]
    torch.set_num_threads(int(threads))
    torch.manual_seed(1)
    random.seed(1)
    parts = []
    for name in ("train", "t10k"):
        images = read_images(Path(folder) / f"{name}-images-idx3-ubyte.gz")
        labels = read_labels(Path(folder) / f"{name}-labels-idx1-ubyte.gz")
        parts.append((images.chunk(int(tasks)), labels.chunk(int(tasks))))
    (trains, train_labels), (tests, test_labels) = parts
    learner, memory, seen = VARIANTS[variant](SIZES, LEARNING_RATE), Memory(), []
    learner.set_parameters(VARIANTS["plain"](SIZES, LEARNING_RATE).parameters())  # PyTorch's way to begin
    for task in range(int(tasks)):
        permutation = torch.randperm(784)
        inputs = trains[task][:, permutation].contiguous()
        seen.append((tests[task][:, permutation].contiguous(), test_labels[task]))
        for _ in range(int(epochs)):
            run_epoch(learner, memory, inputs, train_labels[task])
            reached = [accuracy(learner, *test) for test in seen]
    print(f"accuracy {sum(reached) / len(reached):.3f}")


if __name__ == "__main__":
    main()
