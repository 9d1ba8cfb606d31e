package org.ansatz.polynomial;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ansatz.expansion.Coefficient;
import org.ansatz.quantity.NoValue;

/** The tables by which stability is told by hand, row by row as they are written: Routh's array, and Jury's table. */
public final class StabilityTable {

    private StabilityTable() {}

    /**
     * Routh's array (R. C. Dorf and R. H. Bishop, Modern Control Systems, 12th ed., section 6.2): a row for each power, the highest
     * first. A row of zeros is replaced by the derivative of the polynomial of the row above.
     *
     * @throws NoValue if a row begins with a zero beside other entries: the array ends there
     */
    public static List<List<Coefficient>> routh(Polynomial p) {
        int n = requireDegree(p, 1);
        List<List<Coefficient>> rows = new ArrayList<>(List.of(everySecond(p, n), everySecond(p, n - 1)));
        for (int power = n - 1; power >= 0; power--) {
            int last = rows.size() - 1;
            if (rows.get(last).stream().allMatch(Coefficient::isZero)) {
                rows.set(last, derivative(rows.get(last - 1), power + 1));
            }
            List<Coefficient> above = rows.get(last - 1);
            List<Coefficient> row = rows.get(last);
            if (row.get(0).isZero()) {
                throw new NoValue("the row of power " + power + " begins with a zero beside other entries, so that"
                        + " Routh's array ends there; how many roots lie on the right says routh(…)");
            }
            if (power > 0) {
                rows.add(next(above, row));
            }
        }
        return rows;
    }

    private static List<Coefficient> next(List<Coefficient> above, List<Coefficient> row) {
        Coefficient over = row.get(0).reciprocal();
        List<Coefficient> next = new ArrayList<>();
        for (int k = 1; k < Math.max(above.size(), 2); k++) {
            Coefficient product =
                    row.get(0).times(entry(above, k)).minus(above.get(0).times(entry(row, k)));
            next.add(product.times(over));
        }
        return next;
    }

    private static Coefficient entry(List<Coefficient> row, int k) {
        return k < row.size() ? row.get(k) : Coefficient.ZERO;
    }

    private static List<Coefficient> everySecond(Polynomial p, int from) {
        List<Coefficient> row = new ArrayList<>();
        for (int k = from; k >= 0; k -= 2) {
            row.add(p.at(k));
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
     * Jury's table (K. Ogata, Discrete-Time Control Systems, 2nd ed., section 4.3; E. I. Jury, 1964): 2n − 3 rows, of which every second
     * is the one above turned round. The first begins with the coefficient of z⁰; further ones are b_k = a_0 a_k − a_m a_{m−k}.
     */
    public static List<List<Coefficient>> jury(Polynomial p) {
        int n = requireDegree(p, 2);
        List<Coefficient> row = new ArrayList<>();
        for (int k = 0; k <= n; k++) {
            row.add(p.at(k));
        }
        List<List<Coefficient>> rows = new ArrayList<>(List.of(row));
        while (row.size() > 3) {
            List<Coefficient> turned = new ArrayList<>(row);
            Collections.reverse(turned);
            rows.add(turned);
            List<Coefficient> next = new ArrayList<>();
            for (int k = 0; k < row.size() - 1; k++) {
                next.add(row.get(0).times(row.get(k)).minus(turned.get(0).times(turned.get(k))));
            }
            row = next;
            rows.add(row);
        }
        return rows;
    }

    private static int requireDegree(Polynomial p, int least) {
        if (p.degree() < least) {
            throw new NoValue("a polynomial of the degree " + Math.max(p.degree(), 0)
                    + "; the table is of one of at least " + least);
        }
        return p.degree();
    }
}
