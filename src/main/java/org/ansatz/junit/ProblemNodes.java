package org.ansatz.junit;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.ansatz.bank.Bank;
import org.ansatz.bank.Fault;
import org.ansatz.problem.Place;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Status;
import org.ansatz.problem.Verdict;
import org.ansatz.report.Style;
import org.ansatz.report.TextReport;
import org.ansatz.report.Texts;
import org.ansatz.verify.Verifier;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.AssertionFailedError;

/**
 * A bank as a tree of tests.
 *
 * @param bank the bank
 * @param source how it is to be tested
 */
record ProblemNodes(Bank bank, BankSource source) {

    private static final int WIDTH = 120;

    /** How JUnit and Ansatz call what is on the class path. */
    private static final String CLASSPATH = "classpath:";

    /** What could not be read, file by file; then the problems. Where there is neither, that is a failing test. */
    Stream<DynamicNode> all() {
        if (bank.faults().isEmpty() && bank.problems().isEmpty()) {
            return Stream.of(dynamicTest("no problem", () -> {
                throw new AssertionFailedError("there is no problem in what @ProblemBank names: " + source.places());
            }));
        }
        Map<String, List<Fault>> unread = new LinkedHashMap<>();
        bank.faults()
                .forEach(fault -> unread.computeIfAbsent(fault.place().file(), file -> new ArrayList<>())
                        .add(fault));
        return Stream.concat(
                unread.entrySet().stream().map(file -> unreadable(file.getKey(), file.getValue())),
                bank.problems().values().stream().map(this::node));
    }

    private static DynamicTest unreadable(String file, List<Fault> faults) {
        return dynamicTest(file, uri(faults.get(0).place()), () -> {
            throw new AssertionFailedError(written(report -> faults.forEach(report::fault)));
        });
    }

    private DynamicNode node(Problem problem) {
        URI uri = uri(problem.place());
        if (problem.variants() == null || source.variants() == 0) {
            return dynamicTest(problem.id(), uri, () -> published(problem));
        }
        Stream<DynamicTest> variants = LongStream.rangeClosed(1, source.variants())
                .mapToObj(seed -> dynamicTest(problem.id() + ", variant " + seed, uri, () -> variant(problem, seed)));
        Stream<DynamicTest> published =
                Stream.of(dynamicTest(problem.id() + ", published", uri, () -> published(problem)));
        return dynamicContainer(problem.id(), uri, Stream.concat(published, variants));
    }

    private void published(Problem problem) {
        check(Verifier.published(problem, bank.keysOf(problem)), "");
    }

    private void variant(Problem problem, long seed) {
        Verdict verdict = Verifier.variant(problem, seed);
        List<String> data = problem.givens().stream()
                .map(given -> Texts.given(given, verdict.data()))
                .toList();
        check(verdict, "variant " + seed + ": " + String.join(", ", data));
    }

    private void check(Verdict verdict, String data) {
        Status status = verdict.status();
        if (source.passing().contains(status)) {
            return;
        }
        String message = (data.isEmpty() ? "" : data + "\n") + described(verdict);
        throw new AssertionFailedError(message, source.passing(), status);
    }

    /** The verdict as the command line explains it, and where the problem is. */
    static String described(Verdict verdict) {
        return written(report -> {
                    report.verdict(verdict);
                    report.explanation(verdict);
                })
                + "\n    at " + verdict.problem().place();
    }

    private static String written(Consumer<TextReport> writing) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        writing.accept(new TextReport(out, new Style(false, WIDTH)));
        out.flush();
        return text.toString().stripTrailing();
    }

    /** A place as editors follow it. */
    static URI uri(Place place) {
        String where = "?line=" + place.line() + "&column=" + place.column();
        if (place.file().startsWith(CLASSPATH)) {
            return URI.create(
                    CLASSPATH + "/" + place.file().substring(CLASSPATH.length()).replace(" ", "%20") + where);
        }
        return URI.create(Path.of(place.file()).toUri() + where);
    }
}
