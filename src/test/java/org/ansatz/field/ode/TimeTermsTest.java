package org.ansatz.field.ode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ansatz.expression.term.Binding;
import org.ansatz.field.ode.Legs.Leg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Legs of equations in which something depends on the time alone. */
final class TimeTermsTest {

    private static TimeTerms of(String equation) {
        WrittenEquations written = WrittenEquations.of(List.of(equation), List.of("x(0) == 1"));
        DifferentialEquations equations = written.equations();
        Set<Binding.Variable> states = new HashSet<>(equations.unknowns().get(0).derivatives());
        return new TimeTerms(
                equations.residuals(),
                equations.argument(),
                states,
                written.frame().rested());
    }

    private static void assertJoined(List<Leg> legs, double start, double end) {
        double from = start;
        for (Leg leg : legs) {
            assertThat(leg.from()).isEqualTo(from);
            from = leg.to();
        }
        assertThat(from).isEqualTo(end);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x' == -x", "x' == if(x > 1, 1, 2)", "x' == t", "x' == x*floor(x + t)", "x' == 2*x + 3"})
    void whatDependsOnTheStateOrIsPlainIsOneLeg(String equation) {
        List<Leg> legs = of(equation).between(0, 4);
        assertThat(legs).containsExactly(Leg.of(0, 4));
    }

    @Test
    void nothingIsTakenOtherwiseWhereNothingDependsOnTheTimeAlone() {
        TimeTerms plain = of("x' == x*t");
        assertThat(plain.otherwise()).isSameAs(plain);
        TimeTerms sine = of("x' == x*sin(t)");
        assertThat(sine.otherwise()).isNotSameAs(sine);
    }

    @Test
    void aLegEndsAtEachJump() {
        TimeTerms terms = of("x' == if(t > 1/3, 2, 0)*x + floor(t/2)");
        List<Leg> legs = terms.between(0, 3);
        assertJoined(legs, 0, 3);
        assertThat(legs).hasSize(3);
        assertThat(legs.get(0).to()).isCloseTo(1.0 / 3, within(1e-14));
        assertThat(legs.get(1).to()).isCloseTo(2, within(1e-14));
        assertThat(legs.get(0).first()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(legs.get(0).last()).isCloseTo(1.0 / 3, within(1e-14)).isLessThanOrEqualTo(1.0 / 3);
        assertThat(legs.get(1).first()).isCloseTo(1.0 / 3, within(1e-14)).isGreaterThanOrEqualTo(1.0 / 3);
        assertThat(legs.get(1).last()).isCloseTo(2, within(1e-14)).isLessThan(2);
        assertThat(legs.get(2).first()).isCloseTo(2, within(1e-14)).isGreaterThanOrEqualTo(2);
        assertThat(legs.get(2).last()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(terms.between(0.5, 1.5)).containsExactly(Leg.of(0.5, 1.5));
        assertThat(terms.between(2.5, 3)).hasSize(1);
    }

    @Test
    void backwardsTheLegsAreTheSameTheOtherWayRound() {
        TimeTerms terms = of("x' == if(t > 1/3, 2, 0)*x + floor(t/2)*sin(9*t)");
        List<Leg> there = terms.between(0, 3);
        List<Leg> back = terms.between(3, 0);
        assertJoined(back, 3, 0);
        assertThat(back).hasSameSizeAs(there);
        for (int i = 0; i < there.size(); i++) {
            Leg leg = there.get(there.size() - 1 - i);
            assertThat(back.get(i))
                    .isEqualTo(new Leg(leg.to(), leg.from(), leg.longestStep(), leg.first(), leg.last()));
        }
    }

    @Test
    void aJumpAtAnEndIsOfTheNeighbour() {
        TimeTerms terms = of("x' == floor(t/2)");
        Leg before = terms.between(0, 2).get(0);
        assertThat(terms.between(0, 2)).hasSize(1);
        assertThat(before.to()).isEqualTo(2);
        assertThat(before.last()).isLessThan(2).isCloseTo(2, within(1e-14));
        assertThat(terms.between(2, 3)).containsExactly(Leg.of(2, 3));
    }

    /** Otherwise the first, third … jumps are taken two widths of their places farther, for 1/3 and 1/7 are known to rounding. */
    @Test
    void otherwiseJumpsAreTakenLateByDifferentWidths() {
        TimeTerms terms = of("x' == step(t - 1/7) + 2*step(t - 1/3) + 4*step(t - 2/3)");
        List<Leg> early = terms.between(0, 1);
        List<Leg> late = terms.otherwise().between(0, 1);
        assertThat(early).hasSize(4);
        assertThat(late).hasSize(4);
        assertJoined(late, 0, 1);
        for (int i = 0; i < 3; i++) {
            double low = early.get(i).last();
            double high = early.get(i + 1).first();
            assertThat(early.get(i).to()).isEqualTo(low);
            assertThat(high).isGreaterThan(low);
            assertThat(late.get(i).to()).isEqualTo(i % 2 == 0 ? high + 2 * (high - low) : high);
            assertThat(late.get(i).last()).isEqualTo(low);
            assertThat(late.get(i + 1).first()).isEqualTo(high);
        }
        assertThat(terms.otherwise().otherwise().between(0, 1)).isEqualTo(early);
    }

    /** A step that is wider than the eighth derivative of a bell lets pass does not see it; otherwise it is twice as long. */
    @Test
    void stepsAreBoundedWhereTheTermChangesFast() {
        TimeTerms terms = of("x' == x*exp(-((t - 5)*50)^2)");
        List<Leg> legs = terms.between(0, 10);
        assertJoined(legs, 0, 10);
        double around = stepAt(legs, 5);
        assertThat(around).isBetween(1.0 / 2000, 1.0 / 50);
        assertThat(stepAt(legs, 1)).isGreaterThan(8 * around);
        assertThat(stepAt(legs, 9)).isGreaterThan(8 * around);
        List<Leg> other = terms.otherwise().between(0, 10);
        assertThat(other).hasSameSizeAs(legs);
        for (int i = 0; i < legs.size(); i++) {
            assertThat(other.get(i).from()).isEqualTo(legs.get(i).from());
            assertThat(other.get(i).longestStep()).isEqualTo(2 * legs.get(i).longestStep());
        }
        for (int i = 1; i < legs.size(); i++) {
            double change = legs.get(i).longestStep() / legs.get(i - 1).longestStep();
            assertThat(Math.max(change, 1 / change)).as("from leg to leg").isGreaterThan(4);
        }
    }

    private static double stepAt(List<Leg> legs, double t) {
        return legs.stream()
                .filter(leg -> leg.from() <= t && t < leg.to())
                .findFirst()
                .orElseThrow()
                .longestStep();
    }

    /** Of two parts the one that changes faster bounds the steps, whichever comes first. */
    @ParameterizedTest
    @ValueSource(strings = {"sin(400*t) + x*sin(t)", "x*sin(t) + sin(400*t)"})
    void theNarrowestOfAllPartsCounts(String right) {
        double fast = stepAt(of("x' == x + sin(400*t)").between(0, 4), 1);
        double slow = stepAt(of("x' == x*sin(t)").between(0, 4), 1);
        assertThat(slow).isGreaterThan(50 * fast);
        for (Leg leg : of("x' == " + right).between(0, 4)) {
            assertThat(leg.longestStep()).isBetween(fast / 2, fast * 2);
        }
    }

    /** After a fast part has ended its narrow panels bound nothing. */
    @Test
    void whatHasEndedCountsNoMore() {
        List<Leg> legs = of("x' == if(t < 1, sin(400*t), sin(t))*x").between(0, 4);
        assertThat(stepAt(legs, 3)).isGreaterThan(50 * stepAt(legs, 0.5));
        List<Leg> two =
                of("x' == x*exp(-((t - 1)*100)^2) + exp(-((t - 3)*100)^2)").between(0, 4);
        assertThat(stepAt(two, 2)).isGreaterThan(8 * stepAt(two, 1));
        assertThat(stepAt(two, 2)).isGreaterThan(8 * stepAt(two, 3));
    }

    @Test
    void whatDoesNotEncloseItselfIsLeftToTheSteps() {
        assertThat(of("x' == x*root(u^3 + u - t for u in -9..9)").between(0, 4)).containsExactly(Leg.of(0, 4));
    }

    /** Beside a state, the part of a condition that is of the time alone jumps, and so does what is counted by whole numbers. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x' == if(t > 1.5 and x > 0, 1, 2)",
                "x' == if(x > 0 or not (t > 1.5), 1, 2)",
                "x' == if(t > 1.5, x, 2)",
            })
    void aConditionOfTheTimeEndsALeg(String equation) {
        List<Leg> legs = of(equation).between(0, 4);
        assertThat(legs).hasSize(2);
        assertThat(legs.get(0).to()).isCloseTo(1.5, within(1e-14));
        assertThat(of(equation).between(0, 1)).containsExactly(Leg.of(0, 1));
        assertThat(of(equation).between(2, 4)).containsExactly(Leg.of(2, 4));
    }

    /** A step before the equations is neither the time nor a state. */
    @Test
    void aNumberThatHasANameIsPlain() {
        WrittenEquations written =
                WrittenEquations.of("a = 3", List.of("x' == x*floor(a*t) + a"), List.of("x(0) == 1"));
        DifferentialEquations equations = written.equations();
        TimeTerms terms = new TimeTerms(
                equations.residuals(),
                equations.argument(),
                new HashSet<>(equations.unknowns().get(0).derivatives()),
                written.frame().rested());
        List<Leg> legs = terms.between(0, 0.5);
        assertThat(legs).hasSize(2);
        assertThat(legs.get(0).to()).isCloseTo(1.0 / 3, within(1e-14));
    }

    /** Of two places that touch a late leg must not begin beyond the end of all. */
    @Test
    void noLegBeginsBeyondTheEnd() {
        TimeTerms terms = of("x' == step(t - 1/3)*x");
        double end = 1.0 / 3 + 3 * Math.ulp(1.0 / 3);
        for (Legs each : List.of(terms, terms.otherwise())) {
            List<Leg> legs = each.between(0, end);
            assertJoined(legs, 0, end);
            assertThat(legs).allMatch(leg -> leg.from() < leg.to() && leg.longestStep() > 0);
        }
    }

    @Test
    void twoPartsThatJumpAtOnePlaceEndOneLeg() {
        List<Leg> legs = of("x' == step(t - 1/3)*x + 5*step(t - 1/3)*cos(x)").between(0, 1);
        assertThat(legs).hasSize(2);
        List<Leg> disordered =
                of("x' == step(t - 2/3)*x + 5*step(t - 1/3)*cos(x)").between(0, 1);
        assertThat(disordered).hasSize(3);
        assertJoined(disordered, 0, 1);
        assertThat(disordered.get(0).to()).isCloseTo(1.0 / 3, within(1e-14));
    }

    /** Where panels begin at another time than 0 the first leg still begins where it is asked to. */
    @Test
    void legsOfALaterStretchAreAsLong() {
        assertThat(of("x' == x + t^2").between(3, 5)).containsExactly(Leg.of(3, 5));
        List<Leg> legs = of("x' == x*exp(-((t - 5)*50)^2)").between(4, 6);
        assertJoined(legs, 4, 6);
        assertThat(legs).allMatch(leg -> leg.longestStep() <= 2);
    }
}
