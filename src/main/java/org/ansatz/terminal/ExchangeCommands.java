package org.ansatz.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.ansatz.exchange.Formats;
import org.ansatz.exchange.Items;
import org.ansatz.exchange.Pictures;
import org.ansatz.exchange.item.Item;
import org.ansatz.files.WholeFile;
import org.ansatz.mark.Marking;
import org.ansatz.practice.Session;
import org.ansatz.problem.Entry;
import org.ansatz.problem.MarkingScheme;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Verdict;
import org.ansatz.progress.Attempt;
import org.ansatz.progress.Format;
import org.ansatz.terminal.Command.Completion;

/** The commands that write and read files. */
final class ExchangeCommands {

    private static final long MAX_BYTES = 1L << 26;

    private final Desk desk;
    private final Screen screen;

    ExchangeCommands(Desk desk) {
        this.desk = desk;
        this.screen = desk.screen();
    }

    List<Command> commands() {
        return List.of(
                new Command(
                        "export",
                        "export FILE.csv|FILE.json",
                        "write your attempts to a file",
                        Completion.FILE,
                        this::write),
                new Command(
                        "import",
                        "import FILE.csv|FILE.json",
                        "add attempts from a file; those that are there stay single",
                        Completion.FILE,
                        this::read),
                new Command(
                        "anki", "anki FILE.txt", "write the bank for import into Anki", Completion.FILE, this::anki));
    }

    /** The path of a file as it was typed. */
    static Path path(String text) {
        if (text.isEmpty()) {
            throw new Rejected("Name a file.");
        }
        try {
            String home = text.startsWith("~/") ? System.getProperty("user.home", "~") + text.substring(1) : text;
            return Path.of(home);
        } catch (InvalidPathException e) {
            throw new Rejected("'" + text + "' is no name of a file here: " + e.getReason() + ".");
        }
    }

    private void write(String text) throws IOException {
        Path file = path(text);
        Format format = Format.of(file);
        List<Attempt> attempts = desk.session().progress().attempts();
        format.write(attempts, file);
        screen.text(ExamCommands.count(attempts.size(), "attempt") + " written to " + file + ".");
    }

    private void read(String text) throws IOException {
        Path file = path(text);
        Format format = Format.of(file);
        if (!Files.isRegularFile(file)) {
            throw new Rejected(file + " is no file, or cannot be read.");
        }
        if (Files.size(file) > MAX_BYTES) {
            throw new Rejected(file + " has " + Files.size(file) + " bytes; at most " + MAX_BYTES + " are read.");
        }
        List<Attempt> attempts = desk.worked(() -> format.read(file));
        int added = desk.session().progress().addMissing(attempts);
        screen.text(
                added == attempts.size()
                        ? ExamCommands.count(added, "attempt") + " added."
                        : added + " of " + ExamCommands.count(attempts.size(), "attempt")
                                + " added; the others were there.");
    }

    private void anki(String text) throws IOException {
        Path file = path(text);
        Session session = desk.session();
        int all = session.entries().size();
        AtomicInteger done = new AtomicInteger();
        List<Item> items = desk.worked(() -> items(session, done), () -> done + " of " + all + " questions");
        byte[] deck = Formats.ANKI.write(items).bytes();
        WholeFile.write(file, out -> out.write(deck));
        screen.text(ExamCommands.count(items.size(), "note") + " written to " + file
                + ". In Anki: File, Import, and choose it.");
    }

    /** The questions of the bank that have an answer. */
    private static List<Item> items(Session session, AtomicInteger done) throws IOException {
        List<Item> items = new ArrayList<>();
        for (Entry entry : session.entries()) {
            Problem problem = session.read(entry);
            Verdict verdict = Marking.of(problem, problem.published()).verdict();
            if (verdict.judgement().answer() != null) {
                items.add(Items.of(
                        verdict, MarkingScheme.GATE, Pictures.illustration(verdict, /* isFile= */ false), List.of()));
            }
            done.incrementAndGet();
        }
        return items;
    }
}
