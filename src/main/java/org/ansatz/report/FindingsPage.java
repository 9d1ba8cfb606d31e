package org.ansatz.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ansatz.bank.Fault;
import org.ansatz.problem.Remark;
import org.ansatz.problem.Verdict;
import org.ansatz.report.page.Page;

/** Findings as a page: the summary of a build, or a comment on a change. */
public final class FindingsPage {

    private FindingsPage() {}

    /** How many verdicts there are of each status, then what does not pass and what cannot be read. */
    public static Page of(List<Verdict> verdicts, List<Fault> faults) {
        Map<String, Integer> counts = new TreeMap<>();
        verdicts.forEach(verdict -> counts.merge(verdict.judgement().status(), 1, Integer::sum));
        List<List<String>> rows = new ArrayList<>();
        counts.forEach((status, count) -> rows.add(List.of(status, String.valueOf(count))));
        if (!faults.isEmpty()) {
            rows.add(List.of("faults in files", String.valueOf(faults.size())));
        }
        Page.Builder page = new Page.Builder("Verified").table(List.of("status", "questions"), rows);
        return findings(page, Finding.all(verdicts, faults), "Everything passes.");
    }

    /** What lint says, and what cannot be read. */
    public static Page ofRemarks(List<Remark> remarks, List<Fault> faults) {
        return findings(new Page.Builder("Remarks"), Finding.ofRemarks(remarks, faults), "There is nothing to mend.");
    }

    private static Page findings(Page.Builder page, List<Finding> findings, String none) {
        if (findings.isEmpty()) {
            return page.text(none).page();
        }
        List<List<String>> rows = new ArrayList<>();
        for (Finding finding : findings) {
            rows.add(List.of(
                    finding.rule(),
                    Style.safe(finding.subject()),
                    Style.safe(finding.message()),
                    Style.safe(finding.place().toString())));
        }
        return page.table(List.of("kind", "question or file", "what is found", "place"), rows)
                .page();
    }
}
