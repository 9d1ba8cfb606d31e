package org.ansatz.field.logic;

import java.util.Set;
import java.util.function.ToIntFunction;

/** A Boolean expression over named signals. */
sealed interface Gate {

    /** Its decision diagram, where {@code signals} gives those of the names. */
    int in(Bdd bdd, ToIntFunction<String> signals);

    /** Adds the names it reads. */
    void collect(Set<String> names);

    /** How often it reads a name: its literals, if it is written with sums, products and complements of names. */
    int literals();

    /** 0 or 1. */
    record Constant(boolean value) implements Gate {
        @Override
        public int in(Bdd bdd, ToIntFunction<String> signals) {
            return bdd.constant(value);
        }

        @Override
        public void collect(Set<String> names) {}

        @Override
        public int literals() {
            return 0;
        }
    }

    /** A named signal. */
    record Signal(String name) implements Gate {
        @Override
        public int in(Bdd bdd, ToIntFunction<String> signals) {
            return signals.applyAsInt(name);
        }

        @Override
        public void collect(Set<String> names) {
            names.add(name);
        }

        @Override
        public int literals() {
            return 1;
        }
    }

    /** The complement. */
    record Not(Gate of) implements Gate {
        @Override
        public int in(Bdd bdd, ToIntFunction<String> signals) {
            return bdd.not(of.in(bdd, signals));
        }

        @Override
        public void collect(Set<String> names) {
            of.collect(names);
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
        public int in(Bdd bdd, ToIntFunction<String> signals) {
            int a = left.in(bdd, signals);
            int b = right.in(bdd, signals);
            return kind == Kind.AND ? bdd.and(a, b) : kind == Kind.OR ? bdd.or(a, b) : bdd.xor(a, b);
        }

        @Override
        public void collect(Set<String> names) {
            left.collect(names);
            right.collect(names);
        }

        @Override
        public int literals() {
            return left.literals() + right.literals();
        }
    }
}
