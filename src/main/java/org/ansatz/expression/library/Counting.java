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

/** Binders over finite domains: sum, product, count, for all, for any. */
final class Counting {

    private Counting() {}

    static List<BinderRule> all() {
        return List.of(
                new Fold("sum", "sum of the values"),
                new Fold("prod", "product of the values"),
                new Quantifier("count", "how many times the condition holds"),
                new Quantifier("all", "whether the condition always holds"),
                new Quantifier("any", "whether the condition holds at least once"));
    }

    private static void requireDiscrete(String name, List<Domain> domains, Span span) {
        for (Domain domain : domains) {
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
            requireDiscrete(name(), domains, span);
            if (body.type().dimensionOrNone().reference() != null) {
                throw new ExpressionFault(
                        body.span(), "absolute levels cannot be added: convert them with db2pow(…) or db2mag(…)");
            }
            return name().equals("sum")
                    ? Typing.scalar(body)
                    : Typing.pure(body).type();
        }

        @Override
        public Estimate apply(Loop loop) {
            Accumulation total = name().equals("sum") ? Accumulation.sum() : Accumulation.product();
            loop.each((element, value) -> {
                total.take(value);
                return true;
            });
            return new Estimate(total.value(), total.error());
        }

        @Override
        public Enclosed enclosure(EnclosedLoop loop) {
            boolean sum = name().equals("sum");
            Interval start = sum ? Interval.ZERO : Interval.ONE;
            Enclosed[] total = {new Enclosed.Real(Series.constant(start, loop.order()))};
            loop.each(body -> total[0] =
                    sum ? EnclosedArithmetic.add(total[0], body) : EnclosedArithmetic.multiply(total[0], body));
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
            boolean counts = name().equals("count");
            boolean stopAt = name().equals("any");
            long[] holding = {0};
            boolean[] stopped = {false};
            loop.each((element, value) -> {
                boolean holds = ((Value.Truth) value).holds();
                holding[0] += holds ? 1 : 0;
                stopped[0] = !counts && holds == stopAt;
                return !stopped[0];
            });
            return Estimate.exact(counts ? Value.Exact.of(holding[0]) : Value.Truth.of(stopped[0] == stopAt));
        }

        @Override
        public Enclosed enclosure(EnclosedLoop loop) {
            if (name().equals("count")) {
                Series one = Series.constant(Interval.ONE, loop.order());
                Series zero = Series.constant(Interval.ZERO, loop.order());
                Series[] holding = {zero};
                loop.each(body -> {
                    Enclosed.Truth truth = (Enclosed.Truth) body;
                    Series counted = truth.canHold() ? truth.canFail() ? one.or(zero) : one : zero;
                    holding[0] = holding[0].plus(counted.atMost(truth.regularity()));
                });
                return new Enclosed.Real(holding[0]);
            }
            boolean any = name().equals("any");
            Enclosed.Truth[] so = {new Enclosed.Truth(!any, any, Regularity.SMOOTH)};
            loop.each(body -> {
                Enclosed.Truth truth = (Enclosed.Truth) body;
                so[0] = new Enclosed.Truth(
                        any ? so[0].canHold() || truth.canHold() : so[0].canHold() && truth.canHold(),
                        any ? so[0].canFail() && truth.canFail() : so[0].canFail() || truth.canFail(),
                        so[0].regularity().and(truth.regularity()));
            });
            return so[0];
        }
    }
}
