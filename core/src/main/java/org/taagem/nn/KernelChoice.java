package org.taagem.nn;

/** Which kernel a user wants. */
public enum KernelChoice {
    /** The fastest that gives the same bits as {@link #PLAIN}. */
    AUTO,
    /** Plain Java, which runs everywhere. */
    PLAIN,
    /** Vector instructions, for which Java needs {@code --add-modules jdk.incubator.vector}. */
    SIMD
}
