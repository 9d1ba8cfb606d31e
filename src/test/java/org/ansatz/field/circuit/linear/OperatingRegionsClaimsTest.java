package org.ansatz.field.circuit.linear;

import static org.ansatz.field.circuit.linear.Circuits.point;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.ansatz.field.circuit.solution.Reading;
import org.ansatz.field.circuit.solution.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Points of devices that are hard to find, and what is claimed of them, against mpmath with 30 digits or a formula. */
final class OperatingRegionsClaimsTest {

    private static void assertHolds(Reading reading, double truth, double most) {
        assertThat(Math.abs(reading.value() - truth)).isLessThanOrEqualTo(reading.error());
        assertThat(reading.error()).isLessThanOrEqualTo(most);
    }

    /** Diodes of all sizes: the exponent at the point is from 0.2 to 87. */
    @ParameterizedTest
    @CsvSource({
        "5, 1k, 1e-40, 2.15602131148011309, 2.84397868851988691e-3",
        "5, 1m, 1, 0.211852691490835143, 4788.14730850916486",
        "5, 1m, 1m, 0.383627997259789627, 4616.37200274021037",
        "1meg, 1k, 1e-14, 0.978598640057491444, 999.999021401359943",
        "-1meg, 1k, 1e-14, -999999.99999999999, -1e-14",
        "1e-9, 1k, 1e-6, 9.6153846082726444e-10, 3.84615391727355565e-14",
    })
    void anExponentialDiodeOfAnySizeIsSolved(String volts, String ohms, String saturation, double at, double amperes) {
        OperatingRegions point =
                point("V1 in 0 %s|R1 in a %s|D1 a 0 exponential IS=%s VT=0.025".formatted(volts, ohms, saturation));
        assertHolds(point.voltage("a", "0", 0), at, 2e-14 * Math.abs(at));
        // An error of the voltage counts as often as it has thermal voltages.
        double steep = 2 + Math.max(at, 0) / 0.025;
        assertHolds(point.current("D1", 0), amperes, 1e-14 * steep * Math.abs(amperes));
        if (amperes != -1e-14) {
            assertHolds(point.current("R1", 0), amperes, 1e-11 * Math.abs(amperes));
        }
    }

    @Test
    void diodesOfUnlikeSizeShareAVoltageOrACurrent() {
        assertHolds(
                point("V1 in 0 5|R1 in a 1k|D1 a 0 exponential IS=1e-14 VT=0.025|D2 a 0 exponential IS=1e-20 VT=0.0125")
                        .voltage("a", "0", 0),
                0.508059242259567835,
                1e-14);
        assertHolds(
                point("V1 in 0 5|R1 in a 1k|D1 a b exponential IS=1e-14 VT=0.025|D2 b 0 exponential IS=1e-14 VT=0.025")
                        .current("D1", 0),
                0.00366858785843800828,
                1e-14);
    }

    /** Current and drop are those of the square law however little it is above its threshold. */
    @ParameterizedTest
    @CsvSource({"1.5", "1.002", "1.0005", "1.00000762939453125", "1.00000001490116119384765625"})
    void aTransistorConductsAsSoonAsItIsAboveItsThreshold(double gate) {
        OperatingRegions point = point("VD d 0 10|RD d x 1k|VG g 0 " + gate + "|M1 x g 0 nmos K=0.02 VT=1");
        double over = gate - 1;
        assertHolds(point.voltage("x", "0", 0), 10 - 10 * over * over, 1e-13);
        // What is above the threshold is known to the roundings of the gate's voltage.
        assertHolds(point.current("M1", 0), 0.01 * over * over, 0.02 * over * (64 * Math.ulp(1.0)));
    }

    /** The decimals are rounded before their difference is taken. */
    @Test
    void theRoundingsOfAThresholdCount() {
        OperatingRegions point = point("VD d 0 10|VG g 0 1.0000001|M1 d g 0 nmos K=2 VT=1");
        assertHolds(point.current("M1", 0), 1e-14, 1e-21);
        assertHolds(point.current("VD", 0), -1e-14, 1e-20);
    }

    /**
     * The current of the transistor brings its gate up so that just one point is left, u = (1 + u²)/2 with u over the threshold: Newton's
     * steps are halved each time, and what is left is as much as the last one moved. The largest voltage ends the search early.
     */
    @Test
    void atADoubleRootWhatTheLastStepMovedCounts() {
        OperatingRegions point =
                point("VD d 0 10|M1 d g 0 nmos K=2 VT=1|H1 g q VD -0.5|VQ q 0 1.5|VL l 0 -1e8|RL l 0 1");
        assertThat(Math.abs(point.voltage("g", "0", 0).value() - 2)).isGreaterThan(1e-9);
        assertHolds(point.voltage("g", "0", 0), 2, 1e-5);
        assertHolds(point.current("M1", 0), 1, 1e-5);
        assertHolds(point.current("VD", 0), -1, 1e-5);
        assertHolds(point.current("H1", 0), 0, 1e-8);
    }

