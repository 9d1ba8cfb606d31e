package org.ansatz.polynomial;

import java.math.BigInteger;
import org.ansatz.quantity.Rational;

/**
 * The values of a polynomial at points whose parts are doubles, exact until they are rounded: Horner's scheme in whole numbers,
 * over the one denominator that the coefficients and the powers of the point have in common. Fractions would look for a common
 * divisor at every step.
 */
final class ExactValues {

    private final BigInteger[] coefficients;
    private final BigInteger denominator;

    private ExactValues(BigInteger[] coefficients, BigInteger denominator) {
        this.coefficients = coefficients;
        this.denominator = denominator;
    }

    /** Of a polynomial; where a coefficient is not known exactly, its middle counts. */
    static ExactValues of(Polynomial p) {
        Rational[] exact = new Rational[p.degree() + 1];
        BigInteger denominator = BigInteger.ONE;
        for (int k = 0; k < exact.length; k++) {
            Rational known = p.at(k).rational();
            exact[k] = known != null ? known : Rational.exactly(p.at(k).range().middle());
            BigInteger own = exact[k].denominator();
            denominator = denominator.divide(denominator.gcd(own)).multiply(own);
        }
        BigInteger[] coefficients = new BigInteger[exact.length];
        for (int k = 0; k < exact.length; k++) {
            coefficients[k] = exact[k].numerator().multiply(denominator.divide(exact[k].denominator()));
        }
        return new ExactValues(coefficients, denominator);
    }

    /** The value at a point. */
    Point at(Point z) {
        Rational x = Rational.exactly(z.re());
        Rational y = Rational.exactly(z.im());
        int places = Math.max(places(x), places(y));
        BigInteger wholeX = x.numerator().shiftLeft(places - places(x));
        BigInteger wholeY = y.numerator().shiftLeft(places - places(y));
        int n = coefficients.length - 1;
        BigInteger re = BigInteger.ZERO;
        BigInteger im = BigInteger.ZERO;
        for (int k = n; k >= 0; k--) {
            BigInteger next =
                    re.multiply(wholeX).subtract(im.multiply(wholeY)).add(coefficients[k].shiftLeft(places * (n - k)));
            im = re.multiply(wholeY).add(im.multiply(wholeX));
            re = next;
        }
        Rational below = Rational.of(denominator.shiftLeft(places * n));
        return new Point(
                Rational.of(re).over(below).toDouble(),
                Rational.of(im).over(below).toDouble());
    }

    /** How many binary places a double has behind its point. */
    private static int places(Rational dyadic) {
        return dyadic.denominator().bitLength() - 1;
    }
}
