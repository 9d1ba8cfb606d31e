package org.ansatz.report;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expression.type.Show;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.ansatz.problem.Case;
import org.ansatz.problem.Certainty;
import org.ansatz.problem.Conclusion;
import org.ansatz.problem.Evidence;
import org.ansatz.problem.Given;
import org.ansatz.problem.Key;
import org.ansatz.problem.Option;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Route;
import org.ansatz.problem.Verdict;
import org.ansatz.problem.Verdict.Judgement;
import org.ansatz.problem.Verdict.RouteFinding;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Notation;
import org.ansatz.quantity.Unit;
import org.ansatz.report.page.Page;
import org.jspecify.annotations.Nullable;

/** A page on the key of one question: what is asked, what independent routes find, and how far that is from the key. */
public final class Dossier {

    private static final int DIGITS = 4;

    /** Columns of a page in type of equal widths. */
    private static final int WIDTH = 100;

    private static final double PERCENT = 100;

    private final Verdict verdict;
    private final List<Key.Claim> keys;
    private final Page.Builder page;

    private Dossier(Verdict verdict, List<Key.Claim> keys) {
        this.verdict = verdict;
        this.keys = keys;
        this.page = new Page.Builder(Style.safe(verdict.problem().card().title()));
    }

    /**
     * The page on a question.
     *
     * @param verdict with its misconceptions executed
     * @param keys what is claimed
     */
    public static Page of(Verdict verdict, List<Key.Claim> keys) {
        return new Dossier(verdict, keys).page();
    }

    private Page page() {
        Problem problem = verdict.problem();
        Case data = verdict.data();
        String source = problem.card().source();
        page.text(Style.safe(source.isEmpty() ? problem.id() : source + " (" + problem.id() + ")"));
        page.text("Result: " + result());
        page.heading("The question");
        page.text(Texts.filled(problem.texts().statement(), problem, data));
        page.listing(Texts.figure(problem, data, new Style(/* colour= */ false, WIDTH)));
        options();
        List<String> givens = new ArrayList<>();
        for (Given given : problem.givens()) {
            givens.add(Style.safe(Texts.given(given, data)));
        }
        if (!givens.isEmpty()) {
            page.text("Data: " + String.join(", ", givens) + ".");
        }
        for (RouteFinding finding : verdict.findings()) {
            route(finding);
        }
        key();
        String convention = problem.texts().convention();
        if (!convention.isEmpty()) {
            page.heading("What is taken for granted");
            page.text(Style.safe(convention));
        }
        return page.page();
    }

    private String result() {
        Judgement judgement = verdict.judgement();
        Conclusion answer = judgement.answer();
        String found = answer == null ? "" : ", " + answer.brief();
        return Style.safe(judgement.status() + found + ". " + sentence(judgement.reason()));
    }

    private static String sentence(String text) {
        return text.isEmpty() ? "" : Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }

    // ---- options

    /** Each option, and how far it is from what each route finds. */
    private void options() {
        Case data = verdict.data();
        if (data.options().isEmpty()) {
            return;
        }
        List<String> heading = new ArrayList<>(List.of("option", "value"));
        verdict.findings()
                .forEach(finding ->
                        heading.add("by " + Style.safe(finding.route().name())));
        List<List<String>> rows = new ArrayList<>();
        for (Option option : data.options()) {
            List<String> row = new ArrayList<>(List.of(
                    option.key(),
                    Texts.option(option, data, verdict.problem().answer().unit())));
            verdict.findings().forEach(finding -> row.add(Style.safe(beside(option, finding.evidence()))));
            rows.add(row);
        }
        page.table(heading, rows);
    }

    private String beside(Option option, @Nullable Evidence evidence) {
        if (evidence instanceof Evidence.Residuals residuals
                && residuals.byOption().get(option.key()) != null) {
            return "residual "
                    + Show.value(residuals.byOption().get(option.key()).value(), residuals.type(), null, DIGITS);
        }
        if (evidence instanceof Evidence.Truths truths && truths.byOption().get(option.key()) != null) {
            return String.valueOf(truths.byOption().get(option.key()));
        }
        boolean isNumber = !verdict.data().question().isFunction() && !option.isClaim() && !option.hasParts();
        return isNumber && evidence instanceof Evidence.Values values
                ? off(option, values.first().value())
                : "";
    }

    private String off(Option option, Value found) {
        try {
            return off(verdict.data().frame().rested().value(option.expression().term()), found);
        } catch (NoValue e) {
            return "";
        }
    }

    /** How far a claimed value is from what was found, relative to that. */
    private static String off(Value claimed, Value found) {
        double size = Arrays.size(found);
        double distance = Arrays.distance(claimed, found);
        if (!(size > 0) || !Double.isFinite(distance)) {
            return "";
        }
        return distance == 0 ? "the same" : "off by " + Notation.number(PERCENT * distance / size, 2) + " %";
    }

    // ---- routes

    private void route(RouteFinding finding) {
        page.heading("By " + Style.safe(finding.route().name()));
        List<String> lines = new ArrayList<>();
        for (Route.Shown step : finding.route().derivation(verdict.data())) {
            lines.add(Style.safe(step.text() + (step.value().isEmpty() ? "" : "   → " + step.value())));
        }
        lines.add(Style.safe(finding.route().asked()));
        page.listing(lines);
        List<String> methods = new ArrayList<>();
        finding.footing().engines().forEach(engine -> methods.add(engine.name()));
        Evidence evidence = finding.evidence();
        String doubt = evidence == null || evidence.certainty() == Certainty.EXACT
                ? ""
                : " " + sentence(evidence.howSure() + ": " + evidence.sureness().doubt());
        page.text(Style.safe("It finds " + finding.conclusion().describe() + ". It rests on "
                + String.join(", ", methods) + "." + doubt));
    }

    // ---- the key

    private void key() {
        for (Key.Claim claim : keys) {
            page.heading("The key");
            String of = claim.of().isEmpty() ? "" : ", " + claim.of();
            page.text(Style.safe(claim.claim() + of + " says " + claim.key().text() + "."));
            page.items(distances(claim.key()));
        }
        if (keys.isEmpty()) {
            page.heading("The key");
            page.text("Nobody claims a key for this question.");
        }
    }

    /** How far what each route finds is from a key that is disputed; which mistake leads to it is said with the verdict. */
    private List<String> distances(Key key) {
        List<String> distances = new ArrayList<>();
        if (verdict.judgement() instanceof Judgement.Disputed && key instanceof Key.Quantity quantity) {
            for (RouteFinding finding : verdict.findings()) {
                if (finding.evidence() instanceof Evidence.Values values) {
                    quantity.alternatives().forEach(range -> distances.add(distance(range, finding, values)));
                }
            }
        }
        return distances;
    }

    private String distance(Key.Range range, RouteFinding finding, Evidence.Values values) {
        Value found = values.first().value();
        Value low = verdict.data().frame().rested().value(range.low().term());
        Value high = verdict.data().frame().rested().value(range.high().term());
        boolean isLowNearer = Arrays.distance(low, found) <= Arrays.distance(high, found);
        Unit unit = verdict.problem().answer().unit();
        return Style.safe("By " + finding.route().name() + " it is "
                + Show.value(found, values.type(), unit, DIGITS) + ", from which the key"
                + (range.isRange() ? ", at its nearer end," : "") + " is "
                + off(isLowNearer ? low : high, found) + ".");
    }
}
