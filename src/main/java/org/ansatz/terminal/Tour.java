package org.ansatz.terminal;

import java.util.List;

/** Eight things to do, one after another; each is done by doing it. */
final class Tour {

    /**
     * One step.
     *
     * @param text what to do
     * @param begins how what is typed has to begin; empty for anything that is no command
     */
    private record Step(String text, String begins) {}

    private static final List<Step> STEPS = List.of(
            new Step("Ask for a question: practice q28", "practice"),
            new Step("Look at its data again: given", "given"),
            new Step("Ask for help with it: hint", "hint"),
            new Step("Compute without being marked: try 9*c0/(4*f1) in m", "try"),
            new Step("Reply with an option's letter, or with a value and its unit: 158 cm", ""),
            new Step("See how it is done: solve", "solve"),
            new Step("Change the data and see what is right then: set f1 = 600 MHz", "set"),
            new Step("See what you did, and what is due: stats", "stats"));

    private final Screen screen;
    private int at = -1;

    Tour(Screen screen) {
        this.screen = screen;
    }

    void begin() {
        at = 0;
        screen.text("Eight steps. Type what stands behind the colon, or something like it; 'quit' leaves at any time.");
        say();
    }

    private void say() {
        screen.blank();
        screen.text((at + 1) + "/" + STEPS.size() + "  " + STEPS.get(at).text());
    }

    /** Goes on if a line did what the step asks for. */
    void followed(String line) {
        if (at < 0 || line.isEmpty() || line.equals("tour")) {
            return;
        }
        Step step = STEPS.get(at);
        boolean done = step.begins().isEmpty() ? !isOther(line) : line.startsWith(step.begins());
        if (!done) {
            return;
        }
        at++;
        if (at == STEPS.size()) {
            at = -1;
            screen.blank();
            screen.text("That is all there is to know. Enter shows the next question; 'help' the other words.");
        } else {
            say();
        }
    }

    /** Whether a line belongs to another step, or asks for something else. */
    private static boolean isOther(String line) {
        for (Step step : STEPS) {
            if (!step.begins().isEmpty() && line.startsWith(step.begins())) {
                return true;
            }
        }
        return line.startsWith("help") || line.startsWith("show");
    }
}
