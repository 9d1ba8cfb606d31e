package org.ansatz.gradient.words;

/**
 * How an article trains.
 *
 * @param rate the learning rate of Adam
 * @param batch how many examples a step is taken for
 * @param epochs how often all examples are gone through
 */
public record Setting(double rate, int batch, int epochs) {

    static final double RATE = 0.01;
}
