package org.ansatz.cli;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ansatz.files.Cache;
import org.ansatz.files.Digest;
import org.ansatz.problem.Key;
import org.ansatz.problem.Problem;

/**
 * Which problems passed when they were judged last, by the content of all that their verdict rests on: the file, the keys
 * claimed for it and what was demanded; the cache is the program's own. What did not pass is not kept, so that it is judged,
 * and said, each time.
 */
final class Judged {

    private static final String NAME = "judged";

    /** A line has a digest in hexadecimal digits, a blank and a path. */
    private static final int DIGEST_DIGITS = 64;

    /** More files are not remembered; those that were judged longest ago are forgotten. */
    private static final int MAX_FILES = 200_000;

    private final Cache cache;
    private final String demands;
    private final Map<String, String> passed = new LinkedHashMap<>();

    private Judged(Cache cache, String demands) {
        this.cache = cache;
        this.demands = demands;
    }

    /**
     * What a cache remembers.
     *
     * @param demands what verdicts are found and how sure they must be
     */
    static Judged in(Cache cache, String demands) {
        Judged judged = new Judged(cache, demands);
        ByteBuffer kept = cache.read(NAME);
        if (kept != null) {
            for (String line : StandardCharsets.UTF_8.decode(kept).toString().split("\n")) {
                if (line.length() > DIGEST_DIGITS) {
                    judged.passed.put(line.substring(DIGEST_DIGITS + 1), line.substring(0, DIGEST_DIGITS));
                }
            }
        }
        return judged;
    }

    /**
     * Whether the problem passed, and nothing has changed since.
     *
     * @param text what its file holds
     */
    boolean passed(Problem problem, String text, List<Key.Claim> keys) {
        return digest(problem, text, keys).equals(passed.get(path(problem)));
    }

    /** Takes note of whether a problem passed. */
    void note(Problem problem, String text, List<Key.Claim> keys, boolean passes) {
        passed.remove(path(problem));
        if (passes && path(problem).indexOf('\n') < 0) {
            passed.put(path(problem), digest(problem, text, keys));
        }
    }

    /** Keeps it for the next run. */
    void keep() {
        StringBuilder lines = new StringBuilder();
        int forgotten = passed.size() - MAX_FILES;
        for (Map.Entry<String, String> each : passed.entrySet()) {
            if (--forgotten < 0) {
                lines.append(each.getValue()).append(' ').append(each.getKey()).append('\n');
            }
        }
        cache.write(NAME, lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String path(Problem problem) {
        return Path.of(problem.place().file()).toAbsolutePath().normalize().toString();
    }

    private String digest(Problem problem, String text, List<Key.Claim> keys) {
        Digest digest = new Digest().add(demands).add(problem.id()).add(text);
        for (Key.Claim key : keys) {
            digest.add(key.key().text()).add(key.claim()).add(key.of());
        }
        return digest.hexadecimal();
    }
}
