package org.ansatz.cli;

/**
 * Long work that Ctrl-C ends in order: whoever works is interrupted and waited for, so that what is half done is cleared away, a
 * message is printed and the exit code is the program's own. Java would end at once.
 */
final class Interruption {

    /** Work that does not look up for so long is ended as it is. */
    private static final long PATIENCE_MILLIS = 2000;

    private final Thread hook;

    private Interruption(Thread hook) {
        this.hook = hook;
    }

    /** For what this thread does until its end. */
    static Interruption ofThisThread(Environment environment) {
        Thread working = Thread.currentThread();
        Thread hook = new Thread(() -> {
            working.interrupt();
            try {
                working.join(PATIENCE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            environment.err().println();
            environment.err().println("ansatz: stopped");
            environment.err().flush();
            Runtime.getRuntime().halt(Exit.UNREADABLE);
        });
        Runtime.getRuntime().addShutdownHook(hook);
        return new Interruption(hook);
    }

    /** The work is done, or given up. */
    void end() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // Java is on its way down: this is what it is for
        }
    }
}
