package org.ansatz.expression.library;

import java.util.List;
import org.ansatz.expression.BinderRule;
import org.ansatz.expression.Domain;
import org.ansatz.expression.Engine;
import org.ansatz.expression.Estimate;
import org.ansatz.expression.Loop;
import org.ansatz.expression.NumberSet;
import org.ansatz.expression.Term;
import org.ansatz.expression.Type;
import org.ansatz.expression.Typing;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Span;

/** The derivative at a point and the root in an interval. */
final class Calculus {

    private Calculus() {}

    static List<BinderRule> all() {
        return List.of(new Quadrature(), new Slope(), new Root());
    }

    /** {@code derivative(body for t at a)}, by dual numbers: exact to rounding. */
    private static final class Slope extends BinderRule {
        Slope() {
            super("derivative", "derivative at a point: derivative(f(t) for t at 1)");
        }

        @Override
        public Engine engine(List<Domain> domains) {
            return Engine.DUAL;
        }

        @Override
        public Type type(Term body, List<Domain> domains, Span span) {
            Type type = Typing.number(body);
            if (domains.size() != 1 || !(domains.get(0) instanceof Domain.Point)) {
                throw new ExpressionFault(span, "written derivative(f(t) for t at 1)");
            }
            return type.with(type.set().join(NumberSet.REAL))
                    .with(type.dimensionOrNone().over(domains.get(0).type().dimensionOrNone()));
        }

        @Override
        public Estimate apply(Loop loop) {
            return Estimate.exact(loop.slopeAt(loop.point()));
        }
    }

    /** {@code root(body for x in a..b)}: the one zero of a continuous function in an interval. */
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
            if (Typing.scalar(body).set() == NumberSet.COMPLEX) {
                throw new ExpressionFault(body.span(), "root is for real functions");
            }
            if (domains.size() != 1 || domains.get(0).isDiscrete()) {
                throw new ExpressionFault(span, "root takes one variable over a real interval a..b");
            }
            return domains.get(0).type();
        }

        @Override
        public Estimate apply(Loop loop) {
            return RootSearch.onlyRoot(loop::at, loop.low(), loop.high());
        }
    }
}
