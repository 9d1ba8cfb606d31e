package org.ansatz.field.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.commons.math3.complex.Complex;
import org.junit.jupiter.api.Test;

/** Sections are cut from a cable with each number beside its name. */
final class CableTest {

    @Test
    void aSectionHasTheNumbersOfItsCable() {
        Section section =
                Cable.ofImpedance(75).withVelocity(2e8).withAttenuation(0.01).section(3);
        assertThat(section).isEqualTo(new Section(new Complex(75), 3, 2e8, 0.01));
    }

    @Test
    void withoutAnotherWordWavesRunAtTheSpeedOfLightWithoutLoss() {
        assertThat(Cable.ofImpedance(50).section(1)).isEqualTo(Section.lossless(50, 1, 299_792_458));
    }

    @Test
    void whatIsOutOfRangeIsToldWhereItIsSaid() {
        assertThatThrownBy(() -> Cable.ofImpedance(-50))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("characteristic impedance must be finite with a positive real part");
        assertThatThrownBy(() -> Cable.ofImpedance(50).withVelocity(0))
                .hasMessageStartingWith("velocity must be finite and positive");
        assertThatThrownBy(() -> Cable.ofImpedance(50).withAttenuation(-1))
                .hasMessageStartingWith("attenuation must not be negative");
        assertThatThrownBy(() -> Cable.ofImpedance(50).section(-1))
                .hasMessageStartingWith("length must be finite and not negative");
    }
}
