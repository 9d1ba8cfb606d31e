package org.ansatz.expression.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.ansatz.expression.Sheet;
import org.ansatz.expression.term.BinderRule;
import org.ansatz.expression.term.EnclosedLoop;
import org.ansatz.expression.term.Loop;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Enclosed;
import org.ansatz.interval.Enclosing;
import org.ansatz.interval.Interval;
import org.ansatz.interval.NoEnclosure;
import org.ansatz.interval.Series;
import org.ansatz.proof.Extremum;
import org.ansatz.quantity.NoValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Extrema on intervals, by bodies of which a test says what is known: how sure a value and a place are, and what they lie in. */
class ExtremesPartsTest {

    private static BinderRule rule(String name) {
        return Extremes.all().stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** A loop over an interval, of which somewhat more is searched than lies in it. */
    private static Loop loop(UnaryOperator<Series> body, double low, double high, double more, Extremum.Met met) {
        Enclosing enclosing = (box, by, order) -> body.apply(Series.variable(box[0], order));
        return (Loop) Proxy.newProxyInstance(
                Loop.class.getClassLoader(),
                new Class<?>[] {Loop.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "low" -> low;
                    case "high" -> high;
                    case "isReal", "isSingle" -> true;
                    case "box" -> new Interval[] {new Interval(low - more, high + more)};
                    case "enclosing" -> enclosing;
                    case "condition" -> (Extremum.Condition) box -> met;
                    case "once" -> ((Supplier<?>) arguments[0]).get();
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static Loop loop(UnaryOperator<Series> body, double low, double high) {
        return loop(body, low, high, 0, Extremum.Met.EVERYWHERE);
    }

    private static Interval enclosed(String name, Loop loop) {
        EnclosedLoop inside = inside(loop, null);
        return Enclosed.real(rule(name).enclosure(inside)).range();
    }

    /** The binder inside of what encloses itself; in outline by what its body lies in on a part of its domain. */
    private static EnclosedLoop inside(@Nullable Loop loop, @Nullable UnaryOperator<Interval> outline) {
        UnaryOperator<Interval> body = outline == null ? part -> part : outline;
        return (EnclosedLoop) Proxy.newProxyInstance(
                EnclosedLoop.class.getClassLoader(),
                new Class<?>[] {EnclosedLoop.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "isDiscrete" -> false;
                    case "isOutlined" -> outline != null;
                    case "order" -> 2;
                    case "loop" -> loop;
                    case "body" -> new Enclosed.Real(Series.constant(body.apply((Interval) arguments[0]), 2));
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    /** x³ − x from 0.1 to 0.9, least at 1/√3. */
    private static Series cubic(Series x) {
        return x.times(x.square()).minus(x);
    }

    // ---- what it is known to lie in

    @ParameterizedTest
    @CsvSource({"min, -0.38490017945975052", "max, -0.09899999999999999", "argmin, 0.57735026918962573", "argmax, 0.1"})
    void itIsEnclosedNarrowly(String name, double expected) {
        Interval found = enclosed(name, loop(ExtremesPartsTest::cubic, 0.1, 0.9));
        assertThat(found.distance(expected)).isLessThan(1e-6);
        assertThat(found.gap(expected)).isLessThanOrEqualTo(2e-16);
    }

    @ParameterizedTest
    @CsvSource({"max", "min", "argmax", "argmin"})
    void whatIsUnboundedOrNeverMetIsNotEnclosed(String name) {
        assertThatThrownBy(() -> enclosed(name, loop(x -> cubic(x), 0.1, 0.9, 0, Extremum.Met.NOWHERE)))
                .isInstanceOf(NoEnclosure.class);
        UnaryOperator<Series> pole =
                x -> Series.constant(Interval.ONE, x.order()).over(x);
        if (!name.startsWith("arg")) {
            assertThatThrownBy(() -> enclosed(name, loop(pole, -1, 1))).isInstanceOf(NoEnclosure.class);
        }
    }

    /** Where the function rests on what ranges over sets, 4p(1 − p) and as much as a tenth more or less. */
    @Test
    void inOutlineTheBoundsOfTheBodyCount() {
        UnaryOperator<Interval> body =
                part -> part.times(Interval.ONE.minus(part)).times(4).plus(new Interval(-0.1, 0.1));
        Interval largest =
                Enclosed.real(rule("max").enclosure(inside(null, body))).range();
        Interval least =
                Enclosed.real(rule("min").enclosure(inside(null, body))).range();
        assertThat(largest.low()).isBetween(0.5, 0.9);
        assertThat(largest.high()).isBetween(1.1, 1.5);
        assertThat(least.high()).isBetween(0.1, 0.5);
        assertThat(least.low()).isBetween(-0.5, -0.1);
        Loop alone = loop(ExtremesPartsTest::cubic, 0.1, 0.9);
        assertThat(Enclosed.real(rule("argmin").enclosure(inside(alone, body)))
                        .range()
                        .gap(1 / Math.sqrt(3)))
                .isLessThan(1e-15);
    }

    // ---- how sure

    @ParameterizedTest
    @CsvSource({"min", "max", "argmin", "argmax"})
    void theErrorReachesToBothEndsOfWhatItLiesIn(String name) {
        Loop loop = loop(x -> cubic(x).exp(), 0.1, 0.9);
        Interval known = enclosed(name, loop);
        Estimate found = rule(name).apply(loop);
        double at = Arithmetic.real(found.value());
        assertThat(at - found.error()).isLessThanOrEqualTo(known.low());
        assertThat(at + found.error()).isGreaterThanOrEqualTo(known.high());
        assertThat(found.error()).isLessThanOrEqualTo(1.01 * known.width());
    }

    @Test
    void whatIsKnownToTheLastDigitHasNoError() {
        Loop loop = loop(x -> x, 2, 5);
        assertThat(rule("max").apply(loop)).isEqualTo(Estimate.of(5, 0));
        assertThat(rule("min").apply(loop)).isEqualTo(Estimate.of(2, 0));
        assertThat(rule("argmax").apply(loop)).isEqualTo(Estimate.of(5, 0));
    }

    /** Ends that no double is lie in sets that reach beyond the interval of doubles. */
    @Test
    void aPlaceBeyondAnEndIsThatEnd() {
        Loop loop = loop(x -> x, 2, 5, 1e-6, Extremum.Met.EVERYWHERE);
        Estimate last = rule("argmax").apply(loop);
        Estimate first = rule("argmin").apply(loop);
        assertThat(Arithmetic.real(last.value())).isEqualTo(5);
        assertThat(Arithmetic.real(first.value())).isEqualTo(2);
    }

    /** Two places are one up to a ten-thousandth of the interval, wherever that lies. */
    @Test
    void howFarPlacesMayLieApartIsAPartOfTheInterval() {
        assertThat(Sheet.of()
                        .estimate("argmax(-(abs(x - 1005) - 0.00049)^2 for x in 1000..1010)")
                        .error())
                .isBetween(0.00049, 0.001);
        assertThat(Sheet.of()
                        .fault("argmax(-(abs(x - 1005) - 0.00051)^2 for x in 1000..1010)")
                        .message())
                .contains("the largest value is taken at more than one place");
    }

    // ---- by samples

    /** Where values differ by no more than twice their rounding the place may be: (x − 3.1)² is 2e-6 at 0.0014 from 3.1. */
    @Test
    void aSampledPlaceIsAsSureAsValuesAreTold() {
        for (double rounding : new double[] {0, 1e-6}) {
            Loop sampled = new SampledLoop(x -> 7 - (x - 3.1) * (x - 3.1), 2, 5)
                    .rounded(x -> rounding)
                    .loop();
            Estimate place = rule("argmax").apply(sampled);
            assertThat(Arithmetic.real(place.value())).isCloseTo(3.1, within(place.error()));
            if (rounding == 0) {
                assertThat(place.error()).isLessThan(2e-6);
            } else {
                assertThat(place.error()).isBetween(0.00141, 0.003);
            }
            Estimate value = rule("max").apply(sampled);
            assertThat(Arithmetic.real(value.value())).isCloseTo(7, within(1e-12));
            assertThat(Arithmetic.real(rule("min").apply(sampled).value())).isCloseTo(7 - 1.9 * 1.9, within(1e-12));
        }
    }

    // ---- what is refused

    @Test
    void whatHasNoOrderIsRefusedBeforeItIsEvaluated() {
        assertThatThrownBy(() -> Sheet.of().read("min(j*n for n in 1:3)"))
                .hasMessageContaining("complex numbers have no order");
    }

    @Test
    void ofSeveralVariablesItIsSaidThatNothingCounts() {
        assertThatThrownBy(() -> Sheet.of().value("max(sqrt(x - 5) + y for x in 0..1, y in 0..1)"))
                .isInstanceOf(NoValue.class)
                .hasMessageContaining("max: nowhere in the domain is there a value that counts");
    }

    @Test
    void theLargestOfAllKeepsItsUnit() {
        assertThat(Sheet.of().read("max(floor(x)*2 V for x in 0..1)").type())
                .isEqualTo(Sheet.of().read("2.5 V*sqrt(2)").type());
        assertThat(List.of("max(n for n in 1:3)", "argmin(n^2/7 for n in 1:3)"))
                .allSatisfy(formula -> assertThat(Sheet.of().read(formula).type())
                        .isEqualTo(Sheet.of().read("3").type()));
    }
}
