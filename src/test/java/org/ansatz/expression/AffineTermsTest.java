package org.ansatz.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.ansatz.expression.evaluation.AffineTerms;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.term.Binding.Role;
import org.ansatz.expression.term.Binding.Variable;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Terms on doubles beside the same terms on values. */
final class AffineTermsTest {

    private final Sheet sheet = Sheet.of("k = 3/7", "square(s) = s^2 + k", "five = square(2) + k");
    private final Variable x = sheet.scope().declare(Role.BOUND, "x", Type.REAL);
    private final Variable y = sheet.scope().declare(Role.BOUND, "y", Type.REAL);
    private final Variable u = sheet.scope().declare(Role.BOUND, "u", Type.REAL);
    private final Variable v = sheet.scope().declare(Role.BOUND, "v", Type.REAL);

    private @Nullable AffineTerms affine(String formula) {
        return AffineTerms.of(List.of(sheet.read(formula).term()), List.of(x, y), List.of(u, v), sheet.frame());
    }

    private double value(String formula, double atX, double atY, double atU, double atV) {
        Term term = sheet.read(formula).term();
        Frame frame = sheet.frame()
                .with(x, new Value.Real(atX))
                .with(y, new Value.Real(atY))
                .with(u, new Value.Real(atU))
                .with(v, new Value.Real(atV));
        return Arithmetic.real(frame.value(term));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x + y - 2*x*y/(1 + x^2)",
                "x^0 + x^1 + x^2 + x^3 + x^7 + x^12 + x^-2 + x^0.5 + x^1.5 + x^-1.5 + x^(1/3) + 2^x + x^y",
                "sin(x) + exp(-y) + sqrt(x) + abs(x - y) + atan2(y, x) + min(x, y, 1) + log10(x)",
                "sin(x + y)*sin(x + y) + (x + y)^2",
                "k*x + square(y) + square(square(x)) + five",
                "-x^2 + (-x)^2 - -y",
                "c0*x/(1 km) in Hz",
                "u*x - v/(1 + y) + 2*(u - v)*sin(x) - (x*y - u)",
                "k*(x - (u - 3*y)) - (v + u)*square(y)/2",
                "(u + 0)*1 - 0*v"
            })
    void coefficientsMakeTheSameValue(String formula) {
        AffineTerms terms = affine(formula);
        assertThat(terms).isNotNull();
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 50; i++) {
            double atX = random.nextDouble(0.1, 3);
            double atY = random.nextDouble(0.1, 3);
            double atU = random.nextDouble(-3, 3);
            double atV = random.nextDouble(-3, 3);
            assertThat(terms.evaluate(new double[] {atX, atY})).isTrue();
            double found = terms.constant(0) + terms.coefficient(0, 0) * atU + terms.coefficient(0, 1) * atV;
            double expected = value(formula, atX, atY, atU, atV);
            assertThat(found).as("seed 7, draw " + i).isCloseTo(expected, within(1e-14 * (100 + Math.abs(expected))));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "u*v",
                "u^2",
                "x/u",
                "sin(u)",
                "if(x > y, x, y)",
                "sum(x^n for n in 1:3)",
                "integrate(x*s for s in 0..1)",
                "real(sqrt(-1 + 0j)*x)",
                "[x, y]*[1; 2]",
                "abs([x, y])*[1; 1]"
            })
    void whatIsNotSeenToBeAffineAndRealIsLeft(String formula) {
        assertThat(affine(formula)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1/(x - y)",
                "1/(1/(x - y))",
                "log(y - 1 - x)",
                "sqrt(-x)",
                "(-x)^0.3",
                "exp(1000*x)",
                "(x - y)^-2"
            })
    void whatHasNoFiniteValueIsNotedWhereverItStands(String formula) {
        AffineTerms terms = affine(formula + " + u");
        assertThat(terms).isNotNull();
        assertThat(terms.evaluate(new double[] {1, 1})).isFalse();
        AffineTerms hidden = affine("0*(" + formula + ") + u");
        assertThat(hidden).isNotNull();
        assertThat(hidden.evaluate(new double[] {1, 1})).isFalse();
    }

    @Test
    void anUnknownIsContainedIfItStandsThere() {
        AffineTerms terms = affine("x*u + y");
        assertThat(terms).isNotNull();
        assertThat(terms.contains(0, 0)).isTrue();
        assertThat(terms.contains(0, 1)).isFalse();
    }

    @Test
    void stepsAreCounted() {
        AffineTerms terms = affine("x*y + u");
        assertThat(terms).isNotNull();
        double[] inputs = {1, 2};
        assertThatThrownBy(() -> {
                    for (long i = 0; i <= Frame.MAX_STEPS; i++) {
                        terms.evaluate(inputs);
                    }
                })
                .isInstanceOf(ExpressionFault.class)
                .hasMessageContaining("more than 20000000 steps");
    }

    @Test
    void simulatedAndFalsifiedArithmeticIsLeftToTheTerms() {
        List<Term> term = List.of(sheet.read("x + u").term());
        Frame jittered = sheet.frame().jittered(1);
        assertThat(AffineTerms.of(term, List.of(x), List.of(u), jittered)).isNull();
        Frame broken = sheet.frame().breaking(Engine.ARITHMETIC);
        assertThat(AffineTerms.of(term, List.of(x), List.of(u), broken)).isNull();
    }
}
