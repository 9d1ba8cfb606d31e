package org.ansatz.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DimensionTest {

    private static final Dimension[] BASES = {
        Dimension.LENGTH,
        Dimension.MASS,
        Dimension.TIME,
        Dimension.CURRENT,
        Dimension.TEMPERATURE,
        Dimension.VOLTAGE,
        Dimension.IMPEDANCE,
        Dimension.NONE
    };

    private static Dimension any(Random random) {
        Dimension product = Dimension.NONE;
        for (int i = 0; i < 3; i++) {
            product = product.times(BASES[random.nextInt(BASES.length)].power(random.nextInt(7) - 3, 1));
        }
        return product;
    }

    @Test
    void dimensionsAreACommutativeGroup() {
        Random random = new Random(3);
        for (int i = 0; i < 500; i++) {
            Dimension a = any(random);
            Dimension b = any(random);
            Dimension c = any(random);
            String seed = "seed 3, case " + i + ": " + a + " | " + b + " | " + c;
            assertThat(a.times(b).times(c)).as(seed).isEqualTo(a.times(b.times(c)));
            assertThat(a.times(b)).as(seed).isEqualTo(b.times(a)).hasSameHashCodeAs(b.times(a));
            assertThat(a.over(a)).as(seed).isEqualTo(Dimension.NONE);
            assertThat(a.times(b).over(b)).as(seed).isEqualTo(a);
            assertThat(a.power(-1, 1)).as(seed).isEqualTo(Dimension.NONE.over(a));
            assertThat(a.power(2, 1).times(a.power(3, 1))).as(seed).isEqualTo(a.power(5, 1));
            assertThat(a.power(1, 2).power(2, 1)).as(seed).isEqualTo(a);
            assertThat(a.times(b).power(1, 3)).as(seed).isEqualTo(a.power(1, 3).times(b.power(1, 3)));
        }
    }

    @Test
    void exponentsFinerThanATwelfthAreRefused() {
        assertThat(Dimension.LENGTH.power(1, 12).power(12, 1)).isEqualTo(Dimension.LENGTH);
        assertThatThrownBy(() -> Dimension.LENGTH.power(1, 5))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("m to the power 1/5");
        assertThatThrownBy(() -> Dimension.LENGTH.power(Integer.MAX_VALUE, 1)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void aDimensionIsPrintedInBaseUnits() {
        assertThat(Dimension.NONE).hasToString("1");
        assertThat(Dimension.FREQUENCY).hasToString("1/s");
        assertThat(Dimension.POWER).hasToString("m^2 kg/s^3");
        assertThat(Dimension.IMPEDANCE).hasToString("m^2 kg/(s^3 A^2)");
        assertThat(Dimension.LENGTH.power(1, 2)).hasToString("m^(1/2)");
    }

    @Test
    void levelsKnowPowerFromAmplitude() {
        Dimension power = Dimension.levelOf(Dimension.POWER);
        Dimension voltage = Dimension.levelOf(Dimension.VOLTAGE);
        assertThat(power).isNotEqualTo(voltage).isNotEqualTo(Dimension.LEVEL);
        assertThat(power.reference()).isEqualTo(Dimension.POWER);
        assertThat(Dimension.LEVEL.reference()).isNull();
        assertThat(power.isLevel() && voltage.isLevel() && Dimension.LEVEL.isLevel())
                .isTrue();
        assertThat(Dimension.LEVEL.over(Dimension.LENGTH).hasLevel()).isTrue();
        assertThat(Dimension.LEVEL.over(Dimension.LENGTH).isLevel()).isFalse();
        assertThat(Dimension.LENGTH.hasLevel()).isFalse();
        assertThat(power).hasToString("dB re m^2 kg/s^3");
        assertThat(Dimension.LEVEL).hasToString("dB");
    }

    @Test
    void exponentsReachAHundredInEitherDirection() {
        assertThat(Dimension.LENGTH.power(100, 1)).hasToString("m^100");
        assertThat(Dimension.LENGTH.power(-100, 1)).hasToString("1/m^100");
        assertThat(Dimension.LENGTH.power(200, 2)).isEqualTo(Dimension.LENGTH.power(100, 1));
        for (int sign : new int[] {1, -1}) {
            assertThatThrownBy(() -> Dimension.LENGTH.power(sign * 101, 1))
                    .isInstanceOf(ArithmeticException.class)
                    .hasMessage("m to the power " + sign * 101 + "/1");
            assertThatThrownBy(() -> Dimension.LENGTH.power(sign * 1201, 12)).isInstanceOf(ArithmeticException.class);
        }
    }
}
