package org.ansatz.terminal;

import java.io.IOException;
import java.util.List;
import org.ansatz.terminal.Command.Completion;

/** The command that says which bank is practised, and chooses another. */
final class BankCommands {

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
                "bank [FOLDER|shipped]",
                "which bank is practised, or another one",
                Completion.FILE,
                this::bank));
    }

    private void bank(String folder) throws IOException {
        if (folder.isEmpty()) {
            say();
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

    private void say() {
        String current = desk.banks().current();
        int problems = desk.session().entries().size();
        screen.text((current.isEmpty() ? "The bank that comes with Ansatz" : "The bank in " + current) + ": "
                + ExamCommands.count(problems, "problem") + ".");
        offer();
    }

    /** Says that the learner is in a folder that is a bank. */
    void offer() {
        String offered = desk.banks().offered();
        if (offered != null) {
            screen.text("This folder is a bank: 'bank " + offered + "' practises it.");
        }
    }
}
