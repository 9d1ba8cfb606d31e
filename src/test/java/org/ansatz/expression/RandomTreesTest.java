package org.ansatz.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.check.Steps;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Parser;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.type.Show;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.Dimension;
import org.ansatz.quantity.Notation;
import org.ansatz.quantity.Rational;
import org.ansatz.quantity.Units;
import org.junit.jupiter.api.Test;

/** Properties over seeded random expressions. */
class RandomTreesTest {

    /** A written expression: as few brackets as the grammar's order of operations allows, and all of them. */
    private record Written(String sparse, String full, int tightness) {

        /** Put in brackets where something tighter than {@code needed} must stand. */
        String within(int needed) {
            return tightness >= needed ? sparse : "(" + sparse + ")";
        }
    }

    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int SIGN = 3;
    private static final int POWER = 4;
    private static final int PRIMARY = 5;

    private static Written tree(Random random, int depth) {
        if (depth == 0) {
            String leaf = random.nextBoolean() ? String.valueOf(1 + random.nextInt(9)) : "x";
            return new Written(leaf, leaf, PRIMARY);
        }
        Written a = tree(random, depth - 1);
        Written b = tree(random, random.nextInt(depth));
        switch (random.nextInt(7)) {
            case 0:
                return binary(a, b, "+", SUM, SUM, PRODUCT);
            case 1:
                return binary(a, b, "-", SUM, SUM, PRODUCT);
            case 2:
                return binary(a, b, "*", PRODUCT, PRODUCT, SIGN);
            case 3:
                return binary(a, b, "/", PRODUCT, PRODUCT, SIGN);
            case 4:
                return binary(a, b, "^", POWER, PRIMARY, POWER);
            case 5:
                return new Written("-" + a.within(SIGN), "(- " + a.full + ")", SIGN);
            default:
                return new Written("abs(" + a.sparse + ")", "abs(" + a.full + ")", PRIMARY);
        }
    }

    private static Written binary(Written a, Written b, String op, int tightness, int left, int right) {
        return new Written(
                a.within(left) + op + b.within(right), "(" + a.full + " " + op + " " + b.full + ")", tightness);
    }

    @Test
    void bracketsThatTheGrammarDoesNotNeedChangeNothing() {
        Random random = new Random(1);
        for (int i = 0; i < 3_000; i++) {
            Written tree = tree(random, 1 + i % 6);
            assertThat(Bracketed.of(Parser.expression(tree.sparse)))
                    .as("seed 1, case " + i + ": " + tree.sparse)
                    .isEqualTo(tree.full);
            assertThat(Bracketed.of(Parser.expression(tree.full)))
                    .as("seed 1, case " + i + ": " + tree.full)
                    .isEqualTo(tree.full);
        }
    }

    /** Sums, products and quotients of positive numbers: nothing cancels, so rounding stays relative. */
    private static String positive(Random random, int depth) {
        if (depth == 0) {
            return random.nextBoolean() ? "x" : "y";
        }
        String a = positive(random, depth - 1);
        String b = positive(random, random.nextInt(depth));
        switch (random.nextInt(5)) {
            case 0:
                return "(" + a + " + " + b + ")";
            case 1:
                return "(" + a + "*" + b + ")";
            case 2:
                return "(" + a + "/" + b + ")";
            case 3:
                return "(" + a + ")^" + (random.nextInt(5) - 2);
            default:
                return "max(" + a + ", " + b + ")";
        }
    }

    @Test
    void exactAndRoundedEvaluationAgree() {
        Random random = new Random(2);
        for (int i = 0; i < 1_000; i++) {
            String formula = positive(random, 1 + i % 5);
            Rational x = Rational.of(1 + random.nextInt(40), 1 + random.nextInt(40));
            Rational y = Rational.of(1 + random.nextInt(40), 1 + random.nextInt(40));
            Type rational = Type.of(NumberSet.RATIONAL, Dimension.NONE);
            Sheet exactly =
                    Sheet.of().given("x", rational, new Value.Exact(x)).given("y", rational, new Value.Exact(y));
            Sheet roundly = Sheet.of()
                    .given("x", Type.REAL, new Value.Real(x.toDouble()))
                    .given("y", Type.REAL, new Value.Real(y.toDouble()));
            double exact = exactly.number(formula);
            double rounded = roundly.number(formula);
            if (exact > 1e-290 && exact < 1e290) {
                assertThat(rounded)
                        .as("seed 2, case " + i + ": " + formula)
                        .isCloseTo(exact, within(1e-11 * Math.abs(exact)));
            }
        }
    }

    private static String smooth(Random random, int depth) {
        if (depth == 0) {
            return random.nextInt(3) == 0 ? String.valueOf(1 + random.nextInt(3)) : "t";
        }
        String a = smooth(random, depth - 1);
        String b = smooth(random, random.nextInt(depth));
        List<String> forms = List.of(
                "(%1$s + %2$s)",
                "(%1$s - %2$s)",
                "%1$s*%2$s",
                "%1$s/(2 + (%2$s)^2)",
                "sin(%1$s)",
                "cos(%1$s)",
                "tanh(%1$s)",
                "exp(-(%1$s)^2)",
                "atan(%1$s)",
                "sqrt(1 + (%1$s)^2)",
                "log(3 + sin(%1$s))",
                "(2 + cos(%1$s))^(%2$s/4)",
                "atan2(%1$s, 2 + sin(%2$s))",
                "asinh(%1$s)");
        return "(" + String.format(forms.get(random.nextInt(forms.size())), a, b) + ")";
    }

