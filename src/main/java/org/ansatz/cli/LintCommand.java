package org.ansatz.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ansatz.bank.Bank;
import org.ansatz.lint.Lint;
import org.ansatz.lint.Strict;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Remark;
import org.ansatz.problem.Rule;
import org.ansatz.problem.Verdict;
import org.ansatz.report.FindingsPage;
import org.ansatz.report.JsonReport;
import org.ansatz.report.SarifReport;
import org.ansatz.report.TextReport;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code ansatz lint}. */
final class LintCommand extends Command {

    /** So many that a problem whose variants fail is seen; verify --variants looks for the rare ones. */
    private static final int VARIANTS = 5;

    private static final int SECONDS = 600;

    private final Environment environment;

    LintCommand(Environment environment) {
        super("lint", "Remarks on what an author may want to mend in problems and keys.");
        this.environment = environment;
    }

    @Override
    void describe(CommandSpec spec) {
        spec.addPositional(parameters("PATH", "Problem files or folders, or ids of the bank; the bank if none."));
        spec.addOption(
                option("--answers", String.class, "PATH", "File or folder of keys; those of the bank if not given."));
        spec.addOption(option("--allow", String[].class, "RULE", "Say nothing of this rule; may be repeated."));
        spec.addOption(flag("--strict", "Hold a bank against the rules for one that others practise, too."));
        spec.addOption(flag("--rules", "Print every rule with its meaning, and end."));
        spec.addOption(flag("--json", "Print one JSON object instead of text."));
        ReportFiles.describe(spec, ReportFiles.SARIF, ReportFiles.MARKDOWN, ReportFiles.HTML);
    }

    @Override
    boolean readsBank() {
        return true;
    }

    @Override
    int run(ParseResult given) throws InterruptedException, IOException {
        if (given.hasMatchedOption("--rules")) {
            for (Rule rule : rules()) {
                environment.out().println(pad(rule.id()) + rule.meaning());
            }
            return Exit.OK;
        }
        Set<String> allowed = allowed(given);
        ReportFiles reports = ReportFiles.of(given);
        Bank bank = Banks.load(
                List.of(given.matchedPositionalValue(0, new String[0])),
                given.matchedOptionValue("--answers", null),
                environment);
        List<Remark> remarks = remarks(bank, given.hasMatchedOption("--strict"), environment.sink());
        remarks.removeIf(remark -> allowed.contains(remark.rule().id()));
        int code = !bank.faults().isEmpty() ? Exit.UNREADABLE : remarks.isEmpty() ? Exit.OK : Exit.NOT_ALL;
        reports.write(ReportFiles.SARIF, () -> SarifReport.ofRemarks(remarks, bank.faults()));
        reports.write(() -> FindingsPage.ofRemarks(remarks, bank.faults()));
        if (given.hasMatchedOption("--json")) {
            environment.out().println(JsonReport.text(json(remarks, bank, code)));
        } else {
            bank.faults().forEach(new TextReport(environment.err(), environment.style())::fault);
            environment.err().flush();
            new TextReport(environment.out(), environment.style())
                    .remarks(remarks, bank.problems().size());
        }
        return code;
    }

    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>(Rule.TO_MEND);
        rules.addAll(Rule.STRICT);
        return rules;
    }

    private static String pad(String text) {
        return text + " ".repeat(Math.max(1, 22 - text.length()));
    }

    private static Set<String> allowed(ParseResult given) {
        Set<String> known = new TreeSet<>();
        rules().forEach(rule -> known.add(rule.id()));
        Set<String> allowed = Set.of(given.matchedOptionValue("--allow", new String[0]));
        for (String rule : allowed) {
            if (!known.contains(rule)) {
                throw new ParameterException(
                        given.commandSpec().commandLine(),
                        "there is no rule '" + rule + "'; the rules are " + String.join(", ", known));
            }
        }
        return allowed;
    }

    /** The remarks on every problem of a bank, and on some variants of each, found without a word on the screen. */
    static List<Remark> remarks(Bank bank) throws InterruptedException {
        return remarks(bank, false, new Sink(OutputStream.nullOutputStream()));
    }

    private static List<Remark> remarks(Bank bank, boolean isStrict, Sink screen) throws InterruptedException {
        Batch batch = new Batch(true, screen);
        bank.problems().values().forEach(problem -> batch.add(problem, bank.keysOf(problem), VARIANTS));
        List<Verdict> verdicts = batch.verdicts(new Deadline(SECONDS));
        List<Remark> remarks = new ArrayList<>();
        List<Verdict> published = new ArrayList<>();
        int at = 0;
        for (Problem problem : bank.problems().values()) {
            int variants = problem.variants() == null ? 0 : VARIANTS;
            published.add(verdicts.get(at));
            remarks.addAll(
                    Lint.of(verdicts.get(at), verdicts.subList(at + 1, at + 1 + variants), bank.keysOf(problem)));
            at += 1 + variants;
        }
        if (isStrict) {
            remarks.addAll(Strict.of(published));
        }
        return remarks;
    }

    private static Map<String, Object> json(List<Remark> remarks, Bank bank, int code) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("remarks", remarks.stream().map(JsonReport::remark).toList());
        json.put("faults", bank.faults().stream().map(JsonReport::fault).toList());
        json.put("exit", code);
        return json;
    }
}
