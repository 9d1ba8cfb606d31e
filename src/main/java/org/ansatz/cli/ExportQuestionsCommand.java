package org.ansatz.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.ansatz.bank.Bank;
import org.ansatz.exchange.Formats;
import org.ansatz.exchange.Items;
import org.ansatz.exchange.Pictures;
import org.ansatz.exchange.item.Exported;
import org.ansatz.exchange.item.Item;
import org.ansatz.exchange.item.Picture;
import org.ansatz.exchange.item.QuestionFormat;
import org.ansatz.files.WholeFile;
import org.ansatz.problem.MarkingScheme;
import org.ansatz.problem.Verdict;
import org.ansatz.report.Style;
import org.ansatz.report.TextReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code ansatz export-questions FORMAT}. */
final class ExportQuestionsCommand extends Command {

    private static final int MAX_VARIANTS = 1000;

    private final Environment environment;

    ExportQuestionsCommand(Environment environment) {
        super(
                "export-questions",
                "Writes verified questions for another program, and says what of them its format cannot hold.");
        this.environment = environment;
    }

    @Override
    void describe(CommandSpec spec) {
        StringBuilder formats = new StringBuilder();
        for (QuestionFormat format : Formats.ALL) {
            formats.append(formats.length() == 0 ? "" : "; ")
                    .append(format.name())
                    .append(": ")
                    .append(format.description());
        }
        spec.addPositional(parameter("FORMAT", formats.append('.').toString()));
        spec.addPositional(parameters("PATH", "Problem files or folders; the bank if none.", 1));
        spec.addOption(option(
                "--out", String.class, "FILE", "The file to write; the screen if none, for formats that are text."));
        spec.addOption(option(
                "--variants", int.class, "N", "Write N seeded variants of each question that has them as well."));
        Schemes.describe(spec);
        spec.addOption(flag("--no-pictures", "Leave plots out, and draw what belongs to a question as text."));
        spec.addOption(flag("--no-solutions", "Leave solutions, hints and plots out."));
    }

    @Override
    boolean readsBank() {
        return true;
    }

    @Override
    int run(ParseResult given) throws InterruptedException, IOException {
        QuestionFormat format = format(given);
        int variants = given.matchedOptionValue("--variants", 0);
        if (variants < 0 || variants > MAX_VARIANTS) {
            throw new ParameterException(
                    given.commandSpec().commandLine(), "--variants takes 0 to " + MAX_VARIANTS + ", not " + variants);
        }
        @Nullable String out = given.matchedOptionValue("--out", null);
        if (out != null) {
            WholeFile.require(path(out));
        } else if (!format.isText()) {
            throw new ParameterException(
                    given.commandSpec().commandLine(),
                    format.name() + " is no text for the screen; name a file: --out questions" + format.ending());
        }
        Bank bank = Banks.load(List.of(given.matchedPositionalValue(1, new String[0])), null, environment);
        TextReport errors = new TextReport(environment.err(), environment.style());
        bank.faults().forEach(errors::fault);
        MarkingScheme scheme = Schemes.of(given, bank, environment);
        if (scheme == null) {
            return Exit.UNREADABLE;
        }
        Established established = Established.of(bank, variants, environment.sink());
        List<Item> items = items(established.passing(), scheme, given);
        Exported exported = written(format, items);
        if (out == null) {
            environment.out().print(exported.text());
        } else {
            WholeFile.write(path(out), file -> file.write(exported.bytes()));
        }
        established.reportOthers(environment.err());
        Losses.report(exported.losses(), environment.err());
        String count = items.size() + (items.size() == 1 ? " question" : " questions");
        environment.err().println(Style.safe(count + " written" + (out == null ? "" : " to " + out)));
        return established.exit();
    }

    private static Exported written(QuestionFormat format, List<Item> items) throws IOException {
        try {
            return format.write(items);
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static QuestionFormat format(ParseResult given) {
        String name = given.matchedPositionalValue(0, "");
        QuestionFormat format = Formats.called(name);
        if (format == null) {
            List<String> names = Formats.ALL.stream().map(QuestionFormat::name).toList();
            throw new ParameterException(
                    given.commandSpec().commandLine(),
                    "there is no format '" + Style.safe(name) + "'; there are " + String.join(", ", names));
        }
        return format;
    }

    private static List<Item> items(List<Verdict> verdicts, MarkingScheme scheme, ParseResult given)
            throws IOException {
        boolean withSolutions = !given.hasMatchedOption("--no-solutions");
        boolean withPictures = !given.hasMatchedOption("--no-pictures");
        List<Item> items = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            List<Picture> plots = withPictures && withSolutions ? Pictures.of(verdict) : List.of();
            Item item = Items.of(verdict, scheme, Pictures.illustration(verdict, withPictures), plots);
            items.add(withSolutions ? item : item.withoutSolution());
        }
        return items;
    }
}
