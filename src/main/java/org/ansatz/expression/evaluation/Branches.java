package org.ansatz.expression.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expression.syntax.Op;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.NumberSet;

/**
 * Where a term may change its formula: quantities at whose zeros it has a branch point or a step. Functions that agree on
 * one side of such a zero need not agree on the other, as {@code abs(x)} and {@code x} show.
 */
public final class Branches {

    private static final int MOST = 64;

    private final List<Term> quantities = new ArrayList<>();

    private Branches() {}

    /** The real quantities at whose zeros {@code term} may branch; not those inside binders and steps with parameters. */
    public static List<Term> of(Term term) {
        Branches branches = new Branches();
        branches.visit(term);
        return branches.quantities;
    }

    private void visit(Term term) {
        boolean compares = term instanceof Term.Comparison || term instanceof Term.Call;
        if (compares) {
            term.parts().forEach(this::add);
            for (int i = 0; i + 1 < term.parts().size(); i++) {
                addDifference(term.parts().get(i), term.parts().get(i + 1));
            }
        } else if (term instanceof Term.Binary && ((Term.Binary) term).op().onEntries() == Op.POWER) {
            add(term.parts().get(0));
        }
        term.parts().forEach(this::visit);
    }

    private void add(Term quantity) {
        boolean constant = quantity instanceof Term.Constant;
        if (quantities.size() < MOST && !constant && isReal(quantity)) {
            quantities.add(quantity);
        }
    }

    private void addDifference(Term a, Term b) {
        boolean comparable = isReal(a) && isReal(b) && b.type().has(a.type().dimensionOrNone());
        if (comparable) {
            add(new Term.Binary(a.span(), a.type(), Op.SUBTRACT, a, b));
        }
    }

    private static boolean isReal(Term term) {
        return term.type().isNumber() && term.type().isScalar() && term.type().set() != NumberSet.COMPLEX;
    }
}
