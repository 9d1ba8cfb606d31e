package org.ansatz.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.ansatz.bank.Yaml;
import org.ansatz.problem.Case;
import org.ansatz.problem.Problem;
import org.ansatz.quantity.NoValue;
import org.ansatz.verify.Verifier;
import org.junit.jupiter.api.Test;

/** Data at the ends of the ranges that variants are drawn from, and data that are partly published. */
final class EndsTest {

    private static final Problem DIVIDER = Yaml.problem("""
            title: A voltage divider
            statement: What is the voltage across {R2}, which is in series with {R1} on a source of {E}?
            given: {E: 10 V, R1: 1 kohm, R2: 4 kohm}
            answer: {kind: number, unit: V}
            routes:
              divider: E*R2/(R1 + R2)
              node equation: root((E - u)/R1 - u/R2 for u in 0 V..E)
            variants:
              draw:
                E: 10 V..20 V step 1 V
                R1: [1 kohm, 2 kohm, 5 kohm]
              where: R1 < R2
            """);

    private static String data(Case data) {
        return Verifier.of(DIVIDER, data).givens().toString();
    }

    @Test
    void eachEndOfEachRangeIsTriedWithTheOthersAsPublished() {
        List<Case> ends = Generator.ends(DIVIDER);
        assertThat(ends).extracting(EndsTest::data).containsExactly("{E=20 V, R1=1 kohm, R2=4 kohm}");
    }

    @Test
    void aProblemWithoutVariantsHasNoEnds() {
        assertThat(Generator.ends(Yaml.problem("""
                title: Two and two
                statement: What is {a} and {a}?
                given: {a: 2}
                answer: {kind: number}
                routes:
                  sum: a + a
                  counted: sum(a for k in 1:2)
                """))).isEmpty();
    }

    @Test
    void ofAVariantSomeGivensCanBeKept() {
        Case variant = Generator.variant(DIVIDER, 3);
        assertThat(data(Generator.mixed(DIVIDER, variant, Set.of()))).isEqualTo("{E=10 V, R1=1 kohm, R2=4 kohm}");
        assertThat(data(Generator.mixed(DIVIDER, variant, Set.of("E", "R1")))).isEqualTo(data(variant));
        assertThatThrownBy(() -> Generator.mixed(Yaml.problem("""
                        title: Two
                        statement: What is {a}?
                        given: {a: 2}
                        answer: {kind: number}
                        routes: {it: a}
                        """), variant, Set.of()))
                .isInstanceOf(NoValue.class);
    }
}
