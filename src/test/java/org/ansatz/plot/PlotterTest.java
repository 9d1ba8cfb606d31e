package org.ansatz.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.ansatz.bank.Bank;
import org.ansatz.bank.FrozenBank;
import org.ansatz.bank.Yaml;
import org.ansatz.figure.Figure;
import org.ansatz.figure.Interval;
import org.ansatz.figure.Layer;
import org.ansatz.figure.Points;
import org.ansatz.problem.Case;
import org.ansatz.problem.Given;
import org.ansatz.problem.Plot;
import org.ansatz.problem.Problem;
import org.ansatz.quantity.NoValue;
import org.ansatz.variant.Generator;
import org.ansatz.verify.Verifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is drawn is what the problem says, for whatever data. */
final class PlotterTest {

    private static final Bank BANK = FrozenBank.bank();

    private static Figure figure(String id, String plot) {
        Problem problem = BANK.problem(id);
        Plotter plotter = new Plotter(problem);
        return plotter.figure(Objects.requireNonNull(plotter.plot(plot), plot), problem.published());
    }

    private static Points points(Figure figure, String label) {
        return figure.tagged().stream()
                .filter(layer -> layer.label().equals(label))
                .findFirst()
                .orElseThrow()
                .points();
    }

    /** The height nearest to a place. */
    private static double at(Points points, double x) {
        int best = 0;
        for (int i = 0; i < points.size(); i++) {
            best = Math.abs(points.x(i) - x) < Math.abs(points.x(best) - x) ? i : best;
        }
        return points.y(best);
    }

    private static Problem small(String plots) {
        return Yaml.problem("""
                title: A divider
                statement: What is the voltage across {R2}?
                given: {E: 10 V, R1: 1 kohm, R2: 4 kohm}
                answer: {kind: number, unit: V}
                routes:
                  nodes: root((E - u)/R1 - u/R2 for u in 0 V..E)
                  divider: E*R2/(R1 + R2)
                """ + plots);
    }

    private static Figure drawn(String plot) {
        Problem problem = small("plots:\n  p: " + plot);
        Plotter plotter = new Plotter(problem);
        return plotter.figure(plotter.plots().get(0), problem.published());
    }

    @Test
    void theLineOfTheRightLengthHardlyReflectsAtEitherFrequencyAndTheWrongOnesDo() {
        Figure around = figure("gate-2012-ec/q28", "reflection around f1");
        assertThat(around.tags()).containsExactly("A", "B", "C", "D");
        assertThat(at(points(around, "1.58 m"), 429e6)).isLessThan(0.1);
        assertThat(at(points(around, "1.05 m"), 429e6)).isGreaterThan(0.5);
        assertThat(around.x().unit()).isEqualTo("Hz");
        assertThat(around.layers())
                .filteredOn(Layer.VerticalLine.class::isInstance)
                .containsExactly(new Layer.VerticalLine("f1", 429e6));
    }

    @Test
    void theClamperSettlesHalfwayNearerEachPeriod() {
        Points second = points(figure("gate-2012-ec/q13", "2"), "across C2");
        for (int period = 1; period <= 5; period++) {
            // -1, -1.5, -1.75 … as the problem's solution says
            assertThat(at(second, (period - 0.25) * 1e-3)).isCloseTo(-2 + Math.pow(2, 1 - period), within(1e-9));
        }
    }

    @Test
    void theSolutionOfTheEquationLiesOnOneOption() {
        Figure figure = figure("gate-2012-ec/q12", "1");
        Points solution = points(figure, "solution");
        assertThat(at(solution, 3)).isCloseTo(at(points(figure, "k*t/2"), 3), within(1e-9));
        assertThat(at(solution, 3)).isNotCloseTo(at(points(figure, "k*t - k/2"), 3), within(0.5));
    }

