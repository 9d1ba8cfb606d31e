package org.ansatz.expression.term;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.ansatz.expression.program.Block;
import org.ansatz.expression.program.Form;
import org.ansatz.expression.program.Kernel;
import org.ansatz.expression.program.Kind;
import org.ansatz.expression.program.Lanes;
import org.ansatz.expression.program.Unwritten;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Rational;
import org.jspecify.annotations.Nullable;

/**
 * A function of numbers in a program, applied to values of the language at each point. Where it does not give a number of the
 * expected kind, the language is asked.
 */
final class PointByPoint implements Kernel {

    private final Function function;
    private final Kind kind;

    PointByPoint(Function function, Kind kind) {
        this.function = function;
        this.kind = kind;
    }

    @Override
    public Form result(List<Form> arguments) {
        boolean areExact = true;
        for (Form argument : arguments) {
            areExact &= argument.kind() == Kind.EXACT;
            if (!argument.isSingle() || argument.kind() == Kind.TRUTH || argument.kind() == Kind.RATIONAL) {
                throw new Unwritten(function.name() + " of other than numbers");
            }
        }
        return Form.single(areExact ? Kind.EXACT : kind);
    }

    @Override
    public void run(Lanes lanes, List<Block> arguments, Block result, BitSet entries) {
        for (int lane = 0; lane < lanes.width(); lane++) {
            List<Value> values = values(lanes, lane, arguments);
            set(lanes, lane, result, values.size() < arguments.size() ? null : applied(values));
        }
    }

    /** The arguments at a point, up to the first that is not known. */
    private static List<Value> values(Lanes lanes, int lane, List<Block> arguments) {
        List<Value> values = new ArrayList<>(arguments.size());
        for (Block argument : arguments) {
            double x = lanes.at(argument.at(), lane);
            if (Double.isNaN(x)) {
                break;
            }
            values.add(
                    argument.kind() == Kind.EXACT
                            ? new Value.Exact(Rational.exactly(x))
                            : new Value.Real(x, lanes.distance(argument, argument.at(), lane)));
        }
        return values;
    }

    private @Nullable Value applied(List<Value> values) {
        try {
            Estimate estimate = function.apply(values);
            return estimate.error() == 0 ? estimate.value() : null;
        } catch (NoValue e) {
            return null;
        }
    }

    /** A number of the other kind is not known here: it would count as rounded where it is exact. */
    private static void set(Lanes lanes, int lane, Block result, @Nullable Value value) {
        double x = Double.NaN;
        double fromOne = Double.NaN;
        if (value instanceof Value.Exact exact && result.kind() == Kind.EXACT) {
            x = exact.number().asDouble();
        } else if (value instanceof Value.Real real && result.kind() == Kind.NEAR) {
            x = real.x();
            fromOne = real.fromOne();
        }
        lanes.set(result, 0, lane, x, fromOne);
    }
}
