package org.ansatz.field.logic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** A Boolean expression over named signals. */
sealed interface Gate {

    /** Its decision diagram, where {@code signals} gives those of the names. */
    int in(Bdd bdd, ToIntFunction<String> signals);

    /** Adds the names it reads, each with the gate that it is: a signal, or an input that is held at a value. */
    void leaves(Map<String, Gate> leaves);

    /** Adds the names of the signals it reads. */
    default void collect(Set<String> names) {
        Map<String, Gate> leaves = new LinkedHashMap<>();
        leaves(leaves);
        leaves.forEach((name, gate) -> {
            if (gate instanceof Signal) {
                names.add(name);
            }
        });
    }

    /** How often it reads a name: its literals, if it is written with sums, products and complements of names. */
    int literals();

    /** A result for each kind of gate. */
    interface Cases<R> {
        R ofConstant(boolean value);

        R ofSignal(String name);

        R ofNot(Gate gate);

        R ofJoin(Join.Kind kind, Gate left, Gate right);
    }

    /** What the one case says that this is. */
    <R> R fold(Cases<R> cases);

    /** The sum of products of inputs; 0 if there are none. */
    static Gate sum(List<Product> products, List<Gate> inputs) {
        return products.stream()
                .map(product -> product(product, inputs))
                .reduce((a, b) -> new Join(Join.Kind.OR, a, b))
                .orElse(new Constant(false));
    }

    private static Gate product(Product product, List<Gate> inputs) {
        return IntStream.range(0, inputs.size())
                .filter(product::has)
                .mapToObj(i -> product.isTrue(i) ? inputs.get(i) : new Not(inputs.get(i)))
                .reduce((a, b) -> new Join(Join.Kind.AND, a, b))
                .orElse(new Constant(true));
    }

    /** 0 or 1. */
    record Constant(boolean value) implements Gate {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ofConstant(value);
        }

        @Override
        public int in(Bdd bdd, ToIntFunction<String> signals) {
            return bdd.constant(value);
        }

        @Override
        public void leaves(Map<String, Gate> leaves) {}

        @Override
        public int literals() {
            return 0;
        }
    }

    /** An input that has this value in the problem for now: a variable of what is asked. */
    record Held(String name, boolean value) implements Gate {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ofSignal(name);
        }

        @Override
        public int in(Bdd bdd, ToIntFunction<String> signals) {
            return bdd.constant(value);
        }

        @Override
        public void leaves(Map<String, Gate> leaves) {
            leaves.put(name, this);
        }

        @Override
        public int literals() {
            return 1;
        }
    }

    /** A named signal. */
    record Signal(String name) implements Gate {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ofSignal(name);
        }

        @Override
        public int in(Bdd bdd, ToIntFunction<String> signals) {
            return signals.applyAsInt(name);
        }

        @Override
        public void leaves(Map<String, Gate> leaves) {
            leaves.put(name, this);
        }

        @Override
        public int literals() {
            return 1;
        }
    }

    /** The complement. */
    record Not(Gate of) implements Gate {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ofNot(of);
        }

        @Override
        public int in(Bdd bdd, ToIntFunction<String> signals) {
            return bdd.not(of.in(bdd, signals));
        }

        @Override
        public void leaves(Map<String, Gate> leaves) {
            of.leaves(leaves);
        }

        @Override
        public int literals() {
            return of.literals();
        }
    }

    /** Two operands and what joins them. */
    record Join(Kind kind, Gate left, Gate right) implements Gate {

        /** What joins two operands. */
        enum Kind {
            AND,
            OR,
            XOR
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ofJoin(kind, left, right);
        }

        @Override
        public int in(Bdd bdd, ToIntFunction<String> signals) {
            int a = left.in(bdd, signals);
            int b = right.in(bdd, signals);
            return kind == Kind.AND ? bdd.and(a, b) : kind == Kind.OR ? bdd.or(a, b) : bdd.xor(a, b);
        }

        @Override
        public void leaves(Map<String, Gate> leaves) {
            left.leaves(leaves);
            right.leaves(leaves);
        }

        @Override
        public int literals() {
            return left.literals() + right.literals();
        }
    }
}
