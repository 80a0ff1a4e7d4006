package org.taagem.mlflow;

/**
 * Data that a run has learned from.
 *
 * @param name such as {@code mnist}
 * @param digest at most 36 characters that change with its content
 * @param source where it came from
 * @param context what it was for, such as {@code training}
 * @param profile facts of it as JSON
 */
record DatasetInput(String name, String digest, String source, String context, String profile) {}
