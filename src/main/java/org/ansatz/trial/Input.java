package org.ansatz.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.check.Nearest;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Evaluator;
import org.ansatz.expression.type.Show;
import org.ansatz.expression.value.Value;
import org.ansatz.problem.Given;
import org.ansatz.problem.Problem;
import org.ansatz.quantity.Unit;
import org.ansatz.quantity.Units;
import org.jspecify.annotations.Nullable;

/**
 * A number that a solution takes: a given of the problem, an argument of the function asked for, or an arbitrary symbol.
 *
 * @param variable its name, type and place in the frame
 * @param unit the unit in which the solution takes it, or null for SI
 * @param shown the unit in which it is shown, or null for the coherent one
 * @param type the Java type: {@code double}, {@code int}, {@code long}, {@code boolean} for what is 0 or 1 (or their boxes),
 *     {@link java.math.BigInteger}, {@link java.math.BigDecimal}, {@link org.apache.commons.math3.complex.Complex};
 *     {@code double[]} for a single row or column, {@code double[][]} for the rows of a matrix
 */
public record Input(
        Binding.Variable variable,
        @Nullable Unit unit,
        @Nullable Unit shown,
        Class<?> type) {

    private static final int SHOWN_DIGITS = 12;

    /**
     * Checks the Java type and the dimension.
     *
     * @throws IllegalArgumentException if a solution cannot take the number so
     */
    public Input {
        if (Taking.as(type) == null) {
            throw new IllegalArgumentException(
                    variable.name() + " cannot be a " + type.getSimpleName() + "; take " + Taking.TYPES);
        }
        if (unit != null && !variable.type().has(unit.dimension())) {
            throw new IllegalArgumentException(
                    variable.name() + " is " + variable.type().describe() + " and cannot be in '" + unit.symbol()
                            + "', which is for " + Units.describe(unit.dimension()));
        }
    }

    /** The names a solution may take: the givens in the order of the file, then arguments, then arbitrary symbols. */
    public static List<String> names(Problem problem) {
        return variables(problem).stream().map(Binding.Variable::name).toList();
    }

    private static List<Binding.Variable> variables(Problem problem) {
        List<Binding.Variable> variables = new ArrayList<>();
        problem.givens().forEach(given -> variables.add(given.variable()));
        problem.question().arguments().forEach(argument -> variables.add(argument.variable()));
        problem.question().arbitrary().forEach(symbol -> variables.add(symbol.variable()));
        return variables;
    }

    /** What the answer to a problem is a function of, each a {@code double} in SI. */
    public static List<Input> arguments(Problem problem) {
        return problem.question().arguments().stream()
                .map(argument -> new Input(argument.variable(), null, null, double.class))
                .toList();
    }

    /**
     * The number called {@code name}.
     *
     * @param unit as people write it, or empty for SI
     * @throws IllegalArgumentException if the problem does not give it, or a solution cannot take it so
     */
    public static Input of(Problem problem, String name, String unit, Class<?> type) {
        for (Binding.Variable variable : variables(problem)) {
            if (variable.name().equals(name)) {
                Expression published = problem.publishedValue(name);
                Unit own = unit(unit);
                return new Input(variable, own, own != null || published == null ? own : published.unit(), type);
            }
        }
        List<String> names = names(problem);
        throw new IllegalArgumentException(problem.id() + " gives no '" + name + "'" + Nearest.suggestion(name, names)
                + (names.isEmpty() ? "; it gives nothing" : "; it gives " + String.join(", ", names)));
    }

    /**
     * The unit that people write so, or null for an empty text.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static @Nullable Unit unit(String written) {
        if (written.isEmpty()) {
            return null;
        }
        Unit unit = Units.parse(written);
        if (unit == null) {
            throw new IllegalArgumentException(
                    "there is no unit '" + written + "'" + Nearest.suggestion(written, Units.symbols()));
        }
        return unit;
    }

    /** By what it is called. */
    public String name() {
        return variable.name();
    }

    /** Whether it varies within one set of data: an argument or an arbitrary symbol. */
    boolean isSampled() {
        return variable.role() != Binding.Role.GIVEN;
    }

    /**
     * Its value as the solution takes it.
     *
     * @throws IllegalArgumentException if the Java type holds no such value
     */
    Object in(Evaluator frame) {
        Value value = value(frame);
        Taking taking = Objects.requireNonNull(Taking.as(type));
        try {
            return taking.of(value, si -> unit == null ? si : unit.fromSi(si), unit == null);
        } catch (IllegalArgumentException e) {
            String shown = value instanceof Value.Array ? variable.name() : show(frame);
            throw new IllegalArgumentException(shown + " " + e.getMessage(), e);
        }
    }

    /** {@code f1 = 429 MHz}. */
    String show(Evaluator frame) {
        return variable.name() + " = " + Show.value(value(frame), variable.type(), shown, SHOWN_DIGITS);
    }

    private Value value(Evaluator frame) {
        Value value = frame.value(variable);
        if (value == null) {
            throw new IllegalArgumentException(variable.name() + " has no value for these data");
        }
        return value;
    }

    /** A given, as messages show it. */
    static Input shown(Given given) {
        return new Input(given.variable(), null, given.published().unit(), double.class);
    }
}
