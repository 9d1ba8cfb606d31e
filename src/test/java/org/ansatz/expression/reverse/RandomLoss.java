package org.ansatz.expression.reverse;

import java.util.Random;

/** A random smooth expression in the matrices of {@link ReverseModeTest}, one number in the end. */
final class RandomLoss {

    private static final String[] MAPS = {
        "tanh(%s)",
        "sigmoid(%s)",
        "sin(%s)",
        "softmax(%s)",
        "log_softmax(%s)",
        "softplus(%s)",
        "(-%s)",
        "0.3*(%s)",
        "((%s)')'",
        "(S*(%s))/4",
        "(%s)*M*M'/4",
        "(%s .+ c)",
        "(%s .* r)",
        "(%s .- row_means(%s))",
        "(%s ./ (1 .+ (%s) .^ 2))",
        "columns(%s, list0)",
        "diag(tanh(row_sums(%s)))*X",
        "(%s .* logsumexp(%s))/4"
    };
    private static final String[] PAIRS = {"(%s + %s)", "(%s - %s)", "(%s .* %s)", "(%s ./ (2 .+ tanh(%s)))"};
    private static final String[] ENDS = {
        "sum(%s)",
        "mean((%s) .^ 2)",
        "norm(1 .+ %s)",
        "log(sum(exp(%s)))",
        "dot(Y, %s)",
        "-mean(pick(log_softmax(%s), list))",
        "trace((%s)*Y')",
        "sum(row_sums(%s) .^ 2)",
        "det(S + (%s)*X'/10)",
        "sum(column_means(%s) .^ 3)"
    };

    private RandomLoss() {}

    static String of(Random random) {
        return filled(ENDS[random.nextInt(ENDS.length)], matrix(random, 1 + random.nextInt(4)));
    }

    /** Of the shape of X. */
    private static String matrix(Random random, int depth) {
        if (depth == 0) {
            return random.nextInt(3) == 0 ? "Y" : "X";
        }
        if (random.nextInt(3) == 0) {
            String pair = PAIRS[random.nextInt(PAIRS.length)];
            String left = matrix(random, depth - 1);
            return String.format(pair, left, matrix(random, depth - 1));
        }
        return filled(MAPS[random.nextInt(MAPS.length)], matrix(random, depth - 1));
    }

    private static String filled(String pattern, String inside) {
        return pattern.replace("%s", inside)
                .replace("columns(" + inside + ", list0)", "columns((" + inside + "), same)");
    }
}