    /** No voltage moves while the current through its source is looked for. */
    @Test
    void whereASourceStandsAcrossADiodeItsCurrentIsSolvedToo() {
        OperatingRegions point = point("V1 a 0 1|D1 a 0 exponential IS=1e-14 VT=0.025");
        assertHolds(point.current("D1", 0), 2353.852668370199844, 1e-9);
        assertHolds(point.current("V1", 0), -2353.852668370199844, 1e-9);
    }

    /** So many equations are solved at 8 n³ multiplications each: one for each region, or as many as Newton's method has steps. */
    @Test
    void whatIsStraightIsSolvedOnceAndWhatIsCurvedSomeTimes() {
        assertThat(solutions("V1 in 0 5|R1 in a 1k|D1 a 0 drop VF=0.7 RON=1", 3 * 3 * 3 + 5 * 5 * 5))
                .isEqualTo(1);
        assertThat(solutions("V1 in 0 5|R1 in a 1k|D1 a 0 exponential IS=1e-14", 27))
                .isBetween(6.0, 25.0);
        assertThat(solutions("V1 in 0 1k|R1 in a 1k|D1 a 0 exponential IS=1e-14", 27))
                .isBetween(6.0, 40.0);
    }

    private static double solutions(String cards, int cubes) {
        long[] told = {0};
        point(cards, new Work(steps -> told[0] += steps));
        return told[0] / Math.floor(8 * cubes / 100.0);
    }

    /** A hundredth of a billionth of the largest voltage may be left by the last step but one, and then another is made. */
    @Test
    void aStepThatBringsMuchIsFollowedByAnother() {
        OperatingRegions point = point("V1 in 0 1meg|R1 in a 1k|D1 a 0 exponential IS=1e-14 VT=0.025");
        assertThat(point.voltage("a", "0", 0).error()).isLessThan(1e-14);
    }

    /** Beside 1000 V a diode at the edge of its drop conducts or does not: the voltage is that of one of them, and holds both. */
    @Test
    void atAnEdgeBothStatesAreClaimed() {
        OperatingRegions point = point("V1 in 0 0.7000005|R1 in a 1k|D1 a 0 drop VF=0.7|V2 b 0 1k|R2 b 0 1");
        assertHolds(point.voltage("a", "0", 0), 0.7, 6e-7);
        assertHolds(point.voltage("a", "0", 0), 0.7000005, 6e-7);
        assertHolds(point.current("D1", 0), 0.5e-9, 6e-10);
        assertHolds(point.current("R1", 0), 0.5e-9, 6e-10);
        assertHolds(point.current("R1", 0), 0, 6e-10);
    }

    @Test
    void currentsOfSeveralTransistorsAreToldApart() {
        OperatingRegions point = point("VC c 0 10|RC c k 1k|VB b 0 5|RB b g 430k|Q1 k g 0 npn BETA=100"
                + "|RD c l 1k|RE b h 860k|Q2 l h 0 npn BETA=50|VD d 0 3|RF f 0 1k|Q3 c d f npn BETA=inf"
                + "|Q4 c 0 0 npn BETA=10|D1 c m drop VF=0.3 RON=1k|RM m 0 1k");
        assertHolds(point.current("q2", 0), 0.25e-3, 1e-17);
        assertHolds(point.current("Q2", 1, 0), 5e-6, 1e-19);
        assertHolds(point.current("Q1", 1, 0), 1e-5, 1e-19);
        assertHolds(point.current("Q1", 0, 0), 1e-3, 1e-16);
        assertHolds(point.current("Q3", 0, 0), 2.3e-3, 1e-16);
        assertHolds(point.current("Q3", 1, 0), 0, 0);
        assertHolds(point.current("Q4", 1, 0), 0, 0);
        assertHolds(point.current("D1", 0), 4.85e-3, 1e-16);
        assertHolds(point.current("RD", 0), 0.25e-3, 1e-16);
        assertHolds(point.current("RM", 0), 4.85e-3, 1e-16);
        assertThat(point.account()).containsExactly("Q1 is active, Q2 is active, Q3 is active, Q4 is off, D1 conducts");
    }

    /** What is claimed is no less than roundings are, and no more than some dozens of them. */
    @Test
    void linearRegionsAreAsWrongAsRoundingsAre() {
        OperatingRegions point = point("V1 in 0 3|R1 in a 3k|D1 a 0 drop VF=0.7 RON=7");
        double ulp = Math.ulp(1.0);
        Stream.of(point.voltage("a", "0", 0), point.current("D1", 0), point.current("R1", 0))
                .forEach(
                        reading -> assertThat(reading.error() / reading.value()).isBetween(ulp, 64 * ulp));
    }
}
