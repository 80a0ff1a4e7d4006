package org.taagem.datasets.pickle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The few objects that a pickle may construct. */
final class PickleObjects {
    private static final Set<String> RECONSTRUCT =
            Set.of("numpy.core.multiarray._reconstruct", "numpy._core.multiarray._reconstruct");
    private static final String ARRAY = "numpy.ndarray";
    private static final String DTYPE = "numpy.dtype";

    /** How Python 3 writes bytes so that Python 2 can read them: as a text of Latin-1. */
    private static final String ENCODE = "_codecs.encode";

    private PickleObjects() {}

    /** Returns what a name of Python's stands for, if that is allowed. */
    static PickleValue global(String module, String name) throws PickleException {
        String full = module + "." + name;
        if (RECONSTRUCT.contains(full) || full.equals(ARRAY) || full.equals(DTYPE) || full.equals(ENCODE)) {
            return new PickleValue.Global(full);
        }
        throw new PickleException("wants to use " + printable(full)
                + " of Python; expected plain data and numpy arrays, and nothing else is ever run");
    }

    private static String printable(String name) {
        return name.replaceAll("[^\\x20-\\x7e]", "?");
    }

    /** Makes an object as its constructor would. */
    static PickleValue reduce(PickleValue callable, PickleValue arguments) throws PickleException {
        if (callable instanceof PickleValue.Global global && arguments instanceof PickleValue.Items items) {
            if (RECONSTRUCT.contains(global.name())) {
                return new PickleValue.ByteArray();
            }
            if (global.name().equals(DTYPE)) {
                return dtype(items.values());
            }
            if (global.name().equals(ENCODE)) {
                return encode(items.values());
            }
        }
        throw new PickleException("calls something that is no function, inside the pickle");
    }

    private static PickleValue dtype(List<PickleValue> arguments) throws PickleException {
        if (!arguments.isEmpty()
                && arguments.get(0) instanceof PickleValue.Bytes name
                && Set.of("u1", "|u1", "uint8").contains(name.text())) {
            return PickleValue.Plain.UNSIGNED_BYTES;
        }
        throw new PickleException("has an array of other numbers than unsigned bytes (u1)");
    }

    private static PickleValue encode(List<PickleValue> arguments) throws PickleException {
        if (!arguments.isEmpty() && arguments.get(0) instanceof PickleValue.Bytes text) {
            return new PickleValue.Bytes(text.text().getBytes(StandardCharsets.ISO_8859_1));
        }
        throw new PickleException("encodes something that is no text, inside the pickle");
    }

    /** Fills an object with its state. */
    static void build(PickleValue object, PickleValue state) throws PickleException {
        if (object == PickleValue.Plain.UNSIGNED_BYTES) {
            return; // byte order and alignment, which single bytes do not have
        }
        if (object instanceof PickleValue.ByteArray array && state instanceof PickleValue.Items items) {
            fill(array, items.values());
            return;
        }
        throw new PickleException("gives a state to something that has none, inside the pickle");
    }

    /** The state of an array: version, shape, type, whether columns come first, elements. */
    private static void fill(PickleValue.ByteArray array, List<PickleValue> state) throws PickleException {
        if (state.size() == 5
                && state.get(1) instanceof PickleValue.Items shape
                && state.get(2) == PickleValue.Plain.UNSIGNED_BYTES
                && state.get(3) instanceof PickleValue.Int columnsFirst
                && columnsFirst.value() == 0
                && state.get(4) instanceof PickleValue.Bytes bytes) {
            List<Long> sizes = new ArrayList<>();
            long product = 1;
            for (PickleValue size : shape.values()) {
                if (!(size instanceof PickleValue.Int number) || number.value() < 0 || number.value() > 1 << 30) {
                    throw new PickleException("has an array with a dimension that is no size");
                }
                sizes.add(number.value());
                product = Math.min(product * number.value(), Integer.MAX_VALUE);
            }
            if (product != bytes.bytes().length) {
                throw new PickleException(
                        "has an array of shape " + sizes + ", but " + bytes.bytes().length + " bytes for it");
            }
            array.set(sizes, bytes.bytes());
            return;
        }
        throw new PickleException("has an array that is not one of unsigned bytes, row by row");
    }
}
