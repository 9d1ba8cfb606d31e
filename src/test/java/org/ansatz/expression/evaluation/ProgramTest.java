package org.ansatz.expression.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.ansatz.expression.NumberFunctions;
import org.ansatz.expression.NumberFunctions.Called;
import org.ansatz.expression.Sheet;
import org.ansatz.expression.program.Form;
import org.ansatz.expression.program.Kind;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.term.Binding.Role;
import org.ansatz.expression.term.Binding.Variable;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Shape;
import org.ansatz.expression.type.Size;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Value;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs beside the terms that define what they find: alike to the last bit, wherever a program knows a value. */
final class ProgramTest {

    private static final int WIDTH = 16;

    private final Sheet sheet = Sheet.of("k = 3/7", "square(s) = s^2 + k", "p = sigmoid(k)");
    private final Variable x = sheet.scope().declare(Role.BOUND, "x", Type.REAL);
    private final Variable y = sheet.scope().declare(Role.BOUND, "y", Type.REAL);
    private final Variable m = sheet.scope().declare(Role.BOUND, "m", Type.INTEGER);
    private final Variable n = sheet.scope().declare(Role.BOUND, "n", Type.INTEGER);

    private @Nullable Batch batch(Term term, Kind kind, Variable... variables) {
        List<Form> forms = new ArrayList<>();
        int[] slots = new int[variables.length];
        for (int i = 0; i < slots.length; i++) {
            forms.add(Form.single(kind));
            slots[i] = variables[i].slot();
        }
        return new Programs().batch(term, List.of(term), slots, forms, true, WIDTH, sheet.frame());
    }

    private static @Nullable Value valueOrNull(Frame frame, Term term) {
        try {
            return frame.value(term);
        } catch (ExpressionFault e) {
            return null;
        }
    }

    /** How many of the values a program knows, each of which is that of the term; −1 if there is no program. */
    private int known(String formula, Kind kind, Value[][] points, Variable... variables) {
        Term term = sheet.read(formula).term();
        Batch batch = batch(term, kind, variables);
        if (batch == null) {
            return -1;
        }
        int known = 0;
        for (int from = 0; from < points.length; from += WIDTH) {
            for (int lane = 0; lane < WIDTH; lane++) {
                for (int v = 0; v < variables.length; v++) {
                    batch.set(v, lane, points[from + lane][v]);
                }
            }
            batch.run(WIDTH, term);
            for (int lane = 0; lane < WIDTH; lane++) {
                Frame frame = sheet.frame();
                for (int v = 0; v < variables.length; v++) {
                    frame = frame.with(variables[v], points[from + lane][v]);
                }
                if (!Double.isNaN(batch.number(0, lane))) {
                    Value found = batch.value(0, lane);
                    known++;
                    Value expected = valueOrNull(frame, term);
                    assertThat(expected).as(formula + " has a value").isNotNull();
                    assertThat(isSame(found, expected))
                            .as("%s at %s: %s, not %s", formula, List.of(points[from + lane]), found, expected)
                            .isTrue();
                }
            }
        }
        return known;
    }

    /** Alike to the last bit, and known as well; zeros of either sign are one. */
    private static boolean isSame(Value a, @Nullable Value b) {
        if (a instanceof Value.Real u && b instanceof Value.Real v) {
            boolean near = Double.compare(u.fromOne() + 0.0, v.fromOne() + 0.0) == 0;
            return u.x() == v.x() && near;
        }
        return b != null && org.ansatz.expression.value.Arrays.isSame(a, b);
    }

    private static Value[][] reals(int seed, int count) {
        Random random = new Random(seed);
        Value[][] points = new Value[count][2];
        for (Value[] point : points) {
            for (int i = 0; i < 2; i++) {
                double size = Math.pow(10, random.nextInt(5) - 3);
                point[i] =
                        new Value.Real(random.nextInt(12) == 0 ? random.nextInt(5) - 2 : size * random.nextGaussian());
            }
        }
        return points;
    }

