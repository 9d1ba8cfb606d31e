package org.ansatz.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.ansatz.judge.Agreement;
import org.ansatz.judge.Decisions;
import org.ansatz.judge.KeyAudit;
import org.ansatz.problem.Case;
import org.ansatz.problem.Conclusion;
import org.ansatz.problem.Key;
import org.ansatz.problem.Option;
import org.ansatz.problem.Place;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Remark;
import org.ansatz.problem.Rule;
import org.ansatz.problem.Verdict;
import org.ansatz.problem.Verdict.Judgement;
import org.ansatz.problem.Verdict.Slip;
import org.ansatz.quantity.NoValue;

/** Remarks on one problem, from the verdict on its published data with the misconceptions executed. */
public final class Lint {

    private final Problem problem;
    private final Verdict verdict;
    private final List<Key.Claim> keys;
    private final List<Remark> remarks = new ArrayList<>();

    private Lint(Verdict verdict, List<Key.Claim> keys) {
        this.problem = verdict.problem();
        this.verdict = verdict;
        this.keys = keys;
    }

    /**
     * The remarks.
     *
     * @param published the verdict on the published data, with its misconceptions executed
     * @param variants verdicts on variants
     * @param keys the keys claimed for it
     */
    public static List<Remark> of(Verdict published, List<Verdict> variants, List<Key.Claim> keys) {
        Lint lint = new Lint(published, keys);
        lint.verdicts(variants);
        lint.texts();
        published.notes().stream()
                .filter(note -> Rule.TO_MEND.contains(note.rule()))
                .forEach(lint.remarks::add);
        Conclusion answer = published.judgement().answer();
        if (answer instanceof Conclusion.Chosen) {
            lint.options(((Conclusion.Chosen) answer).keys());
        } else if (answer instanceof Conclusion.Found) {
            lint.keys(answer);
        }
        return List.copyOf(lint.remarks);
    }

    private void add(Rule rule, String message) {
        add(rule, problem.place(), message);
    }

    private void add(Rule rule, Place place, String message) {
        remarks.add(new Remark(place, rule, message));
    }

    private void verdicts(List<Verdict> variants) {
        Judgement judgement = verdict.judgement();
        if (judgement instanceof Judgement.Disputed) {
            Judgement.Disputed disputed = (Judgement.Disputed) judgement;
            add(Rule.WRONG_KEY, disputed.key().place(), disputed.answer().describe() + ": " + disputed.reason());
        } else if (!judgement.passes()) {
            add(Rule.NOT_VERIFIED, judgement.status() + ": " + judgement.reason());
        }
        for (Verdict variant : variants) {
            if (!variant.judgement().passes()) {
                add(
                        Rule.NOT_VERIFIED,
                        "variant " + variant.data().seed() + " is "
                                + variant.judgement().status() + ": "
                                + variant.judgement().reason());
                return;
            }
        }
    }

    private void texts() {
        if (problem.texts().hints().isEmpty()) {
            add(Rule.MISSING_HINT, "there is no hint; a student who is stuck gets nowhere");
        }
        if (problem.texts().solution().parts().isEmpty()) {
            add(Rule.MISSING_SOLUTION, "there is no worked solution");
        }
        Wording.of(problem).forEach(remark -> add(remark.rule(), remark.message()));
    }

    // ---- choices

    private void options(Set<String> right) {
        Set<String> reached = new TreeSet<>(right);
        for (Slip slip : verdict.slips()) {
            if (slip.conclusion() instanceof Conclusion.Chosen) {
                reached.addAll(((Conclusion.Chosen) slip.conclusion()).keys());
            }
        }
        for (Option option : verdict.data().options()) {
            if (!reached.contains(option.key())) {
                add(
                        Rule.UNREACHED_OPTION,
                        "no misconception leads to option " + option.key() + "; who would choose it?");
            }
        }
        if (!verdict.data().question().isFunction()) {
            near(right);
        }
    }

    private void near(Set<String> right) {
        for (Option a : verdict.data().options()) {
            for (Option b : verdict.data().options()) {
                boolean pair = right.contains(a.key()) && !right.contains(b.key()) && !a.isClaim();
                double distance = pair ? distance(a, b) : Double.POSITIVE_INFINITY;
                if (distance <= 1) {
                    add(
                            Rule.NEAR_DISTRACTOR,
                            "option " + b.key() + " is so near to " + a.key()
                                    + ", which is right, that rounding can lead to it");
                }
            }
        }
    }

    /** How far apart two options are, in units of what is near; infinite if one has no value. */
    private double distance(Option a, Option b) {
        Case data = verdict.data();
        try {
            double furthest = 0;
            for (int i = 0; i < a.parts().size(); i++) {
                Value x = data.frame().rested().value(a.parts().get(i).term());
                Value y = data.frame().rested().value(b.parts().get(i).term());
                boolean level = a.parts().get(i).type().dimensionOrNone().isLevel();
                double distance = Arrays.distance(x, y);
                double near = Decisions.nearOption(Math.max(Arrays.sizeOfFinite(x), Arrays.sizeOfFinite(y)), level);
                furthest = Math.max(furthest, distance == 0 ? 0 : distance / near);
            }
            return furthest;
        } catch (NoValue e) {
            return Double.POSITIVE_INFINITY;
        }
    }

    // ---- numbers

    private void keys(Conclusion right) {
        for (Slip slip : verdict.slips()) {
            boolean wrong = !Agreement.between(right, slip.conclusion(), problem.answer())
                    .agree();
            for (Key.Claim claim : wrong ? keys : List.<Key.Claim>of()) {
                boolean number = claim.key() instanceof Key.Quantity;
                if (number && KeyAudit.agrees(claim, slip.conclusion(), problem.answer(), verdict.data())) {
                    add(
                            Rule.KEY_ADMITS_SLIP,
                            claim.place(),
                            "the key '" + claim.key().text() + "' accepts "
                                    + slip.conclusion().describe() + ", to which the misconception '"
                                    + slip.misconception().says() + "' leads");
                }
            }
        }
    }
}
