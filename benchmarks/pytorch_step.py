"""One A-GEM step in PyTorch, in two ways, as a process that takes commands; benchmarks/compare.sh runs it.

    pytorch_step.py FILE plain|fused THREADS

plain: as a researcher writes it, with modules, autograd and an optimiser.
fused: by hand, without autograd: one pass over batch and reference batch together, gradients formed in place in one
       vector each, and parameters that are views of one vector.

FILE holds the start parameters, the samples and which of them each step takes (Exchange.java). All steps' tensors are made
before the clock starts: gathering a batch is not part of a step here.

Commands on standard input, each answered by one line:
    run agem   take all steps from the start parameters: "done NANOSECONDS_PER_STEP PROJECTED_STEPS"
    run sgd    the same without reference batches
    save PATH  write the parameters, little-endian float32, layer by layer [inputs][outputs] and biases: "saved"
"""

import struct
import sys
import time

import torch
from torch import nn

MAGIC = 0x54414745
LEARNING_RATE = 1e-3


class Exchange:
    """The file that both sides read."""

    def __init__(self, path):
        with open(path, "rb") as file:
            content = bytearray(file.read())
        header = struct.unpack_from("<9i", content, 0)
        magic, self.features, hidden, self.classes, parameters, samples, self.steps, self.batch, self.reference = header
        if magic != MAGIC:
            raise SystemExit(f"{path} is not a file of this benchmark")
        self.sizes = [self.features, hidden, hidden, self.classes]
        self.position = 36
        self.start = self._read(content, torch.float32, parameters)
        self.inputs = self._read(content, torch.float32, samples * self.features).view(samples, self.features)
        self.labels = self._read(content, torch.int32, samples).long()
        rows = self.batch + self.reference
        self.rows = self._read(content, torch.int32, self.steps * rows).view(self.steps, rows).long()

    def _read(self, content, kind, count):
        values = torch.frombuffer(content, dtype=kind, count=count, offset=self.position).clone()
        self.position += 4 * count
        return values

    def tensors(self):
        """The inputs and labels of every step, batch first and reference batch after it."""
        return [(self.inputs[rows].contiguous(), self.labels[rows]) for rows in self.rows]


class PlainStep:
    """Modules, autograd and an optimiser."""

    def __init__(self, sizes, learning_rate):
        layers = []
        for inputs, outputs in zip(sizes, sizes[1:]):
            layers += [nn.Linear(inputs, outputs), nn.ReLU()]
        self.model = nn.Sequential(*layers[:-1])
        self.loss = nn.CrossEntropyLoss()
        self.optimizer = torch.optim.SGD(self.model.parameters(), lr=learning_rate)

    def _gradient(self, inputs, labels):
        self.optimizer.zero_grad()
        self.loss(self.model(inputs), labels).backward()
        return torch.cat([p.grad.reshape(-1) for p in self.model.parameters()])

    def step(self, inputs, labels, batch):
        """Learns; rows from `batch` on are the reference batch, if there are any. Says whether it projected."""
        g = self._gradient(inputs[:batch], labels[:batch])
        projected = False
        if len(labels) > batch:
            g_ref = self._gradient(inputs[batch:], labels[batch:])
            dot = torch.dot(g, g_ref)
            if dot < 0:
                g = g - dot / torch.dot(g_ref, g_ref) * g_ref
                projected = True
            offset = 0
            for p in self.model.parameters():
                p.grad.copy_(g[offset : offset + p.numel()].view_as(p))
                offset += p.numel()
        self.optimizer.step()
        return projected

    def predict(self, inputs):
        with torch.no_grad():
            return self.model(inputs).argmax(dim=1)

    def set_parameters(self, vector):
        offset = 0
        with torch.no_grad():
            for layer in self.model:
                if isinstance(layer, nn.Linear):
                    for target in (layer.weight.t(), layer.bias):
                        target.copy_(vector[offset : offset + target.numel()].view_as(target))
                        offset += target.numel()

    def parameters(self):
        linear = [layer for layer in self.model if isinstance(layer, nn.Linear)]
        return torch.cat([part.detach().reshape(-1) for layer in linear for part in (layer.weight.t(), layer.bias)])