    private static Value[][] integers(int seed, int count) {
        Random random = new Random(seed);
        Value[][] points = new Value[count][2];
        for (Value[] point : points) {
            for (int i = 0; i < 2; i++) {
                point[i] = Value.Exact.of(random.nextInt(random.nextBoolean() ? 12 : 200_000) - 5);
            }
        }
        return points;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x + y - 2*x*y/(1 + x^2)",
                "x^0 + x^1 + x^2 + x^3 + x^7 + x^12 + 2^x",
                "sin(x) + exp(-y) + abs(x - y) + atan2(y, x)",
                "1 - sigmoid(x)",
                "log(sigmoid(x))*sigmoid(-y) - 1",
                "(1 + x) - 1 + tanh(y)*exp(x)",
                "-(1 - tanh(x))^2*cosh(y)",
                "if(x > y, x, 1 + 0*y) - 1",
                "if(x > 0 and y > 0, log(x*y), sqrt(-x + 20)/7)",
                "k*x + square(y) + square(square(x)) + p",
                "floor(x)*2 + sign(y) + ceil(x - y)",
                "exp(x)^100/exp(y) - 1",
                "max(x, y)*min(x, y)",
                "square(2)*x",
                "softplus(x)/(1 + exp(-y)) + relu(x) - step(y)",
                "x == y or x != 0",
                "not (x <= 1 nand y >= -1)",
                "log1p(x^2) + x*3/7 - 0.9*y",
            })
    void aProgramFindsWhatTheTermsSay(String formula) {
        int known = known(formula, Kind.REAL, reals(1, 1600), x, y);
        assertThat(known).as(formula).isGreaterThan(1000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "m*n - 2*m + n",
                "m^2 + n^2 < 10^6",
                "mod(m, 7) == 3 and mod(n, 2) == 0",
                "gcd(abs(m), abs(n))",
                "if(m > n, m, n)^2",
                "abs(m - n) + min(m, n, 3)",
                "2^-(mod(m, 40)) + 0.375*n - m/8",
                "m/1024 <= 2^(mod(n, 20))*0.5",
                "floor(m/16)*sign(n)",
                "floor(m/1) + m*n",
                "1.5*sqrt(abs(m) + 2) + exp(-abs(n)) + k*sin(m)",
            })
    void exactNumbersStayExact(String formula) {
        int known = known(formula, Kind.EXACT, integers(2, 1600), m, n);
        assertThat(known).as(formula).isGreaterThan(1000);
    }

    @Test
    void whatNoDoubleHoldsIsLeftToTheTerms() {
        assertThat(known("m/n", Kind.EXACT, integers(3, 1600), m, n)).isBetween(0, 800);
        assertThat(known("m^6", Kind.EXACT, integers(3, 1600), m, n)).isBetween(400, 1200);
    }

    /** As many points as {@code count}, of numbers that {@code number} makes. */
    private static Value[][] points(Called f, int count, Function<Random, Value> number) {
        Random random = new Random(f.toString().hashCode());
        Value[][] points = new Value[count][f.arguments()];
        for (Value[] point : points) {
            Arrays.setAll(point, i -> number.apply(random));
        }
        return points;
    }

    /** How many values the program of a function alone knows. */
    private int known(Called f, Kind kind, Function<Random, Value> number) {
        List<Variable> names = f.names(sheet);
        String call = f.call(names);
        return known(call, kind, points(f, 320, number), names.toArray(Variable[]::new));
    }

    private int knownOfReals(Called f) {
        return known(
                f, Kind.REAL, random -> new Value.Real(Math.pow(10, random.nextInt(5) - 3) * random.nextGaussian()));
    }

    private int knownNextToOne(Called f) {
        return known(f, Kind.NEAR, random -> {
            double away = Math.pow(10, -random.nextInt(30)) * random.nextGaussian() / 8;
            return Value.Real.nearOne(random.nextInt(4) - 0.5, away);
        });
    }

    private int knownOfIntegers(Called f) {
        return known(f, Kind.EXACT, random -> Value.Exact.of(random.nextInt(25) - 2));
    }

    /** A function that no program knows costs time alone, but there are few. */
    private static void assertMostAreKnown(Stream<Called> functions, ToIntFunction<Called> known) {
        List<Called> all = functions.toList();
        List<Called> unknown =
                all.stream().filter(f -> known.applyAsInt(f) < 30).toList();
        assertThat(unknown).as("left to the terms").hasSizeLessThan(all.size() / 10);
    }

    @Test
    void theProgramOfEachFunctionFindsWhatTheTermsSay() {
        assertMostAreKnown(NumberFunctions.ofReals(), this::knownOfReals);
    }

    @Test
    void numbersNextToOneKeepTheirDistanceInTheProgramOfEachFunction() {
        assertMostAreKnown(NumberFunctions.ofReals(), this::knownNextToOne);
    }

    @Test
    void theProgramOfEachFunctionKnowsWholeNumbersAsTheTermsDo() {
        assertMostAreKnown(NumberFunctions.ofIntegers(), this::knownOfIntegers);
    }

    /** Random formulas of all that a program can write. */
    @Test
    void randomFormulas() {
        Random random = new Random(7);
        int written = 0;
        long known = 0;
        for (int i = 0; i < 600; i++) {
            String formula = formula(random, 1 + random.nextInt(5));
            int count = known(formula, Kind.REAL, reals(i, 64), x, y);
            written += count >= 0 ? 1 : 0;
            known += Math.max(0, count);
        }
        assertThat(written).isGreaterThan(550);
        assertThat(known).isGreaterThan(600 * 64 / 2);
    }

    private static String formula(Random random, int depth) {
        if (depth == 0) {
            String[] leaves = {"x", "y", "1", "2", "0.75", "k", "p", "x"};
            return leaves[random.nextInt(leaves.length)];
        }
        String a = formula(random, depth - 1);
        String b = formula(random, random.nextInt(depth));
        String[] unary = {"exp", "sigmoid", "tanh", "cos", "sin", "abs", "softplus", "cosh", "relu", "atan"};
        switch (random.nextInt(8)) {
            case 0:
                return "(" + a + " + " + b + ")";
            case 1:
                return "(" + a + " - " + b + ")";
            case 2:
                return "(" + a + ")*(" + b + ")";
            case 3:
                return "(" + a + ")/(" + b + ")";
            case 4:
                return "(" + a + ")^" + random.nextInt(4);
            case 5:
                return "if(" + a + " < " + b + ", " + a + ", " + b + ")";
            case 6:
                return "-(" + a + ")";
            default:
                return unary[random.nextInt(unary.length)] + "(" + a + ")";
        }
    }

    // ---- loops

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sum(a^2 for a in 1:1000)",
                "sum(1/a for a in 1:300)",
                "sum(a*b for a in 1:50, b in a:60 if mod(a + b, 3) == 0)",
                "count(a^2 + b^2 < 900 for a in 1:40, b in 1:40)",
                "all(a*(a + 1) > a for a in 1:500)",
                "any(a^2 == 40000 for a in 1:500)",
                "sum(exp(-a/10) for a in 0:400)",
                "prod(1 + 1/a^2 for a in 1:200)",
                "sum(if(a == 50, 1/3, a) for a in 1:100)",
                "sum(if(mod(b, 5) == 0, 1/(a + b), a) for a in 1:20, b in 1:20)",
                "sum(a for a in [1, 2.5, 3])",
                "sum(2^a for a in 0:70)",
                "min(2^-a + 2^-b*a for a in 1:30, b in 1:30)",
                "sum(2^-a for a in 1:60)",
                "argmax(a*(60 - a) for a in 1:90)",
                "max(sum(a*t for a in 1:100) for t in [3, 1, 2])",
            })
    void loopsFindWhatTheTermsSay(String formula) {
        Term term = sheet.read(formula).term();
        Value byTerms = sheet.frame().byTermsAlone().value(term);
        Value byProgram = sheet.frame().value(term);
        assertThat(isSame(byProgram, byTerms))
                .as("%s, not %s", byProgram, byTerms)
                .isTrue();
    }

    /** Random loops over one to three variables, with and without a condition, whole and not. */
    @Test
    void randomLoops() {
        Random random = new Random(3);
        for (int i = 0; i < 400; i++) {
            String[] folds = {"sum", "count", "min", "max", "any", "all", "prod"};
            String fold = folds[random.nextInt(folds.length)];
            boolean isOfTruths = fold.equals("count") || fold.equals("any") || fold.equals("all");
            String body = isOfTruths ? truth(random) : whole(random, 1 + random.nextInt(3));
            body = fold.equals("prod") ? "if(mod(" + body + ", 7) == 0, 2, 1)" : body;
            String domains = new String[] {
                        "a in -3:70, b in 2:2, c in 5:5",
                        "a in 1:9, b in a:12, c in 1:1",
                        "a in 1:5, b in 1:4, c in b:9",
                        "a in bits(6), b in 0:1, c in [2, 0.5, 1/3]",
                        "a in [1, 2, 3], b in 0:40, c in 1:2"
                    }
                    [random.nextInt(5)];
            String condition = random.nextBoolean() ? " if " + truth(random) : "";
            String formula = fold + "(" + body + " for " + domains + condition + ")";
            Term term = sheet.read(formula).term();
            String byTerms = outcome(sheet.frame().byTermsAlone(), term);
            assertThat(outcome(sheet.frame(), term)).as(formula).isEqualTo(byTerms);
        }
    }

    private static String outcome(Frame frame, Term term) {
        try {
            Value value = frame.value(term);
            return value instanceof Value.Real real ? "real " + (real.x() + 0.0) : value.toString();
        } catch (ExpressionFault e) {
            return e.message();
        }
    }

    private static String truth(Random random) {
        String[] signs = {"<", "<=", "==", "!=", ">"};
        String comparison = whole(random, 1) + " " + signs[random.nextInt(signs.length)] + " " + whole(random, 1);
        return random.nextInt(3) > 0
                ? comparison
                : "(" + comparison + (random.nextBoolean() ? " and " : " or ") + "a > 3)";
    }

    private static String whole(Random random, int depth) {
        if (depth == 0) {
            String[] leaves = {"a", "b", "c", "2", "3", "0.25", "a"};
            return leaves[random.nextInt(leaves.length)];
        }
        String x = whole(random, depth - 1);
        String y = whole(random, random.nextInt(depth));
        String[] forms = {
            "(%s + %s)",
            "(%s - %s)",
            "%s*%s",
            "%s/(%s)",
            "mod(%s, 5 + abs(%s))",
            "min(%s, %s)",
            "max(%s, %s)",
            "if(%s < 3, %s, 7)",
            "abs(%s - %s)",
            "floor(%s/4 + %s)",
            "(%s)^2 - %s",
            "2^-abs(%s) + %s",
            "sqrt(abs(%s)) + %s",
            "exp(-abs(%s)) + %s"
        };
        return String.format(forms[random.nextInt(forms.length)], x, y);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "differences(exp(-t^2)*sin(3*t) by t)",
                "differences(-sum(Y.*log_softmax(W*X .+ b))/2 by W)",
                "differences(mean(logsumexp(W*X .+ b) - column_sums(Y.*(W*X .+ b))) by b)",
                "differences(sum((W*X .+ b - Y).^2) by W)",
                "differences(dot(W, W)*log(softplus(sum(W))) by W)",
                "differences(sum(softmax(W').*W') by W)",
                "differences(sum(row_means(tanh(W))) + mean(column_means(sigmoid(W))) by W)",
                "differences(sum((X*W).*(W'*X')) + dot(softmax(W*X), 1 - sigmoid(W*X)) by W)",
                "differences(if(sum(W) > 0, sum(W.^3), -sum(W)) by W)",
                "differences(sum([1, t; t^2, 3]*W) by t)",
                "differences(dot(row_sums(1 - sigmoid(W)), row_means(W)) by W)",
            })
    void differencesFindWhatTheTermsSay(String formula) {
        Sheet matrices = Sheet.of("X = [1, 0.5; -2, sqrt(5); 0.1, 3]", "Y = [1, 0; 0, 1]");
        matrices.given("t", Type.REAL, new Value.Real(0.3 + Math.sqrt(0.02)));
        matrices.given("W", matrix(2, 3), reals(2, 3, 11));
        matrices.given("b", matrix(2, 1), reals(2, 1, 12));
        Term term = matrices.read(formula).term();
        Value byTerms = matrices.frame().byTermsAlone().value(term);
        Value byProgram = matrices.frame().value(term);
        assertThat(isSameMatrix(byProgram, byTerms))
                .as("%s, not %s", byProgram, byTerms)
                .isTrue();
    }

    private static Type matrix(int rows, int columns) {
        return Type.REAL.with(new Shape(Size.of(rows), Size.of(columns)));
    }

    private static Value reals(int rows, int columns, int seed) {
        Random random = new Random(seed);
        List<Value> entries = new ArrayList<>();
        for (int i = 0; i < rows * columns; i++) {
            entries.add(new Value.Real(random.nextGaussian()));
        }
        return new Value.Array(rows, columns, entries);
    }

    private static boolean isSameMatrix(Value a, Value b) {
        if (!(a instanceof Value.Array u) || !(b instanceof Value.Array v)) {
            return isSame(a, b);
        }
        boolean same = u.entries().size() == v.entries().size();
        for (int i = 0; same && i < u.entries().size(); i++) {
            same = isSame(u.entries().get(i), v.entries().get(i));
        }
        return same;
    }
}
