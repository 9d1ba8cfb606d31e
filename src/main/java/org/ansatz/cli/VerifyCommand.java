package org.ansatz.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import org.ansatz.bank.Bank;
import org.ansatz.problem.Certainty;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Verdict;
import org.ansatz.report.FindingsPage;
import org.ansatz.report.JsonReport;
import org.ansatz.report.JunitReport;
import org.ansatz.report.SarifReport;
import org.ansatz.report.TextReport;
import org.ansatz.verify.Verifier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code ansatz verify}. */
final class VerifyCommand extends Command {

    private static final int MAX_VARIANTS = 100_000;
    private static final int SECONDS = 600;

    private final Environment environment;

    VerifyCommand(Environment environment) {
        super("verify", "Finds each answer by every route, compares the routes, then audits the keys.");
        this.environment = environment;
    }

    @Override
    void describe(CommandSpec spec) {
        spec.addPositional(parameters(
                "PATH", "Problem files or folders, or ids of the bank, or - for standard input; the bank if none."));
        spec.addOption(
                option("--answers", String.class, "PATH", "File or folder of keys; those of the bank if not given."));
        spec.addOption(flag("--explain", "Show every route with its numbers."));
        spec.addOption(flag(
                "--changed",
                "Leave out what passed in an earlier run and whose file, keys and program are as they were then."));
        spec.addOption(flag("--json", "Print one JSON object instead of text."));
        ReportFiles.describe(spec, ReportFiles.JUNIT, ReportFiles.SARIF, ReportFiles.MARKDOWN, ReportFiles.HTML);
        spec.addOption(option(
                "--variants", int.class, "N", "Verify N seeded variants of each problem that has them as well."));
        spec.addOption(option(
                "--at-least",
                String.class,
                "CERTAINTY",
                "Pass only what is at least this sure: " + String.join(", ", Certainty.words()) + "."));
        spec.addOption(option(
                "--timeout",
                int.class,
                "SECONDS",
                "Stop after this time; what is not judged by then has failed (default: " + SECONDS + ")."));
    }

    @Override
    boolean readsBank() {
        return true;
    }

    @Override
    int run(ParseResult given) throws InterruptedException, IOException {
        ReportFiles reports = ReportFiles.of(given);
        int variants = given.matchedOptionValue("--variants", 0);
        int timeout = given.matchedOptionValue("--timeout", SECONDS);
        if (variants < 0 || variants > MAX_VARIANTS || timeout < 1) {
            throw new ParameterException(
                    given.commandSpec().commandLine(),
                    "--variants takes 0 to " + MAX_VARIANTS + ", --timeout at least 1");
        }
        String word = given.matchedOptionValue("--at-least", Certainty.SAMPLED.word());
        Certainty least = Certainty.of(word);
        if (least == null) {
            throw new ParameterException(
                    given.commandSpec().commandLine(),
                    "--at-least takes one of " + String.join(", ", Certainty.words()) + ", not " + word);
        }
        List<String> paths = List.of(given.matchedPositionalValue(0, new String[0]));
        @Nullable String answers = given.matchedOptionValue("--answers", null);
        Deadline deadline = new Deadline(timeout);
        Bank bank = loaded(paths, answers, deadline);
        if (bank == null) {
            environment.err().println("ansatz: not read within " + timeout + " s (--timeout)");
            return Exit.UNREADABLE;
        }
        Batch batch =
                new Batch(given.hasMatchedOption("--explain") || given.hasMatchedOption("--json"), environment.sink());
        Judged judged = Judged.in(environment.cache(), "variants " + variants + ", at least " + least.word());
        List<Problem> wanted = new ArrayList<>(bank.problems().values());
        boolean changed = given.hasMatchedOption("--changed");
        if (changed) {
            wanted.removeIf(problem -> judged.passed(problem, text(bank, problem), bank.keysOf(problem)));
        }
        wanted.forEach(problem -> batch.add(problem, bank.keysOf(problem), variants));
        List<Verdict> verdicts = new ArrayList<>(batch.verdicts(deadline));
        verdicts.replaceAll(verdict -> Verifier.demanding(verdict, least));
        note(judged, wanted, verdicts, bank);
        int code = Exit.of(verdicts, bank.faults());
        reports.write(ReportFiles.JUNIT, () -> JunitReport.of(verdicts, batch.times(), bank.faults()));
        reports.write(ReportFiles.SARIF, () -> SarifReport.of(verdicts, bank.faults()));
        reports.write(() -> FindingsPage.of(verdicts, bank.faults()));
        OptionalInt skipped = changed ? OptionalInt.of(bank.problems().size() - wanted.size()) : OptionalInt.empty();
        if (given.hasMatchedOption("--json")) {
            environment.out().println(JsonReport.of(verdicts, bank.faults(), code, skipped));
        } else {
            print(bank, verdicts, variants, given.hasMatchedOption("--explain"));
            skipped.ifPresent(count -> environment
                    .out()
                    .println(
                            count + (count == 1 ? " problem" : " problems") + " skipped: unchanged since they passed"));
        }
        return code;
    }

    private static String text(Bank bank, Problem problem) {
        return bank.texts().getOrDefault(problem.id(), "");
    }

    /** A problem passes if its published question and all its variants do. */
    private static void note(Judged judged, List<Problem> problems, List<Verdict> verdicts, Bank bank) {
        Set<String> failing = new HashSet<>();
        for (Verdict verdict : verdicts) {
            if (!verdict.judgement().passes()) {
                failing.add(verdict.problem().id());
            }
        }
        for (Problem problem : problems) {
            boolean passes = !failing.contains(problem.id());
            judged.note(problem, text(bank, problem), bank.keysOf(problem), passes);
        }
        judged.keep();
    }

    /** The bank, or null if it takes too long to read, as a pipe does that nobody writes to. */
    private @Nullable Bank loaded(List<String> paths, @Nullable String answers, Deadline deadline)
            throws InterruptedException {
        try {
            return deadline.one(() -> Banks.load(paths, answers, environment));
        } catch (CancellationException e) {
            return null;
        } catch (ExecutionException e) {
            throw new IllegalStateException("reading failed: " + e.getCause(), e);
        }
    }

    private void print(Bank bank, List<Verdict> verdicts, int variants, boolean explain) {
        TextReport errors = new TextReport(environment.err(), environment.style());
        bank.faults().forEach(errors::fault);
        environment.err().flush();
        TextReport report = new TextReport(environment.out(), environment.style());
        List<Verdict> published = new ArrayList<>();
        List<Verdict> allDrawn = new ArrayList<>();
        int at = 0;
        while (at < verdicts.size()) {
            Verdict verdict = verdicts.get(at++);
            published.add(verdict);
            report.verdict(verdict);
            if (explain) {
                report.explanation(verdict);
            } else {
                report.suspicions(verdict);
            }
            if (variants > 0 && verdict.problem().variants() != null) {
                List<Verdict> drawn = verdicts.subList(at, at + variants);
                report.variants(verdict.problem(), drawn);
                allDrawn.addAll(drawn);
                at += variants;
            }
        }
        report.summary(published, allDrawn, bank.faults().size());
    }
}
