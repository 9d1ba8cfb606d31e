package org.ansatz.expression;

import java.util.List;

/**
 * A name that a field block gives to the expressions of its route: {@code gamma(f)}, {@code v(a, b)}, {@code dH}.
 *
 * @param name as it is written
 * @param required the types of the arguments it must have
 * @param optional the types of further arguments it may have
 * @param result the type of its value
 * @param engine the method it rests on
 * @param help one line
 */
public record Export(String name, List<Type> required, List<Type> optional, Type result, Engine engine, String help) {

    /** Copies the lists. */
    public Export {
        required = List.copyOf(required);
        optional = List.copyOf(optional);
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