    @Test
    void theSpectrumHasItsImageWhereTheAnswerSays() {
        Points lines = points(figure("rf/image-rejection", "spectrum"), "line");
        assertThat(at(lines, -1)).isCloseTo(-22.8294, within(1e-4));
        assertThat(at(lines, 1)).isEqualTo(0);
    }

    @Test
    void aMapIsInTheUnitsOfItsData() {
        Figure figure = figure("rf/image-rejection", "1");
        assertThat(figure.x().range()).isEqualTo(new Interval(0, 10));
        Layer.HeatMap map = (Layer.HeatMap) figure.layers().get(0);
        assertThat(map.grid().near(0.5, 0.5)).isCloseTo(-22.8294, within(0.2));
        assertThat(figure.layers()).anySatisfy(layer -> {
            assertThat(layer).isInstanceOf(Layer.Spot.class);
            assertThat(((Layer.Spot) layer).x()).isCloseTo(5, within(1e-9));
        });
    }

    /** As written, whether it is one word or more: 5 rad/s is not 5 Hz. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 rad/s..5 rad/s     | rad/s
            5 km/h..50 km/h      | km/h
            -5 degC..-1 degC     | degC
            1 kHz..5 kHz         | Hz
            1 V/m..9 V/m         | V/m
            """)
    void anAxisIsInTheUnitOfItsInterval(String interval, String unit) {
        Figure figure = drawn("{over: {x: " + interval + "}, shows: y, curves: {c: 2*x}}");
        assertThat(figure.x().unit()).isEqualTo(unit);
    }

    @Test
    void aPlotIsDrawnOverAnotherRange() {
        Problem problem = BANK.problem("gate-2012-ec/q28");
        Plotter plotter = new Plotter(problem);
        Plot plot = Objects.requireNonNull(plotter.over("f"));
        Figure wide = plotter.figure(plot, problem.published(), new Interval(100e6, 2e9));
        Points curve = wide.tagged().get(0).points();
        assertThat(curve.x(0)).isEqualTo(100e6);
        assertThat(curve.x(curve.size() - 1)).isEqualTo(2e9);
        assertThat(wide.along()).isEqualTo(new Interval(100e6, 2e9));
        assertThat(plotter.over("g")).isNull();
    }

    @Test
    void aFigureFollowsItsData() {
        Problem problem = BANK.problem("gate-2012-ec/q13");
        Plotter plotter = new Plotter(problem);
        Case variant = Generator.variant(problem, 3);
        Given amplitude = Objects.requireNonNull(plotter.given("Vp"));
        double volts = org.ansatz.expression.value.Arithmetic.real(
                Objects.requireNonNull(variant.frame().value(amplitude.variable())));
        Points source = points(plotter.figure(plotter.plots().get(0), variant), "source");
        assertThat(source.y(0)).isCloseTo(volts, within(1e-12));
    }

    @Test
    void aSweepShowsTheValueInItsUnitAndMarksWhereTheDataStand() {
        Problem problem = small("");
        Plotter plotter = new Plotter(problem);
        Given given = Objects.requireNonNull(plotter.given("R2"));
        Figure sweep = plotter.sweep(given, problem.published(), new Interval(0, 9000), 10);
        Points answer = sweep.tagged().get(0).points();
        assertThat(sweep.title()).contains("by the route 'divider'");
        assertThat(answer.x(9)).isEqualTo(9);
        assertThat(answer.y(9)).isCloseTo(9, within(1e-12));
        assertThat(sweep.layers()).contains(new Layer.VerticalLine("R2 = 4 kohm", 4));
        assertThat(sweep.y().unit()).isEqualTo("V");
    }

    @Test
    void aSweepOfWeighedOptionsShowsHowFarEachIs() {
        Problem problem = BANK.problem("gate-2012-ec/q28");
        Plotter plotter = new Plotter(problem);
        Figure sweep = plotter.sweep(
                Objects.requireNonNull(plotter.given("f1")), problem.published(), new Interval(400e6, 460e6), 61);
        assertThat(sweep.tags()).containsExactly("A", "B", "C", "D");
        assertThat(at(points(sweep, "1.58 m"), 429)).isLessThan(0.1);
        assertThat(at(points(sweep, "1.05 m"), 429)).isGreaterThan(0.5);
    }

    @Test
    void aSweepGoesByARouteThatReadsTheGiven() {
        Problem problem = BANK.problem("gate-2012-ec/q28");
        Plotter plotter = new Plotter(problem);
        Figure sweep = plotter.sweep(
                Objects.requireNonNull(plotter.given("Z0")), problem.published(), new Interval(50, 150), 11);
        assertThat(sweep.title()).contains("by the route 'reflection'");
        // a line of the source's own impedance leaves the load's reflection, (200 - 50)/(200 + 50)
        assertThat(points(sweep, "1.58 m").y(0)).isCloseTo(0.6, within(1e-12));
    }

    @Test
    void whatCannotBeSweptSaysSo() {
        Problem function = BANK.problem("gate-2012-ec/q13");
        assertThatThrownBy(() -> new Plotter(function)
                        .sweep(function.givens().get(0), function.published(), new Interval(1, 2), 10))
                .isInstanceOf(NoValue.class)
                .hasMessageContaining("the answer is a function");
    }

    @Test
    void aPointWithoutAValueIsAGapWithItsReason() {
        Figure figure = drawn("{over: {x: -1..1}, curves: {y: log(x)}}");
        assertThat(figure.tagged().get(0).points().gaps()).isEqualTo(201);
        assertThat(figure.note()).startsWith("201 of 401 points have no value: ");
    }

    @Test
    void theWorkOfAPlotIsBounded() {
        Figure figure = drawn("{over: {x: 0..1}, curves: {y: sum(k*x for k in 1:1000000)}}");
        assertThat(figure.note()).contains("points have no value: ").containsPattern("more than 20000000 steps");
    }

    @Test
    void verifyingDoesNotEvaluatePlots() {
        Problem problem = small("plots:\n  p: {over: {x: 0..1}, curves: {y: 1/(x - x)}}\n");
        assertThat(Verifier.published(problem, List.of()).judgement().status()).isEqualTo("unkeyed");
    }

    @Test
    void aBlockIsSolvedAgainWhereItDependsOnTheAxis() {
        Figure figure = drawn("""

                    over: {R2: 1 kohm..9 kohm}
                    circuit: |
                      V1 a 0 {E}
                      R1 a b {R1}
                      R2 b 0 {R2}
                    run: dc
                    curves:
                      u: v(b)
                """.indent(4));
        Points curve = figure.tagged().get(0).points();
        assertThat(curve.y(0)).isCloseTo(5, within(1e-9));
        assertThat(curve.y(400)).isCloseTo(9, within(1e-9));
        assertThat(figure.x().unit()).isEqualTo("ohm");
    }

    @Test
    void aLogarithmicAxisBeginsAboveZero() {
        assertThatThrownBy(() -> drawn("{over: {x: 0..1}, logarithmic: x, curves: {y: x}}"))
                .isInstanceOf(NoValue.class)
                .hasMessage("a logarithmic axis begins above zero, not at 0.0");
    }

    @Test
    void optionsOfAFunctionAreDrawnUnasked() {
        Problem problem = Yaml.problem("""
                title: Integral
                statement: What is the integral of $a t$ from 0?
                any: {a: 1..3}
                answer:
                  kind: mcq
                  of: {t: 0..2}
                  options: {A: a*t^2, B: a*t^2/2}
                routes:
                  formula: a*t^2/2
                  quadrature: integrate(a*s for s in 0..t)
                """);
        Plotter plotter = new Plotter(problem);
        Figure figure = plotter.figure(plotter.plots().get(0), problem.published());
        assertThat(figure.tags()).containsExactly("A", "B");
        assertThat(points(figure, "a*t^2").y(400)).isEqualTo(4);
        assertThat(new Plotter(small("")).plots()).isEmpty();
    }
}
