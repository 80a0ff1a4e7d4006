"""Makes the pickles of PickleReaderTest: the same plain values in every protocol, and numbers of numpy.

Run it in this folder with Python 3.8 or newer and numpy 2: python3 make_pickles.py
"""

import collections
import pickle

import numpy

shared = [3]
plain = {
    "text": "Zürich \\ € 😀\n",
    "whole": [0, 1, 255, 256, 65535, -1, 2**31, -(2**63)],
    "real": [0.1, -2.5, float("inf")],
    "flags": [True, False],
    "none": None,
    "tuples": [(), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4)],
    "empty": [{}, [], ""],
    "bytes": [b"", b"\x00\xff"],
    "shared": [shared, shared],
    "sets": [{7}, frozenset([8])],
    "ordered": collections.OrderedDict(a=1),
    "defaults": collections.defaultdict(list, a=[2]),
}
for protocol in range(6):
    with open(f"plain_{protocol}.pickle", "wb") as file:
        pickle.dump(plain, file, protocol)

numbers = {
    "float64": numpy.float64(0.1),
    "float32": numpy.float32(-0.5),
    "int64": numpy.int64(-(2**40)),
    "uint8": numpy.uint8(200),
    "bool": numpy.bool_(True),
    "big": numpy.array([1.5, 2.5], dtype=">f8"),
    "matrix": numpy.array([[1, 2, 3], [4, 5, 6]], dtype="u2"),
}
for protocol in range(6):
    with open(f"numpy_{protocol}.pickle", "wb") as file:
        pickle.dump(numbers, file, protocol)

# As numpy 1 names its modules. Protocol 2 has names on lines of their own, so nothing has to be counted anew.
with open("numpy1_2.pickle", "wb") as file:
    file.write(pickle.dumps(numbers, 2).replace(b"numpy._core.", b"numpy.core."))
