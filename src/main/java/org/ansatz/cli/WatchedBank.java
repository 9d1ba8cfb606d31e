package org.ansatz.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ansatz.bank.Bank;
import org.ansatz.bank.BankFolder;
import org.ansatz.bank.Fault;
import org.ansatz.problem.Key;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Remark;
import org.ansatz.problem.Verdict;
import org.ansatz.report.Style;
import org.ansatz.report.TextReport;
import org.ansatz.terminal.Author;
import org.ansatz.verify.Verifier;
import org.jspecify.annotations.Nullable;

/** A problem file, or a bank with its keys, that its author changes: what is as it was is not verified again. */
final class WatchedBank implements Author.Watched {

    private static final String GONE = "gone         ";

    private final Environment environment;
    private final @Nullable Path file;
    private Bank bank = new Bank(Map.of(), Map.of(), List.of(), Map.of());
    private Map<String, Known> known = new LinkedHashMap<>();
    private @Nullable String current;
    private int passed;

    /** A verdict, and the text of the problem and its keys on which it rests. */
    private record Known(List<String> basis, Verdict verdict) {
        static List<String> basis(String text, List<Key.Claim> keys) {
            List<String> basis = new ArrayList<>(List.of(text));
            keys.forEach(key -> basis.addAll(List.of(key.key().text(), key.claim(), key.of())));
            return basis;
        }
    }

    private WatchedBank(Environment environment, @Nullable Path file) {
        this.environment = environment;
        this.file = file;
    }

    /**
     * What is at a path.
     *
     * @param path a file or a folder; null for the bank of the environment
     * @throws IOException in a sentence, if it is neither
     */
    static WatchedBank at(@Nullable Path path, Environment environment) throws IOException {
        if (path == null) {
            return new WatchedBank(environment, null);
        }
        return Files.isRegularFile(path)
                ? new WatchedBank(environment, path)
                : new WatchedBank(environment.with(BankFolder.of(path.toString())), null);
    }

    @Override
    public String name() {
        return (file == null ? environment.bank().folder() : file).toString();
    }

    @Override
    public boolean isBank() {
        return file == null;
    }

    @Override
    public String stamp() {
        return file == null ? environment.bank().stamp() : BankFolder.stampOf(file);
    }

    // ---- what changed

    @Override
    public void verify(PrintWriter out, Style style) {
        Bank before = bank;
        bank = Banks.load(file == null ? List.of() : List.of(file.toString()), null, environment);
        TextReport report = new TextReport(out, style);
        Set<Fault> old = new HashSet<>(before.faults());
        bank.faults().stream()
                .filter(fault -> !isBank() || !old.contains(fault))
                .forEach(report::fault);
        boolean first = known.isEmpty();
        Map<String, Known> now = new LinkedHashMap<>();
        for (Problem problem : bank.problems().values()) {
            List<Key.Claim> keys = bank.keysOf(problem);
            List<String> basis = Known.basis(bank.texts().getOrDefault(problem.id(), ""), keys);
            Known same = known.get(problem.id());
            if (same != null && same.basis().equals(basis)) {
                now.put(problem.id(), same);
                continue;
            }
            Verdict verdict = Verifier.published(problem, keys);
            now.put(problem.id(), new Known(basis, verdict));
            if (!first || !isBank() || !verdict.judgement().passes()) {
                show(verdict, report);
            }
        }
        known.keySet().stream().filter(id -> !now.containsKey(id)).forEach(id -> gone(id, report));
        before.faults().stream()
                .map(fault -> fault.place().file())
                .distinct()
                .filter(from -> !Files.exists(Path.of(from)))
                .forEach(from -> report.line(GONE + from));
        known = now;
        if (isBank()) {
            List<Verdict> verdicts = known.values().stream().map(Known::verdict).toList();
            report.summary(verdicts, List.of(), bank.faults().size());
        } else {
            explain(out, style);
        }
    }

    private void show(Verdict verdict, TextReport report) {
        report.verdict(verdict);
        current = verdict.problem().id();
    }

    /** A problem whose file, or a netlist beside it, has a fault is not gone; the fault is said. */
    private void gone(String id, TextReport report) {
        Known lost = known.get(id);
        String from = lost == null ? "" : lost.verdict().problem().place().file();
        if (from.isEmpty() || !Files.exists(Path.of(from))) {
            report.line(GONE + id);
        }
        current = id.equals(current) ? null : current;
    }

    // ---- keys

    /** Files with faults come first, as they are read first. */
    @Override
    public void next(PrintWriter out, Style style) {
        TextReport report = new TextReport(out, style);
        List<Runnable> failing = new ArrayList<>();
        bank.faults().forEach(fault -> failing.add(() -> report.fault(fault)));
        known.values().stream()
                .map(Known::verdict)
                .filter(verdict -> !verdict.judgement().passes())
                .forEach(verdict -> failing.add(() -> show(verdict, report)));
        if (failing.isEmpty()) {
            report.line("Everything passes.");
            return;
        }
        int at = passed++ % failing.size();
        report.line((at + 1) + " of " + failing.size() + " that do not pass:");
        failing.get(at).run();
    }

    @Override
    public void explain(PrintWriter out, Style style) {
        Known shown = current == null ? null : known.get(current);
        TextReport report = new TextReport(out, style);
        if (shown != null) {
            if (isBank()) {
                report.line(current + ":");
            }
            report.explanation(Verifier.assuming(Verifier.explained(shown.verdict())));
        } else if (isBank()) {
            report.line("No problem was shown yet: 'n' shows the next that fails.");
        }
    }

    @Override
    public void lint(PrintWriter out, Style style) throws InterruptedException {
        Problem one = current == null ? null : bank.find(current);
        Bank some = one == null ? bank : new Bank(Map.of(one.id(), one), bank.keys(), List.of(), bank.texts());
        List<Remark> remarks = LintCommand.remarks(some);
        new TextReport(out, style).remarks(remarks, some.problems().size());
    }
}
