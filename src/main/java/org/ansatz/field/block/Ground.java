package org.ansatz.field.block;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Sample;
import org.ansatz.expression.term.Uses;

/**
 * A field block under expressions, with what it is a function of.
 *
 * @param block the block
 * @param uses what its text rests on
 */
public record Ground(Block block, Uses uses) {

    /** The block, to be solved wherever the names that it reads have values; what it draws at random is from {@code sample}. */
    public SolvedBlock solved(Sample sample) {
        return new SolvedBlock(block, reads(), sample);
    }

    private List<Uses.Place> reads() {
        List<Uses.Place> reads = new ArrayList<>(uses.places());
        for (Binding.Variable variable : block.readAt()) {
            reads.removeIf(place -> place.slot() == variable.slot());
        }
        return reads;
    }
}
