package org.ansatz.report;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.TreeMap;
import org.ansatz.bank.Fault;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.Show;
import org.ansatz.problem.Answer;
import org.ansatz.problem.Case;
import org.ansatz.problem.Certainty;
import org.ansatz.problem.Conclusion;
import org.ansatz.problem.Entry;
import org.ansatz.problem.Evidence;
import org.ansatz.problem.Given;
import org.ansatz.problem.Key;
import org.ansatz.problem.Misconception;
import org.ansatz.problem.Option;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Remark;
import org.ansatz.problem.Route;
import org.ansatz.problem.Rule;
import org.ansatz.problem.Verdict;
import org.ansatz.problem.Verdict.Judgement;
import org.ansatz.problem.Verdict.RouteFinding;
import org.ansatz.problem.Verdict.Slip;
import org.ansatz.quantity.Unit;

/** Verdicts and faults for a person to read. */
public final class TextReport {

    private static final String AS_WRITTEN = "as written";
    private static final int STATUS_WIDTH = 13;
    private static final int MAX_DIGITS = 12;

    private final PrintWriter out;
    private final Style style;

    /** A report to {@code out}. */
    public TextReport(PrintWriter out, Style style) {
        this.out = out;
        this.style = style;
    }

    // ---- faults

    /** A fault with its line and a caret below what is meant. */
    public void fault(Fault fault) {
        out.println(style.bad("error: ") + style.wrapped(Style.safe(fault.place() + ": " + fault.message()), 7));
        if (!fault.line().isEmpty()) {
            int column = fault.place().column();
            int from = Math.max(0, column - 1 - 40);
            int to = Math.min(fault.line().length(), from + Math.max(20, Math.min(100, style.width() - 10)));
            String number = String.valueOf(fault.place().line());
            String shown = Style.safe(fault.line().substring(from, to));
            String before = Style.safe(fault.line().substring(from, Math.min(column - 1, to)));
            int width = Math.max(1, Math.min(fault.width(), to - column + 1));
            out.println("  " + style.dim(number + " |") + " " + shown);
            out.println("  " + " ".repeat(number.length()) + style.dim(" |") + " " + " ".repeat(before.length())
                    + style.bad("^".repeat(width)));
        }
    }

    // ---- verdicts

    /** One line. */
    public void verdict(Verdict verdict) {
        Judgement judgement = verdict.judgement();
        String status = padded(judgement.status(), STATUS_WIDTH);
        String answer = answer(judgement);
        String line = Style.safe(verdict.problem().id() + (answer.isEmpty() ? "" : ": " + answer) + "  ");
        String reason = Style.safe(judgement.reason());
        out.print(judgement.passes() ? style.good(status) : style.bad(status));
        out.println(style.wrapped(line + reason, STATUS_WIDTH));
    }

    /** What may be why a problem does not pass: names that stand for units, and turns for angles. */
    public void suspicions(Verdict verdict) {
        if (!verdict.passes()) {
            verdict.notes().stream()
                    .filter(note -> note.rule() == Rule.HIDDEN_NAME || note.rule() == Rule.TURNS)
                    .forEach(note -> item("note: " + Texts.note(note, verdict.problem())));
        }
    }

    /** The letters or the value. */
    private static String answer(Judgement judgement) {
        Conclusion found = judgement instanceof Judgement.Agreed
                ? ((Judgement.Agreed) judgement).answer()
                : judgement instanceof Judgement.Unkeyed
                        ? ((Judgement.Unkeyed) judgement).answer()
                        : judgement instanceof Judgement.Disputed ? ((Judgement.Disputed) judgement).answer() : null;
        if (found == null) {
            return "";
        }
        if (found instanceof Conclusion.NotOne) {
            return ((Conclusion.NotOne) found).outcome();
        }
        return found.brief();
    }

    /** Every route with its numbers, and where the misconceptions lead. */
    public void explanation(Verdict verdict) {
        for (RouteFinding finding : verdict.findings()) {
            item(finding.route().name() + " [" + engines(finding.footing().engines()) + "]  "
                    + finding.route().asked());
            item("  → " + finding.conclusion().describe());
            evidence(finding.evidence(), verdict);
            sureness(finding.evidence());
            if (!finding.footing().definitions().isEmpty()) {
                item("  rests on the problem's own "
                        + String.join(", ", finding.footing().definitions()));
            }
        }
        for (Slip slip : verdict.slips()) {
            item("misconception: " + slip.misconception().says());
            item("  → " + slip.conclusion().describe());
        }
        assumptions(verdict).forEach(this::item);
        for (Remark note : verdict.notes()) {
            item("note: " + Texts.note(note, verdict.problem()));
        }
        if (!verdict.problem().texts().convention().isEmpty()) {
            item("convention: " + verdict.problem().texts().convention());
        }
    }

