package org.ansatz.gradient.words;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.ansatz.gradient.data.NumpyRandom;
import org.ansatz.gradient.model.Adam;
import org.ansatz.gradient.model.Divergence;
import org.ansatz.gradient.training.Losses;

/**
 * How the training of a word model went: the loss of all examples before the first and after each epoch, and the parameters
 * after the last. A round is an epoch.
 *
 * <p>One stream of random numbers gives, in this order, the start, and for each epoch the order of the examples and the noise
 * of each batch. The last batch of an epoch is smaller if the examples do not divide.
 */
public final class WordCourse implements Losses {

    private final double[] losses;
    private final double[] last;

    private WordCourse(double[] losses, double[] last) {
        this.losses = losses;
        this.last = last;
    }

    /**
     * Trains.
     *
     * @param epochs how often to go through all examples, at least 1
     * @param seed of the random numbers, 0 to 2³² − 1
     * @param progress is told each epoch, from 0
     * @throws Divergence if a loss is not finite
     * @throws IllegalArgumentException if {@code epochs} or {@code seed} is out of range
     */
    public static WordCourse of(WordTask task, Adam adam, int epochs, long seed, IntConsumer progress) {
        if (epochs < 1) {
            throw new IllegalArgumentException("a training of " + epochs + " epochs");
        }
        NumpyRandom random = new NumpyRandom(seed);
        double[] parameters = task.parameters().start(random);
        Adam.Descent descent = adam.descent(parameters.length);
        double[] losses = new double[epochs + 1];
        losses[0] = value(task.whole(), parameters, 0).loss();
        for (int epoch = 1; epoch <= epochs; epoch++) {
            progress.accept(epoch - 1);
            int[] order = random.permutation(task.examples());
            int size = task.setting().batch();
            for (int from = 0; from < order.length; from += size) {
                int[] batch = Arrays.copyOfRange(order, from, Math.min(order.length, from + size));
                Objective objective = task.batch(batch, random);
                descent.step(
                        parameters,
                        value(objective, parameters, epoch).gradient().entries());
            }
            losses[epoch] = value(task.whole(), parameters, epoch).loss();
        }
        return new WordCourse(losses, parameters);
    }

    private static Objective.Value value(Objective objective, double[] parameters, int epoch) {
        Objective.Value value;
        try {
            value = objective.at(parameters);
        } catch (IllegalArgumentException e) {
            // The shapes fit and the words are in range: what a model refuses now is what its parameters have become.
            throw new Divergence("in epoch " + epoch, e);
        }
        if (!Double.isFinite(value.loss())) {
            throw new Divergence("in epoch " + epoch, null);
        }
        return value;
    }

    @Override
    public String round() {
        return "epoch";
    }

    @Override
    public int rounds() {
        return losses.length - 1;
    }

    @Override
    public double loss(int epochs) {
        return losses[epochs];
    }

    /** The parameters after the last epoch. */
    public double[] last() {
        return last.clone();
    }
}
