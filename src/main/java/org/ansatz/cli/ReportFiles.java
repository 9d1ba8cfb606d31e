package org.ansatz.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.ansatz.files.WholeFile;
import org.ansatz.report.page.Html;
import org.ansatz.report.page.Markdown;
import org.ansatz.report.page.Page;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Reports that other programs read, each written to a file that an option names. */
final class ReportFiles {

    static final String JUNIT = "--junit";
    static final String SARIF = "--sarif";
    static final String MARKDOWN = "--markdown";
    static final String HTML = "--html";

    private static final Map<String, String> FORMS = Map.of(
            JUNIT, "Write a test case for each question as JUnit XML, as build servers read it.",
            SARIF, "Write what is found as SARIF 2.1.0, as code hosts show it beside the lines.",
            MARKDOWN, "Write a page as Markdown.",
            HTML, "Write the same page as one HTML file.");

    private final Map<String, Path> files = new LinkedHashMap<>();

    private ReportFiles() {}

    /** Adds options for these forms. */
    static void describe(CommandSpec spec, String... forms) {
        for (String form : forms) {
            spec.addOption(Command.option(form, String.class, "FILE", FORMS.getOrDefault(form, "")));
        }
    }

    /**
     * The files that a command line names.
     *
     * @throws IOException in a sentence, if one of them cannot be written
     */
    static ReportFiles of(ParseResult given) throws IOException {
        ReportFiles reports = new ReportFiles();
        for (String form : FORMS.keySet()) {
            if (given.hasMatchedOption(form)) {
                String name = given.matchedOptionValue(form, "");
                reports.files.put(form, Command.path(name));
                WholeFile.require(Command.path(name));
            }
        }
        return reports;
    }

    /** Whether no file is named. */
    boolean isEmpty() {
        return files.isEmpty();
    }

    /** Writes a page in those of its forms for which files are named. */
    void write(Supplier<Page> page) throws IOException {
        write(MARKDOWN, () -> Markdown.of(page.get()));
        write(HTML, () -> Html.of(page.get()));
    }

    /** Writes a report if a file is named for its form. */
    void write(String form, Supplier<String> text) throws IOException {
        Path file = files.get(form);
        if (file != null) {
            byte[] bytes = text.get().getBytes(StandardCharsets.UTF_8);
            WholeFile.write(file, out -> out.write(bytes));
        }
    }
}
