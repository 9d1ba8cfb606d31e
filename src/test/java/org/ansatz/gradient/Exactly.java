package org.ansatz.gradient;

import org.apache.commons.math3.dfp.Dfp;
import org.apache.commons.math3.dfp.DfpField;

/** Sigmoid and softmax losses by their textbook formulas, in 60 decimal digits: nothing is stabilised, nothing overflows. */
final class Exactly {

    private static final DfpField FIELD = new DfpField(60);
    static final Dfp ONE = FIELD.getOne();

    private Exactly() {}

    static Dfp number(double x) {
        return FIELD.newDfp(x);
    }

    static Dfp sigmoid(double z) {
        return ONE.divide(ONE.add(number(-z).exp()));
    }

    /** ln(1 + e^z); by its series where 60 digits cannot hold the sum. */
    static Dfp softplus(double z) {
        Dfp e = number(z).exp();
        return z < -100 ? e.subtract(e.multiply(e).divide(2)) : ONE.add(e).log();
    }

    /** x^power, by exponential and logarithm. */
    static Dfp power(Dfp x, double power) {
        return power == 0 ? ONE : x.log().multiply(number(power)).exp();
    }

    /** Σ e^(z_j − z_t) over all j but t. */
    static Dfp rest(double[] z, int t) {
        Dfp sum = FIELD.getZero();
        for (int j = 0; j < z.length; j++) {
            sum = j == t ? sum : sum.add(number(z[j]).subtract(number(z[t])).exp());
        }
        return sum;
    }
}