class FusedStep:
    """No autograd: the derivatives of this network written out, and every result put where it is needed."""

    def __init__(self, sizes, learning_rate):
        self.sizes = sizes
        self.learning_rate = learning_rate
        self.vector, self.weights, self.biases = self._vector_and_views()
        self.g, self.g_weights, self.g_biases = self._vector_and_views()
        self.g_ref, self.g_ref_weights, self.g_ref_biases = self._vector_and_views()
        self.buffers = {}

    def _vector_and_views(self):
        count = sum((inputs + 1) * outputs for inputs, outputs in zip(self.sizes, self.sizes[1:]))
        vector = torch.zeros(count)
        weights, biases, offset = [], [], 0
        for inputs, outputs in zip(self.sizes, self.sizes[1:]):
            weights.append(vector[offset : offset + inputs * outputs].view(inputs, outputs))
            offset += inputs * outputs
            biases.append(vector[offset : offset + outputs])
            offset += outputs
        return vector, weights, biases

    def _room(self, rows):
        if rows not in self.buffers:
            layers = [torch.empty(rows, size) for size in self.sizes[1:]]
            errors = [torch.empty(rows, size) for size in self.sizes[1:]]
            self.buffers[rows] = layers, errors
        return self.buffers[rows]

    def _forward(self, inputs):
        layers, _ = self._room(len(inputs))
        for l, out in enumerate(layers):
            torch.addmm(self.biases[l], inputs, self.weights[l], out=out)
            if l < len(layers) - 1:
                out.clamp_(min=0)
            inputs = out
        return layers

    @torch.inference_mode()
    def step(self, inputs, labels, batch):
        """Learns; rows from `batch` on are the reference batch, if there are any. Says whether it projected."""
        layers = self._forward(inputs)
        _, errors = self._room(len(inputs))
        torch.softmax(layers[-1], dim=1, out=errors[-1])
        errors[-1][torch.arange(len(labels)), labels] -= 1
        errors[-1][:batch].mul_(1 / batch)
        if len(labels) > batch:
            errors[-1][batch:].mul_(1 / (len(labels) - batch))
        for l in range(len(layers) - 1, 0, -1):
            torch.mm(errors[l], self.weights[l].t(), out=errors[l - 1])
            errors[l - 1].mul_(layers[l - 1] > 0)
        inputs_of = [inputs] + layers[:-1]
        self._form(inputs_of, errors, slice(0, batch), self.g_weights, self.g_biases)
        projected = False
        if len(labels) > batch:
            self._form(inputs_of, errors, slice(batch, None), self.g_ref_weights, self.g_ref_biases)
            dot = torch.dot(self.g, self.g_ref).item()
            if dot < 0:
                self.g.add_(self.g_ref, alpha=-dot / torch.dot(self.g_ref, self.g_ref).item())
                projected = True
        self.vector.add_(self.g, alpha=-self.learning_rate)
        return projected

    @staticmethod
    def _form(inputs_of, errors, rows, weights, biases):
        for l, error in enumerate(errors):
            torch.mm(inputs_of[l][rows].t(), error[rows], out=weights[l])
            torch.sum(error[rows], dim=0, out=biases[l])

    @torch.inference_mode()
    def predict(self, inputs):
        return self._forward(inputs)[-1].argmax(dim=1)

    def set_parameters(self, vector):
        self.vector.copy_(vector)

    def parameters(self):
        return self.vector


VARIANTS = {"plain": PlainStep, "fused": FusedStep}


def main():
    path, variant, threads = sys.argv[1:]
    torch.set_num_threads(int(threads))
    exchange = Exchange(path)
    tensors = exchange.tensors()
    batch = exchange.batch
    without_reference = [(inputs[:batch], labels[:batch]) for inputs, labels in tensors]
    learner = VARIANTS[variant](exchange.sizes, LEARNING_RATE)
    print(f"ready PyTorch {torch.__version__}", flush=True)
    for line in sys.stdin:
        command, argument = line.split(maxsplit=1)
        if command == "run":
            steps = tensors if argument.strip() == "agem" else without_reference
            learner.set_parameters(exchange.start)
            projected = 0
            start = time.perf_counter_ns()
            for inputs, labels in steps:
                projected += learner.step(inputs, labels, batch)
            print(f"done {(time.perf_counter_ns() - start) / len(steps)} {projected}", flush=True)
        else:
            values = learner.parameters().contiguous()
            with open(argument.strip(), "wb") as file:
                file.write(struct.pack(f"<{len(values)}f", *values.tolist()))
            print("saved", flush=True)


if __name__ == "__main__":
    main()
