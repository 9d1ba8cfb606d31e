package org.ansatz.report;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.ansatz.bank.Fault;
import org.ansatz.json.JsonWriter;
import org.ansatz.problem.Place;
import org.ansatz.problem.Remark;
import org.ansatz.problem.Rule;
import org.ansatz.problem.Verdict;

/** Findings as SARIF 2.1.0 (OASIS), which code hosts show beside the lines that they are about. */
public final class SarifReport {

    private static final Map<String, String> STATUSES = Map.of(
            "disputed",
            "independent routes agree, and the key differs",
            "inconsistent",
            "routes differ",
            "unverified",
            "there are fewer than two independent routes, or the demanded certainty is missed",
            "ambiguous",
            "several options fit, or none",
            "failed",
            "a route has no result",
            Finding.UNREADABLE,
            "a file cannot be read");

    private SarifReport() {}

    /** What does not pass, and what cannot be read. */
    public static String of(List<Verdict> verdicts, List<Fault> faults) {
        return text(Finding.all(verdicts, faults));
    }

    /** What lint says, and what cannot be read. */
    public static String ofRemarks(List<Remark> remarks, List<Fault> faults) {
        return text(Finding.ofRemarks(remarks, faults));
    }

    private static String text(List<Finding> findings) {
        Map<String, String> meanings = new TreeMap<>();
        findings.forEach(finding -> meanings.put(finding.rule(), meaning(finding.rule())));
        List<Object> rules = new ArrayList<>();
        meanings.forEach((id, meaning) -> rules.add(Map.of("id", id, "shortDescription", message(meaning))));
        Map<String, Object> driver = new TreeMap<>();
        driver.put("name", "Ansatz");
        driver.put("rules", rules);
        Map<String, Object> run = new TreeMap<>();
        run.put("tool", Map.of("driver", driver));
        run.put("columnKind", "utf16CodeUnits");
        run.put("results", findings.stream().map(SarifReport::result).toList());
        Map<String, Object> log = new TreeMap<>();
        log.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        log.put("version", "2.1.0");
        log.put("runs", List.of(run));
        return JsonWriter.text(log);
    }

    private static String meaning(String rule) {
        for (Rule known : Rule.values()) {
            if (known.id().equals(rule)) {
                return known.meaning();
            }
        }
        return STATUSES.getOrDefault(rule, rule);
    }

    private static Map<String, Object> result(Finding finding) {
        Map<String, Object> result = new TreeMap<>();
        result.put("ruleId", finding.rule());
        result.put("level", finding.severity().name().toLowerCase(Locale.ROOT));
        result.put("message", message(finding.sentence()));
        result.put("locations", List.of(Map.of("physicalLocation", location(finding.place()))));
        return result;
    }

    private static Map<String, Object> message(String text) {
        return Map.of("text", text);
    }

    private static Map<String, Object> location(Place place) {
        Map<String, Object> region = new TreeMap<>();
        region.put("startLine", Math.max(1, place.line()));
        region.put("startColumn", Math.max(1, place.column()));
        return Map.of("artifactLocation", Map.of("uri", uri(place.file())), "region", region);
    }

    /** A relative file as it is named, its separators and other signs as a URI has them. */
    private static String uri(String file) {
        try {
            Path path = Path.of(file);
            return path.isAbsolute()
                    ? path.toUri().toString()
                    : path.toUri().getRawPath().substring(prefix());
        } catch (InvalidPathException e) {
            return "unnamed";
        }
    }

    private static int prefix() {
        return Path.of("").toUri().getRawPath().length();
    }
}
