package org.ansatz.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.ansatz.interval.Enclosing;
import org.ansatz.interval.Interval;
import org.ansatz.interval.Regularity;
import org.ansatz.interval.Series;
import org.ansatz.proof.Zeros.Kind;
import org.ansatz.proof.Zeros.Zero;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the parts of an interval say together, and places that lie close to each other or at an end: functions of which a test
 * chooses how much is known where. Each number that decides is held from both sides.
 */
class ZerosPartsTest {

    private static final Interval DOMAIN = new Interval(0, 1);

    /** Where it is parted first. */
    private static final double SEAM = Zeros.split(DOMAIN);

    private static final Interval ROUGH = new Interval(-9, 9);

    /** A function of an interval, of which nothing is known but what is said here. */
    private interface Known {
        Series on(Interval x, int order);
    }

    private static Enclosing function(Known known) {
        return (box, by, order) -> known.on(box[0], order);
    }

    private static List<Zero> places(Known known) {
        return Zeros.of(function(known), DOMAIN).places();
    }

    private static List<Kind> kinds(Known known) {
        return places(known).stream().map(Zero::kind).toList();
    }

    /** slope·(x − zero), known to {@code blur}. */
    private static Known line(double slope, double zero, Interval blur) {
        return (x, order) -> Series.variable(x, order)
                .minus(Series.constant(Interval.of(zero), order))
                .times(Series.constant(Interval.of(slope), order))
                .plus(Series.constant(blur, order));
    }

    private static Known line(double slope, double zero) {
        return line(slope, zero, Interval.ZERO);
    }

    /** One function below the seam and another one above; of parts that hold the seam only that it is continuous is known. */
    private static Known parted(Known below, Known above) {
        return (x, order) -> {
            if (x.equals(Interval.of(SEAM))) {
                Interval a = below.on(x, order).range();
                Interval b = above.on(x, order).range();
                return Series.constant(a.meets(b) ? a.and(b) : a.hull(b), order);
            }
            return x.high() <= SEAM
                    ? below.on(x, order)
                    : x.low() >= SEAM ? above.on(x, order) : rough(order, Regularity.CONTINUOUS);
        };
    }

    private static Series rough(int order, Regularity regularity) {
        return Series.ranging(ROUGH, order, regularity);
    }

    private static void assertSimple(Known known, double... zeros) {
        List<Zero> places = places(known);
        assertThat(places).hasSize(zeros.length).allMatch(place -> place.kind() == Kind.SIMPLE);
        for (int i = 0; i < zeros.length; i++) {
            assertThat(places.get(i).at().gap(zeros[i])).isLessThan(1e-15);
            assertThat(places.get(i).at().width()).isLessThan(1e-15);
        }
    }

    // ---- parts that adjoin

