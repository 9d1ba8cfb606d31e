package org.ansatz.expression.program;

import java.util.BitSet;
import org.ansatz.expression.syntax.Op;
import org.ansatz.expression.value.NearOne;

/** An operation on two blocks, entry by entry; a number, a single row or a single column is repeated to fit. */
final class Entrywise implements Instruction {

    private final Op op;
    private final Block a;
    private final Block b;
    private final Block to;

    Entrywise(Op op, Block a, Block b, Block to) {
        this.op = op;
        this.a = a;
        this.b = b;
        this.to = to;
    }

    /** What an operation makes of two blocks. */
    static Form form(Op op, Form a, Form b) {
        int rows = fit(a.rows(), b.rows());
        int columns = fit(a.columns(), b.columns());
        boolean fits =
                rows > 0 && columns > 0 && a.kind().isNumber() && b.kind().isNumber() && isKnown(op);
        if (!fits) {
            throw new Unwritten("an operation on other than numbers whose shapes fit");
        }
        return new Form(kind(op, a.kind(), b.kind()), rows, columns);
    }

    private static boolean isKnown(Op op) {
        return op == Op.ADD || op == Op.SUBTRACT || op == Op.MULTIPLY || op == Op.DIVIDE || op == Op.POWER;
    }

    /** The larger of two counts if they are equal or one of them is 1; else 0. */
    private static int fit(int m, int n) {
        return m == n || n == 1 ? m : m == 1 ? n : 0;
    }

    /** What is known of a result: a sum may be near 1 where a part of it is 1, other results only where all they rest on may. */
    private static Kind kind(Op op, Kind a, Kind b) {
        if (a.isExact() && b.isExact()) {
            if (a == Kind.RATIONAL || b == Kind.RATIONAL) {
                throw new Unwritten("exact numbers that no double holds");
            }
            return Kind.EXACT;
        }
        boolean isSum = op == Op.ADD || op == Op.SUBTRACT;
        boolean isFar = op == Op.POWER ? a != Kind.NEAR : isSum ? isFarSum(a, b) : a == Kind.REAL || b == Kind.REAL;
        return isFar ? Kind.REAL : Kind.NEAR;
    }

    /** A constant that is not whole is not 1 itself. */
    private static boolean isFarSum(Kind a, Kind b) {
        return a == Kind.REAL && (b == Kind.REAL || b == Kind.RATIONAL) || a == Kind.RATIONAL && b == Kind.REAL;
    }

    @Override
    public Block result() {
        return to;
    }

    @Override
    public long operations() {
        return to.form().size();
    }

    @Override
    public BitSet affected(Change change) {
        return Change.union(change.repeated(a, to.form()), change.repeated(b, to.form()));
    }

    @Override
    public void run(Lanes lanes, BitSet entries) {
        int columns = to.form().columns();
        for (int entry = entries.nextSetBit(0); entry >= 0; entry = entries.nextSetBit(entry + 1)) {
            int r = entry / columns;
            int c = entry % columns;
            run(lanes, a.place(r, c), b.place(r, c), to.place(entry));
        }
    }

    private void run(Lanes lanes, int x, int y, int z) {
        if (to.kind() == Kind.EXACT) {
            exact(op, lanes.numbers(), lanes.from(x), lanes.from(y), lanes.from(z), lanes.width());
        } else if (to.kind() == Kind.NEAR) {
            near(lanes, x, y, z);
        } else {
            real(op, lanes.numbers(), lanes.from(x), lanes.from(y), lanes.from(z), lanes.width());
        }
    }

    /** Of numbers of which no more is known than they show. */
    private static void real(Op op, double[] n, int x, int y, int z, int width) {
        switch (op) {
            case ADD:
                for (int i = 0; i < width; i++) {
                    n[z + i] = n[x + i] + n[y + i];
                }
                break;
            case SUBTRACT:
                for (int i = 0; i < width; i++) {
                    n[z + i] = n[x + i] - n[y + i];
                }
                break;
            case MULTIPLY:
                for (int i = 0; i < width; i++) {
                    n[z + i] = n[x + i] * n[y + i];
                }
                break;
            case DIVIDE:
                for (int i = 0; i < width; i++) {
                    n[z + i] = quotient(n[x + i], n[y + i]);
                }
                break;
            default:
                for (int i = 0; i < width; i++) {
                    n[z + i] = power(n[x + i], n[y + i]);
                }
        }
    }

    private static double quotient(double x, double y) {
        return y == 0 ? Double.NaN : x / y;
    }

    private static double power(double x, double y) {
        double power = Math.pow(x, y); // of NaN to the power 0 it would be 1
        return Double.isNaN(x) || Double.isInfinite(power) && x == 0 ? Double.NaN : power;
    }

    private static void exact(Op op, double[] n, int x, int y, int z, int width) {
        for (int i = 0; i < width; i++) {
            n[z + i] = exact(op, n[x + i], n[y + i]);
        }
    }

    private static double exact(Op op, double x, double y) {
        switch (op) {
            case ADD:
                return Exactly.sum(x, y);
            case SUBTRACT:
                return Exactly.sum(x, -y);
            case MULTIPLY:
                return Exactly.product(x, y);
            case DIVIDE:
                return Exactly.quotient(x, y);
            default:
                return Exactly.power(x, y);
        }
    }

    /** Of numbers that may be near 1. */
    private void near(Lanes lanes, int x, int y, int z) {
        for (int lane = 0; lane < lanes.width(); lane++) {
            double p = lanes.at(x, lane);
            double q = lanes.at(y, lane);
            double u = lanes.distance(a, x, lane);
            double v = lanes.distance(b, y, lane);
            int entry = z - to.at();
            switch (op) {
                case ADD:
                    lanes.set(to, entry, lane, NearOne.sum(p, u, q, v), NearOne.sumFromOne(p, u, q, v));
                    break;
                case SUBTRACT:
                    lanes.set(to, entry, lane, NearOne.sum(p, u, -q, v), NearOne.sumFromOne(p, u, -q, v));
                    break;
                case MULTIPLY:
                    lanes.set(to, entry, lane, p * q, NearOne.productFromOne(u, v));
                    break;
                case DIVIDE:
                    lanes.set(to, entry, lane, quotient(p, q), NearOne.quotientFromOne(u, v));
                    break;
                default:
                    double power = power(p, q);
                    double known = a.kind() == Kind.NEAR ? u : Double.NaN;
                    lanes.set(to, entry, lane, NearOne.power(known, q, power), NearOne.powerFromOne(known, q, power));
            }
        }
    }
}
