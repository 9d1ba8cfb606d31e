package org.ansatz.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ansatz.bank.Fault;
import org.ansatz.problem.Remark;
import org.ansatz.problem.Verdict;

/** Findings as Markdown with tables (GitHub Flavored Markdown), for the summary of a build or a comment on a change. */
public final class MarkdownReport {

    private final StringBuilder out = new StringBuilder();

    private MarkdownReport() {}

    /** How many verdicts there are of each status, then what does not pass and what cannot be read. */
    public static String of(List<Verdict> verdicts, List<Fault> faults) {
        MarkdownReport report = new MarkdownReport();
        report.out.append("# Verified\n\n| status | questions |\n|---|---:|\n");
        Map<String, Integer> counts = new TreeMap<>();
        verdicts.forEach(verdict -> counts.merge(verdict.judgement().status(), 1, Integer::sum));
        counts.forEach((status, count) -> report.row(status, String.valueOf(count)));
        if (!faults.isEmpty()) {
            report.row("faults in files", String.valueOf(faults.size()));
        }
        report.findings(Finding.all(verdicts, faults), "Everything passes.");
        return report.out.toString();
    }

    /** What lint says, and what cannot be read. */
    public static String ofRemarks(List<Remark> remarks, List<Fault> faults) {
        MarkdownReport report = new MarkdownReport();
        report.out.append("# Remarks\n");
        report.findings(Finding.ofRemarks(remarks, faults), "There is nothing to mend.");
        return report.out.toString();
    }

    private void findings(List<Finding> findings, String none) {
        if (findings.isEmpty()) {
            out.append('\n').append(none).append('\n');
            return;
        }
        out.append("\n| | question or file | what is found | place |\n|---|---|---|---|\n");
        for (Finding finding : findings) {
            row(
                    finding.rule(),
                    finding.subject(),
                    finding.message(),
                    finding.place().toString());
        }
    }

    private void row(String... cells) {
        out.append('|');
        for (String cell : cells) {
            out.append(' ').append(escaped(cell)).append(" |");
        }
        out.append('\n');
    }

    /** Text as it is, whatever signs of Markdown or HTML are in it. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char c : Style.safe(text).toCharArray()) {
            if (c == '<') {
                escaped.append("&lt;");
            } else if (c == '&') {
                escaped.append("&amp;");
            } else if (c == '\n' || c == '\r') {
                escaped.append(' ');
            } else {
                escaped.append("\\`*_{}[]()#|~$!".indexOf(c) >= 0 ? "\\" : "").append(c);
            }
        }
        return escaped.toString();
    }
}
