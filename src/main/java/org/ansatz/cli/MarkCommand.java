package org.ansatz.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.ansatz.bank.Bank;
import org.ansatz.files.WholeFile;
import org.ansatz.json.JsonWriter;
import org.ansatz.problem.MarkingScheme;
import org.ansatz.report.ClassPage;
import org.ansatz.report.ClassReport;
import org.ansatz.report.ClassTables;
import org.ansatz.report.TextReport;
import org.ansatz.sheet.Authority;
import org.ansatz.sheet.Examiner;
import org.ansatz.sheet.MarkedClass;
import org.ansatz.sheet.Sheet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code ansatz mark RESPONSES}. */
final class MarkCommand extends Command {

    private static final int MOST_THREADS = 64;

    private final Environment environment;

    MarkCommand(Environment environment) {
        super("mark", "Marks the responses of a class, and tells how each question worked.");
        this.environment = environment;
    }

    @Override
    void describe(CommandSpec spec) {
        spec.addPositional(parameter(
                "RESPONSES",
                "A table with the columns candidate, question and response, or with a column for each question; JSON lines if"
                        + " the name ends in .jsonl; packed by gzip or not; - for standard input."));
        Schemes.describe(spec);
        spec.addOption(option(
                "--against", String.class, "WHO", "Who says what is right: routes, or keys where they are claimed."));
        spec.addOption(
                option("--answers", String.class, "PATH", "File or folder of keys; those of the bank if not given."));
        spec.addOption(
                option(
                        "--seeds",
                        String.class,
                        "FILE",
                        "Which data each candidate had: a table of candidate and seed, or of candidate and version of a paper."));
        spec.addOption(option(
                "--decisions", String.class, "FILE", "What was decided of single replies: question, reply, decision."));
        spec.addOption(flag("--decimal-comma", "Take a comma between digits for a decimal point."));
        spec.addOption(flag("--jsonl", "The responses are JSON lines, whatever the name."));
        spec.addOption(option(
                "--out",
                String.class,
                "FOLDER",
                "Write tables of candidates, questions, choices, mistakes, unread replies."));
        spec.addOption(option("--each", String.class, "FILE", "Write each response with its marks as a table."));
        spec.addOption(option("--threads", int.class, "N", "How many threads mark (default: one for each processor)."));
        spec.addOption(flag("--json", "Print one JSON object instead of text."));
        ReportFiles.describe(spec, ReportFiles.MARKDOWN, ReportFiles.HTML);
    }

    @Override
    boolean readsBank() {
        return true;
    }

    @Override
    int run(ParseResult given) throws IOException {
        Interruption interruption = Interruption.ofThisThread(environment);
        try {
            return mark(given);
        } catch (CancellationException e) {
            return stopped(0); // while the bank was read
        } finally {
            interruption.end();
        }
    }

