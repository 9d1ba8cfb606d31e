package org.ansatz.expression.library;

import java.util.List;
import org.ansatz.expression.check.Typing;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.term.BinderRule;
import org.ansatz.expression.term.Domain;
import org.ansatz.expression.term.EnclosedLoop;
import org.ansatz.expression.term.Loop;
import org.ansatz.expression.term.RealInterval;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.type.Shape;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Enclosed;
import org.ansatz.expression.value.Value;
import org.ansatz.interval.Interval;
import org.ansatz.interval.NoEnclosure;
import org.ansatz.interval.Regularity;
import org.ansatz.interval.Series;
import org.ansatz.proof.Outline;
import org.ansatz.proof.Zeros;
import org.ansatz.quantity.NoValue;

/** The derivative at a point and the roots in an interval. */
final class Calculus {

    private Calculus() {}

    static List<BinderRule> all() {
        return List.of(new Quadrature(), new Slope(), new Gradient(), new ByDifferences(), new Root(), new AllRoots());
    }

    /** The type of a derivative by a number, or of a gradient by a matrix. */
    static Type slope(String name, Term body, List<Domain> domains, Span span) {
        Type type = Typing.number(body);
        boolean atPoint = domains.size() == 1
                && (domains.get(0) instanceof Domain.Point || domains.get(0) instanceof Domain.Here);
        if (!atPoint) {
            throw new ExpressionFault(span, "written " + name + "(f(t) for t at 1), or " + name + "(f by t)");
        }
        Type variable = domains.get(0).type();
        if (!variable.isScalar() && !type.isScalar()) {
            throw new ExpressionFault(
                    body.span(),
                    "by a matrix a single number is differentiated, such as a loss; this is " + type.describe());
        }
        return type.with(type.set().join(NumberSet.REAL))
                .with(type.dimensionOrNone().over(variable.dimensionOrNone()))
                .with(variable.isScalar() ? type.shape() : variable.shape());
    }

    /** {@code derivative(body for t at a)}, {@code derivative(body by t)}, by dual numbers: exact to rounding. */
    private static final class Slope extends BinderRule {
        Slope() {
            super(
                    "derivative",
                    "derivative at a point, derivative(f(t) for t at 1), or by a declared name, derivative(loss by W)");
        }

        @Override
        public boolean isDerivative() {
            return true;
        }

        @Override
        public Engine engine(List<Domain> domains) {
            return Engine.DUAL;
        }

        @Override
        public Type type(Term body, List<Domain> domains, Span span) {
            return slope(name(), body, domains, span);
        }

        @Override
        public Estimate apply(Loop loop) {
            return loop.slopeAt(loop.point());
        }

        @Override
        public Enclosed enclosure(EnclosedLoop inside) {
            return new Enclosed.Real(inside.slope());
        }
    }

    /** {@code grad(body by W)}, {@code grad(body for W at A)}, in one pass back over the operations: exact to rounding. */
    private static final class Gradient extends BinderRule {
        Gradient() {
            super("grad", "gradient of a number by every entry of a matrix: grad(loss by W), or grad(f(V) for V at W)");
        }

        @Override
        public boolean isDerivative() {
            return true;
        }

        @Override
        public Engine engine(List<Domain> domains) {
            return Engine.REVERSE;
        }

        @Override
        public Type type(Term body, List<Domain> domains, Span span) {
            if (!Typing.number(body).isScalar()) {
                throw new ExpressionFault(
                        body.span(),
                        "the gradient is of a single number, such as a loss; this is "
                                + body.type().describe());
            }
            if (body.type().set() == NumberSet.COMPLEX) {
                throw new ExpressionFault(body.span(), "reverse mode is for real numbers; this is complex");
            }
            return slope(name(), body, domains, span);
        }

        @Override
        public Estimate apply(Loop loop) {
            return Estimate.exact(loop.gradientAt(loop.point()));
        }

        @Override
        public Enclosed enclosure(EnclosedLoop inside) {
            return new Enclosed.Real(inside.slope());
        }
    }

    /** {@code root(body for x in a..b)}: the one zero of a function in an interval. */
    private static final class Root extends BinderRule {
        Root() {
            super("root", "the one zero in an interval: root(f(x) for x in 0..1)");
        }

        @Override
        public Engine engine(List<Domain> domains) {
            return Engine.ROOT;
        }

        @Override
        public Type type(Term body, List<Domain> domains, Span span) {
            return zero(name(), body, domains, span);
        }

        private static Type zero(String name, Term body, List<Domain> domains, Span span) {
            if (Typing.scalar(body).set() == NumberSet.COMPLEX) {
                throw new ExpressionFault(body.span(), name + " is for real functions");
            }
            if (domains.size() != 1 || !(domains.get(0) instanceof RealInterval)) {
                throw new ExpressionFault(span, name + " takes one variable over a real interval a..b");
            }
            return domains.get(0).type();
        }

        @Override
        public Estimate apply(Loop loop) {
            try {
                Zeros.Found found = loop.once(() -> Roots.all(loop.enclosing(), loop.box()[0]));
                return Roots.only(found, loop.low(), loop.high());
            } catch (NoEnclosure e) {
                RootSearch.Sampled function = new RootSearch.Sampled(
                        loop::at, x -> loop.rounding(new Value.Real(x)), loop.low(), loop.high());
                return RootSearch.onlyRoot(function, Outlined.places(loop, Outline::zeros));
            }
        }

        @Override
        public Enclosed enclosure(EnclosedLoop inside) {
            if (inside.isOutlined()) {
                Interval part = Outline.zero(at -> Enclosed.real(inside.body(at)), new Interval(0, 1));
                return new Enclosed.Real(Series.ranging(inside.at(part).range(), inside.order(), Regularity.PARTIAL));
            }
            Loop loop = inside.loop();
            Interval root = Roots.proved(loop.once(() -> Roots.all(loop.enclosing(), loop.box()[0])));
            return new Enclosed.Real(Series.constant(root, inside.order()));
        }
    }

    /** {@code roots(body for x in a..b)}: all zeros of a function in an interval. */
    private static final class AllRoots extends BinderRule {
        AllRoots() {
            super("roots", "all zeros in an interval, as a column: roots(cos(x) for x in 0..10)");
        }

        @Override
        public Engine engine(List<Domain> domains) {
            return Engine.ROOT;
        }

        @Override
        public Type type(Term body, List<Domain> domains, Span span) {
            return Root.zero(name(), body, domains, span).with(Shape.of(-1, 1));
        }

        @Override
        public Estimate apply(Loop loop) {
            try {
                return Roots.every(Roots.all(loop.enclosing(), loop.box()[0]), loop.low(), loop.high());
            } catch (NoEnclosure e) {
                throw new NoValue("all roots are found only where nothing is sampled, and this is: find each with"
                        + " root(…) in an interval of its own");
            }
        }
    }
}