    /** A table of what each route comes to as it is written, and under other assumptions. */
    private static List<String> assumptions(Verdict verdict) {
        int widest = verdict.assumptions().stream()
                .mapToInt(assumption -> assumption.assuming().length())
                .reduce(AS_WRITTEN.length(), Math::max);
        List<String> lines = new ArrayList<>();
        for (RouteFinding finding : verdict.findings()) {
            List<Verdict.Assumption> assumptions = verdict.assumptions().stream()
                    .filter(assumption ->
                            assumption.route().equals(finding.route().name()))
                    .toList();
            if (!assumptions.isEmpty()) {
                lines.add("under other assumptions route '" + finding.route().name() + "' comes to");
                lines.add(assumed(AS_WRITTEN, widest, finding.conclusion()));
                assumptions.forEach(
                        assumption -> lines.add(assumed(assumption.assuming(), widest, assumption.conclusion())));
            }
        }
        return lines;
    }

    private static String assumed(String assuming, int width, Conclusion conclusion) {
        return "  " + assuming + " ".repeat(width - assuming.length()) + "  → " + conclusion.describe();
    }

    private static String engines(Set<Engine> engines) {
        StringBuilder names = new StringBuilder();
        for (Engine engine : engines) {
            names.append(names.length() == 0 ? "" : ", ").append(engine.name());
        }
        return names.toString();
    }

    private void item(String text) {
        out.println("    " + style.wrapped(Style.safe(text), 6));
    }

    private void sureness(@org.jspecify.annotations.Nullable Evidence evidence) {
        if (evidence != null && evidence.certainty() != Certainty.EXACT) {
            item("    " + evidence.howSure() + ": " + evidence.sureness().doubt());
        }
    }

    private void remarks(@org.jspecify.annotations.Nullable Evidence evidence) {
        if (evidence != null) {
            evidence.remarks().forEach(this::item);
        }
    }

    private void evidence(@org.jspecify.annotations.Nullable Evidence evidence, Verdict verdict) {
        if (evidence instanceof Evidence.Residuals) {
            StringBuilder line = new StringBuilder("residuals");
            ((Evidence.Residuals) evidence)
                    .byOption()
                    .forEach((key, residual) -> line.append("  ")
                            .append(key)
                            .append(' ')
                            .append(Show.value(residual.value(), ((Evidence.Residuals) evidence).type(), null, 4)));
            item("    " + line);
        } else if (evidence instanceof Evidence.Truths) {
            ((Evidence.Truths) evidence).byOption().forEach((key, finding) -> item("    " + key + " " + finding));
        } else if (evidence instanceof Evidence.Values) {
            values("", (Evidence.Values) evidence, verdict.problem().answer().unit());
        } else if (evidence instanceof Evidence.Parts) {
            for (Answer.Part part : verdict.problem().answer().parts()) {
                values(
                        part.name() + " = ",
                        ((Evidence.Parts) evidence).of(part.name()),
                        part.answer().unit());
            }
        }
    }

    /** A value with its error, behind {@code name}. */
    private void values(String name, Evidence.Values values, @org.jspecify.annotations.Nullable Unit unit) {
        Estimate first = values.first();
        String at =
                values.points().get(0).isEmpty() ? "" : " at " + values.points().get(0);
        String more =
                values.values().size() > 1 ? ", and at " + (values.values().size() - 1) + " further points" : "";
        String error = values.error() == 0
                ? "exact"
                : "± " + Show.difference(values.error(), first.value(), values.type(), unit, MAX_DIGITS);
        item("    " + name + Show.known(first.value(), values.error(), values.type(), unit, MAX_DIGITS) + " (" + error
                + ")" + at + more);
    }

