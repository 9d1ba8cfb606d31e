package org.ansatz.expression.term;

import java.util.List;
import org.ansatz.expression.syntax.Node;
import org.ansatz.expression.type.Export;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Value;
import org.jspecify.annotations.Nullable;

/** What a name stands for. */
public sealed interface Binding {

    /** The name. */
    String name();

    /** What a declared variable is for. */
    enum Role {
        /** Data of the problem. */
        GIVEN,
        /** A symbol the answer must not depend on. */
        ARBITRARY,
        /** What is asked for: the candidate under test. */
        ASKED,
        /** A variable of the answer's formula or waveform. */
        ARGUMENT,
        /** A quantity that the route itself has to find. */
        UNKNOWN,
        /** Bound by {@code for}, a parameter, or a block's own variable. */
        BOUND
    }

    /** A name with a value in the frame. */
    record Variable(Role role, String name, Type type, int slot) implements Binding {
        /** Whether values of this type can stand where its own do. */
        public boolean holds(Type other) {
            boolean real = other.isNumber() && other.set() != NumberSet.COMPLEX;
            return type.isNumber()
                    && (real || type.set() == other.set())
                    && type.shape().equals(other.shape())
                    && other.has(type.dimensionOrNone());
        }

        // By hand: the first call of those that are generated costs 20 ms, and a set of names is made at every start.

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Variable variable
                    && slot == variable.slot
                    && role == variable.role
                    && name.equals(variable.name)
                    && type.equals(variable.type);
        }

        @Override
        public int hashCode() {
            return 31 * name.hashCode() + slot;
        }
    }

    /** A function under test: the candidate is a formula in {@code argument}. */
    record AskedFunction(String name, Type type, int slot, Variable argument) implements Binding {}

    /** An unknown function of a differential equation: its value and derivatives are variables. */
    record State(String name, List<Variable> derivatives) implements Binding {
        /** Copies the list. */
        public State {
            derivatives = List.copyOf(derivatives);
        }
    }

    /** A named step without parameters; {@code height} is that of its tree with the steps it uses. */
    record Step(String name, Term term, Uses uses, int height, int slot) implements Binding {}

    /** A named step with parameters; its body is checked where it is used, with the types it is used with. */
    record StepFunction(String name, List<String> parameters, Node body, Uses uses, int height, Scope scope)
            implements Binding {
        /** Copies the list. */
        public StepFunction {
            parameters = List.copyOf(parameters);
        }
    }

    /**
     * A sequence, as far as its lines are read: {@code y[0] = 1}, {@code y[n] = y[n-1]/2}. It is checked where it is used.
     *
     * @param starts the elements that have values of their own, ascending
     * @param rule what the others follow from, or null
     * @param table the place in a frame of what is known of it so far
     */
    record Sequence(
            String name, List<Start> starts, @Nullable Rule rule, Uses uses, int height, int table, Scope scope)
            implements Binding {
        /** Copies the list. */
        public Sequence {
            starts = List.copyOf(starts);
        }

        /** An element with a value of its own. */
        public record Start(int index, Node value) {}

        /**
         * What elements follow from.
         *
         * @param parameter the name that stands for the index in {@code body}
         * @param shift by how much the index of the element is above it: 1 in {@code y[n+1] = …}
         * @param recurs whether the sequence itself stands in it
         */
        public record Rule(String parameter, int shift, boolean recurs, Node body) {}
    }

    /** A sequence inside its own rule: the elements that are known already. */
    record Earlier(String name, Type type, int table) implements Binding {}

    /**
     * A random variable: a step with a distribution, {@code X ~ normal(0, 1)}.
     *
     * @param variable the place of its value while a statistic is taken
     * @param chance its distribution
     * @param uses what the parameters rest on
     * @param height that of the tree of its parameters
     */
    record Random(Variable variable, Chance chance, Uses uses, int height) implements Binding {
        @Override
        public String name() {
            return variable.name();
        }

        /** What rests on its value rests on its parameters, too. */
        public Uses usesOfValue() {
            return uses.and(Uses.of(variable));
        }
    }

    /** A name whose definition cannot be read yet, and why. */
    record Later(String name, String why) implements Binding {}

    /** A constant of nature or of a block. */
    record Constant(String name, Value value, Type type) implements Binding {}

    /**
     * A name that the route's field block gives.
     *
     * @param uses what the block rests on
     * @param readAt the variables whose values say where a solution is read, such as the time
     */
    record Exported(Export export, Uses uses, List<Variable> readAt) implements Binding {
        /** Copies the list. */
        public Exported {
            readAt = List.copyOf(readAt);
        }

        @Override
        public String name() {
            return export.name();
        }
    }
}
