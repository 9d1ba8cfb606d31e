package org.ansatz.report;

import java.util.List;
import org.ansatz.bank.Fault;
import org.ansatz.problem.Verdict;

/** Verdicts as the XML that Surefire writes of JUnit tests, which every build server reads: a test case for each question. */
public final class JunitReport {

    private final StringBuilder xml = new StringBuilder();

    private JunitReport() {}

    /** A suite of all verdicts, and of a case for each fault, which is an error. */
    public static String of(List<Verdict> verdicts, List<Fault> faults) {
        JunitReport report = new JunitReport();
        long failing = verdicts.stream()
                .filter(verdict -> !verdict.judgement().passes())
                .count();
        report.xml
                .append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite name=\"ansatz verify\" tests=\"")
                .append(verdicts.size() + faults.size())
                .append("\" errors=\"")
                .append(faults.size())
                .append("\" skipped=\"0\" failures=\"")
                .append(failing)
                .append("\">\n");
        verdicts.forEach(report::verdict);
        faults.forEach(report::fault);
        return report.xml.append("</testsuite>\n").toString();
    }

    private void verdict(Verdict verdict) {
        open(Finding.subject(verdict), folder(verdict.problem().id()));
        if (verdict.judgement().passes()) {
            xml.append("/>\n");
        } else {
            troubled("failure", Finding.of(verdict));
        }
    }

    private void fault(Fault fault) {
        Finding finding = Finding.of(fault);
        open(finding.place().toString(), finding.subject());
        troubled("error", finding);
    }

    private static String folder(String id) {
        int slash = id.lastIndexOf('/');
        return slash < 0 ? "problems" : id.substring(0, slash).replace('/', '.');
    }

    private void open(String name, String group) {
        xml.append("  <testcase name=\"")
                .append(escaped(name))
                .append("\" classname=\"")
                .append(escaped(group))
                .append("\" time=\"0\"");
    }

    private void troubled(String element, Finding finding) {
        xml.append(">\n    <")
                .append(element)
                .append(" type=\"")
                .append(escaped(finding.rule()))
                .append("\" message=\"")
                .append(escaped(finding.message()))
                .append("\">");
        xml.append(escaped(finding.place().toString()));
        finding.details().forEach(line -> xml.append('\n').append(escaped(line)));
        xml.append("</").append(element).append(">\n  </testcase>\n");
    }

    /** Text as XML 1.0 has it: what it forbids becomes a replacement character. */
    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(isAllowed(c) ? c : '\uFFFD');
            }
        });
        return out.toString();
    }

    private static boolean isAllowed(int c) {
        return c == '\t'
                || c == '\n'
                || c >= ' ' && !Character.isISOControl(c) && c <= 0xFFFD && !isSurrogate(c)
                || c >= 0x10000;
    }

    private static boolean isSurrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }
}
