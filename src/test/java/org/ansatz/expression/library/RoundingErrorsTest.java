package org.ansatz.expression.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.ansatz.expression.Sheet;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Arithmetic;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Claimed errors cover roundings that do not average out. Right values by mpmath, 50 digits. */
class RoundingErrorsTest {

    private static void covers(double truth, double part, String formula, String... steps) {
        Estimate found = Sheet.of(steps).estimate(formula);
        double off = Math.abs(Arithmetic.real(found.value()) - truth);
        assertThat(found.error()).isBetween(off, part * Math.abs(truth));
    }

    /** A rounded coefficient is off by the same in each step. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            10000*sqrt(2) | y[n-1]*(1 + 0.0396/pi) - 43.0096*sqrt(3)  | 1500 | 1190322422874.6897602
            10000*sqrt(2) | y[n-1]*(1 + 0.0352/pi) - 156.6065*sqrt(3) | 1000 | -694829076.16268915323
            10000*sqrt(2) | y[n-1]*(1 + 0.008/pi) - 223.8489*sqrt(3)  | 1000 | -1604673.9836356562053
            """)
    void whatIsRoundedAlikeInEachStepAddsUp(String start, String rule, int n, double truth) {
        covers(truth, 1e-9, "y[" + n + "]", "y[0] = " + start, "y[n] = " + rule);
    }

    /** Powers of exact numbers grow long; where terms are rounded anyway, they are taken as doubles, also where one term vanishes. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sum(0.919046197^n*sin(n*pi/7) for n in 1:inf)        | 2.1145148280487786921
            real(dtft(0.9811^abs(n) for n, w at 1.0472))         | 0.038150039415950339255
            sum(0.9793933^n*sqrt(2) for n in 0:inf)              | 68.628822779634538708
            """)
    void longPowersAreTakenAsDoubles(String formula, double truth) {
        covers(truth, 1e-11, formula);
    }

    /** Far from zero a density stands on few doubles, and its integral is 1 only to a few digits. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            X ~ normal(2015233.86, 1.484e-05*pi)                            ; var(X)     ; 2.1735395509925446554e-9
            X ~ normal(5709400.42, 6.036e-05*pi)                            ; var(X)     ; 3.5958221854779132501e-8
            X ~ normal(2318.15, 0.00762781*pi)                              ; E(X^2)     ; 5373819.4230742479835
            X ~ normal(3324481.65, 0.00012618*pi)                           ; E(X^2)     ; 11052178241186.7225
            X ~ uniform(168703.24, 168703.24 + 5.61e-06*pi)                 ; std(3*X)   ; 0.000015263121650030943213
            X ~ normal(1571256.13, 0.00300979*pi)                           ; E(X | X > 1571256.13) ; 1571256.1375444247147
            X ~ uniform(8982824, 8982824 + 0.0103*pi)                       ; cov(X, X^2) ; 1567.6020973075152041
            """)
    void whatVariesLittleFarFromZeroKeepsWhatIsClaimed(String variable, String statistic, double truth) {
        covers(truth, 1e-2, statistic, variable);
    }
}
