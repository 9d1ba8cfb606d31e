package org.ansatz.expression.program;

/**
 * Operations on doubles that give the exact result, or NaN if no double holds it: what a sum rounds off (Knuth, TAOCP 2, 4.2.2,
 * theorem B), and what a fused multiply-add says of a product or quotient, must be zero.
 */
final class Exactly {

    /** Below this magnitude what is rounded off may itself be rounded away. */
    private static final double LEAST = 0x1p-900;

    /** Higher powers of what is not 0, 1 or −1 are not held by doubles. */
    private static final double MAX_POWER = 1100;

    private Exactly() {}

    static double sum(double x, double y) {
        double sum = x + y;
        double back = sum - x;
        double lost = (x - (sum - back)) + (y - back);
        return lost == 0 ? sum : Double.NaN;
    }

    static double product(double x, double y) {
        double product = x * y;
        boolean isExact = Math.fma(x, y, -product) == 0 && (Math.abs(product) >= LEAST || x == 0 || y == 0);
        return isExact ? product : Double.NaN;
    }

    static double quotient(double x, double y) {
        double quotient = x / y;
        boolean isExact = Math.fma(quotient, y, -x) == 0 && (Math.abs(x) >= LEAST && quotient != 0 || x == 0);
        return isExact && y != 0 ? quotient : Double.NaN;
    }

    /** A whole power, by squaring. */
    static double power(double x, double n) {
        if (n != Math.rint(n) || Math.abs(n) > MAX_POWER) {
            return Double.NaN;
        }
        double power = 1;
        double square = x;
        for (int left = (int) Math.abs(n); left > 0; left >>= 1) {
            power = (left & 1) == 1 ? product(power, square) : power;
            square = left > 1 ? product(square, square) : square;
        }
        return n < 0 ? quotient(1, power) : power;
    }
}
