package org.ansatz.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.term.Layout;
import org.junit.jupiter.api.Test;

/** How steps are counted. */
final class FrameTest {

    private static final long MOST = Frame.MAX_STEPS;

    private final Frame frame = Frame.of(new Layout());

    @Test
    void aRestedFrameHasTheWholeAllowance() {
        frame.spend(MOST);
        assertThatThrownBy(() -> frame.spend(1)).hasMessageContaining("20000000 steps");
        assertThat(frame.isExhausted()).isTrue();
        frame.rested().spend(MOST);
    }

    @Test
    void pooledFramesHaveOneAllowanceTogether() {
        Frame pooled = frame.pooled();
        frame.spend(MOST);
        pooled.rested().spend(MOST - 1);
        pooled.rested().judging().rested().spend(1);
        assertThat(pooled.isExhausted()).isFalse();
        assertThatThrownBy(() -> pooled.rested().spend(1)).isInstanceOf(ArithmeticException.class);
        assertThat(pooled.isExhausted()).isTrue();
        pooled.pooled().spend(MOST);
    }

    @Test
    void noCountIsSoLargeThatItIsForgotten() {
        assertThatThrownBy(() -> frame.spend(Long.MAX_VALUE)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> frame.spend(Long.MAX_VALUE)).isInstanceOf(ArithmeticException.class);
        assertThat(frame.isExhausted()).isTrue();
    }

    @Test
    void anInterruptIsHeardWhateverTheSizeOfTheSteps() {
        for (long size : new long[] {1, 3, 255, 257, 5000}) {
            Frame fresh = frame.rested();
            Thread.currentThread().interrupt();
            try {
                assertThatThrownBy(() -> {
                            for (int i = 0; i < 256; i++) {
                                fresh.spend(size);
                            }
                        })
                        .as("steps of %s", size)
                        .isInstanceOf(CancellationException.class);
            } finally {
                assertThat(Thread.interrupted()).isTrue();
            }
        }
    }
}
