package org.ansatz.expression.term;

import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.ansatz.expression.value.Value;
import org.ansatz.probability.Continuous;

/** How a random variable is distributed, its parameters known. */
public sealed interface Law {

    /** A number drawn at random, by uniform numbers from 0 (included) to 1 (excluded). */
    Value draw(DoubleSupplier uniform);

    /** A law with a density. */
    record Density(Continuous distribution) implements Law {
        @Override
        public Value draw(DoubleSupplier uniform) {
            return new Value.Real(distribution.draw(uniform));
        }
    }

    /**
     * A law of single numbers.
     *
     * @param atoms each number with its probability, exact if the parameters are; made when they are asked for
     * @param drawing draws one of them, in another way than by these probabilities
     * @param areWhole whether all are whole numbers
     */
    record Atoms(Supplier<Weighted> atoms, Function<DoubleSupplier, Value> drawing, boolean areWhole) implements Law {
        /** Whole numbers. */
        public static Atoms whole(Supplier<Weighted> atoms, Function<DoubleSupplier, Value> drawing) {
            return new Atoms(atoms, drawing, true);
        }

        @Override
        public Value draw(DoubleSupplier uniform) {
            return drawing.apply(uniform);
        }
    }

    /**
     * Numbers and their probabilities.
     *
     * @param missing a bound on the probability of all numbers that were left out
     * @param error a bound on the relative error of each probability
     */
    record Weighted(List<Value> values, List<Value> weights, double missing, double error) {
        /** Copies the lists. */
        public Weighted {
            values = List.copyOf(values);
            weights = List.copyOf(weights);
        }
    }
}
