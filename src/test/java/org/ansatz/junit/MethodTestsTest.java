package org.ansatz.junit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

/** Methods of learners, right and wrong. */
final class MethodTestsTest {

    private static final double C0 = 299_792_458;

    @Disabled("run by the tests below")
    static final class Right implements MethodTests {
        @Verify("gate-2012-ec/q28")
        double length(double f1, double f2) {
            return 9 * C0 / (4 * f1);
        }

        @Verify("gate-2012-ec/q28")
        double shortest(@In("MHz") double f1) {
            return 3 * C0 / (4e6 * f1);
        }

        @Verify("gate-2012-ec/q28")
        char letter() {
            return 'C';
        }
    }

    @Disabled("run by the tests below")
    static final class Wrong implements MethodTests {
        @Verify("gate-2012-ec/q28")
        double length(double f1, double f2) {
            return 9 * C0 / (8 * f1);
        }
    }

    @Test
    void rightMethodsPass() {
        var results = Samples.run(Right.class);
        System.out.println(Samples.messages(results));
        assertThat(Samples.failed(results)).isEmpty();
    }

    @Test
    void wrong() {
        System.out.println(Samples.messages(Samples.run(Wrong.class)));
    }
}
