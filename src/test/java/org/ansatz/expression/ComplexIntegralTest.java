package org.ansatz.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.value.Value;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Integrals of what is complex: of both parts, enclosed together. */
final class ComplexIntegralTest {

    @Test
    void bothPartsAreIntegrated() {
        Value.Complex value = (Value.Complex) Sheet.valueOf("integrate(exp(3*j*t)*t for t in 0..1)");
        // ∫ t·exp(3jt) dt = exp(3j)·(1/(3j) + 1/9) − 1/9
        assertThat(value.re()).isCloseTo((Math.cos(3) - 1) / 9 + Math.sin(3) / 3, Offset.offset(1e-15));
        assertThat(value.im()).isCloseTo(Math.sin(3) / 9 - Math.cos(3) / 3, Offset.offset(1e-15));
    }

    @Test
    void partsThatDifferInTheirBreaksAreIntegratedEachBetweenItsOwn() {
        Value.Complex value = (Value.Complex) Sheet.valueOf("integrate(abs(t - 1/7) + j*abs(t - 2/3) for t in 0..1)");
        assertThat(value.re()).isCloseTo(37.0 / 98, Offset.offset(1e-15));
        assertThat(value.im()).isCloseTo(5.0 / 18, Offset.offset(1e-15));
    }

    @Test
    void whereBothPartsAskForTheSameTheIntegrandIsEnclosedOnce() {
        String wave = "exp(sin(20*t)/(2 + cos(11*t)))";
        long real = steps("integrate(" + wave + " for t in 0..1)");
        long both = steps("integrate(" + wave + "*(1 + j) for t in 0..1)");
        assertThat(both).isBetween(real, real + real / 2);
    }

    private static long steps(String formula) {
        Sheet sheet = Sheet.of();
        Term term = sheet.read(formula).term();
        Frame frame = sheet.frame();
        frame.value(term);
        return frame.spent();
    }
}