    private int mark(ParseResult given) throws IOException {
        Authority authority = authority(given);
        ReportFiles reports = ReportFiles.of(given);
        int threads = given.matchedOptionValue("--threads", Runtime.getRuntime().availableProcessors());
        if (threads < 1 || threads > MOST_THREADS) {
            throw new ParameterException(given.commandSpec().commandLine(), "--threads takes 1 to " + MOST_THREADS);
        }
        @Nullable String each = given.matchedOptionValue("--each", null);
        if (each != null) {
            WholeFile.require(path(each));
        }
        Bank bank = Banks.load(List.of(), given.matchedOptionValue("--answers", null), environment);
        TextReport errors = new TextReport(environment.err(), environment.style());
        bank.faults().forEach(errors::fault);
        if (bank.problems().isEmpty()) {
            throw new IOException(
                    "the bank has no problems that responses could be held against; --bank DIR names one");
        }
        MarkingScheme scheme = Schemes.of(given, bank, environment);
        if (scheme == null) {
            return Exit.UNREADABLE;
        }
        Examiner examiner = new Examiner(bank, scheme, authority);
        prepare(examiner, given);
        Sheet sheet = new Sheet(examiner, threads);
        try (sheet) {
            MarkedClass marked = marked(sheet, bank, given, each);
            reports.write(() -> ClassPage.of(marked));
            show(marked, given.hasMatchedOption("--json"));
            sheet.forget();
            boolean all = bank.faults().isEmpty()
                    && marked.tally().refused() + marked.tally().unknown() == 0;
            return !all ? Exit.UNREADABLE : marked.isSettled() ? Exit.OK : Exit.NOT_ALL;
        } catch (CancellationException e) {
            return stopped(sheet.kept());
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) {
                return stopped(sheet.kept()); // it was at a file
            }
            throw e;
        }
    }

    private MarkedClass marked(Sheet sheet, Bank bank, ParseResult given, @Nullable String each) throws IOException {
        String name = given.matchedPositionalValue(0, "-");
        @Nullable String folder = given.matchedOptionValue("--out", null);
        Path results = folder == null ? null : path(folder);
        KeptMarking.begin(sheet, bank, given, results, environment);
        read(sheet, name, form(name, given), each);
        return results == null ? sheet.marked(Sheet.Candidates.NOBODY) : written(sheet, made(results));
    }

    private int stopped(long kept) {
        environment.err().println();
        environment
                .err()
                .println(
                        kept > 0
                                ? "ansatz: stopped; the same command goes on after " + kept + " rows"
                                : "ansatz: stopped before all was marked and written");
        environment.err().flush();
        return Exit.UNREADABLE;
    }

    private static Authority authority(ParseResult given) {
        String word = given.matchedOptionValue("--against", Authority.ROUTES.word());
        Authority authority = Authority.of(word);
        if (authority == null) {
            throw new ParameterException(
                    given.commandSpec().commandLine(),
                    "--against takes one of " + String.join(", ", Authority.words()) + ", not " + word);
        }
        return authority;
    }

    private void prepare(Examiner examiner, ParseResult given) throws IOException {
        if (given.hasMatchedOption("--decimal-comma")) {
            examiner.readDecimalCommas();
        }
        @Nullable String decisions = given.matchedOptionValue("--decisions", null);
        if (decisions != null) {
            use(decisions, examiner::decide);
        }
        @Nullable String seeds = given.matchedOptionValue("--seeds", null);
        if (seeds != null) {
            use(seeds, examiner::seed);
        }
    }

    private static Sheet.Form form(String name, ParseResult given) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("\\.gz$", "");
        boolean lines = given.hasMatchedOption("--jsonl") || plain.endsWith(".jsonl") || plain.endsWith(".ndjson");
        return lines ? Sheet.Form.JSON : Sheet.Form.CSV;
    }

    // ---- files

    private interface Use {
        void of(InputStream stream) throws IOException;
    }

    /** Reads a file; what is wrong with it is said with its name. */
    private void use(String name, Use use) throws IOException {
        if (name.equals("-")) {
            named("standard input", () -> use.of(environment.in()));
            return;
        }
        Path path = path(name);
        if (Files.isDirectory(path)) {
            throw new IOException(name + " is a folder; name a file");
        }
        named(name, () -> {
            try (InputStream stream = Files.newInputStream(path)) {
                use.of(stream);
            } catch (NoSuchFileException e) {
                throw new IOException("there is no such file", e);
            }
        });
    }

    private interface Reading {
        void read() throws IOException;
    }

    private static void named(String name, Reading reading) throws IOException {
        try {
            reading.read();
        } catch (IOException e) {
            throw new IOException(name + ": " + e.getMessage(), e);
        }
    }

    private void read(Sheet sheet, String name, Sheet.Form form, @Nullable String each) throws IOException {
        if (each == null) {
            use(name, stream -> read(sheet, stream, name, form, Sheet.Each.NOBODY));
            return;
        }
        write(path(each), tables -> {
            tables.responses();
            use(name, stream -> read(sheet, stream, name, form, tables::response));
        });
    }

    private void read(Sheet sheet, InputStream stream, String name, Sheet.Form form, Sheet.Each each)
            throws IOException {
        if (name.equals("-") || !Environment.hasScreen()) {
            sheet.read(stream, form, each);
            return;
        }
        try (InputStream shown =
                new MarkingProgress(stream, Files.size(path(name)), sheet::responses, environment.out())) {
            sheet.read(shown, form, each);
        }
    }

    private static Path made(Path folder) throws IOException {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new IOException(folder + " cannot be made a folder: " + e.getMessage(), e);
        }
    }

    private static MarkedClass written(Sheet sheet, Path folder) throws IOException {
        MarkedClass[] found = new MarkedClass[1];
        write(folder.resolve("candidates.csv"), tables -> {
            tables.candidates();
            found[0] = sheet.marked(tables::candidate);
        });
        MarkedClass marked = found[0];
        write(folder.resolve("questions.csv"), tables -> tables.questions(marked));
        write(folder.resolve("choices.csv"), tables -> tables.choices(marked));
        write(folder.resolve("mistakes.csv"), tables -> tables.mistakes(marked));
        write(folder.resolve("unread.csv"), tables -> tables.unread(marked));
        byte[] json = (JsonWriter.text(ClassReport.json(marked)) + "\n").getBytes(StandardCharsets.UTF_8);
        WholeFile.write(folder.resolve("summary.json"), out -> out.write(json));
        return marked;
    }

    private interface Tables {
        void write(ClassTables tables) throws IOException;
    }

    private static void write(Path file, Tables content) throws IOException {
        WholeFile.write(file, out -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            ClassTables tables = new ClassTables(writer);
            content.write(tables);
            tables.flush();
            writer.flush();
        });
    }

    private void show(MarkedClass marked, boolean asJson) {
        if (asJson) {
            environment.out().println(JsonWriter.text(ClassReport.json(marked)));
        } else {
            ClassReport.lines(marked, environment.style()).forEach(environment.out()::println);
        }
    }
}
