package org.ansatz.field.ode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expression.type.Export;
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
}
