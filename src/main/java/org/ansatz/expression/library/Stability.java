package org.ansatz.expression.library;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expansion.Coefficient;
import org.ansatz.expression.term.BinderRule;
import org.ansatz.expression.term.Loop;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.Shape;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.polynomial.Fraction;
import org.ansatz.polynomial.HalfPlane;
import org.ansatz.polynomial.Polynomial;
import org.ansatz.polynomial.StabilityTable;
import org.ansatz.quantity.NoValue;

/** Where the roots of a polynomial lie, told without any of them: by Routh's array, and the tables that are written for it by hand. */
final class Stability {

    private Stability() {}

    static List<BinderRule> all() {
        return List.of(
                new Count("routh", "how many roots of a polynomial have a positive real part, by Routh's array", false),
                new Count(
                        "jury",
                        "how many roots of a polynomial lie outside the unit circle, by Routh's array of its map",
                        true),
                new Table(
                        "routh_array",
                        "Routh's array of a polynomial, the row of the highest power first, filled up with zeros",
                        StabilityTable::routh),
                new Table(
                        "jury_table",
                        "Jury's table of a polynomial, the coefficient of the power 0 first, filled up with zeros",
                        StabilityTable::jury),
                new IsStable("is_stable", "whether all poles have a negative real part, by Routh's array", false),
                new IsStable(
                        "is_stable_discrete",
                        "whether all poles lie inside the unit circle, by Routh's array of its map",
                        true));
    }

    private static Polynomial polynomial(Fraction quotient, String name) {
        if (quotient.denominator().degree() > 0) {
            throw new NoValue(name + " takes a polynomial; of a quotient, write its denominator");
        }
        return quotient.numerator().times(quotient.denominator().at(0).reciprocal());
    }

    private static HalfPlane.Count outside(Polynomial p, boolean isDiscrete) {
        if (!isDiscrete) {
            return HalfPlane.of(p);
        }
        Polynomial mapped = HalfPlane.ofCircle(p);
        HalfPlane.Count count = HalfPlane.of(mapped);
        return new HalfPlane.Count(count.right(), count.isSymmetric() || mapped.degree() < p.degree());
    }

    private static final class Count extends OfWhole {
        private final boolean isDiscrete;

        Count(String name, String help, boolean isDiscrete) {
            super(name, help, Systems.ROUTH, Type.INTEGER, false, Per.NOTHING);
            this.isDiscrete = isDiscrete;
        }

        @Override
        public Estimate apply(Loop loop) {
            Polynomial p = polynomial(loop.fraction(), name());
            return Estimate.exact(Value.Exact.of(outside(p, isDiscrete).right()));
        }
    }

    private interface Tabulated {
        List<List<Coefficient>> of(Polynomial p);
    }

    /** A table that is written by hand, row by row. */
    private static final class Table extends OfWhole {
        private final Tabulated rows;

        Table(String name, String help, Tabulated rows) {
            super(name, help, Systems.ROUTH, Type.REAL.with(Shape.of(-1, -1)), true, Per.REFUSED);
            this.rows = rows;
        }

        @Override
        public Estimate apply(Loop loop) {
            return movedExactly(loop.fraction(), quotient -> {
                List<List<Coefficient>> table = rows.of(polynomial(quotient, name()));
                int columns = table.get(0).size();
                List<Value> entries = new ArrayList<>();
                for (List<Coefficient> row : table) {
                    for (int k = 0; k < columns; k++) {
                        entries.add(k < row.size() ? value(row.get(k)) : Arithmetic.ZERO);
                    }
                }
                return Estimate.exact(new Value.Array(table.size(), columns, entries));
            });
        }

        private static Value value(Coefficient entry) {
            return entry.rational() != null
                    ? new Value.Exact(entry.rational())
                    : new Value.Real(entry.range().middle());
        }
    }

    private static final class IsStable extends OfWhole {
        private final boolean isDiscrete;

        IsStable(String name, String help, boolean isDiscrete) {
            super(name, help, Systems.ROUTH, Type.TRUTH, false, Per.NOTHING);
            this.isDiscrete = isDiscrete;
        }

        @Override
        public Estimate apply(Loop loop) {
            Fraction quotient = loop.fraction();
            Polynomial p = quotient.denominator();
            if (quotient.numerator().degree() > p.degree()) {
                throw new NoValue("a numerator of a higher degree than the denominator, "
                        + quotient.numerator().degree() + " and " + p.degree()
                        + ", is no system that is stable or unstable");
            }
            boolean isStable = p.degree() == 0 || outside(p, isDiscrete).isLeft();
            return Estimate.exact(Value.Truth.of(isStable));
        }
    }
}
