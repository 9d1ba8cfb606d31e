package org.ansatz.architecture;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What is on the class path of a build that asks for nothing. */
final class BuildTest {

    @Test
    void pyTorchIsThereOnlyWithItsProfile() {
        assertThatThrownBy(() -> Class.forName("ai.djl.engine.Engine")).isInstanceOf(ClassNotFoundException.class);
    }
}