    @Test
    void theDualDerivativeAgreesWithDifferences() {
        Random random = new Random(3);
        int compared = 0;
        for (int i = 0; i < 1_000; i++) {
            String formula = smooth(random, 1 + i % 4);
            double t = random.nextInt(200) / 100.0 - 1;
            Sheet sheet = Sheet.of("f(t) = " + formula);
            double h = 1.0 / 1024;
            double[] f = new double[9];
            for (int k = -4; k <= 4; k++) {
                f[k + 4] = sheet.number("f(" + (t + k * h) + ")");
            }
            // central differences of the eighth order (Fornberg, Math. Comput. 51, 1988, table 1)
            double difference =
                    ((f[5] - f[3]) * 4 / 5 - (f[6] - f[2]) / 5 + (f[7] - f[1]) * 4 / 105 - (f[8] - f[0]) / 280) / h;
            double slope = sheet.number("f'(" + t + ")");
            if (Math.abs(slope) < 1e6) {
                compared++;
                assertThat(slope)
                        .as("seed 3, case " + i + ": " + formula + " at " + t)
                        .isCloseTo(difference, within(1e-7 * Math.max(1, Math.abs(slope) + Math.abs(f[4]))));
            }
        }
        assertThat(compared).isGreaterThan(900);
    }

    @Test
    void aNumberThatIsShownAndReadAgainIsTheSame() {
        Random random = new Random(4);
        for (int i = 0; i < 3_000; i++) {
            double x = Math.scalb(random.nextDouble() - 0.5, random.nextInt(600) - 300);
            Value read = Sheet.literal(Notation.number(x, 17));
            assertThat(Arithmetic.real(read)).as("seed 4, case " + i).isEqualTo(x);
            Rational q = Rational.of(random.nextInt(9_999) - 5_000, 1 + random.nextInt(99));
            Value exact = new Value.Exact(q);
            assertThat(Sheet.literal(Show.value(exact, Type.of(NumberSet.RATIONAL, null), null, 12)))
                    .as("seed 4, case " + i + ": " + q)
                    .isEqualTo(exact);
        }
    }

    @Test
    void aQuantityThatIsShownAndReadAgainIsTheSame() {
        Random random = new Random(5);
        List<Dimension> dimensions = List.of(
                Dimension.LENGTH,
                Dimension.VOLTAGE,
                Dimension.IMPEDANCE,
                Dimension.FREQUENCY,
                Dimension.LEVEL,
                Dimension.TIME,
                Dimension.MASS,
                Dimension.LENGTH.over(Dimension.TIME),
                Dimension.POWER);
        for (int i = 0; i < 2_000; i++) {
            double x = Math.scalb(random.nextDouble() - 0.5, random.nextInt(90) - 45);
            Dimension dimension = dimensions.get(random.nextInt(dimensions.size()));
            String shown = Notation.quantity(x, dimension, 17);
            Sheet sheet = Sheet.of();
            Expression read = Expression.literal(shown, sheet.scope());
            assertThat(read.type().dimension())
                    .as("seed 5, case " + i + ": " + shown)
                    .isEqualTo(dimension);
            assertThat(Arithmetic.real(sheet.frame().value(read.term())))
                    .as("seed 5, case " + i + ": " + shown)
                    .isCloseTo(x, within(2 * Math.ulp(x)));
        }
    }

    private static final List<String> WORDS = List.of(
            "1",
            "2",
            "0",
            "2.5",
            "1e3",
            "3j",
            "0x1F",
            "x",
            "s",
            "m",
            "V",
            "dB",
            "dBm",
            "deg",
            "°",
            "%",
            "pi",
            "j",
            "inf",
            "sin",
            "sqrt",
            "abs",
            "mod",
            "max",
            "sum",
            "count",
            "integrate",
            "root",
            "derivative",
            "det",
            "inv",
            "entry",
            "db2pow",
            "factorial",
            "bits",
            "if",
            "for",
            "in",
            "at",
            "and",
            "or",
            "not",
            "xor",
            "true",
            "+",
            "-",
            "*",
            "/",
            "^",
            ".*",
            "./",
            ".^",
            "∠",
            "(",
            ")",
            "(",
            ")",
            "[",
            "]",
            ",",
            ";",
            ":",
            "..",
            "=",
            "==",
            "<",
            "<=",
            "'",
            "²",
            " ",
            " ",
            " ",
            "f",
            "g",
            "A");

