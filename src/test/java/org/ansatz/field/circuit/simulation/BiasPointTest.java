package org.ansatz.field.circuit.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ch.obermuhlner.math.big.BigDecimalMath;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Random;
import org.ansatz.field.circuit.netlist.NetlistReader;
import org.ansatz.field.circuit.solution.Reading;
import org.ansatz.field.circuit.solution.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Points of rest: their claimed errors against numbers of many digits, and what has none. */
final class BiasPointTest {

    private static final MathContext DIGITS = new MathContext(40);

    private static BiasPoint point(String cards) {
        return new BiasPoint(
                new Equations(NetlistReader.read(cards.replace('|', '\n'), fault -> {
                            throw new AssertionError(fault.toString());
                        })
                        .components(new double[0])),
                Work.unlimited());
    }

    /** (V - v)/R = I_S (exp(v/(N V_T)) - 1) + 1e-12 v, by Newton's method in decimals of 40 digits. */
    private static BigDecimal diode(double volts, double ohms, double saturation, double emission, double near) {
        BigDecimal thermal = new BigDecimal("1.380649e-23")
                .multiply(new BigDecimal("300.15"))
                .divide(new BigDecimal("1.602176634e-19"), DIGITS)
                .multiply(new BigDecimal(emission));
        BigDecimal v = new BigDecimal(near);
        for (int k = 0; k < 8; k++) {
            BigDecimal exponential = BigDecimalMath.exp(v.divide(thermal, DIGITS), DIGITS);
            BigDecimal is = new BigDecimal(saturation);
            BigDecimal leak = new BigDecimal(DiodeStamp.LEAST);
            BigDecimal away = new BigDecimal(volts)
                    .subtract(v)
                    .divide(new BigDecimal(ohms), DIGITS)
                    .subtract(is.multiply(exponential.subtract(BigDecimal.ONE)))
                    .subtract(leak.multiply(v));
            BigDecimal slope = BigDecimal.ONE
                    .divide(new BigDecimal(ohms), DIGITS)
                    .add(is.multiply(exponential).divide(thermal, DIGITS))
                    .add(leak);
            v = v.add(away.divide(slope, DIGITS));
        }
        return v;
    }

    @Test
    void theClaimedErrorCoversTheTrueOne() {
        Random random = new Random(81);
        for (int trial = 0; trial < 100; trial++) {
            double volts = -5 + 25 * random.nextDouble();
            double ohms = Math.exp(15 * random.nextDouble());
            double saturation = 1e-16 * Math.exp(18 * random.nextDouble());
            double emission = 1 + random.nextDouble();
            BiasPoint point = point(String.format(
                    Locale.ROOT,
                    "V1 a 0 %s|R1 a b %s|D1 b 0 DX|.model DX D(IS=%s N=%s)",
                    volts,
                    ohms,
                    saturation,
                    emission));
            Reading found = point.voltage("b", "0", 0);
            BigDecimal exact = diode(volts, ohms, saturation, emission, found.value());
            double off = exact.subtract(new BigDecimal(found.value())).abs().doubleValue();
            assertThat(off).as("trial " + trial + " " + found).isLessThanOrEqualTo(found.error());
            Reading current = point.current("D1", 0);
            double through = new BigDecimal(volts)
                    .subtract(exact)
                    .divide(new BigDecimal(ohms), DIGITS)
                    .subtract(new BigDecimal(current.value()))
                    .abs()
                    .doubleValue();
            assertThat(through).as("trial " + trial + " " + current).isLessThanOrEqualTo(current.error());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "V1 a 0 1|V2 a 0 2|D1 a 0 DX; nothing fixes",
                "I1 0 a 1m|C1 a 0 1u|V1 b 0 1|D1 b 0 DX; nothing fixes the voltage of node a at rest",
                "I1 0 a 1|D1 0 a DX|V1 b 0 1|R1 b 0 1; ",
            })
    void whatHasNoPointOfRestIsSaid(String cards, String message) {
        String all = cards + "|.model DX D(IS=1e-14)";
        if (message == null) {
            // A blocked diode that is driven: SPICE's leakage of 1e-12 S carries it, at 1e12 V.
            assertThat(point(all).voltage("a", "0", 0).value()).isGreaterThan(1e11);
        } else {
            assertThatThrownBy(() -> point(all)).hasMessageContaining(message);
        }
    }

    /** A latch of two inverters rests in either state, and between them; what is found is one of them, and its currents balance. */
    @Test
    void aLatchRestsSomewhere() {
        BiasPoint point = point("VDD d 0 3|M1 a b 0 0 MN|M2 a b d d MP|M3 b a 0 0 MN|M4 b a d d MP|R1 a d 1meg|"
                + ".model MN NMOS(VTO=0.7 KP=100u)|.model MP PMOS(VTO=-0.7 KP=100u)");
        double a = point.voltage("a", "0", 0).value();
        double b = point.voltage("b", "0", 0).value();
        assertThat(a).isBetween(0.0, 3.0 + 1e-9);
        assertThat(b).isBetween(0.0, 3.0 + 1e-9);
        double intoA = point.current("M1", 0).value()
                + point.current("M2", 0).value()
                + point.current("R1", 0).value();
        double intoB = point.current("M3", 0).value() + point.current("M4", 0).value();
        // The junctions of the transistors leak 1e-12 S each, which is no part of their channels.
        assertThat(intoA).isCloseTo(0, within(2e-11));
        assertThat(intoB).isCloseTo(0, within(2e-11));
    }
}
