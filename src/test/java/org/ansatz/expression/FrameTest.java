package org.ansatz.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.term.Layout;
import org.ansatz.expression.type.Type;
import org.ansatz.quantity.NoValue;
import org.junit.jupiter.api.Test;

/** How steps are counted, and what counts as having no value. */
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
        assertThatThrownBy(() -> pooled.rested().spend(1)).isInstanceOf(NoValue.class);
        assertThat(pooled.isExhausted()).isTrue();
        pooled.pooled().spend(MOST);
    }

    @Test
    void noCountIsSoLargeThatItIsForgotten() {
        assertThatThrownBy(() -> frame.spend(Long.MAX_VALUE)).isInstanceOf(NoValue.class);
        assertThatThrownBy(() -> frame.spend(Long.MAX_VALUE)).isInstanceOf(NoValue.class);
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

    @Test
    void onlyWhatSaysThatThereIsNoValueIsReadSo() {
        Expression none = Expression.computed(Type.REAL, at -> {
            throw new NoValue("nothing there");
        });
        assertThatThrownBy(() -> frame.value(none.term()))
                .isInstanceOf(ExpressionFault.class)
                .hasMessage("nothing there");
        for (RuntimeException defect : new RuntimeException[] {
            new ArithmeticException("/ by zero"),
            new IllegalArgumentException("a defect"),
            new IllegalStateException("a defect")
        }) {
            Expression broken = Expression.computed(Type.REAL, at -> {
                throw defect;
            });
            assertThatThrownBy(() -> frame.value(broken.term())).isSameAs(defect);
        }
    }
}
