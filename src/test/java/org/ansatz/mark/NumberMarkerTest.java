package org.ansatz.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.ansatz.bank.Yaml;
import org.ansatz.expression.type.Type;
import org.ansatz.problem.Answer;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Tolerance;
import org.ansatz.quantity.Dimension;
import org.ansatz.quantity.Units;
import org.ansatz.variant.Generator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked for where a choice is answered with a value, and what that is worth where no option need be right. */
final class NumberMarkerTest {

    private static final Answer CHOICE = new Answer.OneOf(List.of(), new Tolerance.Relative(0.02), List.of());

    @Test
    void aValueInPlaceOfAnOptionIsAskedForInItsUnitOrTheCoherentOne() {
        Type length = Type.real(Dimension.LENGTH);
        Answer.Number given = NumberMarker.answer(length, Units.parse("cm"), CHOICE);
        assertThat(given)
                .isEqualTo(new Answer.Number("number", length, Units.parse("cm"), new Tolerance.Relative(0.02)));
        assertThat(Objects.requireNonNull(
                                NumberMarker.answer(length, null, CHOICE).unit())
                        .symbol())
                .isEqualTo("m");
        assertThat(NumberMarker.answer(Type.REAL, null, CHOICE).unit()).isNull();
    }

    @Test
    void aComplexValueIsNoRealOne() {
        assertThat(NumberMarker.answer(Type.COMPLEX, null, CHOICE).isReal()).isFalse();
        assertThat(NumberMarker.answer(Type.REAL, null, CHOICE).isReal()).isTrue();
    }

    private static final String NEAREST = """
            title: A length
            statement: Which length meets the condition best for {a}?
            given: {a: 2 m}
            variants:
              draw: {a: 3 m..3.5 m step 0.1 m}
              options: {A: 1.5*a, B: 2*a, C: 3*a}
            answer:
              kind: mcq
              find: x
              options: {A: 2.02 m, B: 5 m, C: 8 m}
            routes:
              square:
                least: abs(x^2 - a^2)/a^2
              ratio:
                least: abs(x/a - a/x)
            """;

    /** An option leaves 2 % in the published question, so that twice as much is right in another. */
    @ParameterizedTest(name = "{0} in place of {1} m")
    @CsvSource({"0.99, Right", "1.01, Right", "1.0195, Right", "1.0215, Unscored", "0.9785, Unscored", "2, Unscored"})
    void aReplyIsTriedByTheConditionOfTheRoutes(double part, String kind) {
        Problem problem = Yaml.problem(NEAREST);
        for (long seed = 1; seed <= 3; seed++) {
            Marking marking = Marking.of(problem, Generator.variant(problem, seed));
            double a =
                    Double.parseDouble(marking.verdict().given("a").toString().replace(" m", ""));
            Mark mark = marking.mark(part * a + " m");
            assertThat(mark.getClass().getSimpleName()).as("%s", mark).isEqualTo(kind);
        }
    }
}