    /** How many problems came out how. */
    public void summary(List<Verdict> verdicts, List<Verdict> variants, int unreadable) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Verdict verdict : verdicts) {
            counts.merge(verdict.judgement().status(), 1, Integer::sum);
        }
        StringBuilder line = new StringBuilder();
        line.append(verdicts.size()).append(verdicts.size() == 1 ? " problem" : " problems");
        counts.forEach(
                (status, count) -> line.append(", ").append(count).append(' ').append(status));
        long failing = variants.stream()
                .filter(variant -> !variant.judgement().passes())
                .count();
        if (!variants.isEmpty()) {
            line.append("; ").append(variants.size()).append(" variants");
            line.append(failing == 0 ? ", all agreed" : ", " + failing + " not agreed");
        }
        if (unreadable > 0) {
            line.append("; ")
                    .append(unreadable)
                    .append(unreadable == 1 ? " fault" : " faults")
                    .append(" in files");
        }
        out.println(style.strong(line.toString()));
    }

    /** A line of text, whatever it holds. */
    public void line(String text) {
        out.println(style.wrapped(Style.safe(text), 2));
    }

    /** Remarks for an author, one a line, and how many there are. */
    public void remarks(List<Remark> remarks, int problems) {
        for (Remark remark : remarks) {
            String line = remark.place() + ": " + remark.rule().id() + ": " + remark.message();
            out.println(style.wrapped(Style.safe(line), 2));
        }
        out.println(style.strong(problems
                + (problems == 1 ? " problem, " : " problems, ")
                + (remarks.isEmpty()
                        ? "no remarks"
                        : remarks.size() + (remarks.size() == 1 ? " remark" : " remarks"))));
    }

    /** How a problem's variants came out: all of them in a line, those that do not pass by seed. */
    public void variants(Problem problem, List<Verdict> verdicts) {
        int passed = 0;
        Verdict worst = null;
        for (int i = verdicts.size() - 1; i >= 0; i--) {
            if (verdicts.get(i).judgement().passes()) {
                passed++;
            } else {
                worst = verdicts.get(i);
            }
        }
        if (worst == null) {
            item(passed + " variants agree");
        } else {
            item(passed + " of " + verdicts.size() + " variants agree; the first that does not is seed "
                    + worst.data().seed() + ": " + worst.judgement().status() + ", "
                    + worst.judgement().reason());
        }
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }

    // ---- one problem in full

    /** The whole derivation: givens, routes with their steps, agreement, options, key. */
    public void solution(Verdict verdict, List<Key.Claim> keys) {
        Problem problem = verdict.problem();
        Case data = verdict.data();
        out.println(style.strong(Style.safe(problem.card().title())));
        out.println(style.dim(Style.safe(problem.id() + "  " + problem.card().source())));
        out.println();
        out.println(style.prose(Texts.filled(problem.texts().statement(), problem, data, style), 0));
        List<String> figure = Texts.figure(problem, data, style);
        if (!figure.isEmpty()) {
            out.println();
            figure.forEach(out::println);
            out.println();
        }
        for (Option option : data.options()) {
            out.println("  (" + Style.safe(option.key()) + ") "
                    + Texts.sentence(Texts.option(option, data, problem.answer().unit())));
        }
        heading("Given");
        for (Given given : problem.givens()) {
            out.println("  " + Style.safe(Texts.given(given, data)));
        }
        routes(verdict);
        heading("Verdict");
        out.print("  ");
        verdict(verdict);
        for (Slip slip : verdict.slips()) {
            Misconception misconception = slip.misconception();
            item("misconception: " + misconception.says() + " → "
                    + slip.conclusion().describe());
        }
        assumptions(verdict).forEach(this::item);
        for (Key.Claim claim : keys) {
            item("key: " + claim.key().text() + " (" + claim.claim() + ", " + claim.place() + ")");
        }
        String solution = Texts.filled(problem.texts().solution(), problem, data, style);
        if (!solution.isEmpty()) {
            heading("Solution");
            out.println("  " + style.prose(solution, 2));
        }
        if (!problem.texts().convention().isEmpty()) {
            out.println();
            out.println(style.prose(Style.safe(problem.texts().convention()), 0));
        }
    }

    /** Every route with its steps and what it found. */
    public void routes(Verdict verdict) {
        for (RouteFinding finding : verdict.findings()) {
            heading("Route: " + finding.route().name() + " ["
                    + engines(finding.footing().engines()) + "]");
            for (Route.Shown step : finding.route().derivation(verdict.data())) {
                out.println("  "
                        + style.wrapped(
                                Style.safe(step.text() + (step.value().isEmpty() ? "" : "   → " + step.value())), 4));
            }
            out.println("  " + style.wrapped(Style.safe(finding.route().asked()), 4));
            evidence(finding.evidence(), verdict);
            remarks(finding.evidence());
            out.println("  → " + style.wrapped(Style.safe(finding.conclusion().describe()), 4));
        }
    }

    private void heading(String text) {
        out.println();
        out.println(style.strong(Style.safe(text)));
    }

    /** The bank, a line a problem. */
    public void listing(Iterable<Entry> entries) {
        for (Entry entry : entries) {
            out.println(Style.safe(padded(entry.id(), 26) + padded(entry.kind(), 9) + inOneLine(entry.title())));
        }
    }

    private static String inOneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        for (StringTokenizer words = new StringTokenizer(text); words.hasMoreTokens(); ) {
            line.append(line.length() == 0 ? "" : " ").append(words.nextToken());
        }
        return line.toString();
    }
}
