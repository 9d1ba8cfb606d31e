package org.ansatz.field.ode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.type.Export;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.field.ode.DifferentialEquations.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a block of equations says of itself. */
final class DifferentialEquationsTest {

    private static final WrittenEquations TWO =
            WrittenEquations.of(List.of("x'' == y - x", "y' == x'"), List.of("x(0) == 1", "x'(0) == 2", "y(0) == 3"));

    @Test
    void everyDerivativeHasAPlaceInTheStateOrInItsSlopes() {
        List<Place> places = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Export export : TWO.equations().exports()) {
            names.add(export.name());
            places.add(TWO.equations().place(export));
        }
        assertThat(names).containsExactly("x", "x'", "x''", "y", "y'");
        assertThat(places)
                .containsExactly(
                        new Place(0, false),
                        new Place(1, false),
                        new Place(1, true),
                        new Place(2, false),
                        new Place(2, true));
        Export other = WrittenEquations.of(List.of("x''' == -x"), List.of("x(5) == 1", "x'(5) == 1", "x''(5) == 1"))
                .equations()
                .exports()
                .get(3);
        assertThat(TWO.equations().exports()).doesNotContain(other);
        assertThatThrownBy(() -> TWO.equations().place(other)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theHighestDerivativesDependOnTimeAndTheLowerOnes() {
        DifferentialEquations equations = TWO.equations();
        assertThat(equations.readAt()).containsExactly(equations.argument());
        assertThat(equations.inputs())
                .containsExactly(
                        equations.argument(),
                        equations.unknowns().get(0).derivatives().get(0),
                        equations.unknowns().get(0).derivatives().get(1),
                        equations.unknowns().get(1).derivatives().get(0));
    }

    @Test
    void theProblemBeginsWithTheValuesThatAreGiven() {
        InitialValueProblem problem = WrittenEquations.of(
                        List.of("x'' == y - x", "y' == x'"), List.of("x(4) == 1", "x'(4) == 2", "y(4) == 3"))
                .problem();
        assertThat(problem.start()).isEqualTo(4);
        assertThat(problem.solve(4, 1e-9).at(4)).containsExactly(1, 2, 3);
    }

    /** A number that is rounded is moved where errors are simulated, wherever in the block it stands. */
    @ParameterizedTest
    @CsvSource({
        "x' == 2*x, x(0) == 1, true",
        "x' == sqrt(2)*x, x(0) == 1, false",
        "x' == 2*x, x(0) == sqrt(2), false",
        "x' == 2*x, x(sqrt(2)) == 1, false",
        "x' == 2*sqrt(x + t), x(0) == 1, true",
    })
    void dataThatAreRoundedAreNotExact(String equation, String from, boolean isExact) {
        WrittenEquations written = WrittenEquations.of(List.of(equation), List.of(from));
        assertThat(written.equations().isExact(written.frame())).isEqualTo(isExact);
    }

    @Test
    void anEquationWithMoreThanOneSolutionIsRefused() {
        assertThatThrownBy(() -> WrittenEquations.of(List.of("x' == sqrt(abs(x))"), List.of("x(0) == 0"))
                        .problem())
                .isInstanceOf(ArithmeticException.class);
    }

    private static double after(String let, String equation, String from, double t) {
        return WrittenEquations.of(let, List.of(equation), List.of(from))
                .problem()
                .solve(t, 1e-10)
                .at(t)[0];
    }

    /** What is given just before an impulse at the start is changed by it, what is given just after is not; a later one changes both. */
    @Test
    void impulsesChangeWhatIsGivenBeforeThem() {
        assertThat(after("", "x' == 3*delta(t)", "x(0) == 1", 2)).isEqualTo(4);
        assertThat(after("", "x' == 3*delta(t)", "x(0-) == 1", 2)).isEqualTo(4);
        assertThat(after("", "x' == 3*delta(t)", "x(0+) == 1", 2)).isEqualTo(1);
        assertThat(after("", "x' == 3*delta(t - 1)", "x(0+) == 1", 2)).isCloseTo(4, within(1e-12));
        assertThat(after("", "x' == 3*delta(t - 1)", "x(0) == 1", 2)).isCloseTo(4, within(1e-12));
        assertThat(after("", "x' == 3*delta(t - 1)", "x(0) == 1", 0.5)).isCloseTo(1, within(1e-12));
        assertThat(after("", "x' == delta(t - 1)*sin(t)", "x(0) == 1", 2)).isCloseTo(1 + Math.sin(1), within(1e-12));
    }

    /** In each simulation the data are moved once, and the slopes on the way are those of the moved data. */
    @Test
    void dataAreMovedOnceWhereErrorsAreSimulated() {
        WrittenEquations written =
                WrittenEquations.of("big = 1e12*(sqrt(2)^2 - 2)", List.of("x' == big*1e3 + 0*x"), List.of("x(0) == 1"));
        Frame exact = written.frame().rested();
        Frame simulated = exact.jittered(7);
        InitialValueProblem plain = written.equations().problem(exact);
        InitialValueProblem moved = written.equations().problem(simulated);
        double slope = slope(moved, 0.5);
        assertThat(slope).isNotEqualTo(slope(plain, 0.5));
        assertThat(slope(moved, 0.25)).isEqualTo(slope);
        assertThat(slope(moved, 0.5)).isEqualTo(slope);
    }

    private static double slope(InitialValueProblem problem, double t) {
        double[] slopes = new double[1];
        problem.slopes(t, new double[] {1}, slopes);
        return slopes[0];
    }

    @Test
    void itIsSolvedByAModelOfIts() {
        WrittenEquations decay = WrittenEquations.of(List.of("x' == -x"), List.of("x(0) == 1"));
        assertThat(Arithmetic.real(decay.at(decay.model(), 0, 1).value())).isCloseTo(Math.exp(-1), within(1e-9));
    }

    /** The highest derivative is no datum, though it stands beside one. */
    @Test
    void whatStandsBesideADerivativeIsExact() {
        WrittenEquations written = WrittenEquations.of(List.of("sqrt(abs(x') + 1) == x"), List.of("x(0) == 1"));
        assertThat(written.equations().isExact(written.frame())).isTrue();
        WrittenEquations impulse = WrittenEquations.of(List.of("x' == sqrt(x)*delta(t)"), List.of("x(0) == 1"));
        assertThat(impulse.equations().isExact(impulse.frame())).isTrue();
    }
}
