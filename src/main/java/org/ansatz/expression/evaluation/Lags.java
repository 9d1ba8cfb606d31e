package org.ansatz.expression.evaluation;

import org.ansatz.expression.syntax.Op;
import org.ansatz.expression.term.Inside;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.value.Value;

/** How far back the rule of a sequence reaches: {@code y[n-1]} and {@code y[n-2]} are one and two elements before. */
final class Lags {

    /** Rules that reach further back are not looked through. */
    private static final int MAX_LAG = 8;

    private Lags() {}

    /** How far back a rule reaches at most; 0 if it does not speak of itself, −1 if that is not the same for every element. */
    static int most(Term.Recurrence recurrence) {
        Term rule = recurrence.rule();
        if (rule == null) {
            return -1;
        }
        int[] most = {0};
        boolean varies = Inside.any(rule, term -> {
            if (!(term instanceof Term.Earlier earlier) || earlier.table() != recurrence.table()) {
                return false;
            }
            int lag = of(earlier, recurrence);
            most[0] = Math.max(most[0], lag);
            return lag < 1 || lag > MAX_LAG;
        });
        return varies ? -1 : most[0];
    }

    /** How many elements before the one that is made; 0 if that is not said by a whole number. */
    static int of(Term.Earlier earlier, Term.Recurrence recurrence) {
        Term index = earlier.index();
        if (isOwn(index, recurrence)) {
            return recurrence.shift();
        }
        boolean isMoved = index instanceof Term.Binary sum
                && (sum.op() == Op.ADD || sum.op() == Op.SUBTRACT)
                && isOwn(sum.left(), recurrence)
                && sum.right() instanceof Term.Constant constant
                && constant.value() instanceof Value.Exact by
                && by.number().isInteger()
                && by.number().bitLength() < 8;
        if (!isMoved) {
            return 0;
        }
        Term.Binary sum = (Term.Binary) index;
        int by = (int)
                ((Value.Exact) ((Term.Constant) sum.right()).value()).number().toDouble();
        return recurrence.shift() + (sum.op() == Op.SUBTRACT ? by : -by);
    }

    private static boolean isOwn(Term index, Term.Recurrence recurrence) {
        return index instanceof Term.Named named && named.slot() == recurrence.index();
    }
}
