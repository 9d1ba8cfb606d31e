package org.ansatz.terminal;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ansatz.practice.Session;
import org.ansatz.terminal.Command.Completion;
import org.jspecify.annotations.Nullable;

/** The command that says which bank is practised, and chooses another. */
final class BankCommands {

    /** What stands for the folder in which this bank lay before. */
    private static final String MOVED = "moved";

    /** What stands for the bank that comes with the program. */
    private static final String SHIPPED = "shipped";

    private final Desk desk;
    private final Screen screen;
    private final Runnable leave;

    /**
     * The command.
     *
     * @param leave leaves the session, for the next one to begin in the other bank
     */
    BankCommands(Desk desk, Runnable leave) {
        this.desk = desk;
        this.screen = desk.screen();
        this.leave = leave;
    }

    List<Command> commands() {
        return List.of(new Command(
                "bank",
                "bank [FOLDER|shipped|moved]",
                "which bank is practised, or another one",
                Completion.FILE,
                this::bank));
    }

    private void bank(String folder) throws IOException {
        if (folder.isEmpty()) {
            say();
            return;
        }
        if (folder.equals(MOVED)) {
            takeOver();
            return;
        }
        try {
            desk.banks()
                    .choose(
                            folder.equals(SHIPPED)
                                    ? ""
                                    : ExchangeCommands.path(folder).toString());
        } catch (IOException e) {
            throw new Rejected(QuestionView.sentence(String.valueOf(e.getMessage())));
        }
        leave.run();
    }

    private void say() throws IOException {
        String current = desk.banks().current();
        int problems = desk.session().entries().size();
        screen.text((current.isEmpty() ? "The bank that comes with Ansatz" : "The bank in " + current) + ": "
                + ExamCommands.count(problems, "problem") + ".");
        offer();
    }

    private void takeOver() throws IOException {
        String before = before();
        if (before == null) {
            throw new Rejected("No bank with these problems was moved away: there is no progress to take over.");
        }
        int attempts = desk.session().progress().takeOver(before);
        screen.text(ExamCommands.count(attempts, "attempt") + " of " + before + " taken over.");
    }

    /** The folder in which this bank probably lay: it is gone, and half of what was tried there is here, where nothing was. */
    private @Nullable String before() throws IOException {
        Session session = desk.session();
        if (!session.progress().attempts().isEmpty()) {
            return null;
        }
        for (Map.Entry<String, Set<String>> other :
                session.progress().elsewhere().entrySet()) {
            long here = other.getValue().stream().filter(session::has).count();
            if (2 * here >= other.getValue().size() && desk.banks().isGone(other.getKey())) {
                return other.getKey();
            }
        }
        return null;
    }

    /** Says that this bank seems to have been moved, or that the learner is in a folder that is a bank. */
    void offer() throws IOException {
        String before = before();
        if (before != null) {
            screen.text("You practised problems of this bank in " + before
                    + ", which is gone. If it was moved here, 'bank moved' takes over what you did.");
        }
        String offered = desk.banks().offered();
        if (offered != null) {
            screen.text("This folder is a bank: 'bank " + offered + "' practises it.");
        }
    }
}