    @ParameterizedTest
    @ValueSource(doubles = {1, -1})
    void ofPartsThatRiseTogetherOneHasTheZero(double slope) {
        assertSimple(parted(line(slope, 0.2), line(slope, 0.2, ROUGH)), 0.2);
        assertSimple(parted(line(slope, 0.8, ROUGH), line(slope, 0.8)), 0.8);
        assertThat(places(parted(line(slope, 0.2, ROUGH), line(slope, 0.2, ROUGH))))
                .containsExactly(new Zero(DOMAIN, Kind.UNDECIDED));
        Interval half = new Interval(-0.01, 0.01);
        assertThat(kinds(parted(line(slope, SEAM, half), line(slope, SEAM, half))))
                .containsExactly(Kind.TOUCHING);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, -1})
    void partsThatDoNotGoTheSameWayHaveAZeroEach(double slope) {
        assertSimple(parted(line(slope, 0.2), line(-slope, 2 * SEAM - 0.2)), 0.2, 2 * SEAM - 0.2);
    }

    /** What has left zero behind and goes on does not come back, however little is known of it there. */
    @ParameterizedTest
    @ValueSource(doubles = {1, -1})
    void whatHasLeftZeroBehindHasNoMore(double slope) {
        Known unknown = line(slope, -1, ROUGH);
        assertThat(places(parted(line(slope, -1), unknown))).isEmpty();
        double turning = SEAM - 10 * (0.8 - SEAM);
        assertSimple(parted(line(-0.1 * slope, turning), line(slope, 0.8)), 0.8);
        Known knownAtItsEnd = (x, order) ->
                line(slope, -1, x.high() == 0 ? Interval.ZERO : ROUGH).on(x, order);
        assertThat(places(parted(knownAtItsEnd, unknown))).isEmpty();
    }

    @Test
    void acrossAHoleNothingAdjoins() {
        double beyond = Zeros.split(new Interval(SEAM, 1));
        Known holed = parted(
                line(1, 0.2),
                (x, order) -> x.high() <= beyond
                        ? Series.nowhere(order)
                        : x.low() >= beyond ? line(1, 0.9).on(x, order) : rough(order, Regularity.PARTIAL));
        assertSimple(holed, 0.2, 0.9);
        assertThat(Zeros.of(function(holed), DOMAIN).isPartial()).isTrue();
    }

    @Test
    void acrossAJumpNothingAdjoins() {
        Counted.Of teeth =
                x -> x.times(Counted.number(3, x)).modulo(Counted.number(1, x)).minus(Counted.number(0.5, x));
        assertThat(Zeros.of(Counted.of(teeth), new Interval(0.01, 0.99)).places().stream()
                        .map(Zero::kind))
                .containsExactly(Kind.SIMPLE, Kind.JUMP, Kind.SIMPLE, Kind.JUMP, Kind.SIMPLE);
        Known tooth = (x, order) -> x.contains(0.3)
                ? rough(order, Regularity.DEFINED)
                : line(1, x.high() < 0.3 ? 0.2 : 0.4).on(x, order);
        assertThat(kinds(tooth)).containsExactly(Kind.SIMPLE, Kind.JUMP, Kind.SIMPLE);
    }

    /** Between its jumps it rises, and it jumps through zero. */
    @Test
    void whatMayJumpHasNoZeroBecauseItRises() {
        Known jumps = (x, order) -> line(1, x.low() >= 0.3 ? -1 : 2, x.contains(0.3) ? ROUGH : Interval.ZERO)
                .on(x, order)
                .atMost(Regularity.DEFINED);
        assertThat(kinds(jumps)).containsExactly(Kind.JUMP);
    }

    @Test
    void aPlaceWithoutAValueIsOneThoughAllOfItsSidesHaveValues() {
        Known pole = (x, order) -> x.contains(0.3)
                ? Series.ranging(Interval.ENTIRE, order, Regularity.PARTIAL)
                : line(1, x.low() > 0.3 ? -1 : 2).on(x, order);
        assertThat(Zeros.of(function(pole), DOMAIN).isPartial()).isTrue();
        Known jump = (x, order) -> x.contains(0.3)
                ? rough(order, Regularity.DEFINED)
                : line(1, x.low() > 0.3 ? -1 : 2).on(x, order);
        assertThat(Zeros.of(function(jump), DOMAIN).isPartial()).isFalse();
    }

    @Test
    void theWidestIntervalHasAMiddle() {
        double at = Zeros.split(new Interval(-Double.MAX_VALUE, Double.MAX_VALUE));
        assertThat(at).isBetween(-1e308, 1e308);
    }

    // ---- places that lie close to each other

    /** At some points it comes to zero from above, and is known to do nowhere else. */
    private static Known touching(double... points) {
        return (x, order) ->
                Series.ranging(contains(x, points) ? new Interval(0, 1) : Interval.ONE, order, Regularity.CONTINUOUS);
    }

    private static boolean contains(Interval x, double... points) {
        for (double point : points) {
            if (x.contains(point)) {
                return true;
            }
        }
        return false;
    }

    /** Where rounding may have made two of one, they are one. */
    @ParameterizedTest
    @CsvSource({"0.999, 1", "1.001, 2", "1000, 2"})
    void placesWithinSomeBillionthsOfAThousandthAreOne(double distance, int count) {
        double away = distance * 0x1p-40;
        assertThat(kinds(touching(0.3, 0.3 + away))).hasSize(count).containsOnly(Kind.TOUCHING);
        Interval wide = new Interval(-3, 5);
        assertThat(Zeros.of(function(touching(0.3, 0.3 + 8 * away)), wide).places())
                .hasSize(count);
    }

    /** A line through zero, of which something else is known where a part holds other points. */
    private static Known crossing(Known other, double at, double... others) {
        return (x, order) ->
                contains(x, others) ? other.on(x, order) : line(1, at).on(x, order);
    }

    @Test
    void aProvedZeroBesideOneThatTouchesIsOneOfThem() {
        double near = 0.3 + 0.9 * 0x1p-40;
        double apart = 0.3 + 1.1 * 0x1p-40;
        Known touches = (x, order) -> rough(order, Regularity.CONTINUOUS);
        assertThat(places(crossing(touches, near, 0.3)))
                .singleElement()
                .matches(place -> place.kind() == Kind.TOUCHING && place.at().contains(new Interval(0.3, near)));
        assertThat(kinds(crossing(touches, apart, 0.3))).containsExactly(Kind.TOUCHING, Kind.SIMPLE);
        double before = 0.3 - 0.9 * 0x1p-40;
        assertThat(kinds(crossing(touches, before, 0.3))).containsExactly(Kind.TOUCHING);
    }

    @Test
    void aJumpBesideAZeroHidesItNot() {
        double near = 0.3 + 0.5 * 0x1p-40;
        Known jumps = (x, order) -> rough(order, Regularity.DEFINED);
        Known touches = (x, order) -> (x.contains(near)
                ? rough(order, Regularity.CONTINUOUS)
                : Series.constant(x.high() < 0.3 ? Interval.ONE.negate() : Interval.ONE, order));
        Known both = (x, order) -> x.contains(0.3) ? jumps.on(x, order) : touches.on(x, order);
        assertThat(kinds(both)).containsExactly(Kind.JUMP, Kind.TOUCHING);
        Known reversed = (x, order) -> both.on(new Interval(1 - x.high(), 1 - x.low()), order);
        assertThat(kinds(reversed)).containsExactlyInAnyOrder(Kind.JUMP, Kind.TOUCHING);
    }

    /** Two that are proved stay two, until hardly a double lies between them; then one for certain is said of none. */
    @Test
    void twoProvedZerosAreNeverOneForCertain() {
        for (int ulps : new int[] {3, 4, 5, 6, 100}) {
            int below = ulps / 2;
            double a = SEAM - below * Math.ulp(SEAM);
            double b = a + ulps * Math.ulp(SEAM);
            List<Kind> kinds = kinds(parted(line(1, a), line(-1, b)));
            assertThat(kinds).as("%s roundings", ulps).isIn(List.of(Kind.TOUCHING), List.of(Kind.SIMPLE, Kind.SIMPLE));
            assertThat(kinds.size()).isEqualTo(ulps <= 4 ? 1 : 2);
        }
    }

    // ---- places with a little room around

    /** Once it was seen to touch zero at 0.3, something else is known of narrow parts around, and of points. */
    private static Known roomy(Known onWider) {
        boolean[] isSeen = new boolean[1];
        return (x, order) -> {
            boolean isAround = x.contains(0.3) && x.width() < 16 * Math.ulp(0.3);
            if (isSeen[0] && (isAround || x.isPoint())) {
                return onWider.on(x, order);
            }
            isSeen[0] |= isAround && Monotone.isTight(x);
            return touching(0.3).on(x, order);
        };
    }

    @Test
    void withRoomAroundAPlaceItIsASimpleZeroOrNone() {
        assertThat(kinds(roomy(touching(0.3)))).containsExactly(Kind.TOUCHING);
        assertSimple(roomy(line(1, 0.3)), 0.3);
        Interval roundings = new Interval(-4.5, 4.5).times(Interval.of(Math.ulp(0.3)));
        assertSimple(roomy(line(1, 0.3, roundings)), 0.3);
        assertThat(kinds(roomy(line(1, 0.2)))).isEmpty();
        assertThat(kinds(roomy((x, order) -> line(1, 0.3).on(x, order).atMost(Regularity.DEFINED))))
                .containsExactly(Kind.TOUCHING);
    }

    /** A seam in the middle of a place from 0.48 to 0.5 is seen to be one from 0.46 to 0.52, where signs are known. */
    @Test
    void theRoomIsAsWideAsThePlace() {
        Interval blur = new Interval(-0.01, 0.01);
        Known blurred = line(1, SEAM, blur);
        Known known = (x, order) -> x.width() < 0.1
                ? blurred.on(x, order)
                : parted(blurred, blurred).on(x, order);
        assertThat(places(known))
                .singleElement()
                .matches(place -> place.kind() == Kind.SIMPLE && place.at().distance(SEAM) < 0.02);
    }

    // ---- places at an end

    /** Falls to zero at the upper end, next to which it is not told from zero. */
    private static Enclosing flat(double from, Interval domain, boolean atLow) {
        Interval blur = new Interval(-from, from);
        return function(atLow ? line(1, domain.low(), blur) : line(-1, domain.high(), blur));
    }

    @ParameterizedTest
    @CsvSource({"0.99, 0", "1.01, 2", "1.99, 2", "2.01, 4", "200, 256", "600000, 1048576", "2000000, 1048576"})
    void whatCannotBeToldFromZeroUpToAnEndIsUndecided(double flat, double undecided) {
        for (Interval domain : List.of(DOMAIN, new Interval(-3, 5))) {
            double unit = 0x1p-20 * domain.width();
            for (boolean atLow : new boolean[] {false, true}) {
                Zero place = Zeros.of(flat(flat * unit, domain, atLow), domain)
                        .places()
                        .get(0);
                double inside = undecided == 0 ? flat * unit : undecided * unit;
                Interval expected = atLow
                        ? new Interval(domain.low(), domain.low() + inside)
                        : new Interval(domain.high() - inside, domain.high());
                assertThat(place.kind()).isEqualTo(undecided == 0 ? Kind.TOUCHING : Kind.UNDECIDED);
                assertThat(place.at().low()).isCloseTo(expected.low(), org.assertj.core.api.Assertions.within(1e-12));
                assertThat(place.at().high()).isCloseTo(expected.high(), org.assertj.core.api.Assertions.within(1e-12));
            }
        }
    }

    @Test
    void anEndAtWhichItIsZeroIsAZeroHoweverLittleIsKnownBesideIt() {
        for (double end : new double[] {0, 1}) {
            Known zeroAtEnd = (x, order) -> x.isPoint() && x.low() == end
                    ? Series.constant(Interval.ZERO, order)
                    : x.contains(end)
                            ? rough(order, Regularity.CONTINUOUS)
                            : Series.constant(x.isPoint() ? ROUGH : Interval.ONE, order);
            assertThat(kinds(zeroAtEnd)).containsExactly(Kind.TOUCHING);
            Known unknownAtEnd = (x, order) -> x.contains(end)
                    ? rough(order, Regularity.CONTINUOUS)
                    : Series.constant(x.isPoint() ? ROUGH : Interval.ONE, order);
            assertThat(places(unknownAtEnd)).containsExactly(new Zero(DOMAIN, Kind.UNDECIDED));
        }
    }

    // ---- zeros at single doubles

    /** Wherever it is parted: next to a seam places of both sides are one, which holds several doubles. */
    @Test
    void aSignIsZeroAtAnyDouble() {
        for (double at : seams(DOMAIN, 9).toArray(Double[]::new)) {
            assertThat(places((x, order) -> Series.variable(x, order)
                            .minus(Series.constant(Interval.of(at), order))
                            .sign()))
                    .as("%s", at)
                    .singleElement()
                    .matches(
                            place -> place.kind() == Kind.TOUCHING && place.at().contains(at));
        }
    }

    private static Stream<Double> seams(Interval x, int depth) {
        double at = Zeros.split(x);
        return depth == 0
                ? Stream.of()
                : Stream.of(
                                Stream.of(at),
                                seams(new Interval(x.low(), at), depth - 1),
                                seams(new Interval(at, x.high()), depth - 1))
                        .flatMap(s -> s);
    }

    /** It jumps at every double of a place, and is zero at one of them. */
    @Test
    void theFirstDoublesOfAPlaceAreTriedOneByOne() {
        double rounding = Math.ulp(0.3);
        Interval wild = new Interval(0.3, 0.3 + 6 * rounding);
        for (int i = 0; i <= 4; i++) {
            double zero = 0.3 + i * rounding;
            Known jumps = (x, order) -> {
                Interval apart = x.low() < 0.3 ? Interval.ONE.negate() : Interval.ONE;
                Interval range = x.isPoint() ? x.contains(zero) ? Interval.ZERO : apart : x.meets(wild) ? ROUGH : apart;
                return Series.ranging(range, order, Regularity.DEFINED);
            };
            assertThat(places(jumps))
                    .as("the %s. double", i)
                    .singleElement()
                    .matches(
                            place -> place.kind() == Kind.TOUCHING && place.at().contains(zero));
        }
    }

    /** A step through zero that is zero at two doubles, wherever these lie in a part. */
    @Test
    void allOfAPlaceMayBeZeroWhereOneDoubleIs() {
        for (int i = 0; i < 8; i++) {
            double first = 0.3 + i * Math.ulp(0.3);
            double second = first + 2 * Math.ulp(0.3);
            Known steps = (x, order) -> {
                boolean isZero = x.isPoint() && contains(x, first, second);
                Interval range = isZero
                        ? Interval.ZERO
                        : x.high() < first
                                ? Interval.ONE.negate()
                                : x.low() > second ? Interval.ONE : new Interval(-1, 1);
                return Series.ranging(range, order, Regularity.DEFINED);
            };
            assertThat(places(steps))
                    .singleElement()
                    .matches(
                            place -> place.kind() == Kind.TOUCHING && place.at().contains(new Interval(first, second)));
        }
    }
}
