package org.ansatz.field.circuit.linear;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.ansatz.expansion.Coefficient;
import org.ansatz.field.circuit.netlist.Component;
import org.ansatz.field.circuit.netlist.Element.CurrentSource;
import org.ansatz.field.circuit.netlist.Element.VoltageSource;
import org.ansatz.field.circuit.netlist.Phasor;
import org.ansatz.polynomial.Polynomial;
import org.ansatz.quantity.Rational;
import org.jspecify.annotations.Nullable;

/**
 * Polynomials in s with exact coefficients. A value that is not known exactly was rounded, and is moved by what that may have changed.
 */
final class PolynomialImmittances implements Immittances<Polynomial> {

    /** By so many sizes a rounded value is moved. */
    private static final int SIZES = 1024;

    private final StatedValues stated;
    private final @Nullable Random coins;
    private final Map<Double, Rational> known = new HashMap<>();
    private boolean isRounded;

    /**
     * Numbers of one set of values.
     *
     * @param stated what is known of them
     * @param coins which way rounded values are moved; null if they are not
     */
    PolynomialImmittances(StatedValues stated, @Nullable Random coins) {
        this.stated = stated;
        this.coins = coins;
    }

    /** Whether one of the values so far was rounded. */
    boolean isRounded() {
        return isRounded;
    }

    private Rational rational(double value) {
        return known.computeIfAbsent(value, x -> {
            Rational exact = stated.of(x);
            return exact != null ? exact : rounded(x);
        });
    }

    /** What was rounded, by one to two units in its last place above or below: of unlike size, lest two of them cancel. */
    private Rational rounded(double x) {
        isRounded = true;
        Rational number = Rational.exactly(x);
        if (coins == null) {
            return number;
        }
        double units = 1 + coins.nextInt(SIZES) / (double) SIZES;
        Rational moved = Rational.exactly(Math.ulp(x)).times(Rational.exactly(units));
        return coins.nextBoolean() ? number.plus(moved) : number.minus(moved);
    }

    private static Polynomial constant(Rational number) {
        return Polynomial.of(Coefficient.of(number));
    }

    @Override
    public Polynomial of(double value) {
        return constant(rational(value));
    }

    @Override
    public Polynomial reciprocal(double value) {
        return constant(Rational.ONE.over(rational(value)));
    }

    @Override
    public Polynomial rate(double value) {
        return Polynomial.X.times(Coefficient.of(rational(value)));
    }

    @Override
    public Polynomial mutual(double k, double first, double second) {
        Coefficient square = Coefficient.of(rational(first).times(rational(second)));
        Rational root = square.power(Rational.of(1, 2)).rational();
        Rational mean = root != null ? root : rounded(Math.sqrt(first * second));
        return Polynomial.X.times(Coefficient.of(rational(k).times(mean)));
    }

    @Override
    public Polynomial cosh(double delay) {
        throw noPolynomial();
    }

    @Override
    public Polynomial sinh(double delay) {
        throw noPolynomial();
    }

    private static IllegalArgumentException noPolynomial() {
        return new IllegalArgumentException("a line is no quotient of polynomials in s; it takes part in run: ac");
    }

    @Override
    public Polynomial given(Component source) {
        Phasor phasor = source instanceof VoltageSource voltage ? voltage.small() : ((CurrentSource) source).small();
        if (phasor.im() != 0) {
            throw new IllegalArgumentException(source.name()
                    + " has an angle, which means nothing for all s; in run: laplace a source has an amplitude alone");
        }
        return of(phasor.re());
    }

    @Override
    public Polynomial times(Polynomial a, Polynomial b) {
        return a.times(b);
    }

    @Override
    public Polynomial negate(Polynomial a) {
        return a.negate();
    }
}
