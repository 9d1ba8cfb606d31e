package org.ansatz.expression.evaluation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Generator;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.NoValue;
import org.jspecify.annotations.Nullable;

/**
 * Puts numbers for the parts of terms that are the same wherever some variables are: each largest such part is evaluated once, with its
 * errors where these are simulated. So a datum that is wrong is wrong by the same amount at every point, as a method that follows a
 * solution needs. A part that has no value, as in a branch that is never taken, stays as it is. For one thread.
 */
public final class Folding {

    private final Frame frame;
    private final IdentityHashMap<Term, Term> numbers = new IdentityHashMap<>();
    private final Inside outermost;
    private boolean isExact = true;

    /** Folds in this frame what does not depend on these variables, which have no values in it. */
    public Folding(List<Binding.Variable> variables, Frame frame) {
        this.frame = frame;
        BitSet moving = new BitSet();
        variables.forEach(variable -> moving.set(variable.slot()));
        outermost = new Inside(moving);
    }

    /** The term with numbers for its parts; an exact part stays as it is. */
    public Term folded(Term term) {
        return outermost.folded(term);
    }

    /**
     * Whether nothing was rounded for any number so far. That a double is taken for an exact number, once, is no more than a method on
     * doubles does at every step, and for its own error to cover.
     */
    public boolean isExact() {
        return isExact;
    }

    private Term number(Term term) {
        return numbers.computeIfAbsent(term, this::evaluated);
    }

    private Term evaluated(Term term) {
        if (term.type().isCollection()) {
            return term;
        }
        try {
            Frame.Found found = frame.found(term);
            Value value = frame.converted(found.value());
            isExact &= !found.isRounded();
            return found.isRounded() || value != found.value()
                    ? new Term.Constant(term.span(), term.type(), value, false)
                    : term;
        } catch (NoValue e) {
            return term;
        }
    }

    /** What becomes of terms where some places hold what varies. */
    private final class Inside implements Term.Cases<Term> {
        private final BitSet moving;
        private final IdentityHashMap<Term, Boolean> varies = new IdentityHashMap<>();
        private final IdentityHashMap<Term, Term> done = new IdentityHashMap<>();

        Inside(BitSet moving) {
            this.moving = moving;
        }

        Term folded(Term term) {
            @Nullable Term known = done.get(term);
            if (known == null) {
                known = varies(term) ? term.fold(this) : number(term);
                done.put(term, known);
            }
            return known;
        }

        private List<Term> all(List<Term> terms) {
            List<Term> all = new ArrayList<>(terms.size());
            terms.forEach(term -> all.add(folded(term)));
            return all;
        }

        private boolean varies(Term term) {
            @Nullable Boolean known = varies.get(term);
            if (known == null) {
                known = isVariable(term) || term.inside().stream().anyMatch(this::varies);
                varies.put(term, known);
            }
            return known;
        }

        /** What Java code computes, or a block, may depend on anything. */
        private boolean isVariable(Term term) {
            return term instanceof Term.Named named && moving.get(named.slot())
                    || term instanceof Term.Computed
                    || term instanceof Term.Candidate
                    || term instanceof Term.Exported;
        }

        /** Terms in which more places hold what varies. */
        private Inside with(int... slots) {
            BitSet all = (BitSet) moving.clone();
            for (int slot : slots) {
                all.set(slot);
            }
            return new Inside(all);
        }

        @Override
        public Term ofConstant(Term.Constant term) {
            return term;
        }

        @Override
        public Term ofComputed(Term.Computed term) {
            return term;
        }

        @Override
        public Term ofNamed(Term.Named term) {
            return term;
        }

        @Override
        public Term ofCandidate(Term.Candidate term) {
            return term;
        }

        @Override
        public Term ofStep(Term.Step term) {
            return new Term.Step(term.span(), term.name(), folded(term.body()), term.slot());
        }

        @Override
        public Term ofRows(Term.Rows term) {
            return new Term.Rows(term.span(), term.type(), all(term.entries()));
        }

        @Override
        public Term ofTransposed(Term.Transposed term) {
            return new Term.Transposed(term.span(), term.type(), folded(term.operand()));
        }

        @Override
        public Term ofUnary(Term.Unary term) {
            return new Term.Unary(term.span(), term.type(), term.op(), folded(term.operand()));
        }

        @Override
        public Term ofBinary(Term.Binary term) {
            return new Term.Binary(term.span(), term.type(), term.op(), folded(term.left()), folded(term.right()));
        }

        @Override
        public Term ofLogic(Term.Logic term) {
            return new Term.Logic(term.span(), term.op(), folded(term.left()), folded(term.right()));
        }

        @Override
        public Term ofComparison(Term.Comparison term) {
            return new Term.Comparison(term.span(), all(term.operands()), term.ops());
        }

        @Override
        public Term ofChoice(Term.Choice term) {
            return new Term.Choice(
                    term.span(), term.type(), folded(term.condition()), folded(term.then()), folded(term.otherwise()));
        }

        @Override
        public Term ofCall(Term.Call term) {
            return new Term.Call(term.span(), term.type(), term.function(), all(term.arguments()));
        }

        @Override
        public Term ofInlined(Term.Inlined term) {
            Term body = with(term.slots()).folded(term.body());
            return new Term.Inlined(term.span(), term.name(), body, all(term.arguments()), term.slots());
        }

        @Override
        public Term ofExported(Term.Exported term) {
            return new Term.Exported(term.span(), term.export(), all(term.arguments()));
        }

        @Override
        public Term ofDerivative(Term.Derivative term) {
            Term body = with(term.slot()).folded(term.body());
            return new Term.Derivative(term.span(), term.type(), body, term.slot());
        }

        @Override
        public Term ofCase(Term.Case term) {
            Term body = with(term.slots()).folded(term.body());
            return new Term.Case(term.span(), body, term.slots(), all(term.values()));
        }

        /** The ends of the domains stay as they are. */
        @Override
        public Term ofBound(Term.Bound term) {
            int[] slots = term.generators().stream().mapToInt(Generator::slot).toArray();
            Inside body = with(slots);
            @Nullable Term condition = term.condition();
            return new Term.Bound(
                    term.span(),
                    term.type(),
                    term.rule(),
                    body.folded(term.body()),
                    term.generators(),
                    condition == null ? null : body.folded(condition));
        }

        @Override
        public Term ofElement(Term.Element term) {
            return term;
        }

        @Override
        public Term ofEarlier(Term.Earlier term) {
            return term;
        }
    }
}
