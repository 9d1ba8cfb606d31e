package org.ansatz.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import org.ansatz.terminal.Command.Completion;

/** Verifies a problem file again whenever it is saved. */
final class Watch {

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Desk desk;
    private final Screen screen;

    Watch(Desk desk) {
        this.desk = desk;
        this.screen = desk.screen();
    }

    List<Command> commands() {
        return List.of(new Command(
                "watch",
                "watch FILE",
                "for authors: verify a problem file on every save",
                Completion.FILE,
                this::watch));
    }

    private void watch(String text) throws IOException {
        Path file = ExchangeCommands.path(text);
        if (!Files.isRegularFile(file)) {
            throw new Rejected(file + " is no file.");
        }
        screen.dim("Watching " + file + "; Ctrl-C ends it.");
        String before = "";
        do {
            String now = stamp(file);
            if (!now.equals(before) && !now.isEmpty()) {
                before = now;
                desk.worked(() -> {
                    desk.author().report(file, screen.out(), screen.style());
                    return "";
                });
                screen.flush();
            }
        } while (desk.pauses(PAUSE));
    }

    /** What changes when a file is saved; empty while an editor has it out of the way. */
    private static String stamp(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return "";
        }
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return attributes.lastModifiedTime() + " " + attributes.size() + " " + attributes.fileKey();
    }
}
