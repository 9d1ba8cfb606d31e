package org.ansatz.expression.evaluation;

import java.util.List;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.value.Arrays;

/** Terms that compute the same, wherever they stand: {@code x*x} is a square. */
final class Alike {

    private Alike() {}

    /** Whether two terms are seen to compute the same in one frame. */
    static boolean are(Term a, Term b) {
        if (a == b) {
            return true;
        }
        if (a instanceof Term.Named x && b instanceof Term.Named y) {
            return x.slot() == y.slot();
        }
        if (a instanceof Term.Step x && b instanceof Term.Step y) {
            return x.slot() == y.slot();
        }
        if (a instanceof Term.Constant x && b instanceof Term.Constant y) {
            return Arrays.isSame(x.value(), y.value());
        }
        if (a instanceof Term.Unary x && b instanceof Term.Unary y) {
            return x.op() == y.op() && are(x.operand(), y.operand());
        }
        if (a instanceof Term.Binary x && b instanceof Term.Binary y) {
            return x.op() == y.op() && are(x.left(), y.left()) && are(x.right(), y.right());
        }
        return a instanceof Term.Call x
                && b instanceof Term.Call y
                && x.function() == y.function()
                && areAll(x.arguments(), y.arguments());
    }

    private static boolean areAll(List<Term> a, List<Term> b) {
        boolean alike = a.size() == b.size();
        for (int i = 0; alike && i < a.size(); i++) {
            alike = are(a.get(i), b.get(i));
        }
        return alike;
    }
}
