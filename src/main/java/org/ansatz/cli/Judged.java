package org.ansatz.cli;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ansatz.files.Cache;
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
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            add(digest, demands);
            add(digest, problem.id());
            add(digest, text);
            for (Key.Claim key : keys) {
                add(digest, key.key().text());
                add(digest, key.claim());
                add(digest, key.of());
            }
            StringBuilder digits = new StringBuilder(DIGEST_DIGITS);
            for (byte each : digest.digest()) {
                digits.append(Character.forDigit(each >> 4 & 15, 16)).append(Character.forDigit(each & 15, 16));
            }
            return digits.toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** With its length in front, so that two texts are not taken for two others. */
    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
        digest.update(bytes);
    }
}
