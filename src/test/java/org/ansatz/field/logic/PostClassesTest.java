package org.ansatz.field.logic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Completeness by Post's classes against what gates make when they are put together, over all gates of two inputs. */
final class PostClassesTest {

    private static final int FUNCTIONS = 16;
    private static final int FIRST = 0b0011;
    private static final int SECOND = 0b0101;
    private static final int NAND = 0b1110;

    private static TruthTable table(int function) {
        return TruthTable.of(2, row -> (function >> 3 - row & 1) == 1);
    }

    /** The functions of two variables that are made of these gates, by putting everything into everything until nothing is new. */
    private static BitSet closure(List<Integer> gates, boolean constants) {
        BitSet made = new BitSet(FUNCTIONS);
        made.set(FIRST);
        made.set(SECOND);
        if (constants) {
            made.set(0);
            made.set(FUNCTIONS - 1);
        }
        int before;
        do {
            before = made.cardinality();
            int[] now = made.stream().toArray();
            for (int gate : gates) {
                for (int a : now) {
                    for (int b : now) {
                        made.set(applied(gate, a, b));
                    }
                }
            }
        } while (made.cardinality() > before);
        return made;
    }

    private static int applied(int gate, int a, int b) {
        int result = 0;
        for (int row = 0; row < 4; row++) {
            int inputs = (a >> 3 - row & 1) * 2 + (b >> 3 - row & 1);
            result |= (gate >> 3 - inputs & 1) << 3 - row;
        }
        return result;
    }

    private static List<PostClasses> classes(List<Integer> gates) {
        return gates.stream().map(gate -> PostClasses.of(table(gate))).toList();
    }

    /** Who makes NAND makes everything, and nobody else does. */
    @Test
    void everyPairOfGatesIsCompleteIfItMakesNand() {
        for (int a = 0; a < FUNCTIONS; a++) {
            for (int b = a; b < FUNCTIONS; b++) {
                List<Integer> gates = List.of(a, b);
                assertThat(PostClasses.isComplete(classes(gates)))
                        .as("%d and %d", a, b)
                        .isEqualTo(closure(gates, false).get(NAND));
                assertThat(PostClasses.isCompleteWithConstants(classes(gates)))
                        .as("%d and %d with constants", a, b)
                        .isEqualTo(closure(gates, true).get(NAND));
            }
        }
    }

    @Test
    void ofAllGatesOnlyNandAndNorAreCompleteByThemselves() {
        List<Integer> alone = new ArrayList<>();
        for (int gate = 0; gate < FUNCTIONS; gate++) {
            if (PostClasses.isComplete(classes(List.of(gate)))) {
                alone.add(gate);
            }
        }
        assertThat(alone).containsExactly(0b1000, NAND);
    }

    /** OEIS A000372, A001146 and their like: 20 monotone, 16 linear, 16 self-dual functions of three variables, 128 that keep 0. */
    @Test
    void theClassesOfAllFunctionsOfThreeVariablesAreAsLargeAsIsKnown() {
        List<PostClasses> all = IntStream.range(0, 256)
                .mapToObj(function -> PostClasses.of(TruthTable.of(3, row -> (function >> row & 1) == 1)))
                .toList();
        assertThat(all.stream().filter(PostClasses::isMonotone).count()).isEqualTo(20);
        assertThat(all.stream().filter(PostClasses::isLinear).count()).isEqualTo(16);
        assertThat(all.stream().filter(PostClasses::isSelfDual).count()).isEqualTo(16);
        assertThat(all.stream().filter(PostClasses::preservesZero).count()).isEqualTo(128);
        assertThat(all.stream().filter(PostClasses::preservesOne).count()).isEqualTo(128);
    }
}
