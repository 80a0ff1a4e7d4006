package org.taagem.pickle;

import java.util.ArrayList;
import java.util.List;

/** The stack of the machine, and the marks in it. */
final class PickleStack {
    private final List<PickleValue> values = new ArrayList<>();
    private final List<Integer> marks = new ArrayList<>();
    private final PickleBudget budget;

    PickleStack(PickleBudget budget) {
        this.budget = budget;
    }

    void push(PickleValue value) throws PickleException {
        budget.take(PickleBudget.PLACE);
        values.add(value);
    }

    void mark() throws PickleException {
        budget.take(PickleBudget.PLACE + PickleBudget.NUMBER);
        marks.add(values.size());
    }

    int size() {
        return values.size();
    }

    PickleValue peek() throws PickleException {
        if (values.size() <= floor()) {
            throw new PickleException("takes a value where there is none, inside the pickle");
        }
        return values.get(values.size() - 1);
    }

    PickleValue pop() throws PickleException {
        PickleValue top = peek();
        values.remove(values.size() - 1);
        return top;
    }

    /** Takes some values off, and returns them in the order in which they were put there. */
    List<PickleValue> pop(int count) throws PickleException {
        if (values.size() - floor() < count) {
            throw new PickleException("takes a value where there is none, inside the pickle");
        }
        return takeFrom(values.size() - count);
    }

    /** Takes off what lies above the last mark, and the mark. */
    List<PickleValue> popToMark() throws PickleException {
        if (marks.isEmpty()) {
            throw new PickleException("looks for a mark where there is none, inside the pickle");
        }
        return takeFrom(marks.remove(marks.size() - 1));
    }

    private List<PickleValue> takeFrom(int start) {
        List<PickleValue> top = values.subList(start, values.size());
        List<PickleValue> taken = List.copyOf(top);
        top.clear();
        return taken;
    }

    /** Returns how many values lie below the last mark. */
    private int floor() {
        return marks.isEmpty() ? 0 : marks.get(marks.size() - 1);
    }
}
