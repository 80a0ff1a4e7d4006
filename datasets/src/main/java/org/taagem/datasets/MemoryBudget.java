package org.taagem.datasets;

import java.util.Locale;

import org.taagem.data.DataFileException;

/**
 * Stops the reading of a file before it fills the memory: a small compressed file can hold more than any machine has, and
 * a header can lie.
 */
public final class MemoryBudget {
    private static final double SHARE = 0.9;

    private final String file;
    private final String what;
    private final long limit;
    private long taken;
    private long count;

    MemoryBudget(String file, String what, long limit) {
        this.file = file;
        this.what = what;
        this.limit = limit;
    }

    /**
     * Makes a budget of nine tenths of what Java may take.
     *
     * @param file the name of the file, for the error
     * @param what what it is full of, such as {@code rows}
     * @return the budget
     */
    public static MemoryBudget ofThisJvm(String file, String what) {
        return new MemoryBudget(file, what, (long) (SHARE * Runtime.getRuntime().maxMemory()));
    }

    /**
     * Takes memory for one more of them.
     *
     * @param bytes how much it takes
     * @throws DataFileException if the budget is spent
     */
    public void take(long bytes) throws DataFileException {
        taken += bytes;
        count++;
        if (taken > limit) {
            throw new DataFileException(
                    file,
                    String.format(
                            Locale.ROOT,
                            "is too large: its first %d %s alone need %.1f GB of memory, of which Java may take %.1f",
                            count,
                            what,
                            taken / 1e9,
                            limit / SHARE / 1e9),
                    "Make it smaller, or allow more, such as TAAGEM_JAVA_OPTS=-Xmx8g");
        }
    }
}
