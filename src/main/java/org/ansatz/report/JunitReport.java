package org.ansatz.report;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.ansatz.bank.Fault;
import org.ansatz.problem.Verdict;
import org.ansatz.xml.XmlWriter;

/** Verdicts as the XML that Surefire writes of JUnit tests, which every build server reads: a test case for each question. */
public final class JunitReport {

    private final XmlWriter xml = new XmlWriter();

    private JunitReport() {}

    /**
     * A suite of all verdicts, and of a case for each fault, which is an error.
     *
     * @param times how long each of the verdicts took; that of the suite is their sum, whatever was done at once
     */
    public static String of(List<Verdict> verdicts, List<Duration> times, List<Fault> faults) {
        JunitReport report = new JunitReport();
        long failing = verdicts.stream()
                .filter(verdict -> !verdict.judgement().passes())
                .count();
        report.xml.open(
                "testsuite",
                "name",
                "ansatz verify",
                "tests",
                String.valueOf(verdicts.size() + faults.size()),
                "errors",
                String.valueOf(faults.size()),
                "skipped",
                "0",
                "failures",
                String.valueOf(failing),
                "time",
                seconds(times.stream().reduce(Duration.ZERO, Duration::plus)));
        for (int i = 0; i < verdicts.size(); i++) {
            report.verdict(verdicts.get(i), times.get(i));
        }
        faults.forEach(report::fault);
        return report.xml.text();
    }

    private void verdict(Verdict verdict, Duration time) {
        String[] testcase =
                testcase(Finding.subject(verdict), folder(verdict.problem().id()), time);
        if (verdict.judgement().passes()) {
            xml.element("testcase", "", testcase);
        } else {
            troubled("failure", Finding.of(verdict), testcase);
        }
    }

    private void fault(Fault fault) {
        Finding finding = Finding.of(fault);
        troubled("error", finding, testcase(finding.place().toString(), finding.subject(), Duration.ZERO));
    }

    private static String folder(String id) {
        int slash = id.lastIndexOf('/');
        return slash < 0 ? "problems" : id.substring(0, slash).replace('/', '.');
    }

    private static String[] testcase(String name, String group, Duration time) {
        return new String[] {"name", name, "classname", group, "time", seconds(time)};
    }

    /** In milliseconds, as Surefire gives them. */
    private static String seconds(Duration time) {
        return BigDecimal.valueOf(time.toMillis(), 3).toPlainString();
    }

    private void troubled(String element, Finding finding, String... testcase) {
        List<String> lines = new ArrayList<>(List.of(finding.place().toString()));
        lines.addAll(finding.details());
        xml.open("testcase", testcase)
                .element(element, String.join("\n", lines), "type", finding.rule(), "message", finding.message())
                .close();
    }
}
