package org.taagem.metrics;

import java.util.OptionalDouble;

/** A number drawn from a run, or the reason why there is none. It is never infinite and never "not a number". */
public sealed interface Figure {
    /**
     * A number.
     *
     * @param value finite; its range is that of its metric
     */
    record Defined(double value) implements Figure {
        public Defined {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("the value is " + value + "; expected a finite number");
            }
        }
    }

    /**
     * No number, because the metric says nothing about such a run.
     *
     * @param reason why, as half a sentence for people
     */
    record Undefined(String reason) implements Figure {
        public Undefined {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("the reason is empty; expected why there is no number");
            }
        }
    }

    /**
     * Makes a figure of a number that may be absent.
     *
     * @param value the number, if there is one
     * @param reason why there is none, if so
     * @return the figure
     */
    static Figure of(OptionalDouble value, String reason) {
        return value.isPresent() ? new Defined(value.getAsDouble()) : new Undefined(reason);
    }

    /**
     * Returns the number, for whoever can do without the reason.
     *
     * @return the number; absent if it is not defined
     */
    default OptionalDouble toOptional() {
        return this instanceof Defined defined ? OptionalDouble.of(defined.value) : OptionalDouble.empty();
    }

    /**
     * Returns the number, for whoever knows that it is defined.
     *
     * @return the number
     * @throws IllegalStateException if it is not defined; the message says why
     */
    default double orElseThrow() {
        if (this instanceof Undefined undefined) {
            throw new IllegalStateException("not defined: " + undefined.reason);
        }
        return toOptional().orElseThrow();
    }
}