    @Test
    void aSoupOfTokensIsAValueOrAFault() {
        Random random = new Random(6);
        Sheet sheet = Sheet.of("x = 2", "f(t) = t^2 + x", "g(a, b) = a - b", "A = [1, 2; 3, 4]");
        int values = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder soup = new StringBuilder();
            for (int k = 1 + random.nextInt(1 + i % 12); k > 0; k--) {
                soup.append(WORDS.get(random.nextInt(WORDS.size())));
            }
            values += isValueOrFault(sheet, soup.toString(), "seed 6, case " + i) ? 1 : 0;
        }
        assertThat(values).isGreaterThan(500);
    }

    @Test
    void aWellFormedLookIsAValueOrAFault() {
        Random random = new Random(7);
        Sheet sheet = Sheet.of("x = 2", "f(t) = t^2 + x", "g(a, b) = a - b", "A = [1, 2; 3, 4]");
        int values = 0;
        for (int i = 0; i < 10_000; i++) {
            values += isValueOrFault(sheet, plausible(random, 1 + i % 4), "seed 7, case " + i) ? 1 : 0;
        }
        assertThat(values).isGreaterThan(1_000);
    }

    private static String plausible(Random random, int depth) {
        if (depth == 0) {
            return List.of(
                            "1", "0", "2.5", "3j", "x", "2 m", "3 dB", "1 dBm", "4 V", "A", "[1, 2]", "true", "pi",
                            "-1", "t")
                    .get(random.nextInt(15));
        }
        String a = plausible(random, depth - 1);
        String b = plausible(random, random.nextInt(depth));
        List<String> forms = List.of(
                "(%1$s + %2$s)",
                "(%1$s - %2$s)",
                "(%1$s*%2$s)",
                "(%1$s/%2$s)",
                "(%1$s)^(%2$s)",
                "(%1$s).*(%2$s)",
                "(%1$s)'",
                "sin(%1$s)",
                "sqrt(%1$s)",
                "abs(%1$s)",
                "mod(%1$s, %2$s)",
                "f(%1$s)",
                "f'(%1$s)",
                "g(%1$s, %2$s)",
                "(%1$s == %2$s)",
                "(%1$s < %2$s)",
                "if(%1$s, %2$s, x)",
                "sum(%1$s for t in 1:3)",
                "max(%1$s for t in [%2$s, x])",
                "derivative(%1$s for t at %2$s)",
                "[%1$s, %2$s]",
                "det(%1$s)",
                "inv(%1$s)",
                "not %1$s",
                "(%1$s and %2$s)",
                "db2pow(%1$s)",
                "mag2db(%1$s)",
                "log(%1$s)",
                "acos(%1$s)",
                "(%1$s∠%2$s)",
                "floor(%1$s)",
                "factorial(%1$s)",
                "norm(%1$s)",
                "arg(%1$s)",
                "atan2(%1$s, %2$s)",
                "solve(%1$s, %2$s)",
                "entry(%1$s, 1, %2$s)",
                "conj(%1$s)",
                "tan(%1$s)",
                "log2(%1$s)",
                "derivative(derivative(%1$s for t at t) for t at %2$s)",
                "prod(%1$s for t in 1:3 if %2$s)");
        return String.format(forms.get(random.nextInt(forms.size())), a, b);
    }

    @Test
    void aSoupOfCharactersIsAValueOrAFault() {
        Random random = new Random(8);
        Sheet sheet = Sheet.of("x = 2");
        String letters = "0123456789.eEjixmsVk()[]{}+-*/^'=<>!&|,;:#%°µΩ∠π²³≤−· \t\n\"\\$@~_\u0000\uD835\uDC65é漢";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder soup = new StringBuilder();
            for (int k = random.nextInt(16); k > 0; k--) {
                soup.append(
                        random.nextInt(8) == 0
                                ? (char) random.nextInt(0x10000)
                                : letters.charAt(random.nextInt(letters.length())));
            }
            isValueOrFault(sheet, soup.toString(), "seed 8, case " + i);
        }
    }

    private static boolean isValueOrFault(Sheet sheet, String text, String seed) {
        boolean value = false;
        try {
            sheet.value(text);
            value = true;
        } catch (ExpressionFault fault) {
            checkFault(fault, text, seed);
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError(seed + ": " + text, e);
        }
        try {
            Term literal = Expression.literal(text, sheet.scope()).term();
            sheet.frame().value(literal);
            Units.parse(text);
        } catch (ExpressionFault fault) {
            checkFault(fault, text, seed);
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError(seed + ", as a literal: " + text, e);
        }
        try {
            Steps.declare("new_" + seed.hashCode() + " = " + text, sheet.scope().inner());
        } catch (ExpressionFault fault) {
            assertThat(fault.message()).as(seed + ", as a step: " + text).isNotBlank();
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError(seed + ", as a step: " + text, e);
        }
        return value;
    }

    private static void checkFault(ExpressionFault fault, String text, String seed) {
        assertThat(fault.message()).as(seed + ": " + text).isNotBlank().isNotEqualTo("null");
        assertThat(fault.span().start())
                .as(seed + ": " + text)
                .isBetween(0, fault.span().end());
        assertThat(fault.span().end()).as(seed + ": " + text).isLessThanOrEqualTo(text.length());
    }
}
