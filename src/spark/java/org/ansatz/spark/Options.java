package org.ansatz.spark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.ansatz.bank.BankFolder;
import org.ansatz.bank.Pack;
import org.ansatz.files.WholeFile;
import org.ansatz.report.page.Html;
import org.ansatz.report.page.Markdown;
import org.ansatz.report.page.Page;
import org.ansatz.sheet.Authority;
import org.ansatz.sheet.Sheet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** What the job is told: the arguments of {@code ansatz mark}, and a few of its own. */
final class Options {

    private static final long LEAST_PIECE = 1 << 10;
    private static final long USUAL_PIECE = 32L << 20;

    private final CommandLine line;
    private final ParseResult given;

    private Options(CommandLine line, ParseResult given) {
        this.line = line;
        this.given = given;
    }

    /** How the results are written. */
    enum Format {
        CSV,
        PARQUET
    }

    /**
     * Reads arguments.
     *
     * @throws ParameterException if they are none of this job
     */
    static Options of(String[] arguments) {
        CommandSpec spec = CommandSpec.create().name("mark");
        spec.usageMessage()
                .description("Marks the responses of a class on a cluster: the tables are those of 'ansatz mark'.");
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("RESPONSES")
                .index("0")
                .arity("1")
                .required(true)
                .type(String.class)
                .description(
                        "A file, a folder or a pattern, wherever Hadoop reads: CSV, packed by gzip or not; JSON lines if the"
                                + " names end in .jsonl; Parquet if they end in .parquet. The order of several files is that of their names.")
                .build());
        option(spec, "--bank", "DIR", "The bank: a folder or a pack, on the machine that submits.", true);
        option(spec, "--scheme", "FILE", "What replies earn, in YAML; that of the GATE if none.", false);
        option(spec, "--against", "WHO", "Who says what is right: routes, or keys where they are claimed.", false);
        option(spec, "--answers", "PATH", "File or folder of keys; those of the bank if not given.", false);
        option(spec, "--seeds", "FILE", "Which data each candidate had.", false);
        option(spec, "--decisions", "FILE", "What was decided of single replies: question, reply, decision.", false);
        option(spec, "--out", "FOLDER", "Where the tables are written, wherever Hadoop writes.", false);
        option(spec, "--format", "FORM", "How they are written: csv (as it is without) or parquet.", false);
        option(spec, "--markdown", "FILE", "Write a page as Markdown, on the machine that submits.", false);
        option(spec, "--html", "FILE", "Write the same page as one HTML file there.", false);
        option(spec, "--piece", "BYTES", "The most that one task reads, but for a line that it begins.", false);
        for (String flag : List.of("--decimal-comma", "--jsonl", "--json")) {
            spec.addOption(OptionSpec.builder(flag)
                    .type(boolean.class)
                    .description(
                            switch (flag) {
                                case "--decimal-comma" -> "Take a comma between digits for a decimal point.";
                                case "--jsonl" -> "The responses are JSON lines, whatever the names.";
                                default -> "Print one JSON object instead of text.";
                            })
                    .build());
        }
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help and exit.")
                .build());
        CommandLine line = new CommandLine(spec);
        Options options = new Options(line, line.parseArgs(arguments));
        if (!options.isHelp()) {
            options.check();
        }
        return options;
    }

    private static void option(CommandSpec spec, String name, String label, String description, boolean isRequired) {
        spec.addOption(OptionSpec.builder(name)
                .type(String.class)
                .paramLabel(label)
                .description(description)
                .required(isRequired)
                .build());
    }

    private void check() {
        if (Authority.of(authority()) == null) {
            throw new ParameterException(
                    line, "--against takes one of " + String.join(", ", Authority.words()) + ", not " + authority());
        }
        format();
        piece();
    }

    boolean isHelp() {
        return given.isUsageHelpRequested();
    }

    String usage() {
        return line.getUsageMessage();
    }

    private @Nullable String value(String option) {
        return given.matchedOptionValue(option, null);
    }

    String responses() {
        return given.matchedPositionalValue(0, "");
    }

    private String authority() {
        return given.matchedOptionValue("--against", Authority.ROUTES.word());
    }

    boolean hasJson() {
        return given.hasMatchedOption("--json");
    }

    @Nullable
    String out() {
        return value("--out");
    }

    Format format() {
        String word = given.matchedOptionValue("--format", "csv");
        for (Format format : Format.values()) {
            if (format.name().equalsIgnoreCase(word)) {
                return format;
            }
        }
        throw new ParameterException(line, "--format takes csv or parquet, not " + word);
    }

    /** The size of a piece in bytes. */
    long piece() {
        String typed = given.matchedOptionValue("--piece", String.valueOf(USUAL_PIECE));
        if (!typed.matches("\\d{1,18}") || Long.parseLong(typed) < LEAST_PIECE) {
            throw new ParameterException(
                    line, "--piece takes a number of bytes, at least " + LEAST_PIECE + ", not " + typed);
        }
        return Long.parseLong(typed);
    }

    /** Writes the page of a class where files are named for it. */
    void writePages(Page page) throws IOException {
        writePage("--markdown", Markdown.of(page));
        writePage("--html", Html.of(page));
    }

    private void writePage(String option, String text) throws IOException {
        String name = value(option);
        if (name != null) {
            WholeFile.write(path(name), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** How a file of responses is written. */
    Sheet.Form form(String file) {
        String plain = file.toLowerCase(Locale.ROOT).replaceAll("\\.gz$", "");
        boolean lines = given.hasMatchedOption("--jsonl") || plain.endsWith(".jsonl") || plain.endsWith(".ndjson");
        return lines ? Sheet.Form.JSON : Sheet.Form.CSV;
    }

    /**
     * What the examiners are told.
     *
     * @throws IOException in a sentence, if a file cannot be read
     */
    Brief brief() throws IOException {
        return new Brief(
                pack().files(),
                bytes("--scheme"),
                authority(),
                bytes("--decisions"),
                bytes("--seeds"),
                given.hasMatchedOption("--decimal-comma"));
    }

    private Pack pack() throws IOException {
        String typed = String.valueOf(value("--bank"));
        Path bank = path(typed);
        if (Files.isRegularFile(bank) && typed.endsWith(Pack.ENDING)) {
            try (var in = Files.newInputStream(bank)) {
                return withAnswers(Pack.read(in));
            } catch (IOException e) {
                throw new IOException(typed + " cannot be read as a pack: " + e.getMessage(), e);
            }
        }
        return withAnswers(Pack.of(BankFolder.of(typed)));
    }

    private Pack withAnswers(Pack pack) throws IOException {
        String typed = value("--answers");
        if (typed == null) {
            return pack;
        }
        var files = new java.util.TreeMap<>(pack.files());
        files.keySet().removeIf(name -> name.startsWith("answers/"));
        Path answers = path(typed);
        if (Files.isDirectory(answers)) {
            try (var all = Files.walk(answers)) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    String name = file.toString();
                    if (name.endsWith(".yaml") || name.endsWith(".yml")) {
                        files.put(
                                "answers/" + answers.relativize(file).toString().replace('\\', '/'),
                                Files.readAllBytes(file));
                    }
                }
            }
        } else {
            files.put("answers/" + answers.getFileName(), read(typed));
        }
        return new Pack(files);
    }

    private byte @Nullable [] bytes(String option) throws IOException {
        String name = value(option);
        return name == null ? null : read(name);
    }

    private static byte[] read(String name) throws IOException {
        Path file = path(name);
        if (!Files.isRegularFile(file)) {
            throw new IOException(name + ": there is no such file");
        }
        return Files.readAllBytes(file);
    }

    private static Path path(String typed) throws IOException {
        try {
            return Path.of(typed);
        } catch (InvalidPathException e) {
            throw new IOException("'" + typed + "' is no path here", e);
        }
    }
}
