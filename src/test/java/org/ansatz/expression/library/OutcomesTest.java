package org.ansatz.expression.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;
import org.ansatz.expression.term.SampleSpace;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.probability.Continuous;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How what is asked of random variables is prepared: conditions sorted, sums parted, a variable chosen, a value to measure from. */
class OutcomesTest {

    private static Spaces spaces() {
        return Spaces.of(
                "X ~ normal(0, 1)",
                "Z ~ normal(0, 1)",
                "W ~ normal(0, 1)",
                "U ~ uniform(0, 1)",
                "T ~ uniform(0, 1)",
                "D ~ uniform(1:6)",
                "Y ~ normal(X, 1)",
                "H ~ uniform(1, 5)",
                "G ~ normal(5, 1)",
                "S = X",
                "N = -(X - Z)",
                "C = X > 0 and Z > 0");
    }

    private static SampleSpace asked(String formula) {
        return spaces().asked(formula);
    }

    // ---- conditions

    private static String sorted(String condition) {
        Outcomes found = Outcomes.of(asked("W | " + condition), null);
        String fixed = found.fixed().stream().map(each -> each.source().name()).collect(Collectors.joining("+"));
        return found.conditions().size() + " " + (fixed.isEmpty() ? "none" : fixed) + " "
                + (found.equality() == null ? "free" : "equal");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "X > 0; 1 none free",
                "X > 0 and D == 2 and Z < 1; 3 none free",
                "X > 0 or Z < 1; 1 none free",
                "X != 1; 1 none free",
                "0 < X < 1; 1 none free",
                "(X > 0) == (Z > 0); 1 none free",
                "D == 2; 1 none free",
                "X == 1; 0 X free",
                "1 == X; 0 X free",
                "S == 1; 0 X free",
                "X == 1 and Z == 2; 0 X+Z free",
                "X == 1 and X == 2; 0 X equal",
                "X == Z; 0 none equal",
                "X + Z == 1 and U == 1/2 and T > 1/2; 1 U equal",
                "2*X == 1; 0 none equal",
                "C; 2 none free",
                "C and D > 2; 3 none free"
            })
    void conditionsAreSortedByWhatTheyMean(String condition, String expected) {
        assertThat(sorted(condition)).isEqualTo(expected);
    }

    /** A condition of more than a hundred parts counts as one. */
    @Test
    void aHundredPartsAreTakenApart() {
        assertThat(sorted(String.join(" and ", Collections.nCopies(100, "X > 0"))))
                .isEqualTo("100 none free");
        assertThat(sorted(String.join(" and ", Collections.nCopies(101, "X > 0"))))
                .isEqualTo("1 none free");
        assertThat(sorted(String.join(" and ", Collections.nCopies(102, "X > 0"))))
                .isEqualTo("1 none free");
    }

    // ---- sums

    /** The names of the variables of each part. */
    private static String parts(String formula) {
        return Independence.parts(asked(formula)).stream()
                .map(part ->
                        part.sources().stream().map(source -> source.name()).collect(Collectors.joining("+", "(", ")")))
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "X + Z; (X)(Z)",
                "X - Z + W; (X)(Z)(W)",
                "X*Z; (X+Z)",
                "X + X*Z; (X+Z)",
                "X + Z + X*Z; (X+Z)",
                "X + W + X*Z; (W)(X+Z)",
                "N + W; (X)(Z)(W)",
                "X + 3 + Z + 4; (X)(Z)()",
                "X + Z | X > 0; (X+Z)",
                "X + 1; (X)",
                "X + Y; (X+Y)",
                "Y + Z; (X+Y)(Z)",
                "X, Z; (X)(Z)",
                "X + Z, X - Z; (X)(Z)"
            })
    void sumsArePartedByWhatTheyRestOn(String formula, String expected) {
        assertThat(parts(formula)).isEqualTo(expected);
    }

    /** The parts of each sum come to that sum, whatever their signs. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "X - (Z - W); 2, -3, 5",
                "-(X + Z) - 7; 2, -3, 5",
                "N - X + 2 - (3 - Z)*1; 2, -3, 5",
                "X - Z, W - 2*X; 2, -3, 5"
            })
    void thePartsComeToTheSum(String formula, String values) {
        SampleSpace whole = asked(formula);
        double[] sums = new double[whole.asked().size()];
        for (SampleSpace part : Independence.parts(whole)) {
            assertThat(part.asked()).hasSameSizeAs(whole.asked());
            assertThat(part.condition()).isNull();
            SampleSpace at = at(part, values);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += Arithmetic.real(at.value(part.asked().get(i)));
            }
        }
        SampleSpace at = at(whole, values);
        for (int i = 0; i < sums.length; i++) {
            assertThat(sums[i]).isEqualTo(Arithmetic.real(at.value(whole.asked().get(i))));
        }
    }

    private static SampleSpace at(SampleSpace space, String values) {
        List<String> names = List.of("X", "Z", "W");
        String[] numbers = values.split(", ");
        SampleSpace at = space;
        for (var source : space.sources()) {
            at = at.with(source, new Value.Real(Double.parseDouble(numbers[names.indexOf(source.name())])));
        }
        return at;
    }

    @Test
    void aSumOfAHundredIsParted() {
        assertThat(parts("Z + " + String.join(" + ", Collections.nCopies(99, "X"))))
                .isEqualTo("(Z)(X)");
        assertThat(parts("Z + " + String.join(" + ", Collections.nCopies(100, "X"))))
                .isEqualTo("(X+Z)");
        assertThat(parts("Z + " + String.join(" + ", Collections.nCopies(101, "X"))))
                .isEqualTo("(X+Z)");
    }

    // ---- the variable that is integrated over first

    private static String innermost(String formula) {
        SampleSpace space = asked(formula);
        var found = Influence.innermost(space, Outcomes.of(space, null), space.asked());
        return found == null ? "none" : found.name();
    }

    /** Of what is uniform from 0 to 1 the quarters are looked at, of what is normal two deviations to either side. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "10*U + T; U",
                "U + 10*T; T",
                "U - 10*T; T",
                "U + T; T",
                "T + U; T",
                "D; none",
                "D*U + 0*T; U",
                "X + Y; Y",
                "10*U + T | U == 1/2; T",
                "if(U > 0.74, 1, 0) + 0.9*T; U",
                "if(U > 0.76, 1, 0) + 0.9*T; T",
                "if(U < 0.26, 1, 0) + 0.9*T; U",
                "if(U < 0.24, 1, 0) + 0.9*T; T",
                "if(X > 1.9, 1, 0) + 0.9*T; X",
                "if(X > 2.1, 1, 0) + 0.9*T; T",
                "if(X < -1.9, 1, 0) + 0.9*T; X",
                "if(X < -2.1, 1, 0) + 0.9*T; T",
                "if(U > 0.49 and U < 0.51, 1, 0)*2 + 3.9*T; U",
                "if(U > 0.49 and U < 0.51, 1, 0)*2 + 8.1*T; T",
                "if(H > 3.9, 1, 0) + 0.9*T; H",
                "if(H > 4.1, 1, 0) + 0.9*T; T",
                "if(H < 2.1, 1, 0) + 0.9*T; H",
                "if(H < 1.9, 1, 0) + 0.9*T; T",
                "if(H > 2.9 and H < 3.1, 1, 0)*2 + 3.9*T; H",
                "if(G > 6.9, 1, 0) + 0.9*T; G",
                "if(G > 7.1, 1, 0) + 0.9*T; T",
                "if(G < 3.1, 1, 0) + 0.9*T; G",
                "if(G < 2.9, 1, 0) + 0.9*T; T",
                "if(G > 4.9 and G < 5.1, 1, 0)*2 + 3.9*T; G",
                "exp(2000*U) + 0.1*T; T",
                "log(U - 5) + T; T",
                "1/(U - 1/2) + 0.1*T; T",
                "D*U + 4*T; T",
                "if(D < 2, U, 0) + 0.9*T; U"
            })
    void theVariableThatMovesMostIsIntegratedOverFirst(String formula, String expected) {
        assertThat(innermost(formula)).isEqualTo(expected);
    }

    @Test
    void theInfluencesOnAllThatIsComparedCount() {
        assertThat(innermost("U, U, 1.5*T")).isEqualTo("U");
        assertThat(innermost("U, U, 2.5*T")).isEqualTo("T");
    }

    private static List<Term> compared(String formula) {
        List<Term> found = new ArrayList<>();
        Influence.gather(asked(formula).asked().get(0), found);
        return found;
    }

    private static double[] at(List<Term> terms, SampleSpace space) {
        return terms.stream()
                .mapToDouble(term -> Arithmetic.real(space.value(term)))
                .toArray();
    }

    @Test
    void eachTwoNumbersThatAreComparedCount() {
        SampleSpace at = at(asked("X + Z + W"), "2, 7, 5");
        assertThat(at(compared("1 < X and X < Z < 3"), at)).containsExactly(-1, -5, 4);
        assertThat(at(compared("(X > 0) == (Z > 1)"), at)).containsExactly(2, 6);
        assertThat(at(compared("if(X > Z, X, Z)"), at)).containsExactly(-5);
        assertThat(compared("X + Z")).isEmpty();
    }

    @Test
    void kinksAreWhereTwoAreAlike() {
        SampleSpace at = at(asked("X + Z + W"), "2, 7, 5");
        List<Term> found = new ArrayList<>();
        Influence.gatherKinks(
                asked("abs(X - 3) + max(X, Z, 1) + min(Z, W) + exp(X)").asked().get(0), found);
        assertThat(at(found, at)).containsExactlyInAnyOrder(-1, -5, 6, 2);
        found.clear();
        Influence.gatherKinks(asked("max([X, Z])").asked().get(0), found);
        assertThat(found).isEmpty();
    }

    // ---- from where means are measured

    private static List<Value> near(Spaces spaces, String formula) {
        return Centre.of(spaces.asked(formula));
    }

    private static double near(String formula) {
        return Arithmetic.real(near(spaces(), formula).get(0));
    }

    /** Of seven outcomes the farthest is 0.944 of half the width from the middle, which may be half of the value there. */
    @Test
    void meansAreMeasuredFromWhereItVariesLittle() {
        assertThat(near("2*U - 1 + 1.8885")).isZero();
        assertThat(near("2*U - 1 + 1.8886")).isEqualTo(1.8886);
        assertThat(near("2*U - 1 - 1.8885")).isZero();
        assertThat(near("2*U - 1 - 1.8886")).isEqualTo(-1.8886);
        assertThat(near("1 - 2*U + 1.8886")).isEqualTo(1.8886);
        assertThat(near("X")).isZero();
        assertThat(near("1000 + X")).isEqualTo(1000);
        assertThat(near("1000 + D + U")).isEqualTo(1004.5);
        assertThat(near("1000 + U*T")).isEqualTo(1000.25);
        assertThat(near("log(U - 1/2)")).isZero();
        assertThat(near(spaces(), "1000 + D")).containsExactly(Arithmetic.ZERO);
        assertThat(near(spaces(), "1000 + U, X")).extracting(Arithmetic::real).containsExactly(1000.5, 0.0);
    }

    /** The variables do not go through their values together: of two that do, the difference would not vary at all. */
    @Test
    void eachVariableTakesAnotherOfItsValues() {
        assertThat(near("U - T + 0.1")).isZero();
        assertThat(near("U - D/6 + 1/6 + 0.1")).isZero();
    }

    /** A density from 0 to 3 in two parts. */
    private record Parted() implements Continuous {
        @Override
        public double density(double x) {
            return x < 0 || x > 3 ? 0 : 1 / 3.0;
        }

        @Override
        public double below(double x) {
            return x / 3;
        }

        @Override
        public double above(double x) {
            return 1 - x / 3;
        }

        @Override
        public double[] knots() {
            return new double[] {0, 1, 3};
        }

        @Override
        public boolean isBoundedBelow() {
            return true;
        }

        @Override
        public boolean isBoundedAbove() {
            return true;
        }

        @Override
        public double draw(DoubleSupplier uniform) {
            return 3 * uniform.getAsDouble();
        }
    }

    /** The farthest outcome is 1 + 0.944·2. */
    @Test
    void valuesGoFromKnotToKnot() {
        Spaces spaces = Spaces.of().dense("K", new Parted());
        assertThat(near(spaces, "K + 2.7770").get(0)).isEqualTo(new Value.Real(0));
        assertThat(near(spaces, "K + 2.7771").get(0)).isEqualTo(new Value.Real(3.7771));
    }
}
