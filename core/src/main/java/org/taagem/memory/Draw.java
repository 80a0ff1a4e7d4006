package org.taagem.memory;

/** How a draw from memory is spread over the classes in it. */
public enum Draw {
    /** As many of each class as of any other, while they last; so every class has its say, however rare. */
    EVEN,
    /** Every sample is as likely as any other. */
    UNIFORM
}
