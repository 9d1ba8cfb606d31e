package org.ansatz.expression.program;

import java.util.Arrays;
import java.util.BitSet;
import org.ansatz.expression.syntax.Op;
import org.ansatz.expression.value.NearOne;

/** The product of two matrices. */
final class MatrixProduct implements Instruction {

    private final Block a;
    private final Block b;
    private final Block to;

    MatrixProduct(Block a, Block b, Block to) {
        this.a = a;
        this.b = b;
        this.to = to;
    }

    /** What the product of two matrices is. */
    static Form form(Form a, Form b) {
        if (a.columns() != b.rows()) {
            throw new Unwritten("a product of matrices that do not fit");
        }
        Kind kind = Entrywise.form(Op.MULTIPLY, Form.single(a.kind()), Form.single(b.kind()))
                .kind();
        return new Form(kind, a.rows(), b.columns());
    }

    @Override
    public Block result() {
        return to;
    }

    @Override
    public long operations() {
        return (long) to.form().size() * a.form().columns();
    }

    /** A whole row with an entry of the first matrix, a whole column with one of the second. */
    @Override
    public BitSet affected(Change change) {
        BitSet affected = new BitSet(to.form().size());
        int columns = to.form().columns();
        BitSet left = change.of(a);
        for (int entry = left.nextSetBit(0); entry >= 0; entry = left.nextSetBit(entry + 1)) {
            int row = entry / a.form().columns();
            affected.set(row * columns, (row + 1) * columns);
        }
        BitSet right = change.of(b);
        for (int entry = right.nextSetBit(0); entry >= 0; entry = right.nextSetBit(entry + 1)) {
            for (int row = 0; row < to.form().rows(); row++) {
                affected.set(row * columns + entry % columns);
            }
        }
        return affected;
    }

    @Override
    public void run(Lanes lanes, BitSet entries) {
        int columns = to.form().columns();
        for (int entry = entries.nextSetBit(0); entry >= 0; entry = entries.nextSetBit(entry + 1)) {
            entry(lanes, entry / columns, entry % columns, entry);
        }
    }

    private void entry(Lanes lanes, int r, int c, int entry) {
        if (to.kind() == Kind.NEAR) {
            near(lanes, r, c, entry);
            return;
        }
        double[] n = lanes.numbers();
        int width = lanes.width();
        int sum = lanes.from(to.place(entry));
        boolean isExact = to.kind() == Kind.EXACT;
        Arrays.fill(n, sum, sum + width, 0);
        for (int k = 0; k < a.form().columns(); k++) {
            int x = lanes.from(a.at() + r * a.form().columns() + k);
            int y = lanes.from(b.at() + k * b.form().columns() + c);
            if (isExact) {
                addExactly(n, x, y, sum, width);
            } else {
                for (int i = 0; i < width; i++) {
                    n[sum + i] += n[x + i] * n[y + i];
                }
            }
        }
    }

    private static void addExactly(double[] n, int x, int y, int sum, int width) {
        for (int i = 0; i < width; i++) {
            n[sum + i] = Exactly.sum(n[sum + i], Exactly.product(n[x + i], n[y + i]));
        }
    }

    private void near(Lanes lanes, int r, int c, int entry) {
        for (int lane = 0; lane < lanes.width(); lane++) {
            double sum = 0;
            double fromOne = Double.NaN;
            for (int k = 0; k < a.form().columns(); k++) {
                int x = a.at() + r * a.form().columns() + k;
                int y = b.at() + k * b.form().columns() + c;
                double product = lanes.at(x, lane) * lanes.at(y, lane);
                double v = NearOne.productFromOne(lanes.distance(a, x, lane), lanes.distance(b, y, lane));
                double next = NearOne.sum(sum, fromOne, product, v);
                fromOne = NearOne.sumFromOne(sum, fromOne, product, v);
                sum = next;
            }
            lanes.set(to, entry, lane, sum, fromOne);
        }
    }
}
