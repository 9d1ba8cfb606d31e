package org.ansatz.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is shown is right to the last digit, and the error that is said covers the truth. Right values by mpmath, 40 digits. */
final class KnownDigitsTest {

    private static final Pattern COMPLEX = Pattern.compile("\"re\": ?([-+0-9.eE]+), ?\"im\": ?([-+0-9.eE]+)");
    private static final Pattern ERROR = Pattern.compile("\"error\": ?([-+0-9.eE]+)");

    private static String line(String sections, String load, String asked) {
        String request = "{\"expression\":\"" + asked + "\",\"line\":{\"source\":\"50 ohm\",\"sections\":[" + sections
                + "],\"load\":\"" + load + "\"}}\n";
        return Run.withInput(request, "eval", "--jsonl").out();
    }

    private static double number(Pattern pattern, int group, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return Double.parseDouble(matcher.group(group));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 GHz   | 1e6 m      | 1    | 93.573603563690267 | 15.4872939189497008 | 1e-11
            1.1 GHz | 123456.7 m | 1    | 92.2618136413244571 | 16.6932958121056114 | 1e-6
            1.1 GHz | 123456.7 m | 0.66 | 71.7125664135540959 | 20.9140221023938989 | 1e-5
            """)
    void theErrorOfALongLineIsThatOfItsAngle(
            String f, String length, String velocity, double re, double im, double most) {
        String section = "{\"Z0\":\"75 ohm\",\"length\":\"" + length + "\",\"velocity\":\"" + velocity + "\"}";
        String out = line(section, "100 ohm", "zin(" + f + ")");
        double error = number(ERROR, 1, out);
        double apart = Math.hypot(number(COMPLEX, 1, out) - re, number(COMPLEX, 2, out) - im);
        assertThat(apart).isLessThanOrEqualTo(error);
        assertThat(error).isLessThan(most);
    }

    @Test
    void atAResonanceNothingIsKnownOfAnImpedanceThatIsInfinite() {
        String quarterWave = "{\"Z0\":\"50 ohm\",\"length\":\"0.25 m\"}";
        String out = line(quarterWave, "0 ohm", "abs(zin(299792458 Hz))");
        assertThat(number(ERROR, 1, out)).isGreaterThan(1e15);
    }

    @Test
    void aShortLineKeepsItsDigits() {
        String out = line("{\"Z0\":\"75 ohm\",\"length\":\"1 m\"}", "100 ohm", "gamma(1 GHz)");
        assertThat(number(COMPLEX, 1, out)).isCloseTo(0.13716635812510532, within(1e-14));
        assertThat(number(COMPLEX, 2, out)).isCloseTo(0.12396884986944237, within(1e-14));
        assertThat(number(ERROR, 1, out)).isLessThan(1e-13);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x' == -x      | x(30)             | 9.3576229688401746e-14
            x' == -x      | x(10)             | 4.5399929762484852e-5
            x' == -2*x    | x(20)             | 4.2483542552915890e-18
            x' == -x      | x(30)*10^14       | 9.3576229688401746
            x' == x       | x(30)             | 10686474581524.463
            """)
    void theErrorOfASolutionCoversTheTruth(String equation, String asked, double right) {
        String out = Run.of("eval", asked, "--json", "--ode", equation, "--from", "x(0) == 1")
                .out();
        double shown = number(Pattern.compile("\"value\": ?([-+0-9.eE]+)"), 1, out);
        assertThat(Math.abs(shown - right)).isLessThanOrEqualTo(number(ERROR, 1, out));
    }

    @Test
    void ofASolutionBelowItsErrorNoDigitIsShown() {
        assertThat(Run.of("eval", "x(30)", "--ode", "x' == -x", "--from", "x(0) == 1")
                        .out())
                .startsWith("0 (off by up to ")
                .contains("no digit is known");
    }

    /** Zero has no digits that could be unknown. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            min(x^2 for x in -1..1)         | 0 (off by up to 4.9e-324)
            integrate(x*1 V for x in -1..1) | 0 V (off by up to 4.9e-324 V)
            """)
    void ofZeroItIsSaidHowFarOffItMayBe(String formula, String shown) {
        assertThat(Run.of("eval", formula).out()).isEqualTo(shown + "\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sin(1e10)                             | -0.487506025087510692
            cos(2*pi*(10^9/3)*1.234567)           | -0.5
            real(exp(j*1e9))                      | 0.837887181363902334
            sin(pi*1e8)                           | 0
            tan(1e15)                             | -1.67241478212758304
            """)
    void theErrorOfALargeAngleCovers(String formula, double right) {
        String out = Run.of("eval", formula, "--json").out();
        double shown = number(Pattern.compile("\"value\": ?([-+0-9.eE]+)"), 1, out);
        assertThat(Math.abs(shown - right)).isLessThanOrEqualTo(number(ERROR, 1, out) + Math.ulp(right));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tanh(x)            | 2*sigmoid(2*x) - 1      | -50..50
            1 - tanh(x)^2      | 1/cosh(x)^2             | -30..30
            1 - sigmoid(x)     | sigmoid(-x)             | -50..50
            log(sigmoid(x))    | -softplus(-x)           | -50..50
            softplus(x) - x    | softplus(-x)            | -50..50
            (1 - sigmoid(x))*sigmoid(x) | exp(x)/(1 + exp(x))^2 | -40..40
            """)
    void whatCancelsIsNotADifference(String one, String other, String domain) {
        assertThat(Run.of("equal", one, other, "--of", "x=" + domain).out()).startsWith("equal");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tanh(x)            | 2*sigmoid(2*x) - 1.0000001 | -50..50
            1 - tanh(x)^2      | 1/cosh(x)^3                | -30..30
            tanh(x)            | 1                          | 20..50
            """)
    void aRealDifferenceIsSeen(String one, String other, String domain) {
        assertThat(Run.of("equal", one, other, "--of", "x=" + domain).out()).startsWith("different");
    }

    /** What rounding leaves of nothing is not shown beside the other part of a complex number. */
    @ParameterizedTest
    @CsvSource({
        "0.3*exp(1j*pi), -0.3",
        "exp(1j*pi/2), 0 + 1j",
        "1e-3 + 1e-6j, 0.001 + 1e-6j",
        "exp(2j*pi/3)*exp(1j*pi/3), -1",
    })
    void whatRoundingLeavesIsNotShown(String formula, String shown) {
        assertThat(Run.of("eval", formula).out().strip()).isEqualTo(shown);
    }
}
