package org.ansatz.problem;

import java.util.List;
import org.ansatz.expression.type.Type;
import org.ansatz.quantity.Unit;
import org.jspecify.annotations.Nullable;

/** The kind of answer that is wanted. A new kind is a new case here and one in the judge. */
public sealed interface Answer {

    /** As it is written in a problem file. */
    String kind();

    /** The options, empty unless it is a choice. */
    default List<Option> options() {
        return List.of();
    }

    /** The unit to show values in, or null for the coherent one. */
    default @Nullable Unit unit() {
        return null;
    }

    /** Exactly one option is right. */
    record OneOf(List<Option> options, Tolerance tolerance) implements Answer {
        /** Copies the list. */
        public OneOf {
            options = List.copyOf(options);
        }

        @Override
        public String kind() {
            return "mcq";
        }
    }

    /** Any number of options is right, and exactly that set is the answer. */
    record AllOf(List<Option> options, Tolerance tolerance) implements Answer {
        /** Copies the list. */
        public AllOf {
            options = List.copyOf(options);
        }

        @Override
        public String kind() {
            return "msq";
        }
    }

    /** A real or complex number with its unit. */
    record Number(String kind, Type type, @Nullable Unit unit, Tolerance tolerance) implements Answer {}

    /** A formula in the declared arguments, or a waveform over one of them; scalar or matrix. */
    record Formula(String kind, Tolerance tolerance) implements Answer {}
}
