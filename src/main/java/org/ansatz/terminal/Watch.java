package org.ansatz.terminal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.ansatz.terminal.Command.Completion;

/** Verifies problem files again whenever they are saved, and shows more of them at a key. */
final class Watch {

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Desk desk;
    private final Screen screen;

    /** Work that takes a while, in the thread for that. */
    private interface Work {
        void run() throws InterruptedException;
    }

    Watch(Desk desk) {
        this.desk = desk;
        this.screen = desk.screen();
    }

    List<Command> commands() {
        return List.of(new Command(
                "watch",
                "watch [FILE|FOLDER]",
                "for authors: verify a file, or a bank, on every save",
                Completion.FILE,
                this::watch));
    }

    private void watch(String text) throws IOException {
        Path path = text.isEmpty() ? null : ExchangeCommands.path(text);
        Author.Watched files = desk.author().watched(path);
        screen.dim("Watching " + files.name() + "; q ends it.");
        String verified = files.stamp();
        work(() -> files.verify(screen.out(), screen.style()));
        keys(files);
        String before = verified;
        for (int key = desk.key(PAUSE); !leaves(key); key = desk.key(PAUSE)) {
            press(key, files);
            String now = files.stamp();
            // What is still being written is left alone until it rests.
            if (!now.equals(verified) && now.equals(before)) {
                verified = now;
                if (now.isEmpty()) {
                    screen.trouble(files.name() + " is gone; it is verified once it is there again.");
                } else {
                    work(() -> files.verify(screen.out(), screen.style()));
                }
                screen.flush();
            }
            before = now;
        }
    }

    private static boolean leaves(int key) {
        return key == Patience.LEAVE || key == 'q' || key == 'Q';
    }

    private void press(int key, Author.Watched files) {
        switch (key) {
            case Patience.NO_KEY:
                return;
            case 'n':
                work(() -> files.next(screen.out(), screen.style()));
                break;
            case 'h':
                work(() -> files.explain(screen.out(), screen.style()));
                break;
            case 'l':
                work(() -> files.lint(screen.out(), screen.style()));
                break;
            default:
                keys(files);
        }
        screen.flush();
    }

    private void keys(Author.Watched files) {
        screen.dim((files.isBank() ? "n next failing, " : "") + "h explain, l lint, q quit");
        screen.flush();
    }

    private void work(Work work) {
        desk.worked(() -> {
            work.run();
            return "";
        });
        screen.flush();
    }
}
