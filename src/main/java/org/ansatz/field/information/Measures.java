package org.ansatz.field.information;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.ansatz.expression.check.Typing;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.term.Function;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Enclosed;
import org.ansatz.expression.value.EnclosedArithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.interval.Interval;
import org.ansatz.interval.NoEnclosure;
import org.ansatz.interval.Regularity;
import org.ansatz.interval.Series;
import org.ansatz.quantity.NoValue;

/** The measures of information as functions of the language, in bits. */
public final class Measures {

    private Measures() {}

    /** All of them. */
    public static List<Function> all() {
        return List.of(
                new ChannelCapacity(),
                new Measure("entropy(p)", "entropy of a list of probabilities, in bits") {
                    @Override
                    double of(List<double[][]> arguments) {
                        return Entropy.of(flat(arguments.get(0)));
                    }

                    /** The sum of −p log p, of probabilities that are certainly above 0, or 0 themselves. */
                    @Override
                    public Enclosed enclosure(List<Enclosed> arguments) {
                        List<Enclosed> terms = new ArrayList<>();
                        List<Enclosed> total = ((Enclosed.Array) arguments.get(0)).entries();
                        for (Enclosed entry : total) {
                            Series p = Enclosed.real(entry);
                            if (p.range().isZero()) {
                                terms.add(entry);
                            } else if (p.range().low() > 0) {
                                terms.add(new Enclosed.Real(p.times(p.log())));
                            } else {
                                throw new NoEnclosure("the entropy where a probability may be 0");
                            }
                        }
                        Series sum = Enclosed.real(EnclosedArithmetic.sum(terms));
                        Series two = Series.constant(Interval.of(2), sum.order());
                        Series bits = sum.over(two.log()).negate();
                        Interval all =
                                Enclosed.real(EnclosedArithmetic.sum(total)).range();
                        boolean isOne = all.distance(1) < 1e-10;
                        return new Enclosed.Real(isOne ? bits : bits.atMost(Regularity.PARTIAL));
                    }
                },
                new Measure("divergence(p, q)", "divergence of p from q (Kullback and Leibler), in bits") {
                    @Override
                    double of(List<double[][]> arguments) {
                        return Entropy.divergence(flat(arguments.get(0)), flat(arguments.get(1)));
                    }
                },
                new Measure("mutual_information(P)", "mutual information of a joint distribution, in bits") {
                    @Override
                    double of(List<double[][]> arguments) {
                        return Entropy.mutualInformation(arguments.get(0));
                    }
                });
    }

    /** The capacity of a channel, with the distance of its two bounds. */
    private static final class ChannelCapacity extends Function {

        ChannelCapacity() {
            super(
                    "capacity(P)",
                    new Engine("blahut-arimoto"),
                    "capacity of a channel in bits per use; row i of P holds the probabilities of the outputs of input i");
        }

        @Override
        public Type type(List<Term> arguments, Span call) {
            if (Typing.pure(arguments.get(0)).type().isScalar()) {
                throw new ExpressionFault(
                        arguments.get(0).span(), "a matrix is needed here, such as [0.9, 0.1; 0.1, 0.9]");
            }
            return Type.REAL;
        }

        @Override
        public Estimate apply(List<Value> arguments) {
            Capacity found = measured(() -> Capacity.of(Measure.rows(arguments.get(0))));
            return Estimate.of(found.bits(), found.error());
        }
    }

    /** What is no distribution has no measure. */
    private static <T> T measured(Supplier<T> measure) {
        try {
            return measure.get();
        } catch (IllegalArgumentException e) {
            throw new NoValue(String.valueOf(e.getMessage()));
        }
    }

    private static double[] flat(double[][] rows) {
        double[] all = new double[rows.length * rows[0].length];
        for (int i = 0; i < all.length; i++) {
            all[i] = rows[i / rows[0].length][i % rows[0].length];
        }
        return all;
    }

    /** A measure of distributions, given as arrays of pure numbers. */
    private abstract static class Measure extends Function {

        Measure(String signature, String help) {
            super(signature, Engine.ARITHMETIC, help);
        }

        abstract double of(List<double[][]> arguments);

        @Override
        public final Type type(List<Term> arguments, Span call) {
            for (Term argument : arguments) {
                if (Typing.pure(argument).type().isScalar()) {
                    throw new ExpressionFault(
                            argument.span(), "a list of probabilities is needed here, such as [1/2, 1/4, 1/4]");
                }
            }
            return Type.REAL;
        }

        @Override
        public final Estimate apply(List<Value> arguments) {
            double value =
                    measured(() -> of(arguments.stream().map(Measure::rows).toList()));
            int entries = ((Value.Array) arguments.get(0)).entries().size();
            return Estimate.of(value, entries * Math.ulp(Math.max(1, value)));
        }

        private static double[][] rows(Value value) {
            Value.Array array = (Value.Array) value;
            double[][] rows = new double[array.rows()][array.columns()];
            for (int r = 0; r < array.rows(); r++) {
                for (int c = 0; c < array.columns(); c++) {
                    rows[r][c] = Arithmetic.real(array.at(r, c));
                }
            }
            return rows;
        }
    }
}
