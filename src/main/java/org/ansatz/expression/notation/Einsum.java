package org.ansatz.expression.notation;

import org.jspecify.annotations.Nullable;

/**
 * What the letters of NumPy's {@code einsum} ask for, where that is a sum or a transposition of one matrix or a product of two.
 *
 * @param head what is written before the first matrix
 * @param isFirstTransposed whether the first matrix is
 * @param operator what stands between two matrices; empty for one
 * @param isSecondTransposed whether the second matrix is
 * @param tail what is written behind the last matrix
 */
record Einsum(String head, boolean isFirstTransposed, String operator, boolean isSecondTransposed, String tail) {

    /**
     * Reads letters such as {@code ij,kj->ik}.
     *
     * @param matrices how many matrices follow them
     * @return null if they ask for anything else
     */
    static @Nullable Einsum of(String letters, int matrices) {
        String[] sides = letters.split("->", -1);
        String[] operands = sides[0].split(",", -1);
        if (operands.length != matrices || sides.length != 2) {
            return null;
        }
        if (matrices == 1) {
            return isMatrix(operands[0]) ? ofOne(operands[0], sides[1]) : null;
        }
        return matrices == 2 && isMatrix(operands[0]) && isMatrix(operands[1])
                ? ofTwo(operands[0], operands[1], sides[1])
                : null;
    }

    private static @Nullable Einsum ofOne(String in, String result) {
        if (result.equals(in) || result.equals(transposed(in))) {
            return new Einsum("", !result.equals(in), "", false, "");
        }
        if (result.isEmpty()) {
            return new Einsum("sum(", false, "", false, ")");
        }
        if (result.equals(in.substring(0, 1))) {
            return new Einsum("row_sums(", false, "", false, ")");
        }
        return result.equals(in.substring(1)) ? new Einsum("column_sums(", false, "", false, ")") : null;
    }

    private static @Nullable Einsum ofTwo(String a, String b, String result) {
        if (a.equals(b) || a.equals(transposed(b))) {
            return result.isEmpty() || result.equals(a)
                    ? new Einsum(result.isEmpty() ? "sum(" : "(", false, ".*", !a.equals(b), ")")
                    : null;
        }
        int summed = b.indexOf(a.charAt(1)) >= 0 ? 1 : 0;
        int in = b.indexOf(a.charAt(summed));
        if (in < 0) {
            return null;
        }
        String free = "" + a.charAt(1 - summed) + b.charAt(1 - in);
        if (!result.equals(free) && !result.equals(transposed(free))) {
            return null;
        }
        return new Einsum("(", summed == 0, "*", in == 1, result.equals(free) ? ")" : ")'");
    }

    private static boolean isMatrix(String letters) {
        return letters.length() == 2 && letters.charAt(0) != letters.charAt(1);
    }

    private static String transposed(String letters) {
        return "" + letters.charAt(1) + letters.charAt(0);
    }
}
