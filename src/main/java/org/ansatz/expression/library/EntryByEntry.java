package org.ansatz.expression.library;

import java.util.BitSet;
import java.util.List;
import org.ansatz.expression.program.Block;
import org.ansatz.expression.program.Form;
import org.ansatz.expression.program.Kernel;
import org.ansatz.expression.program.Kind;
import org.ansatz.expression.program.Lanes;
import org.ansatz.expression.program.Unwritten;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Rational;

/** An elementary function in a program. */
final class EntryByEntry implements Kernel {

    private final Elementary function;

    EntryByEntry(Elementary function) {
        this.function = function;
    }

    @Override
    public Form result(List<Form> arguments) {
        Form argument = arguments.get(0);
        if (argument.kind() == Kind.TRUTH || argument.kind() == Kind.RATIONAL) {
            throw new Unwritten(function.name() + " of other than real or whole numbers");
        }
        boolean isExact = argument.kind() == Kind.EXACT && function.isExact();
        return argument.with(isExact ? Kind.EXACT : function.kind(argument.kind()));
    }

    @Override
    public void run(Lanes lanes, List<Block> arguments, Block result, BitSet entries) {
        Block argument = arguments.get(0);
        for (int entry = entries.nextSetBit(0); entry >= 0; entry = entries.nextSetBit(entry + 1)) {
            int place = argument.place(entry);
            for (int lane = 0; lane < lanes.width(); lane++) {
                double x = lanes.at(place, lane);
                if (Double.isNaN(x)) {
                    lanes.set(result, entry, lane, x, x);
                } else if (argument.kind() == Kind.EXACT) {
                    atExact(lanes, lane, x, result, entry);
                } else {
                    atReal(lanes, lane, new Value.Real(x, lanes.distance(argument, place, lane)), result, entry);
                }
            }
        }
    }

    @Override
    public BitSet affected(List<Block> arguments, List<BitSet> changed, Form result) {
        return changed.get(0);
    }

    private void atReal(Lanes lanes, int lane, Value.Real x, Block result, int entry) {
        try {
            Value.Real y = function.at(x);
            lanes.set(result, entry, lane, y.x(), y.fromOne());
        } catch (NoValue e) {
            lanes.set(result, entry, lane, Double.NaN, Double.NaN);
        }
    }

    /** Exact where that was promised, and rounded otherwise. */
    private void atExact(Lanes lanes, int lane, double x, Block result, int entry) {
        if (result.kind() == Kind.EXACT) {
            lanes.set(result, entry, lane, function.at(x), Double.NaN);
            return;
        }
        double y = Double.NaN;
        double fromOne = Double.NaN;
        try {
            Value value = function.exactly(new Value.Exact(Rational.exactly(x)));
            if (value instanceof Value.Real real) {
                y = real.x();
                fromOne = real.fromOne();
            }
        } catch (NoValue e) {
            // It has none there; the language says why.
        }
        lanes.set(result, entry, lane, y, fromOne);
    }
}
