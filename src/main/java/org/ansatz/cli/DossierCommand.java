package org.ansatz.cli;

import java.io.IOException;
import org.ansatz.report.Dossier;
import org.ansatz.report.page.Markdown;
import org.ansatz.report.page.Page;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code ansatz dossier ID}. */
final class DossierCommand extends Command {

    private final Environment environment;

    DossierCommand(Environment environment) {
        super(
                "dossier",
                "Writes a page on the key of one question: what is asked, what each route finds, how far off the key is.");
        this.environment = environment;
    }

    @Override
    void describe(CommandSpec spec) {
        OneQuestion.describe(spec);
        ReportFiles.describe(spec, ReportFiles.MARKDOWN, ReportFiles.HTML);
    }

    @Override
    boolean readsBank() {
        return true;
    }

    @Override
    int run(ParseResult given) throws IOException {
        ReportFiles reports = ReportFiles.of(given);
        OneQuestion question = OneQuestion.of(given, environment);
        if (question == null) {
            return Exit.UNREADABLE;
        }
        Page page = Dossier.of(question.verdict(), question.keys());
        if (reports.isEmpty()) {
            environment.out().print(Markdown.of(page));
        }
        reports.write(() -> page);
        return question.code();
    }
}
