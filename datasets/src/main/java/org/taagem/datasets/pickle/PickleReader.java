package org.taagem.datasets.pickle;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The machine that a pickle is a program for: a stack, and a memo of what was seen. Of its instructions it knows those
 * that Python's protocols 2 to 4 write for plain data.
 *
 * @see <a href="https://peps.python.org/pep-3154/">PEP 3154: Pickle protocol version 4</a>
 */
public final class PickleReader {
    private final PickleInput in;
    private final Deque<PickleValue> stack = new ArrayDeque<>();
    private final Deque<Integer> marks = new ArrayDeque<>();
    private final Map<Long, PickleValue> memo = new HashMap<>();

    private PickleReader(PickleInput in) {
        this.in = in;
    }

    /**
     * Reads a pickle.
     *
     * @param in read to its end, not closed
     * @param limit how many bytes it may have
     * @return what it holds
     * @throws PickleException if it is damaged, too long, or more than plain data
     * @throws IOException if reading fails
     */
    public static PickleValue read(InputStream in, long limit) throws IOException {
        PickleInput input = new PickleInput(in, limit);
        PickleReader reader = new PickleReader(input);
        int instruction = input.readByte();
        while (instruction != '.') {
            reader.step(instruction);
            instruction = input.readByte();
        }
        input.expectEnd();
        PickleValue result = reader.pop();
        if (!reader.stack.isEmpty()) {
            throw new PickleException("leaves " + reader.stack.size() + " values unused in the pickle");
        }
        return result;
    }

    private void step(int instruction) throws IOException {
        switch (instruction) {
            case 0x80 -> in.readByte(); // PROTO
            case 0x95 -> in.readNumber(8); // FRAME
            case '(' -> marks.push(stack.size());
            case '}' -> stack.push(new PickleValue.Dict());
            case ']', ')' -> stack.push(new PickleValue.Items());
            case 'N' -> stack.push(PickleValue.Plain.NONE);
            case 't', 0x85, 0x86, 0x87 -> tuple(instruction);
            case 'a', 'e' -> append(instruction == 'a' ? List.of(pop()) : popToMark());
            case 's', 'u' -> setItems(instruction == 's' ? pop(2) : popToMark());
            case 'q', 'r', 0x94, 'h', 'j' -> remember(instruction);
            case 'c', 0x93 -> stack.push(global(instruction));
            case 'R', 'b' -> object(instruction);
            case 'K', 'M', 'J', 0x8a, 0x88, 0x89 -> stack.push(new PickleValue.Int(number(instruction)));
            case 'U', 'C', 0x8c, 'T', 'B', 'X', 0x8e -> stack.push(new PickleValue.Bytes(bytes(instruction)));
            default ->
                throw new PickleException(String.format(
                        "has the instruction 0x%02x in the pickle; expected plain data of protocol 2 to 4",
                        instruction));
        }
    }

    private void tuple(int instruction) throws PickleException {
        PickleValue.Items tuple = new PickleValue.Items();
        tuple.values().addAll(instruction == 't' ? popToMark() : pop(instruction - 0x84));
        stack.push(tuple);
    }

    private void append(List<PickleValue> values) throws PickleException {
        if (!(peek() instanceof PickleValue.Items list)) {
            throw new PickleException("appends to something that is no list, inside the pickle");
        }
        list.values().addAll(values);
    }

    private void setItems(List<PickleValue> keysAndValues) throws PickleException {
        if (!(peek() instanceof PickleValue.Dict dict) || keysAndValues.size() % 2 != 0) {
            throw new PickleException("sets entries of something that is no dictionary, inside the pickle");
        }
        for (int i = 0; i < keysAndValues.size(); i += 2) {
            if (!(keysAndValues.get(i) instanceof PickleValue.Bytes key)) {
                throw new PickleException("has a dictionary with a key that is no text");
            }
            dict.values().put(key.text(), keysAndValues.get(i + 1));
        }
    }

    private void remember(int instruction) throws IOException {
        switch (instruction) {
            case 'q' -> memo.put(in.readNumber(1), peek());
            case 'r' -> memo.put(in.readNumber(4), peek());
            case 0x94 -> memo.put((long) memo.size(), peek());
            default -> {
                PickleValue value = memo.get(in.readNumber(instruction == 'h' ? 1 : 4));
                if (value == null) {
                    throw new PickleException("uses a value that it has not stored, inside the pickle");
                }
                stack.push(value);
            }
        }
    }

    private PickleValue global(int instruction) throws IOException {
        if (instruction == 'c') {
            String module = in.readLine();
            return PickleObjects.global(module, in.readLine());
        }
        List<PickleValue> names = pop(2);
        if (names.get(0) instanceof PickleValue.Bytes module && names.get(1) instanceof PickleValue.Bytes name) {
            return PickleObjects.global(module.text(), name.text());
        }
        throw new PickleException("names something of Python's by other things than texts");
    }

    private void object(int instruction) throws PickleException {
        List<PickleValue> both = pop(2);
        if (instruction == 'R') {
            stack.push(PickleObjects.reduce(both.get(0), both.get(1)));
        } else {
            PickleObjects.build(both.get(0), both.get(1));
            stack.push(both.get(0));
        }
    }

    private long number(int instruction) throws IOException {
        return switch (instruction) {
            case 'K' -> in.readNumber(1);
            case 'M' -> in.readNumber(2);
            case 'J' -> (int) in.readNumber(4);
            case 0x88 -> 1;
            case 0x89 -> 0;
            default -> longNumber();
        };
    }

    private long longNumber() throws IOException {
        int length = in.readByte();
        if (length > Long.BYTES) {
            throw new PickleException("has a number of " + length + " bytes; expected at most " + Long.BYTES);
        }
        int unused = Long.SIZE - Byte.SIZE * length;
        return length == 0 ? 0 : (in.readNumber(length) << unused) >> unused;
    }

    private byte[] bytes(int instruction) throws IOException {
        long length =
                switch (instruction) {
                    case 'U', 'C', 0x8c -> in.readNumber(1);
                    case 0x8e -> in.readNumber(8);
                    default -> in.readNumber(4);
                };
        return in.readBytes(length);
    }

    private PickleValue peek() throws PickleException {
        PickleValue top = stack.peek();
        if (top == null || stack.size() <= floor()) {
            throw new PickleException("takes a value where there is none, inside the pickle");
        }
        return top;
    }

    private PickleValue pop() throws PickleException {
        PickleValue top = peek();
        stack.pop();
        return top;
    }

    /** Returns how many values lie below the last mark. */
    private int floor() {
        Integer mark = marks.peek();
        return mark == null ? 0 : mark;
    }

    /** Takes some values off the stack, and returns them in the order in which they were put there. */
    private List<PickleValue> pop(int count) throws PickleException {
        List<PickleValue> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(0, pop());
        }
        return values;
    }

    private List<PickleValue> popToMark() throws PickleException {
        if (marks.isEmpty()) {
            throw new PickleException("looks for a mark where there is none, inside the pickle");
        }
        List<PickleValue> values = new ArrayList<>();
        while (stack.size() > floor()) {
            values.add(stack.pop());
        }
        marks.pop();
        Collections.reverse(values);
        return values;
    }
}
