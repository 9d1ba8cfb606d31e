package org.ansatz.polynomial;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expansion.Coefficient;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Rational;

/**
 * How many roots of a polynomial have a positive real part, by the array of E. J. Routh (1877; F. R. Gantmacher, The Theory of
 * Matrices 2, 1959, chapter XV): the changes of sign in its first column. Where an entry of that column is zero beside others that are not, the
 * polynomial is multiplied by factors x + k, which add roots on the left. A row of zeros belongs to roots that lie symmetrically about
 * zero; of exact polynomials these are divided off before, and counted by Sturm's theorem, otherwise the row is replaced by the
 * derivative of the polynomial of the row above. No root is computed.
 */
public final class HalfPlane {

    private static final int MAX_FACTORS = 8;

    private HalfPlane() {}

    /**
     * What the array says.
     *
     * @param right how many roots have a positive real part
     * @param isSymmetric whether some lie symmetrically about zero, on the imaginary axis or on both sides of it
     */
    public record Count(int right, boolean isSymmetric) {
        /** Whether all roots have a negative real part. */
        public boolean isLeft() {
            return right == 0 && !isSymmetric;
        }
    }

    /**
     * The roots of a polynomial.
     *
     * @throws NoValue if the sign of an entry is not known
     */
    public static Count of(Polynomial p) {
        if (p.isZero()) {
            throw new NoValue("every number is a root of 0");
        }
        return p.isExact() ? exact(p) : array(p);
    }

    /** Roots that lie symmetrically about zero are those of the common divisor of the even and the odd powers. */
    private static Count exact(Polynomial p) {
        int zeros = 0;
        while (p.at(zeros).isZero()) {
            zeros++;
        }
        Polynomial even = everySecond(p, zeros);
        Polynomial odd = everySecond(p, zeros + 1);
        Polynomial common = even.gcd(odd);
        List<Coefficient> spread = new ArrayList<>();
        for (int k = 0; k <= common.degree(); k++) {
            spread.add(common.at(k));
            spread.add(Coefficient.ZERO);
        }
        List<Coefficient> shifted = new ArrayList<>();
        for (int k = zeros; k <= p.degree(); k++) {
            shifted.add(p.at(k));
        }
        Count rest = array(Polynomial.of(shifted).over(Polynomial.of(spread)).quotient());
        // Of x² = u each u but those on the negative real axis has one root on the right.
        int symmetric = common.degree() - notPositive(common);
        return new Count(rest.right + symmetric, zeros > 0 || common.degree() > 0);
    }

    private static Polynomial everySecond(Polynomial p, int from) {
        List<Coefficient> part = new ArrayList<>();
        for (int k = from; k <= p.degree(); k += 2) {
            part.add(p.at(k));
        }
        return Polynomial.of(part);
    }

    /** How many roots, each as often as it counts, are real and not positive: by Sturm's chain of each factor without repeated roots. */
    private static int notPositive(Polynomial p) {
        int count = 0;
        List<Polynomial> factors = Roots.squareFree(p);
        for (int i = 0; i < factors.size(); i++) {
            Polynomial a = factors.get(i);
            Polynomial b = a.derivative();
            List<Integer> far = new ArrayList<>();
            List<Integer> near = new ArrayList<>();
            while (!a.isZero()) {
                far.add(a.lead().sign() * (a.degree() % 2 == 0 ? 1 : -1));
                near.add(a.at(0).sign());
                Polynomial rest = b.isZero() ? b : a.rest(b).primitive().negate();
                a = b;
                b = rest;
            }
            count += (i + 1) * (changes(far) - changes(near));
        }
        return count;
    }

    private static int changes(List<Integer> signs) {
        int changes = 0;
        int last = 0;
        for (int sign : signs) {
            changes += sign * last < 0 ? 1 : 0;
            last = sign == 0 ? last : sign;
        }
        return changes;
    }

    private static Count array(Polynomial p) {
        Polynomial multiplied = p;
        for (int k = 1; k <= MAX_FACTORS; k++) {
            Count count = counted(multiplied);
            if (count != null) {
                return count;
            }
            multiplied = multiplied.times(Polynomial.of(
                    List.of(Coefficient.of(Rational.of(2 * k + 1, k)), Coefficient.ONE)));
        }
        throw new NoValue("a first column with zeros whatever the polynomial is multiplied by");
    }

    private static @org.jspecify.annotations.Nullable Count counted(Polynomial p) {
        int n = p.degree();
        List<Coefficient> above = row(p, n);
        List<Coefficient> below = row(p, n - 1);
        int last = sign(above.get(0));
        int changes = 0;
        boolean isSymmetric = false;
        for (int power = n - 1; power >= 0; power--) {
            if (below.stream().allMatch(Coefficient::isZero)) {
                isSymmetric = true;
                below = derivative(above, power + 1);
            }
            if (below.get(0).isZero()) {
                return null;
            }
            int sign = sign(below.get(0));
            changes += sign != last ? 1 : 0;
            last = sign;
            List<Coefficient> next = new ArrayList<>();
            Coefficient factor = above.get(0).times(below.get(0).reciprocal());
            for (int k = 1; k < Math.max(above.size(), 2); k++) {
                next.add(entry(above, k).minus(factor.times(entry(below, k))));
            }
            above = below;
            below = scaled(next);
        }
        return new Count(changes, isSymmetric);
    }

    /** A row times a positive number, which changes no sign and keeps exact entries short. */
    private static List<Coefficient> scaled(List<Coefficient> row) {
        Polynomial entries = Polynomial.of(row);
        if (entries.isZero() || !entries.isExact()) {
            return row;
        }
        Polynomial primitive = entries.primitive();
        List<Coefficient> scaled = new ArrayList<>();
        for (int k = 0; k < row.size(); k++) {
            scaled.add(primitive.at(k));
        }
        return scaled;
    }

    private static int sign(Coefficient c) {
        if (!c.hasSign()) {
            throw new NoValue("the sign of an entry of Routh's array is not known: it lies between "
                    + c.range().low() + " and " + c.range().high());
        }
        return c.sign();
    }

    private static Coefficient entry(List<Coefficient> row, int k) {
        return k < row.size() ? row.get(k) : Coefficient.ZERO;
    }

    private static List<Coefficient> row(Polynomial p, int from) {
        List<Coefficient> row = new ArrayList<>();
        for (int k = from; k >= 0; k -= 2) {
            row.add(p.at(k));
        }
        if (row.isEmpty()) {
            row.add(Coefficient.ZERO);
        }
        return row;
    }

    private static List<Coefficient> derivative(List<Coefficient> row, int power) {
        List<Coefficient> slopes = new ArrayList<>();
        for (int k = 0; k < row.size() && power - 2 * k > 0; k++) {
            slopes.add(row.get(k).times(Coefficient.of(power - 2L * k)));
        }
        return slopes;
    }

    /**
     * The polynomial whose roots with a positive real part are those of another outside the unit circle: by x = (1 + w)/(1 − w).
     * A root at −1 goes to infinity and lowers the degree.
     */
    public static Polynomial ofCircle(Polynomial p) {
        Polynomial sum = Polynomial.ZERO;
        int n = p.degree();
        for (int k = 0; k <= n; k++) {
            Polynomial term = Polynomial.of(p.at(k));
            for (int i = 0; i < n; i++) {
                Coefficient w = Coefficient.of(i < k ? 1 : -1);
                term = term.times(Polynomial.of(List.of(Coefficient.ONE, w)));
            }
            sum = sum.plus(term);
        }
        return sum;
    }
}
