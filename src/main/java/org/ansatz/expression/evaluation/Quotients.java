package org.ansatz.expression.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.ansatz.expansion.Coefficient;
import org.ansatz.expansion.NoExpansion;
import org.ansatz.expression.syntax.Op;
import org.ansatz.expression.term.Generator;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.value.Value;
import org.ansatz.polynomial.Fraction;
import org.ansatz.polynomial.Polynomial;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Rational;
import org.jspecify.annotations.Nullable;

/** Terms as quotients of polynomials in one variable, with real coefficients. What does not depend on it is a coefficient. */
final class Quotients {

    /** What an operation on polynomials costs. */
    private static final int STEPS = 200;

    private final Frame frame;
    private final @Nullable Fraction[] places;

    private Quotients(Frame frame) {
        this.frame = frame;
        places = new Fraction[frame.places().length];
    }

    /**
     * The quotient that a term is.
     *
     * @param slot the place of the variable
     * @throws NoValue if it is none
     */
    static Fraction of(Term term, int slot, Frame frame) {
        Quotients inside = new Quotients(frame);
        inside.places[slot] = Fraction.of(Polynomial.X);
        return inside.fraction(term);
    }

    private Fraction fraction(Term term) {
        frame.spend(STEPS, term);
        if (isFixed(term)) {
            return Fraction.of(Polynomial.of(constant(term)));
        }
        if (term instanceof Term.Named named && places[named.slot()] != null) {
            return Objects.requireNonNull(places[named.slot()]);
        }
        if (term instanceof Term.Exported exported) {
            Model.Quotient found = Objects.requireNonNull(quotient(exported));
            return found.fraction()
                    .of(Objects.requireNonNull(places[found.variable().slot()]));
        }
        if (term instanceof Term.Step step) {
            return fraction(step.body());
        }
        if (term instanceof Term.Candidate candidate) {
            return fraction(Values.candidate(candidate, frame));
        }
        if (term instanceof Term.Inlined inlined) {
            for (int i = 0; i < inlined.slots().length; i++) {
                hold(inlined.slots()[i], held(inlined.arguments().get(i)));
            }
            return fraction(inlined.body());
        }
        if (term instanceof Term.Case one) {
            return within(one);
        }
        if (term instanceof Term.Unary unary && unary.op() == Op.NEGATE) {
            return fraction(unary.operand()).negate();
        }
        if (term instanceof Term.Binary binary) {
            return combined(binary);
        }
        if (term instanceof Term.Bound bound) {
            return folded(bound);
        }
        throw new NoValue("this is no quotient of polynomials: sums, products, quotients and whole powers make one");
    }

    /** A sum or product of a few. */
    private Fraction folded(Term.Bound term) {
        boolean adds = term.rule().name().equals("sum");
        Generator generator = term.generators().get(0);
        boolean isPlain = term.generators().size() == 1 && term.condition() == null && !generator.isDeclared();
        boolean isCounted = generator.domain().isDiscrete()
                && generator.domain().parts().stream().allMatch(this::isFixed);
        if (!adds && !term.rule().name().equals("prod") || !isPlain || !isCounted) {
            throw new NoValue(term.rule().name() + " makes no quotient of polynomials here");
        }
        Fraction[] total = {Fraction.of(adds ? Polynomial.ZERO : Polynomial.ONE)};
        generator.domain().each(frame, element -> {
            frame.bind(generator.slot(), element);
            Fraction body = fraction(term.body());
            total[0] = adds ? total[0].plus(body) : total[0].times(body);
            return true;
        });
        return total[0];
    }

    /** What a place holds: a value that is exact, where functions find it, too, or else a quotient. */
    private record Held(@Nullable Value value, @Nullable Fraction fraction) {}

    private Held held(Term argument) {
        Value value = isFixed(argument) ? frame.value(argument) : null;
        return value instanceof Value.Exact ? new Held(value, null) : new Held(null, fraction(argument));
    }

    private void hold(int slot, Held held) {
        places[slot] = held.fraction();
        if (held.fraction() == null) {
            frame.bind(slot, held.value());
        }
    }

    /** With some variables given other values, which have their own again behind it. */
    private Fraction within(Term.Case term) {
        int[] slots = term.slots();
        List<Held> values = term.values().stream().map(this::held).toList();
        List<Held> before = new ArrayList<>();
        for (int slot : slots) {
            before.add(new Held(frame.slot(slot), places[slot]));
        }
        for (int i = 0; i < slots.length; i++) {
            hold(slots[i], values.get(i));
        }
        Fraction inside = fraction(term.body());
        for (int i = 0; i < slots.length; i++) {
            frame.bind(slots[i], before.get(i).value());
            places[slots[i]] = before.get(i).fraction();
        }
        return inside;
    }

    private Fraction combined(Term.Binary term) {
        Fraction a = fraction(term.left());
        if (term.op().onEntries() == Op.POWER) {
            return a.power(exponent(term.right()));
        }
        Fraction b = fraction(term.right());
        switch (term.op().onEntries()) {
            case ADD:
                return a.plus(b);
            case SUBTRACT:
                return a.plus(b.negate());
            case MULTIPLY:
                return a.times(b);
            case DIVIDE:
                return a.times(b.reciprocal());
            default:
                throw new NoValue("this is no quotient of polynomials");
        }
    }

    private int exponent(Term term) {
        Rational exact = fraction(term).constant().rational();
        if (exact == null || !exact.isInteger() || exact.numerator().bitLength() > 16) {
            throw new NoValue("the exponent must be a whole number for a quotient of polynomials");
        }
        return exact.numerator().intValue();
    }

    private Coefficient constant(Term term) {
        try {
            // As far out as it may be, it stays what it is.
            Coefficient constant = FarOut.constant(term, frame);
            if (constant != null) {
                return constant;
            }
        } catch (NoExpansion e) {
            throw new NoValue("the coefficients must be real numbers that are known; one is " + e.what());
        }
        throw new NoValue("the coefficients must be real numbers that are known");
    }

    private boolean isFixed(Term term) {
        if (term instanceof Term.Named named) {
            Fraction place = places[named.slot()];
            return place == null;
        }
        return term.inside().stream().allMatch(this::isFixed)
                && !(term instanceof Term.Candidate)
                && !(term instanceof Term.Exported exported && varies(exported));
    }

    private Model.@Nullable Quotient quotient(Term.Exported term) {
        return frame.block()
                .quotient(
                        term.export(),
                        term.arguments().stream().map(frame::value).toList());
    }

    /** Whether a name that the field block gives is a quotient in a variable that stands for one here. */
    private boolean varies(Term.Exported term) {
        Model.Quotient found = quotient(term);
        return found != null && places[found.variable().slot()] != null;
    }
}
