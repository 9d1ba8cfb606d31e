package org.ansatz.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ansatz.bank.Bank;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Verdict;
import org.ansatz.report.JsonReport;
import org.ansatz.report.TextReport;
import org.ansatz.verify.Verifier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ansatz verify}. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Finds each answer by every route, compares the routes, then audits the keys.")
final class VerifyCommand implements Callable<Integer> {

    /** Below this many verdicts starting threads costs more than it saves. */
    private static final int WORTH_THREADS = 16;

    private final Environment environment;

    @Parameters(
            paramLabel = "PATH",
            description = "Problem files or folders, or - for standard input; the shipped bank if none.")
    private List<String> paths = new ArrayList<>();

    @Option(
            names = "--answers",
            paramLabel = "PATH",
            description = "File or folder of keys; the shipped ones if not given.")
    private @Nullable String answers;

    @Option(names = "--explain", description = "Show every route with its numbers.")
    private boolean explain;

    @Option(names = "--json", description = "Print one JSON object instead of text.")
    private boolean json;

    @Option(
            names = "--variants",
            paramLabel = "N",
            description = "Verify N seeded variants of each problem that has them as well.")
    private int variants;

    VerifyCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws InterruptedException {
        Bank bank = Banks.load(paths, answers, environment);
        List<Callable<Verdict>> work = new ArrayList<>();
        for (Problem problem : bank.problems().values()) {
            work.add(() -> Verifier.published(problem, bank.keysOf(problem)));
            for (int seed = 1; problem.variants() != null && seed <= variants; seed++) {
                long number = seed;
                work.add(() -> Verifier.variant(problem, number));
            }
        }
        List<Verdict> verdicts = all(work);
        int code = Exit.of(verdicts, bank.faults());
        if (json) {
            environment.out().println(JsonReport.of(verdicts, bank.faults(), code));
        } else {
            print(bank, verdicts);
        }
        return code;
    }

    private void print(Bank bank, List<Verdict> verdicts) {
        TextReport errors = new TextReport(environment.err(), environment.style());
        bank.faults().forEach(errors::fault);
        environment.err().flush();
        TextReport report = new TextReport(environment.out(), environment.style());
        List<Verdict> published = new ArrayList<>();
        int at = 0;
        while (at < verdicts.size()) {
            Verdict verdict = verdicts.get(at++);
            published.add(verdict);
            report.verdict(verdict);
            if (explain) {
                report.explanation(verdict);
            }
            if (variants > 0 && verdict.problem().variants() != null) {
                List<Verdict> drawn = verdicts.subList(at, at + variants);
                report.variants(verdict.problem(), drawn);
                at += variants;
            }
        }
        report.summary(published, bank.faults().size());
    }

    /** The verdicts in the order of the work, whoever finishes first. */
    private static List<Verdict> all(List<Callable<Verdict>> work) throws InterruptedException {
        List<Verdict> verdicts = new ArrayList<>(work.size());
        int processors = Runtime.getRuntime().availableProcessors();
        if (work.size() < WORTH_THREADS || processors < 2) {
            for (Callable<Verdict> task : work) {
                verdicts.add(called(task));
            }
            return verdicts;
        }
        ExecutorService pool = Executors.newFixedThreadPool(processors);
        try {
            for (Future<Verdict> verdict : pool.invokeAll(work)) {
                verdicts.add(verdict.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
        return verdicts;
    }

    private static Verdict called(Callable<Verdict> task) {
        try {
            return task.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
