package org.ansatz.field.circuit.linear;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.field.circuit.linear.ComplexImmittances.Complex;

/**
 * What parts add to the equations of a network, each term by itself: where values move the terms change, but not where they stand nor
 * how many there are. In the sum of a large and a small one the change of the small one would be lost.
 */
final class Terms implements Stamps.Equations<Complex> {

    /** A term that belongs to the right side of its row. */
    static final int RIGHT = -1;

    private final List<Term> terms = new ArrayList<>();

    /**
     * A term.
     *
     * @param column of its unknown, or {@link #RIGHT}
     */
    record Term(int row, int column, Complex value) {}

    @Override
    public void add(int row, int column, Complex coefficient) {
        terms.add(new Term(row, column, coefficient));
    }

    @Override
    public void right(int row, Complex value) {
        terms.add(new Term(row, RIGHT, value));
    }

    int size() {
        return terms.size();
    }

    Term get(int n) {
        return terms.get(n);
    }
}
