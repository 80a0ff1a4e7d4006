"""Writes the pickled batches of this folder, and what Pillow makes of their colours: python3 make_batches.py (numpy, Pillow)."""

import pickle

import numpy
from PIL import Image

images, side = 3, 4
pixels = numpy.random.default_rng(7).integers(0, 256, (images, 3 * side * side), numpy.uint8)
batch = {"batch_label": "a batch", "labels": [3, 0, 9], "data": pixels, "filenames": ["one.png", "two.png", "three.png"]}
for protocol in 2, 3, 4, 5:
    with open(f"batch_protocol{protocol}.pickle", "wb") as file:
        pickle.dump(batch, file, protocol)
with open("batch.bin", "wb") as file:
    for label, image in zip(batch["labels"], pixels):
        file.write(bytes([label]) + image.tobytes())
with open("batch.grey", "wb") as file:
    for image in pixels:
        colours = numpy.ascontiguousarray(image.reshape(3, side, side).transpose(1, 2, 0))
        file.write(Image.fromarray(colours, "RGB").convert("L").tobytes())
