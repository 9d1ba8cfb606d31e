package org.ansatz.field.logic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Diagrams against truth tables, which share nothing with them. */
final class BddTest {

    private static final int INPUTS = 6;

    /** A random function built twice. */
    private record Both(int diagram, TruthTable table) {
        static Both random(Bdd bdd, Random random, int depth) {
            if (depth == 0) {
                int index = random.nextInt(INPUTS);
                return new Both(bdd.variable(index), TruthTable.variable(INPUTS, index));
            }
            Both a = random(bdd, random, depth - 1);
            Both b = random(bdd, random, depth - 1);
            switch (random.nextInt(4)) {
                case 0:
                    return new Both(bdd.and(a.diagram, b.diagram), a.table.and(b.table));
                case 1:
                    return new Both(bdd.or(a.diagram, b.diagram), a.table.or(b.table));
                case 2:
                    return new Both(bdd.xor(a.diagram, b.diagram), a.table.xor(b.table));
                default:
                    return new Both(bdd.not(a.diagram), a.table.not());
            }
        }
    }

    @RepeatedTest(60)
    void aDiagramIsTheFunctionOfItsTruthTable(RepetitionInfo info) {
        Random random = new Random(info.getCurrentRepetition());
        Bdd bdd = new Bdd();
        Both both = Both.random(bdd, random, 5);
        assertThat(bdd.models(both.diagram(), INPUTS)).isEqualTo(both.table().models());
        for (int row = 0; row < both.table().rows(); row++) {
            boolean[] inputs = new boolean[INPUTS];
            for (int i = 0; i < INPUTS; i++) {
                inputs[i] = TruthTable.input(INPUTS, row, i);
            }
            assertThat(bdd.evaluate(both.diagram(), inputs))
                    .as("seed %s, row %s", info.getCurrentRepetition(), row)
                    .isEqualTo(both.table().value(row));
        }
    }

    @RepeatedTest(60)
    void equalFunctionsAreOneNodeAndOthersHaveACounterExample(RepetitionInfo info) {
        Random random = new Random(info.getCurrentRepetition());
        Bdd bdd = new Bdd();
        Both a = Both.random(bdd, random, 4);
        Both b = Both.random(bdd, random, 4);
        boolean equal = a.table().equals(b.table());
        assertThat(a.diagram() == b.diagram()).isEqualTo(equal);
        assertThat(bdd.counterExample(a.diagram(), b.diagram(), INPUTS).isPresent())
                .isNotEqualTo(equal);
        bdd.counterExample(a.diagram(), b.diagram(), INPUTS)
                .ifPresent(inputs ->
                        assertThat(bdd.evaluate(a.diagram(), inputs)).isNotEqualTo(bdd.evaluate(b.diagram(), inputs)));
        assertThat(bdd.not(bdd.and(a.diagram(), b.diagram())))
                .as("De Morgan")
                .isEqualTo(bdd.or(bdd.not(a.diagram()), bdd.not(b.diagram())));
    }

    @Test
    void aDiagramThatGrowsTooLargeIsRefused() {
        Bdd bdd = new Bdd(1000);
        assertThatThrownBy(() -> {
                    // The worst order for a comparator of words: all bits of one before all bits of the other.
                    int equal = bdd.constant(true);
                    for (int i = 0; i < 30; i++) {
                        equal = bdd.and(equal, bdd.not(bdd.xor(bdd.variable(i), bdd.variable(30 + i))));
                    }
                })
                .isInstanceOf(BddTooLarge.class)
                .hasMessageContaining("1000");
    }
}
