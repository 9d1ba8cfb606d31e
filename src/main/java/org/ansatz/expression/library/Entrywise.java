package org.ansatz.expression.library;

import java.util.List;
import org.ansatz.expression.reverse.Adjoints;
import org.ansatz.expression.term.Function;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Enclosed;
import org.ansatz.expression.value.EnclosedArithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.interval.NoEnclosure;

/**
 * A function of one number or two, applied entry by entry to matrices; beside a matrix a number is repeated. This is the one
 * place where value, enclosure and reverse mode go from numbers to matrices.
 */
abstract class Entrywise extends Function {

    Entrywise(String signature, String help) {
        super(signature, Engine.ARITHMETIC, help);
    }

    /** The value at numbers. */
    abstract Value ofNumbers(List<Value> numbers);

    /** What the value at numbers is known to lie in. */
    Enclosed enclosedNumbers(List<Enclosed> numbers) {
        throw new NoEnclosure(name());
    }

    /** The derivative by one of the numbers; where nothing else is said, by dual numbers. */
    Value slope(int argument, List<Value> numbers) {
        return super.pullback(argument, numbers, Arithmetic.ZERO, Arithmetic.ONE);
    }

    /**
     * How far off the value at numbers is besides what the roundings of the numbers show by themselves: for a step function of a
     * number so large that its last bit is more than a step.
     */
    double doubt(List<Value> numbers) {
        return 0;
    }

    @Override
    public final Estimate apply(List<Value> arguments) {
        Value value = each(arguments, this::ofNumbers);
        return new Estimate(value, Arrays.size(each(arguments, numbers -> new Value.Real(doubt(numbers)))));
    }

    @Override
    public final Enclosed enclosure(List<Enclosed> arguments) {
        Enclosed first = arguments.get(0);
        return arguments.size() == 1
                ? EnclosedArithmetic.each(first, x -> enclosedNumbers(List.of(x)))
                : EnclosedArithmetic.entrywise(first, arguments.get(1), (x, y) -> enclosedNumbers(List.of(x, y)));
    }

    @Override
    public final Value pullback(int argument, List<Value> arguments, Value result, Value cotangent) {
        Value slopes = each(arguments, numbers -> slope(argument, numbers));
        return Adjoints.folded(Adjoints.times(cotangent, slopes), arguments.get(argument));
    }

    private static Value each(List<Value> arguments, java.util.function.Function<List<Value>, Value> function) {
        Value first = arguments.get(0);
        if (arguments.size() == 2) {
            return Arrays.entrywise(first, arguments.get(1), (x, y) -> function.apply(List.of(x, y)));
        }
        return first instanceof Value.Array array
                ? array.map(x -> function.apply(List.of(x)))
                : function.apply(arguments);
    }
}
