package org.ansatz.progress;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the tests start in a virtual machine of its own, to kill it or to race it. */
final class Child {

    private Child() {}

    /** Adds attempts to the database in a folder, from one sitting's number on, and says so after each. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        int first = Integer.parseInt(arguments[1]);
        int count = Integer.parseInt(arguments[2]);
        try (Progress progress = SqliteProgress.open(folder)) {
            System.out.println("open");
            for (int sitting = first; sitting < first + count; sitting++) {
                progress.add(Attempts.right(sitting, sitting, "rf/a"));
                System.out.println(sitting);
            }
        }
    }

    /** Starts a main class of the tests, with its temporary folder in {@code folder}. */
    static Process start(Class<?> main, Path folder, List<String> options, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(1, options);
        command.add(main.getName());
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
