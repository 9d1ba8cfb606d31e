package org.ansatz.field.logic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * A function as its gates are written, in which an input and its complement are two literals that need not be opposite: while an input
 * changes, both may be 0 for a moment, or both 1. Complements stand at the inputs, where De Morgan's laws take them; these and the
 * distributive law leave hazards as they are (S. H. Unger, "Asynchronous Sequential Switching Circuits", 1969, theorem 4.5).
 */
final class DoubleRail {

    private final List<String> inputs;
    private final Map<String, Gate> gates;
    private final String name;
    private final LongConsumer work;

    /**
     * A function.
     *
     * @param name of the signal that it is
     * @param gates of all signals that it rests on, each after those it reads, itself the last
     * @param inputs what else is read, at most {@value TruthTable#MAX_INPUTS}
     * @param work is told of the steps, and may end them with an exception
     */
    DoubleRail(String name, Map<String, Gate> gates, List<String> inputs, LongConsumer work) {
        this.name = name;
        this.gates = new LinkedHashMap<>(gates);
        this.inputs = List.copyOf(inputs);
        this.work = work;
    }

    String name() {
        return name;
    }

    /** The inputs, in the order of the columns of its tables. */
    List<String> inputs() {
        return inputs;
    }

    /** Whether what happens inside is seen: no exclusive or stands in it. */
    boolean isTransparent() {
        return gates.values().stream().noneMatch(gate -> gate.fold(new ExclusiveOr()));
    }

    /** Whether an exclusive or stands in a gate. */
    private static final class ExclusiveOr implements Gate.Cases<Boolean> {
        @Override
        public Boolean ofConstant(boolean value) {
            return false;
        }

        @Override
        public Boolean ofSignal(String name) {
            return false;
        }

        @Override
        public Boolean ofNot(Gate gate) {
            return gate.fold(this);
        }

        @Override
        public Boolean ofJoin(Gate.Join.Kind kind, Gate left, Gate right) {
            return kind == Gate.Join.Kind.XOR || left.fold(this) || right.fold(this);
        }
    }

    /** The function where nothing changes. */
    TruthTable atRest() {
        return new Run(-1, false).table();
    }

    /**
     * What the gates come to while an input changes.
     *
     * @param input which of the inputs
     * @param both what the input and its complement are then
     * @throws IllegalArgumentException where exclusive ors stand in the way: what happens inside one, its symbol does not say
     */
    TruthTable whileChanging(int input, boolean both) {
        return new Run(input, both).table();
    }

    /** A function and its complement. */
    private record Rails(TruthTable is, TruthTable isNot) {}

    /** The tables of all signals, and those of their complements. */
    private final class Run implements Gate.Cases<Rails> {
        private final int changing;
        private final Map<String, Rails> known = new LinkedHashMap<>();

        Run(int changing, boolean both) {
            this.changing = changing;
            for (int i = 0; i < inputs.size(); i++) {
                TruthTable input = TruthTable.variable(inputs.size(), i);
                TruthTable moving = TruthTable.constant(inputs.size(), both);
                known.put(inputs.get(i), i == changing ? new Rails(moving, moving) : new Rails(input, input.not()));
            }
        }

        TruthTable table() {
            gates.forEach((signal, gate) -> known.put(signal, gate.fold(this)));
            return named(name).is;
        }

        private Rails named(String signal) {
            Rails rails = known.get(signal);
            if (rails == null) {
                throw new IllegalArgumentException("there is no signal " + signal);
            }
            return rails;
        }

        @Override
        public Rails ofConstant(boolean value) {
            TruthTable table = TruthTable.constant(inputs.size(), value);
            return new Rails(table, table.not());
        }

        @Override
        public Rails ofSignal(String signal) {
            return named(signal);
        }

        @Override
        public Rails ofNot(Gate gate) {
            Rails rails = gate.fold(this);
            return new Rails(rails.isNot, rails.is);
        }

        @Override
        public Rails ofJoin(Gate.Join.Kind kind, Gate left, Gate right) {
            work.accept(4 + (1L << inputs.size()) / Long.SIZE);
            Rails a = left.fold(this);
            Rails b = right.fold(this);
            switch (kind) {
                case AND:
                    return new Rails(a.is.and(b.is), a.isNot.or(b.isNot));
                case OR:
                    return new Rails(a.is.or(b.is), a.isNot.and(b.isNot));
                default:
                    if (changing >= 0) {
                        throw new IllegalArgumentException(name
                                + " has an exclusive or, whose symbol does not say what happens inside while an input"
                                + " changes: write it with products and sums, A B' + A' B");
                    }
                    return new Rails(a.is.xor(b.is), a.is.xor(b.isNot));
            }
        }
    }

    /** Which of the inputs have these names, in words: {@code A=1 B=0}. */
    String row(int row, int changing) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            if (i != changing) {
                values.add(inputs.get(i) + (TruthTable.input(inputs.size(), row, i) ? "=1" : "=0"));
            }
        }
        return String.join(" ", values);
    }
}
