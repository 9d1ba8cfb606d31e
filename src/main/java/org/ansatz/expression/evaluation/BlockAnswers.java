package org.ansatz.expression.evaluation;

import java.util.List;
import java.util.function.Supplier;
import org.ansatz.expansion.Coefficient;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.Export;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Rational;
import org.jspecify.annotations.Nullable;

/**
 * What a field block answers where its names have their values in a frame, as it counts there: false where its engine is broken,
 * moved where errors are simulated. A field's mathematics is a library, and says in Java's own words that there is no value.
 *
 * @param models the block, or null if there is none
 */
record BlockAnswers(@Nullable Models models, Frame frame) {

    /**
     * The value of an exported name.
     *
     * @throws NoValue if there is no block, or it has no solution here, with the reason
     */
    Value value(Export export, List<Value> arguments) {
        if (models == null) {
            throw new NoValue(export.name() + " has no value outside its route");
        }
        for (Value argument : arguments) {
            if (Arrays.isDual(argument)) {
                throw new NoValue("a derivative does not go through what a field block finds, here " + export.name()
                        + "; differences(…) does");
            }
        }
        return frame.result(export.engine(), asked(() -> models.in(frame).evaluate(export, arguments, frame)));
    }

    /** The variable for which an exported name stands; null if it is none. */
    Binding.@Nullable Variable standsFor(Term.Exported name) {
        return models == null ? null : models.standsFor(name);
    }

    /** What the block gives as a quotient of polynomials; null if it is none. */
    Model.@Nullable Quotient quotient(Export export, List<Value> arguments) {
        Model.Quotient found =
                models == null ? null : asked(() -> models.in(frame).quotient(export, arguments));
        return found == null || !frame.isBroken(export.engine())
                ? found
                : new Model.Quotient(found.fraction().map(number -> broken(export.engine(), number)), found.variable());
    }

    private Coefficient broken(Engine engine, Coefficient number) {
        Estimate middle = Estimate.of(number.range().middle(), 0);
        return Coefficient.of(
                Rational.exactly(Arithmetic.real(frame.found(engine, middle).value())));
    }

    /** At which value of its one variable the solution is read here; NaN if at none. */
    double readAt(Export export, List<Value> arguments) {
        return models == null ? Double.NaN : asked(() -> models.in(frame).readAt(export, arguments, frame));
    }

    /** What is known of the solution between two values of that variable. */
    Landmarks landmarks(double low, double high) {
        return models == null ? Landmarks.NONE : asked(() -> models.in(frame).landmarks(low, high));
    }

    /** What the block, solved, says of itself, a line each. */
    List<String> account() {
        return models == null ? List.of() : asked(() -> models.in(frame).account());
    }

    private static <T> T asked(Supplier<T> answer) {
        try {
            return answer.get();
        } catch (NoValue e) {
            throw e;
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw new NoValue(String.valueOf(e.getMessage()));
        }
    }
}
