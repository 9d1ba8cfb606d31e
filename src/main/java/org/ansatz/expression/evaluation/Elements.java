package org.ansatz.expression.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Notation;
import org.ansatz.quantity.Rational;

/** The elements of a sequence that follow one from another, as far as they are known. */
final class Elements {

    /** The most elements of one sequence. */
    private static final int MAX_ELEMENTS = 1_000_000;

    /** Longer exact numbers are rounded to doubles: those of a rule that squares grow twice as long with each element. */
    private static final int MAX_BITS = 2_048;

    private final Term.Recurrence recurrence;
    private final List<Value> known = new ArrayList<>();

    Elements(Term.Recurrence recurrence) {
        this.recurrence = recurrence;
    }

    /**
     * An index.
     *
     * @throws NoValue if it is no whole number, or too large
     */
    static long index(String name, Value index) {
        if (index instanceof Value.Exact exact
                && exact.number().isInteger()
                && exact.number().bitLength() < Integer.SIZE) {
            return exact.number().numerator().longValueExact();
        }
        throw new NoValue("the index of " + name + " is " + Notation.number(Arithmetic.real(index), 6)
                + " here; whole numbers below 2147483648 are possible");
    }

    /**
     * An element, found from those before it in a frame like all that were asked with before.
     *
     * @throws NoValue if the sequence begins later
     */
    Value at(long index, Frame frame) {
        if (index - recurrence.first() >= MAX_ELEMENTS) {
            throw new NoValue(recurrence.name() + "[" + index + "] is more than " + MAX_ELEMENTS
                    + " elements from where it begins, " + recurrence.name() + "[" + recurrence.first() + "]");
        }
        Frame inside = frame.with(recurrence.table(), new Value.Handle(this)).ofRepetition();
        for (long next = next(); next <= index; next++) {
            known.add(element(next, inside));
        }
        return known(index);
    }

    /** The index of the first that is not known. */
    private long next() {
        return (long) recurrence.first() + known.size();
    }

    private Value element(long index, Frame inside) {
        Term start = recurrence.start(index);
        if (start != null) {
            return inside.value(start);
        }
        Term rule = recurrence.ruleFor(index);
        Value at = Value.Exact.of(index - recurrence.shift());
        Value value = inside.with(recurrence.index(), at).value(rule);
        return value instanceof Value.Exact exact ? inside.settle(shortened(exact), rule) : value;
    }

    private static Value shortened(Value.Exact exact) {
        Rational number = exact.number();
        return number.bitLength() > MAX_BITS && number.isInRangeOfDoubles() ? new Value.Real(number.toDouble()) : exact;
    }

    /**
     * An element that is known already.
     *
     * @throws NoValue if it is not
     */
    Value known(long index) {
        String name = recurrence.name();
        if (index < recurrence.first()) {
            throw new NoValue(name + "[" + index + "] is asked for, and " + name + " begins at " + name + "["
                    + recurrence.first() + "]: say what it is before");
        }
        if (index >= next()) {
            throw new NoValue(name + "[" + next() + "] would follow from " + name + "[" + index
                    + "], which is not known before it");
        }
        return known.get((int) (index - recurrence.first()));
    }
}
