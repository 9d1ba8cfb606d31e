package org.ansatz.field.ode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.DoubleUnaryOperator;
import org.ansatz.field.ode.InitialValueProblem.RightSide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Of y' = |y|^p, y(0) = 0 both 0 and ((1 − p)·t)^(1/(1 − p)) are solutions where p is below 1, and 0 alone elsewhere. */
final class LipschitzTest {

    private static void require(DoubleUnaryOperator slope, double initial) {
        Lipschitz.require((t, y, slopes) -> slopes[0] = slope.applyAsDouble(y[0]), 0, new double[] {initial});
    }

    private static void refuse(DoubleUnaryOperator slope, double initial) {
        assertThatThrownBy(() -> require(slope, initial))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("at the start the slope is infinitely steep");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.66, 0.75, 0.9, 0.98})
    void aPowerBelowOneIsInfinitelySteepHoweverSmallItsFactor(double power) {
        refuse(y -> Math.pow(Math.abs(y), power), 0);
        refuse(y -> -1e-5 * Math.pow(Math.abs(y), power), 0);
        refuse(y -> 1e9 * Math.pow(Math.abs(y), power), 0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.1, 2, 3})
    void aPowerFromOneOnIsNot(double power) {
        assertThatCode(() -> require(y -> 1e9 * Math.pow(Math.abs(y), power), 0))
                .doesNotThrowAnyException();
    }

    /** Beside zero rounding limits how near one may look: |y − 1|^0.9 grows by 2 from a thousandth to a thousandth. */
    @ParameterizedTest
    @CsvSource({"0.5, true", "0.75, true", "0.83, true", "1, false", "1.5, false"})
    void besideZeroItIsSeenUpToAFiveSixthsPower(double power, boolean isSteep) {
        for (double place : new double[] {1, -1, 250, 0.25}) {
            DoubleUnaryOperator slope = y -> Math.pow(Math.abs(y - place), power);
            if (isSteep) {
                refuse(slope, place);
            } else {
                assertThatCode(() -> require(slope, place)).doesNotThrowAnyException();
            }
        }
    }

    @Test
    void whatIsSteepButNotInfinitelySoIsAllowed() {
        for (double steepness : new double[] {1e3, 1e6, 1e9, 1e12, 1e20}) {
            assertThatCode(() -> require(y -> Math.tanh(steepness * y), 0)).doesNotThrowAnyException();
        }
        assertThatCode(() -> require(y -> 1e6 * Math.tanh(1e9 * (y - 1)), 1)).doesNotThrowAnyException();
    }

    /** ∫dy/(y·ln y) has no bound, so that no solution reaches 0 (Osgood); ∫dy/(y·ln²y) has one. */
    @Test
    void aLogarithmIsNotSteepEnoughAndItsSquareIs() {
        assertThatCode(() -> require(y -> y == 0 ? 0 : y * Math.log(Math.abs(y)), 0))
                .doesNotThrowAnyException();
        refuse(y -> y == 0 ? 0 : y * Math.pow(Math.log(Math.abs(y)), 2), 0);
    }

    @Test
    void aRootIsSeenBesideSomethingLarger() {
        refuse(y -> 1 + 1e-4 * Math.sqrt(Math.abs(y)), 0);
        assertThatCode(() -> require(y -> 1e6 + 1e-6 * y, 0)).doesNotThrowAnyException();
        assertThatCode(() -> require(y -> 1e3 + 1e-7 * Math.sin(y), 0.3)).doesNotThrowAnyException();
    }

    /** Where the root has no value on one side, the other one tells; without either nothing is known against it. */
    @Test
    void aSideWithoutAValueTellsNothing() {
        DoubleUnaryOperator root = y -> {
            if (y < 0) {
                throw new ArithmeticException("negative");
            }
            return Math.sqrt(y);
        };
        refuse(root, 0);
        refuse(y -> root.applyAsDouble(-y), 0);
        assertThatCode(() -> require(
                        y -> {
                            if (y != 0) {
                                throw new ArithmeticException("only there");
                            }
                            return 0;
                        },
                        0))
                .doesNotThrowAnyException();
    }

    @Test
    void eachUnknownAndEachSlopeIsLookedAt() {
        assertThatThrownBy(() -> Lipschitz.require(
                        (t, y, slopes) -> {
                            slopes[0] = y[0];
                            slopes[1] = y[0] + Math.sqrt(Math.abs(y[2]));
                            slopes[2] = 1;
                        },
                        0,
                        new double[3]))
                .hasMessageContaining("not unique");
    }

    private static Trajectory solution(RightSide f, double initial, double end) {
        return new InitialValueProblem(f, 0, new double[] {initial}).solve(end, 1e-10);
    }

    /** y = (1 − k·t/2)² comes to rest at t = 2/k, where it may stay. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 1e-2, 1e-5})
    void aSolutionThatComesToRestMayStay(double factor) {
        RightSide f = (t, y, slopes) -> slopes[0] = -factor * Math.sqrt(Math.abs(y[0]));
        Trajectory solution = solution(f, 1, 5 / factor);
        assertThatThrownBy(() -> Lipschitz.requireAlong(f, solution))
                .hasMessageContaining("not unique from t = ")
                .satisfies(refused -> assertThat(time(refused)).isBetween(1.99 / factor, 2.01 / factor));
    }

    private static double time(Throwable refused) {
        return Double.parseDouble(String.valueOf(refused.getMessage()).replaceAll(".*t = ([-0-9.E]+) on.*", "$1"));
    }

    @Test
    void aSolutionThatGoesThroughZeroAtSpeedIsTheOnlyOne() {
        RightSide through = (t, y, slopes) -> slopes[0] = -1e-3 - Math.sqrt(Math.abs(y[0]));
        Trajectory solution = solution(through, 1, 4);
        assertThat(solution.at(4)[0]).isNegative();
        assertThatCode(() -> Lipschitz.requireAlong(through, solution)).doesNotThrowAnyException();
        RightSide smooth = (t, y, slopes) -> slopes[0] = Math.cos(t);
        Trajectory sine = solution(smooth, 0.5, 20);
        assertThatCode(() -> Lipschitz.requireAlong(smooth, sine)).doesNotThrowAnyException();
    }

    /** Rest is a slope of a millionth of the fastest so far. */
    @ParameterizedTest
    @CsvSource({"0.9e-6, true", "1.3e-6, false"})
    void restIsAMillionthOfTheFastestSlope(double speed, boolean isRest) {
        RightSide f = (t, y, slopes) -> slopes[0] = -speed - Math.sqrt(Math.abs(y[0]));
        Trajectory solution = solution(f, 1, 4);
        if (isRest) {
            assertThatThrownBy(() -> Lipschitz.requireAlong(f, solution)).hasMessageContaining("not unique from");
        } else {
            assertThatCode(() -> Lipschitz.requireAlong(f, solution)).doesNotThrowAnyException();
        }
    }

    @Test
    void backwardsItIsLookedAtAsWell() {
        RightSide f = (t, y, slopes) -> slopes[0] = Math.sqrt(Math.abs(y[0]));
        Trajectory solution = solution(f, 1, -5);
        assertThatThrownBy(() -> Lipschitz.requireAlong(f, solution))
                .satisfies(refused -> assertThat(time(refused)).isBetween(-2.01, -1.99));
    }

    /** A change in the twelfth digit of a slope may be rounding, a larger one is a jump. */
    @ParameterizedTest
    @ValueSource(doubles = {1, -1, 250, -250})
    void aChangeInTheTwelfthDigitIsRounding(double slope) {
        for (double place : new double[] {0, 1, -3}) {
            assertThatCode(() -> require(y -> y == place ? slope : slope * (1 + 0.9e-12), place))
                    .doesNotThrowAnyException();
            refuse(y -> y == place ? slope : slope * (1 - 1.1e-12), place);
        }
    }

    /** y = (t − 3)³ comes to rest at 0 and goes on, for its slope 3·(t − 3)² does not depend on it. */
    @Test
    void whatComesToRestForAReasonInTimeIsTheOnlyOne() {
        RightSide cubic = (t, y, slopes) -> slopes[0] = 3 * (t - 3) * (t - 3);
        Trajectory solution = new InitialValueProblem(cubic, 2, new double[] {-1}).solve(4, 1e-10);
        assertThat(solution.at(4)[0]).isPositive();
        assertThatCode(() -> Lipschitz.requireAlong(cubic, solution)).doesNotThrowAnyException();
    }

    /** A solution that starts elsewhere than at 0, and is a thousand times as fast. */
    @ParameterizedTest
    @CsvSource({"0.9e-3, true", "1.3e-3, false"})
    void restIsMeasuredByTheFastest(double speed, boolean isRest) {
        RightSide f = (t, y, slopes) -> slopes[0] = -speed - 1000 * Math.sqrt(Math.abs(y[0]));
        Trajectory solution = new InitialValueProblem(f, 7, new double[] {1}).solve(7.004, 1e-10);
        if (isRest) {
            assertThatThrownBy(() -> Lipschitz.requireAlong(f, solution))
                    .satisfies(refused -> assertThat(time(refused)).isBetween(7.0019, 7.0021));
        } else {
            assertThatCode(() -> Lipschitz.requireAlong(f, solution)).doesNotThrowAnyException();
        }
    }
}
