package org.taagem.pickle;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The few objects that a pickle may construct. */
final class PickleObjects {
    private static final String RECONSTRUCT = "numpy.core.multiarray._reconstruct";
    private static final String SCALAR = "numpy.core.multiarray.scalar";
    private static final String FROM_BUFFER = "numpy.core.numeric._frombuffer";
    private static final String ARRAY = "numpy.ndarray";
    private static final String DTYPE = "numpy.dtype";

    /** How Python 3 writes bytes so that Python 2 can read them: as a text of Latin-1. */
    private static final String ENCODE = "_codecs.encode";

    private static final String ORDERED = "collections.OrderedDict";
    private static final String DEFAULTS = "collections.defaultdict";
    private static final Set<String> ALLOWED =
            Set.of(RECONSTRUCT, SCALAR, FROM_BUFFER, ARRAY, DTYPE, ENCODE, ORDERED, DEFAULTS);

    /** What a dictionary with defaults makes them with, and how old protocols write sets and no bytes. */
    private static final Set<String> ALLOWED_BUILTINS =
            Set.of("list", "dict", "int", "float", "str", "set", "frozenset", "bytes");

    private static final Set<String> BUILTINS = Set.of("builtins", "__builtin__");

    private static final int LONGEST = 80;
    /** Dimensions that numpy allows. */
    private static final int MOST_DIMENSIONS = 64;

    private PickleObjects() {}

    /** Returns what a name of Python's stands for, if that is allowed. */
    static PickleValue global(String module, String name) throws PickleException {
        String full = module + "." + name;
        String usual = full.replaceFirst("^numpy\\._core\\.", "numpy.core."); // as numpy 2 calls it
        if (ALLOWED.contains(usual)) {
            return new PickleValue.Global(usual);
        }
        if (BUILTINS.contains(module) && ALLOWED_BUILTINS.contains(name)) {
            return new PickleValue.Global(name);
        }
        throw refused(full);
    }

    /** Makes the error for something of Python's that a pickle wants to use. */
    static PickleException refused(String name) {
        return new PickleException("wants to use " + printable(name)
                + " of Python; expected plain data and numpy arrays, and nothing else is ever run");
    }

    /** Returns a text of the pickle in a form that fits into a line for people. */
    static String printable(String name) {
        String start = name.length() > LONGEST ? name.substring(0, LONGEST) + "..." : name;
        return start.replaceAll("[^\\x20-\\x7e]", "?");
    }

    /** Makes an object as its constructor would. */
    static PickleValue reduce(PickleValue callable, PickleValue arguments, PickleBudget budget) throws PickleException {
        if (callable instanceof PickleValue.Global global && arguments instanceof PickleValue.Items items) {
            List<PickleValue> values = items.values();
            return switch (global.name()) {
                case RECONSTRUCT -> new PickleValue.Array();
                case DTYPE -> type(values);
                case SCALAR -> scalar(values);
                case FROM_BUFFER -> fromBuffer(values);
                case ENCODE -> encode(values, budget);
                case "bytes" -> noBytes(values);
                case "set", "frozenset" -> set(values);
                case ORDERED, DEFAULTS -> dict(values);
                default -> throw notCalled();
            };
        }
        throw notCalled();
    }

    private static PickleException notCalled() {
        return new PickleException("calls something that is no function, inside the pickle");
    }

    private static PickleValue type(List<PickleValue> arguments) throws PickleException {
        String code = arguments.isEmpty() ? "" : arguments.get(0).asText().orElse("");
        return new PickleValue.Type(NumpyType.of(code)
                .orElseThrow(() -> new PickleException("has an array of '" + printable(code)
                        + "'; expected numbers (b1, i1 to i8, u1 to u8, f4 or f8)")));
    }

    private static PickleValue scalar(List<PickleValue> arguments) throws PickleException {
        if (arguments.size() == 2
                && arguments.get(0) instanceof PickleValue.Type type
                && arguments.get(1) instanceof PickleValue.Bytes bytes
                && bytes.bytes().length == type.type().size()) {
            return type.type().value(bytes.bytes(), 0);
        }
        throw new PickleException("has a number of numpy's that does not fit its type, inside the pickle");
    }

    /** Arguments: elements, type, shape, and {@code C} for row by row. */
    private static PickleValue fromBuffer(List<PickleValue> arguments) throws PickleException {
        PickleValue.Array array = new PickleValue.Array();
        if (arguments.size() == 4
                && arguments.get(0) instanceof PickleValue.Bytes bytes
                && arguments.get(1) instanceof PickleValue.Type type
                && arguments.get(2) instanceof PickleValue.Items shape
                && arguments.get(3).asText().orElse("").equals("C")) {
            fill(array, shape, type.type(), bytes.bytes());
            return array;
        }
        throw notRowByRow();
    }

