package org.taagem.pickle;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * The machine that a pickle is a program for: a stack, and a memo of what was seen. Of its instructions it knows those
 * that Python's protocols 0 to 5 write for plain data: containers, numbers, texts, and numbers and arrays of numpy. It
 * takes time and memory in proportion to the length of the pickle, whatever is in it, and calls nothing by itself.
 *
 * @see <a href="https://peps.python.org/pep-3154/">PEP 3154: Pickle protocol version 4</a>
 */
public final class PickleReader {
    private final PickleInput in;
    private final PickleBudget budget;
    private final PickleStack stack;
    private final PickleMemo memo;
    private final PickleLiterals literals;

    private PickleReader(PickleInput in, PickleBudget budget) {
        this.in = in;
        this.budget = budget;
        stack = new PickleStack(budget);
        memo = new PickleMemo(budget);
        literals = new PickleLiterals(in, budget);
    }

    /**
     * Reads a pickle.
     *
     * @param in read to its end, not closed
     * @param limits how much it may take
     * @return what it holds
     * @throws PickleException if it is damaged, takes too much, or is more than plain data
     * @throws IOException if reading fails
     */
    public static PickleValue read(InputStream in, PickleLimits limits) throws IOException {
        PickleInput input = new PickleInput(in, limits.bytes());
        PickleReader reader = new PickleReader(input, new PickleBudget(limits.memory()));
        int instruction = input.readByte();
        while (instruction != '.') {
            reader.step(instruction);
            instruction = input.readByte();
        }
        input.expectEnd();
        PickleValue result = reader.stack.pop();
        if (reader.stack.size() > 0) {
            throw new PickleException("leaves " + reader.stack.size() + " values unused in the pickle");
        }
        return result;
    }

    private void step(int instruction) throws IOException {
        PickleValue literal = literals.read(instruction);
        if (literal != null) {
            stack.push(literal);
            return;
        }
        switch (instruction) {
            case 0x80 -> in.readByte(); // PROTO
            case 0x95 -> in.checkLength(in.readNumber(8)); // FRAME
            case '(' -> stack.mark();
            case '0' -> stack.pop();
            case '1' -> stack.popToMark();
            case '2' -> stack.push(stack.peek());
            case '}', 'd' -> dict(instruction);
            case ']', ')', 0x8f, 'l', 't', 0x91, 0x85, 0x86, 0x87 -> items(instruction);
            case 'a', 'e', 0x90 -> append(instruction == 'a' ? stack.pop(1) : stack.popToMark());
            case 's', 'u' -> setItems(instruction == 's' ? stack.pop(2) : stack.popToMark());
            case 'q', 'r', 'p', 0x94 -> memo.put(number(instruction), stack.peek(), in.position());
            case 'h', 'j', 'g' -> stack.push(memo.get(number(instruction)));
            default -> object(instruction);
        }
    }

    private void dict(int instruction) throws PickleException {
        List<PickleValue> entries = instruction == 'd' ? stack.popToMark() : List.of();
        budget.take(PickleBudget.CONTAINER);
        stack.push(new PickleValue.Dict());
        setItems(entries);
    }

    private void items(int instruction) throws PickleException {
        List<PickleValue> values =
                switch (instruction) {
                    case 'l', 't', 0x91 -> stack.popToMark();
                    case 0x85, 0x86, 0x87 -> stack.pop(instruction - 0x84);
                    default -> List.of();
                };
        budget.take(PickleBudget.CONTAINER);
        stack.push(new PickleValue.Items());
        append(values);
    }

    private void append(List<PickleValue> values) throws PickleException {
        if (!(stack.peek() instanceof PickleValue.Items list)) {
            throw new PickleException("appends to something that is no list, inside the pickle");
        }
        list.values().addAll(values);
    }

    private void setItems(List<PickleValue> keysAndValues) throws PickleException {
        if (!(stack.peek() instanceof PickleValue.Dict dict) || keysAndValues.size() % 2 != 0) {
            throw new PickleException("sets entries of something that is no dictionary, inside the pickle");
        }
        budget.take((long) PickleBudget.ENTRY * keysAndValues.size() / 2);
        for (int i = 0; i < keysAndValues.size(); i += 2) {
            String key = keysAndValues
                    .get(i)
                    .asText()
                    .orElseThrow(() -> new PickleException("has a dictionary with a key that is no text"));
            dict.values().put(key, keysAndValues.get(i + 1));
        }
    }

    /** Reads or makes up the number of something in the memo. */
    private long number(int instruction) throws IOException {
        return switch (instruction) {
            case 'q', 'h' -> in.readNumber(1);
            case 'r', 'j' -> in.readNumber(4);
            case 'p', 'g' -> memoNumber(in.readLine(PickleValue.LONGEST_NAME));
            default -> memo.size();
        };
    }

    private static long memoNumber(String line) throws PickleException {
        if (!line.matches("[0-9]{1,18}")) {
            throw new PickleException("stores a value under '" + PickleObjects.printable(line)
                    + "', inside the pickle; expected a whole number");
        }
        return Long.parseLong(line);
    }

    private void object(int instruction) throws IOException {
        switch (instruction) {
            case 'c' -> stack.push(PickleObjects.global(in.readName(), in.readName()));
            case 0x93 -> stack.push(globalOnStack());
            case 'i' -> throw PickleObjects.refused(in.readName() + "." + in.readName());
            case 'R' -> {
                budget.take(PickleBudget.CONTAINER);
                List<PickleValue> both = stack.pop(2);
                stack.push(PickleObjects.reduce(both.get(0), both.get(1), budget));
            }
            case 'b' -> {
                List<PickleValue> both = stack.pop(2);
                PickleObjects.build(both.get(0), both.get(1));
                stack.push(both.get(0));
            }
            default ->
                throw new PickleException(
                        String.format("has the instruction 0x%02x in the pickle; expected plain data", instruction));
        }
    }

    private PickleValue globalOnStack() throws PickleException {
        List<PickleValue> names = stack.pop(2);
        Optional<String> module = names.get(0).asText();
        Optional<String> name = names.get(1).asText();
        if (module.isEmpty() || name.isEmpty()) {
            throw new PickleException("names something of Python's by other things than texts");
        }
        return PickleObjects.global(module.get(), name.get());
    }
}
