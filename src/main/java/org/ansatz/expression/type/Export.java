package org.ansatz.expression.type;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A name that a field block gives to the expressions of its route: {@code gamma(f)}, {@code v(a, b)}, {@code dH}.
 *
 * @param name as it is written
 * @param required the types of the arguments it must have
 * @param optional the types of further arguments it may have
 * @param result the type of its value
 * @param engine the method it rests on
 * @param help one line
 * @param labels what its arguments may be if they are not values but labels of the block, such as the nodes of a circuit;
 *     they mean something only here, so that a node may be called like a given, by a number or by a word of the language
 */
public record Export(
        String name,
        List<Type> required,
        List<Type> optional,
        Type result,
        Engine engine,
        String help,
        List<String> labels) {

    /** Copies the lists. */
    public Export {
        required = List.copyOf(required);
        optional = List.copyOf(optional);
        labels = List.copyOf(labels);
    }

    /** A name whose arguments are values. */
    public Export(String name, List<Type> required, List<Type> optional, Type result, Engine engine, String help) {
        this(name, required, optional, result, engine, help, List.of());
    }

    /** Whether its arguments are labels. */
    public boolean takesLabels() {
        return !labels.isEmpty();
    }

    /** The label that is written so, in either case of letters, or null. */
    public @Nullable String label(String written) {
        for (String label : labels) {
            if (label.equalsIgnoreCase(written)) {
                return label;
            }
        }
        return null;
    }

    /** A name without arguments. */
    public static Export value(String name, Type result, Engine engine, String help) {
        return new Export(name, List.of(), List.of(), result, engine, help);
    }

    /** A function of one argument. */
    public static Export function(String name, Type argument, Type result, Engine engine, String help) {
        return new Export(name, List.of(argument), List.of(), result, engine, help);
    }
}
