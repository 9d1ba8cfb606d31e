package org.ansatz.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.ansatz.bank.Yaml;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.problem.Evidence;
import org.ansatz.problem.Problem;
import org.ansatz.quantity.NoValue;
import org.junit.jupiter.api.Test;

/**
 * {@code v' == if(t > a and t < b, h, 0) - k*v} for random pulses, from a ten-millionth to a fifth of the interval wide, beside its
 * closed form: the error that is claimed must cover the truth. {@code -Dansatz.truth.odes=10000} solves so many.
 */
final class PulsedEquationsTest {

    private static final int EQUATIONS = 60;
    private static final long SEED = 11;

    /** An error that is a larger part of the largest value says nothing. */
    private static final double VAGUE = 1e-3;

    private static BigDecimal decimal(double x, int digits) {
        return new BigDecimal(x).round(new MathContext(digits));
    }

    @Test
    void theClaimedErrorCoversTheClosedForm() {
        int equations = Integer.getInteger("ansatz.truth.odes", EQUATIONS);
        Random random = new Random(Long.getLong("ansatz.truth.seed", SEED));
        List<String> wrong = new ArrayList<>();
        int right = 0;
        int undecided = 0;
        for (int i = 0; i < equations; i++) {
            double end = Math.scalb(1.0, random.nextInt(8) - 2);
            BigDecimal width = decimal(end * Math.pow(10, -7 + 6.3 * random.nextDouble()), 3);
            BigDecimal from = decimal(random.nextDouble() * (end - width.doubleValue()), 6);
            BigDecimal to = from.add(width);
            BigDecimal height = decimal((random.nextBoolean() ? 1 : -1) * Math.pow(10, 4 * random.nextDouble() - 1), 3);
            BigDecimal decay = decimal(Math.pow(10, 3 * random.nextDouble() - 2) / end, 3);
            BigDecimal start = random.nextInt(3) == 0 ? BigDecimal.ZERO : decimal(random.nextDouble() * 4 - 2, 3);
            BigDecimal at = random.nextInt(4) == 0
                    ? from.add(width.multiply(decimal(random.nextDouble(), 2))) // inside the pulse
                    : decimal(end * (random.nextInt(3) == 0 ? random.nextDouble() : 1), 6);
            String equation = String.format(
                    Locale.ROOT,
                    "v' == if(t > %s and t < %s, %s, 0) - %s*v, v(0) == %s, v(%s)",
                    from.toPlainString(),
                    to.toPlainString(),
                    height.toPlainString(),
                    decay.toPlainString(),
                    start.toPlainString(),
                    at.toPlainString());
            BigDecimal truth = closedForm(from, to, height, decay, start, at);
            Estimate found;
            try {
                found = solved(equation.split(", (?=v)"));
            } catch (NoValue e) {
                undecided++;
                continue;
            }
            double off = new BigDecimal(Arithmetic.real(found.value()))
                    .subtract(truth)
                    .abs()
                    .doubleValue();
            double size = Math.max(
                    Math.abs(truth.doubleValue()),
                    Math.abs(height.multiply(width).doubleValue()));
            if (off > found.error()) {
                wrong.add(equation + " is " + truth.round(new MathContext(20)) + ", not " + found + ", off by " + off);
            } else if (found.error() > VAGUE * size) {
                undecided++;
            } else {
                right++;
            }
        }
        if (System.getProperty("ansatz.truth.odes") != null) {
            System.out.printf("pulsed equations: right %d, undecided %d, wrong %d%n", right, undecided, wrong.size());
            wrong.stream().limit(40).forEach(System.out::println);
        }
        assertThat(wrong).isEmpty();
        assertThat(right).isGreaterThanOrEqualTo((int) (0.95 * equations));
    }

    /** v0·exp(−kT), and h/k·(exp(−k·d₁) − exp(−k·d₀)) from what of the pulse lies before T. */
    private static BigDecimal closedForm(
            BigDecimal from, BigDecimal to, BigDecimal height, BigDecimal decay, BigDecimal start, BigDecimal at) {
        Decimals numbers = new Decimals();
        BigDecimal free =
                start.multiply(numbers.smooth("exp", decay.multiply(at).negate()));
        BigDecimal sinceFrom = at.subtract(from).max(BigDecimal.ZERO);
        BigDecimal sinceTo = at.subtract(to).max(BigDecimal.ZERO);
        BigDecimal driven = numbers.smooth("exp", decay.multiply(sinceTo).negate())
                .subtract(numbers.smooth("exp", decay.multiply(sinceFrom).negate()));
        return free.add(height.multiply(numbers.over(driven, decay)));
    }

    private static Estimate solved(String[] written) {
        Problem problem = Yaml.problem("""
                title: A pulse
                statement: Where is it?
                answer: {kind: number}
                routes:
                  integration:
                    ode: "%s"
                    from: %s
                    value: %s
                  other: 0
                """.formatted(written[0], written[1], written[2]));
        Evidence evidence = problem.routes().get(0).evidence(problem.published());
        return ((Evidence.Values) evidence).values().get(0);
    }
}
