package org.ansatz.judge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.Show;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.problem.Answer;
import org.ansatz.problem.Case;
import org.ansatz.problem.Conclusion;
import org.ansatz.problem.Conclusion.Chosen;
import org.ansatz.problem.Conclusion.Found;
import org.ansatz.problem.Conclusion.FoundParts;
import org.ansatz.problem.Conclusion.NotOne;
import org.ansatz.problem.Conclusion.Undecided;
import org.ansatz.problem.Evidence;
import org.ansatz.problem.Evidence.Finding;
import org.ansatz.problem.Evidence.Residuals;
import org.ansatz.problem.Evidence.Truths;
import org.ansatz.problem.Evidence.Values;
import org.ansatz.problem.Key;
import org.ansatz.quantity.Notation;

/** What evidence means where options are offered: which of them a value fits, meet a condition, or hold. */
final class ChoiceMeaning implements Meaning {

    private final Answer.Choice answer;

    ChoiceMeaning(Answer.Choice answer) {
        this.answer = answer;
    }

    /** Where none of the options serves, a learner is asked for the value itself: then there are none, and it is found. */
    @Override
    public Conclusion conclusion(Evidence evidence, Case data) {
        if (evidence instanceof Values || evidence instanceof Evidence.Parts) {
            return byValue(evidence, data);
        }
        if (evidence instanceof Residuals) {
            return answer.takesOneOption() ? least((Residuals) evidence) : met((Residuals) evidence);
        }
        return holding((Truths) evidence);
    }

    private Conclusion byValue(Evidence evidence, Case data) {
        if (data.options().isEmpty()) {
            return whole().conclusion(evidence, data);
        }
        List<Offered> offered = new ArrayList<>();
        if (evidence instanceof Values values) {
            offered.add(new Offered("", values, answer, answer.tolerance(), data));
        } else {
            for (Answer.Part part : answer.parts()) {
                Values values = ((Evidence.Parts) evidence).of(part.name());
                Case own = data.part(offered.size());
                offered.add(new Offered(
                        part.name(), values, part.answer(), part.answer().tolerance(), own));
            }
        }
        for (Offered each : offered) {
            String objection = ValueMeaning.dependence(each.values(), each.data());
            if (!objection.isEmpty()) {
                return new Undecided(each.name().isEmpty() ? objection : each.name() + ": " + objection);
            }
        }
        return new Fitting(answer, offered).conclusion();
    }

    /** What is asked for where there are no options: the value itself, or each of the parts. */
    private Meaning whole() {
        return answer.parts().isEmpty() ? new OfValue(answer) : new PartsMeaning(answer.parts());
    }

    /** A value that is asked for in place of the options; there is no key for it. */
    private static final class OfValue extends ValueMeaning {
        private OfValue(Answer answer) {
            super(answer);
        }

        @Override
        boolean agrees(Key.Claim claim, Values found, Case data) {
            return false;
        }
    }

    @Override
    public Agreement agreement(Conclusion a, Conclusion b) {
        if (a instanceof Found && b instanceof Found || a instanceof FoundParts && b instanceof FoundParts) {
            return whole().agreement(a, b);
        }
        boolean chosen = a instanceof Chosen
                && b instanceof Chosen
                && ((Chosen) a).keys().equals(((Chosen) b).keys());
        boolean neither = a instanceof NotOne
                && b instanceof NotOne
                && ((NotOne) a).fitting().equals(((NotOne) b).fitting());
        return Agreement.of(chosen || neither, a, b);
    }

    @Override
    public boolean agrees(Key.Claim claim, Conclusion found, Case data) {
        return areChosen(((Key.Letters) claim.key()).alternatives(), found);
    }

    /** Whether a key names what was chosen; or, where several options are right, each of these as an alternative. */
    static boolean areChosen(List<Set<String>> alternatives, Conclusion found) {
        if (found instanceof NotOne) {
            Set<Set<String>> fitting = new HashSet<>();
            ((NotOne) found).fitting().forEach(letter -> fitting.add(Set.of(letter)));
            return !fitting.isEmpty() && fitting.equals(new HashSet<>(alternatives));
        }
        return found instanceof Chosen && alternatives.contains(((Chosen) found).keys());
    }

    /** Whether so many options can be the answer. */
    static boolean canBe(Set<String> options, Answer answer) {
        return options.size() == 1 || !answer.takesOneOption() && !options.isEmpty();
    }

    /** {@code options A and B both }, or {@code options A, B and C all }. */
    static String both(Set<String> letters) {
        List<String> names = new ArrayList<>(letters);
        String last = names.remove(names.size() - 1);
        return "options " + String.join(", ", names) + " and " + last + (names.size() == 1 ? " both " : " all ");
    }

    // ---- options by residual

    static Conclusion least(Residuals residuals) {
        if (residuals.byOption().size() < 2) {
            return new Undecided("this route weighs options, and none are offered");
        }
        List<Map.Entry<String, Estimate>> ranked =
                new ArrayList<>(residuals.byOption().entrySet());
        ranked.sort((a, b) -> Double.compare(size(a), size(b)));
        Map.Entry<String, Estimate> best = ranked.get(0);
        Map.Entry<String, Estimate> next = ranked.get(1);
        double error = Math.max(best.getValue().error(), next.getValue().error());
        if (size(next) <= error) {
            return new Undecided("options " + best.getKey() + " and " + next.getKey() + " both meet the condition");
        }
        double margin = size(next) / Math.max(size(best), Math.max(error, Double.MIN_NORMAL));
        if (margin < Decisions.AHEAD) {
            return new Undecided("the best option, " + best.getKey() + ", is ahead of the next, " + next.getKey()
                    + ", by a factor of only " + Notation.number(margin, 2));
        }
        String by = size(best) <= error ? "met to rounding" : "residual " + shown(best, residuals);
        return new Chosen(Set.of(best.getKey()), by + ", next " + shown(next, residuals));
    }

    private static String shown(Map.Entry<String, Estimate> residual, Residuals residuals) {
        return Show.difference(size(residual), residual.getValue().value(), residuals.type(), null, 2);
    }

    private static double size(Map.Entry<String, Estimate> residual) {
        return Arithmetic.real(residual.getValue().value());
    }

    private static Conclusion met(Residuals residuals) {
        Set<String> met = new TreeSet<>();
        residuals.byOption().forEach((key, residual) -> {
            if (Arithmetic.real(residual.value()) <= Math.max(Decisions.MET, residual.error())) {
                met.add(key);
            }
        });
        return met.isEmpty() ? new NotOne(met, "", "no option meets the condition") : new Chosen(met, "");
    }

    // ---- options by truth

    private Conclusion holding(Truths truths) {
        Set<String> holding = new TreeSet<>();
        List<String> reasons = new ArrayList<>();
        for (Map.Entry<String, Finding> entry : truths.byOption().entrySet()) {
            if (!entry.getValue().undecided().isEmpty()) {
                return new Undecided(
                        "option " + entry.getKey() + ": " + entry.getValue().undecided());
            }
            if (entry.getValue().holds()) {
                holding.add(entry.getKey());
                reasons.add(entry.getValue().toString());
            }
        }
        if (canBe(holding, answer)) {
            return new Chosen(holding, reasons.isEmpty() ? "" : reasons.get(0));
        }
        return new NotOne(holding, "", holding.isEmpty() ? "no option holds" : both(holding) + "hold");
    }
}
