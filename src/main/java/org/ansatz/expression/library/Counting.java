package org.ansatz.expression.library;

import java.util.List;
import org.ansatz.expression.check.Typing;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.term.BinderRule;
import org.ansatz.expression.term.Domain;
import org.ansatz.expression.term.EnclosedLoop;
import org.ansatz.expression.term.Loop;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Accumulation;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Enclosed;
import org.ansatz.expression.value.EnclosedArithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.interval.Interval;
import org.ansatz.interval.Regularity;
import org.ansatz.interval.Series;
import org.ansatz.quantity.Rational;

/** Binders over finite domains: sum, product, count, for all, for any. */
final class Counting {

    private Counting() {}

    static List<BinderRule> all() {
        return List.of(
                sum(),
                new Fold("prod", "product of the values"),
                new Quantifier("count", "how many times the condition holds"),
                new Quantifier("all", "whether the condition always holds"),
                new Quantifier("any", "whether the condition holds at least once"));
    }

    static BinderRule sum() {
        return new Fold("sum", "sum of the values");
    }

    private static void requireDiscrete(String name, List<Domain> domains, Span span) {
        for (Domain domain : domains) {
            if (domain instanceof Domain.Endless) {
                throw new ExpressionFault(
                        span, name + " needs an end; numbers without one are for sum, prod and limit");
            }
            if (!domain.isDiscrete()) {
                throw new ExpressionFault(
                        span,
                        name + " needs a domain that can be counted off: write 0:4 for the integers 0, 1, 2, 3, 4"
                                + " (0..4 is the real interval)");
            }
        }
    }

    /** Sum or product. */
    private static final class Fold extends BinderRule {
        Fold(String name, String help) {
            super(name, help);
        }

        @Override
        public Type type(Term body, List<Domain> domains, Span span) {
            boolean isEndless = domains.get(0) instanceof Domain.Endless;
            if (isEndless && domains.size() > 1) {
                throw new ExpressionFault(
                        span, "over numbers without an end " + name() + " takes one variable; nest it");
            }
            if (!isEndless) {
                requireDiscrete(name(), domains, span);
            }
            if (body.type().dimensionOrNone().reference() != null) {
                throw new ExpressionFault(
                        body.span(), "absolute levels cannot be added: convert them with db2pow(…) or db2mag(…)");
            }
            return name().equals("sum")
                    ? Typing.scalar(body)
                    : Typing.pure(body).type();
        }

        @Override
        public Engine engine(List<Domain> domains) {
            return domains.get(0) instanceof Domain.Endless ? Engine.SERIES : super.engine(domains);
        }

        @Override
        public Estimate apply(Loop loop) {
            if (loop.domain() instanceof Domain.Endless) {
                return Unending.of(loop, name().equals("sum"));
            }
            Accumulation total = name().equals("sum") ? Accumulation.sum() : Accumulation.product();
            loop.takeEach(
                    name().equals("sum")
                            ? new Sum(total)
                            : value -> {
                                total.take(value);
                                return true;
                            });
            return new Estimate(total.value(), total.error());
        }

        /** Adds up. */
        private record Sum(Accumulation total) implements Loop.Taker {

            /** So many whole numbers of at most 2^53 have a sum that a long holds. */
            private static final int MAX_AT_ONCE = 512;

            private static final double MAX_WHOLE = 0x1p53;

            @Override
            public boolean take(Value body) {
                total.take(body);
                return true;
            }

            /** Whole numbers are added up before they are taken. */
            @Override
            public boolean takeExact(double[] numbers, int count) {
                long sum = 0;
                int added = 0;
                for (int i = 0; i < count; i++) {
                    boolean isWhole = numbers[i] == Math.rint(numbers[i]) && Math.abs(numbers[i]) <= MAX_WHOLE;
                    if (!isWhole || ++added == MAX_AT_ONCE) {
                        total.take(new Value.Exact(Rational.exactly(numbers[i])));
                        total.take(Value.Exact.of(sum));
                        sum = 0;
                        added = 0;
                    } else {
                        sum += (long) numbers[i];
                    }
                }
                total.take(Value.Exact.of(sum));
                return true;
            }
        }

        @Override
        public Enclosed enclosure(EnclosedLoop loop) {
            boolean adds = name().equals("sum");
            Enclosed[] total = {Enclosed.of(Value.Exact.of(adds ? 0 : 1), loop.order())};
            loop.each(body -> total[0] =
                    adds ? EnclosedArithmetic.add(total[0], body) : EnclosedArithmetic.multiply(total[0], body));
            return total[0];
        }

        @Override
        public boolean isPulledBack() {
            return true;
        }

        /** The derivative of a product by a factor is the product of the others, even where one of them is zero. */
        @Override
        public Value pullback(int element, List<Value> bodies, Value result, Value cotangent) {
            Value slope = cotangent;
            for (int i = 0; i < bodies.size() && name().equals("prod"); i++) {
                slope = i == element ? slope : Arithmetic.multiply(slope, bodies.get(i));
            }
            return slope;
        }
    }

    /** Count, all, any. */
    private static final class Quantifier extends BinderRule {
        Quantifier(String name, String help) {
            super(name, help);
        }

        @Override
        public Type type(Term body, List<Domain> domains, Span span) {
            requireDiscrete(name(), domains, span);
            Typing.truth(body);
            return name().equals("count") ? Type.INTEGER : Type.TRUTH;
        }

        @Override
        public Estimate apply(Loop loop) {
            Tally tally = new Tally();
            if (name().equals("count")) {
                loop.takeEach(tally);
                return Estimate.exact(Value.Exact.of(tally.holding));
            }
            boolean stopAt = name().equals("any");
            boolean[] stopped = {false};
            loop.takeEach(value -> {
                stopped[0] = ((Value.Truth) value).holds() == stopAt;
                return !stopped[0];
            });
            return Estimate.exact(Value.Truth.of(stopped[0] == stopAt));
        }

        /** Counts what holds. */
        private static final class Tally implements Loop.Taker {
            private long holding;

            @Override
            public boolean take(Value body) {
                holding += ((Value.Truth) body).holds() ? 1 : 0;
                return true;
            }

            @Override
            public boolean takeTruths(double[] truths, int count) {
                for (int i = 0; i < count; i++) {
                    holding += (long) truths[i];
                }
                return true;
            }
        }

        @Override
        public Enclosed enclosure(EnclosedLoop loop) {
            long[] elements = {0};
            long[] canHold = {0};
            long[] canFail = {0};
            Regularity[] known = {Regularity.SMOOTH};
            loop.each(body -> {
                Enclosed.Truth truth = (Enclosed.Truth) body;
                elements[0]++;
                canHold[0] += truth.canHold() ? 1 : 0;
                canFail[0] += truth.canFail() ? 1 : 0;
                known[0] = known[0].and(truth.regularity());
            });
            long mustHold = elements[0] - canFail[0];
            if (name().equals("count")) {
                Interval count = new Interval(mustHold, canHold[0]);
                Regularity most = count.isPoint() ? known[0] : known[0].and(Regularity.DEFINED);
                return new Enclosed.Real(Series.constant(count, loop.order()).atMost(most));
            }
            return name().equals("any")
                    ? new Enclosed.Truth(canHold[0] > 0, mustHold == 0, known[0])
                    : new Enclosed.Truth(canHold[0] == elements[0], canFail[0] > 0, known[0]);
        }
    }
}
