package org.ansatz.expression.check;

import org.jspecify.annotations.Nullable;

/** Finds the known name that a mistyped one was probably meant to be. */
public final class Nearest {

    private static final int LONGEST = 60;

    private Nearest() {}

    /** {@code "; did you mean 'x'?"}, or nothing if no name is near. */
    public static String suggestion(String written, Iterable<String> known) {
        String nearest = to(written, known);
        return nearest == null ? "" : "; did you mean '" + nearest + "'?";
    }

    /** The same as a sentence behind another: {@code " Did you mean 'x'?"}, or nothing. */
    public static String asked(String written, Iterable<String> known) {
        String nearest = to(written, known);
        return nearest == null ? "" : " Did you mean '" + nearest + "'?";
    }

    /** The known name that differs in the fewest letters, if that is at most a third of them (of two letters, one); or null. */
    public static @Nullable String to(String written, Iterable<String> known) {
        if (written.length() > LONGEST) {
            return null;
        }
        String best = null;
        int fewest = written.length() == 1 ? 1 : Math.max(1, written.length() / 3) + 1;
        for (String candidate : known) {
            int distance = candidate.equalsIgnoreCase(written) ? 0 : distance(written, candidate);
            boolean nearer = distance < fewest
                    || best != null
                            && distance == 0
                            && fewest == 0
                            && inCase(written, candidate) < inCase(written, best);
            if (nearer) {
                fewest = distance;
                best = candidate;
            }
        }
        return best;
    }

    /** How many letters differ in case alone, those at the front more: {@code mh} is rather mH than MH. */
    private static int inCase(String a, String b) {
        int differing = 0;
        for (int i = 0; i < a.length(); i++) {
            differing += a.charAt(i) == b.charAt(i) ? 0 : i == 0 ? a.length() : 1;
        }
        return differing;
    }

    /** Letters to insert, delete, replace or swap with a neighbour (Damerau 1964, restricted). */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int replace = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(replace, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
