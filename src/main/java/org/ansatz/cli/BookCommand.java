package org.ansatz.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ansatz.bank.Bank;
import org.ansatz.book.Book;
import org.ansatz.book.Paper;
import org.ansatz.book.Question;
import org.ansatz.exchange.Items;
import org.ansatz.exchange.Pictures;
import org.ansatz.exchange.item.Illustration;
import org.ansatz.exchange.item.Item;
import org.ansatz.exchange.item.Picture;
import org.ansatz.files.WholeFile;
import org.ansatz.problem.Entry;
import org.ansatz.problem.MarkingScheme;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Verdict;
import org.ansatz.report.Dossier;
import org.ansatz.report.Style;
import org.ansatz.report.TextReport;
import org.ansatz.verify.Verifier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code ansatz book}. */
final class BookCommand extends Command {

    private static final int MAX_VERSIONS = 1000;

    private final Environment environment;

    BookCommand(Environment environment) {
        super("book", "Writes a bank as a book to read, or as an exam to print with its key.");
        this.environment = environment;
    }

    @Override
    void describe(CommandSpec spec) {
        spec.addPositional(parameters("PATH", "Problem files or folders; the bank if none."));
        spec.addOption(option(
                "--out",
                String.class,
                "FILE",
                "A file ending in .html with all in it, or a folder for page and pictures."));
        spec.addOption(option("--title", String.class, "TEXT", "The title."));
        spec.addOption(flag("--teacher", "Show what each route finds, where misconceptions lead, and what keys say."));
        spec.addOption(flag("--no-pictures", "Leave plots out, and draw what belongs to a question as text."));
        spec.addOption(flag("--paper", "Lay the questions out as an exam, with a key behind it."));
        spec.addOption(option(
                "--variants",
                int.class,
                "N",
                "With --paper: N versions with other data or letters, and a key for each."));
    }

    @Override
    boolean readsBank() {
        return true;
    }

    @Override
    int run(ParseResult given) throws InterruptedException, IOException {
        String out = given.matchedOptionValue("--out", "");
        boolean isPaper = given.hasMatchedOption("--paper");
        int versions = given.matchedOptionValue("--variants", 0);
        require(given, !out.isEmpty(), "name the file or folder to write: --out book.html");
        require(given, versions >= 0 && versions <= MAX_VERSIONS, "--variants takes 0 to " + MAX_VERSIONS);
        require(given, isPaper || versions == 0, "--variants goes with --paper");
        Path target = path(out);
        boolean isFile = out.endsWith(".html") || isPaper;
        if (isFile) {
            WholeFile.require(target);
        }
        Bank bank = Banks.load(List.of(given.matchedPositionalValue(0, new String[0])), null, environment);
        TextReport errors = new TextReport(environment.err(), environment.style());
        bank.faults().forEach(errors::fault);
        Established established = Established.of(bank, 0, environment.sink());
        List<Verdict> passing = established.passing();
        String title = given.matchedOptionValue("--title", isPaper ? "Exam" : "Questions");
        if (isPaper) {
            write(target, Paper.of(title, versions(passing, versions)));
        } else {
            List<Question> questions = questions(passing, bank, given);
            if (isFile) {
                write(target, Book.file(title, questions));
            } else {
                write(target, Book.folder(title, questions));
            }
        }
        established.reportOthers(environment.err());
        String count = passing.size() + (passing.size() == 1 ? " question" : " questions");
        environment.out().println(Style.safe(count + " written to " + out));
        return established.exit();
    }

    private static void require(ParseResult given, boolean fulfilled, String rule) {
        if (!fulfilled) {
            throw new ParameterException(given.commandSpec().commandLine(), rule);
        }
    }

    private static List<Question> questions(List<Verdict> verdicts, Bank bank, ParseResult given) throws IOException {
        boolean isTeachers = given.hasMatchedOption("--teacher");
        boolean hasPictures = !given.hasMatchedOption("--no-pictures");
        List<Question> questions = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            List<Picture> pictures = hasPictures ? Pictures.of(verdict) : List.of();
            Problem problem = verdict.problem();
            questions.add(new Question(
                    Items.of(verdict, MarkingScheme.GATE, Pictures.illustration(verdict, hasPictures), pictures),
                    Entry.of(problem).kind(),
                    problem.card().level().difficulty(),
                    isTeachers ? Dossier.of(verdict, bank.keysOf(problem)) : null));
        }
        return questions;
    }

    /** The published questions, or so many versions with other data; where there are none, with other letters. */
    private static List<List<Item>> versions(List<Verdict> verdicts, int count) throws IOException {
        List<List<Item>> versions = new ArrayList<>();
        for (int version = 0; version < Math.max(1, count); version++) {
            List<Item> items = new ArrayList<>();
            for (Verdict published : verdicts) {
                @Nullable Verdict other = count == 0 ? null : other(published.problem(), version + 1);
                Verdict shown = other == null ? published : other;
                Illustration illustration = Pictures.illustration(shown, /* isFile= */ true);
                items.add(Items.of(shown, MarkingScheme.GATE, illustration, List.of()));
            }
            versions.add(items);
        }
        return versions;
    }

    /** A version of a question, or null if its routes do not agree on it. */
    private static @Nullable Verdict other(Problem problem, int version) {
        Verdict verdict = Verifier.shown(problem, problem.seedOfVersion(version));
        return verdict.judgement().passes() ? verdict : null;
    }

    private static void write(Path file, String page) throws IOException {
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        WholeFile.write(file, out -> out.write(bytes));
    }

    private static void write(Path folder, Map<String, byte[]> files) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            makeFolderOf(path);
            WholeFile.write(path, out -> out.write(file.getValue()));
        }
    }
}
