package org.ansatz.expression.type;

import java.util.Collections;
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
 * @param keywords what its optional arguments are called, if they may be given by name: {@code minimal_sop(Y, dont_care = D)}
 */
public record Export(
        String name,
        List<Type> required,
        List<Type> optional,
        Type result,
        Engine engine,
        String help,
        List<String> labels,
        List<String> keywords) {

    /** Copies the lists. */
    public Export {
        required = List.copyOf(required);
        optional = List.copyOf(optional);
        labels = List.copyOf(labels);
        keywords = List.copyOf(keywords);
    }

    /** A name whose arguments may be labels, all given by their places. */
    public Export(
            String name,
            List<Type> required,
            List<Type> optional,
            Type result,
            Engine engine,
            String help,
            List<String> labels) {
        this(name, required, optional, result, engine, help, labels, List.of());
    }

    /** A name whose arguments are values. */
    public Export(String name, List<Type> required, List<Type> optional, Type result, Engine engine, String help) {
        this(name, required, optional, result, engine, help, List.of());
    }

    /** The same under another name. */
    public Export called(String other) {
        return new Export(other, required, optional, result, engine, help, labels, keywords);
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

    /** Whether it is a signal, or a row of them that takes an index. */
    public boolean isSignal() {
        return result.set() == NumberSet.SIGNAL;
    }

    /** A signal at given inputs, whose values are further arguments: a truth value. */
    public Export at(List<String> inputs) {
        return new Export(
                name,
                required,
                Collections.nCopies(inputs.size(), Type.INTEGER),
                Type.TRUTH,
                engine,
                help,
                List.of(),
                inputs);
    }

    // By hand: the first call of those that are generated costs 20 ms, and there is one at every start.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Export export
                && name.equals(export.name)
                && required.equals(export.required)
                && optional.equals(export.optional)
                && result.equals(export.result)
                && engine.equals(export.engine)
                && help.equals(export.help)
                && labels.equals(export.labels)
                && keywords.equals(export.keywords);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