    private static PickleValue encode(List<PickleValue> arguments, PickleBudget budget) throws PickleException {
        String text = (arguments.isEmpty()
                        ? Optional.<String>empty()
                        : arguments.get(0).asText())
                .orElseThrow(() -> new PickleException("encodes something that is no text, inside the pickle"));
        budget.take(text.length());
        return new PickleValue.Bytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static PickleValue noBytes(List<PickleValue> arguments) throws PickleException {
        if (arguments.isEmpty()) {
            return new PickleValue.Bytes(new byte[0]);
        }
        throw new PickleException("makes bytes of something, inside the pickle");
    }

    /** A set is made of a list, and read like one. */
    private static PickleValue set(List<PickleValue> arguments) throws PickleException {
        if (arguments.size() == 1 && arguments.get(0) instanceof PickleValue.Items items) {
            return items;
        }
        throw new PickleException("makes a set of something that is no list, inside the pickle");
    }

    /** A dictionary is made empty, and then filled; how it makes defaults is forgotten. */
    private static PickleValue dict(List<PickleValue> arguments) throws PickleException {
        for (PickleValue argument : arguments.subList(0, Math.min(2, arguments.size()))) {
            boolean empty = argument instanceof PickleValue.Items pairs
                    && pairs.values().isEmpty();
            if (!empty && !(argument instanceof PickleValue.Global) && argument != PickleValue.None.NONE) {
                throw new PickleException("makes a dictionary of something, inside the pickle; expected an empty one");
            }
        }
        return new PickleValue.Dict();
    }

    /** Fills an object with its state. */
    static void build(PickleValue object, PickleValue state) throws PickleException {
        if (object instanceof PickleValue.Type type && state instanceof PickleValue.Items items) {
            order(type, items.values());
            return;
        }
        if (object instanceof PickleValue.Array array && state instanceof PickleValue.Items items) {
            fill(array, items.values());
            return;
        }
        throw new PickleException("gives a state to something that has none, inside the pickle");
    }

    /** The state of a type: version, byte order, and what only types of several parts have. */
    private static void order(PickleValue.Type type, List<PickleValue> state) throws PickleException {
        String order = state.size() < 2 ? "" : state.get(1).asText().orElse("");
        switch (order) {
            case "<", "|", "=" -> type.set(type.type().withOrder(ByteOrder.LITTLE_ENDIAN));
            case ">" -> type.set(type.type().withOrder(ByteOrder.BIG_ENDIAN));
            default -> throw new PickleException("has a type of numbers without an order of bytes, inside the pickle");
        }
    }

    /** The state of an array: version, shape, type, whether columns come first, elements. */
    private static void fill(PickleValue.Array array, List<PickleValue> state) throws PickleException {
        if (state.size() == 5
                && state.get(1) instanceof PickleValue.Items shape
                && state.get(2) instanceof PickleValue.Type type
                && isFalse(state.get(3))
                && state.get(4) instanceof PickleValue.Bytes bytes) {
            fill(array, shape, type.type(), bytes.bytes());
            return;
        }
        throw notRowByRow();
    }

    /** Protocols below 2 write a truth value as a number. */
    private static boolean isFalse(PickleValue value) {
        return value == PickleValue.Flag.FALSE || (value instanceof PickleValue.Int number && number.value() == 0);
    }

    private static PickleException notRowByRow() {
        return new PickleException("has an array that is not one of numbers, row by row");
    }

    private static void fill(PickleValue.Array array, PickleValue.Items shape, NumpyType type, byte[] bytes)
            throws PickleException {
        List<Long> sizes = new ArrayList<>();
        long product = type.size();
        if (shape.values().size() > MOST_DIMENSIONS) {
            throw new PickleException("has an array of more than " + MOST_DIMENSIONS + " dimensions");
        }
        for (PickleValue size : shape.values()) {
            if (!(size instanceof PickleValue.Int number) || number.value() < 0 || number.value() > 1 << 30) {
                throw new PickleException("has an array with a dimension that is no size");
            }
            sizes.add(number.value());
            product = Math.min(product * number.value(), Integer.MAX_VALUE);
        }
        if (product != bytes.length) {
            throw new PickleException("has an array of shape " + sizes + ", but " + bytes.length + " bytes for it");
        }
        array.set(sizes, type, bytes);
    }
}
