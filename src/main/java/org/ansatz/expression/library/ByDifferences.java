package org.ansatz.expression.library;

import java.util.ArrayList;
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
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Enclosed;
import org.ansatz.expression.value.Value;
import org.ansatz.gradcheck.Differences;
import org.ansatz.gradcheck.Slope;
import org.ansatz.interval.NoEnclosure;
import org.ansatz.quantity.NoValue;

/** {@code differences(body by W)}: extrapolated central differences, entry by entry, with their own error. */
final class ByDifferences extends BinderRule {

    ByDifferences() {
        super("differences", "derivative of a number by extrapolated differences: differences(loss by W)");
    }

    @Override
    public boolean isDerivative() {
        return true;
    }

    @Override
    public Engine engine(List<Domain> domains) {
        return Engine.DIFFERENCES;
    }

    @Override
    public Type type(Term body, List<Domain> domains, Span span) {
        Type type = Calculus.slope(name(), body, domains, span);
        boolean real = body.type().isScalar()
                && body.type().set() != NumberSet.COMPLEX
                && domains.get(0).type().set() != NumberSet.COMPLEX;
        if (!real) {
            throw new ExpressionFault(
                    body.span(),
                    "differences are of a real number by real numbers; this is "
                            + Typing.number(body).describe());
        }
        return type;
    }

    /** In outline they are where the derivative is, of which they say nothing for certain. */
    @Override
    public Enclosed enclosure(EnclosedLoop inside) {
        if (!inside.isSlopeOutlined()) {
            throw new NoEnclosure(name());
        }
        return new Enclosed.Real(inside.slope());
    }

    @Override
    public Estimate apply(Loop loop) {
        Value point = loop.point();
        if (!(point instanceof Value.Array matrix)) {
            Slope.Smooth slope = smooth(slope(loop, point, 0), "");
            return Estimate.of(slope.value(), slope.error());
        }
        List<Value> slopes = new ArrayList<>(matrix.entries().size());
        double error = 0;
        for (int i = 0; i < matrix.entries().size(); i++) {
            String place = " at entry " + (i / matrix.columns() + 1) + ", " + (i % matrix.columns() + 1);
            Slope.Smooth slope = smooth(slope(loop, point, i), place);
            slopes.add(new Value.Real(slope.value()));
            error = Math.max(error, slope.error());
        }
        return new Estimate(new Value.Array(matrix.rows(), matrix.columns(), slopes), error);
    }

    /** The slope along one entry of the point. */
    private static Slope slope(Loop loop, Value point, int entry) {
        Value here = point instanceof Value.Array matrix ? matrix.entries().get(entry) : point;
        return Differences.at(new Along(loop, point, entry), real(here));
    }

    /** The body as a function of one entry of the point. */
    private record Along(Loop loop, Value point, int entry) implements Differences.Line {

        @Override
        public double at(double x) {
            double known = loop.along(point, entry, new double[] {x})[0];
            return Double.isFinite(known) ? known : byTerms(x);
        }

        /** Where the body has no value, smaller steps are tried; without steps left there is nothing to try. */
        private double byTerms(double x) {
            try {
                Value moved = new Value.Real(x);
                return real(loop.at(point instanceof Value.Array matrix ? matrix.with(entry, moved) : moved));
            } catch (ExpressionFault e) {
                if (loop.isExhausted()) {
                    throw e;
                }
                throw new ArithmeticException(e.message()); // what differences understand
            }
        }

        @Override
        public double[] at(double[] xs) {
            return loop.along(point, entry, xs);
        }
    }

    private static double real(Value value) {
        if (value instanceof Value.Dual) {
            throw new NoValue("differences inside a derivative are not differentiated");
        }
        return Arithmetic.real(value);
    }

    private static Slope.Smooth smooth(Slope slope, String place) {
        if (slope instanceof Slope.Kink) {
            Slope.Kink kink = (Slope.Kink) slope;
            throw new NoValue(
                    "a kink" + place + ": the slope is " + kink.left() + " before and " + kink.right() + " after");
        }
        if (slope instanceof Slope.Undefined) {
            throw new NoValue("no slope" + place + ": " + ((Slope.Undefined) slope).reason());
        }
        return (Slope.Smooth) slope;
    }
}
