package org.ansatz.exchange;

/**
 * A picture that goes with a text.
 *
 * @param name of its file, {@code plot-1.png}
 * @param bytes the file
 * @param alternative what stands for it where it is not seen
 */
public record Picture(String name, byte[] bytes, String alternative) {}
