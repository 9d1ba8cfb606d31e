package org.ansatz.progress;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a learner's data is: {@code ANSATZ_HOME}; else {@code ansatz} in {@code XDG_DATA_HOME}; else
 * {@code ~/.local/share/ansatz}. Source: <a href="https://specifications.freedesktop.org/basedir-spec/latest/">XDG Base
 * Directory Specification</a>, by which a relative {@code XDG_DATA_HOME} is ignored.
 */
public final class DataFolder {

    private static final String NAME = "ansatz";

    private DataFolder() {}

    /**
     * That folder, which need not exist; absolute.
     *
     * @param environment the environment's variables, as of {@link System#getenv()}
     * @param home the user's home if {@code HOME} is not set, as the property {@code user.home} says
     */
    public static Path of(Map<String, String> environment, String home) {
        String chosen = environment.get("ANSATZ_HOME");
        if (isSet(chosen)) {
            return Path.of(chosen).toAbsolutePath().normalize();
        }
        String data = environment.get("XDG_DATA_HOME");
        if (isSet(data) && Path.of(data).isAbsolute()) {
            return Path.of(data, NAME);
        }
        String own = environment.get("HOME");
        return Path.of(isSet(own) ? own : home, ".local", "share", NAME).toAbsolutePath();
    }

    private static boolean isSet(@Nullable String value) {
        return value != null && !value.isEmpty();
    }
}
