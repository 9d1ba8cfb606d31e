package org.ansatz.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ansatz.expression.Sheet;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Enclosed;
import org.ansatz.expression.value.Value;
import org.ansatz.interval.Interval;
import org.ansatz.interval.NoEnclosure;
import org.ansatz.quantity.Dimension;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Rational;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random expressions, asked for their value, their root, their largest and smallest value and their integral. An answer whose
 * error does not reach the truth is wrong, whatever is said of it otherwise; to say that it cannot be told is not.
 * {@code -Dansatz.truth=100000} asks so many questions, {@code -Dansatz.truth.seed=7} others; see {@code .ci/truth}.
 */
final class TruthFuzzTest {

    private static final int QUESTIONS = 800;

    /** In the normal build so few trees are asked for more than values, which take a hundredth of the time. */
    private static final int SOLVED = 25;

    private static final long SEED = 1;

    /** Of those that have a value by the reference, this part at least must be answered. */
    private static final double ANSWERED = 0.95;

    /** Samples of the reference, and those of a second look where it contradicts an answer. */
    private static final int POINTS = 1000;

    private static final int MORE_POINTS = 200_000;

    /** The steps that a question may take; a route has more. */
    private static final long STEPS = 4_000_000;

    /** An answer with a larger error, relative to the value and to the size of the function, says nothing. */
    private static final double VAGUE = 1e-3;

    private static final int TRIALS = 3;

    private enum Outcome {
        RIGHT,
        UNDECIDED,
        WRONG,
        NO_REFERENCE
    }

    /** What became of a question. */
    private record Result(Outcome outcome, String of) {
        static final Result RIGHT = new Result(Outcome.RIGHT, "");

        static Result undecided(String why) {
            return new Result(Outcome.UNDECIDED, why);
        }

        static Result wrong(String how) {
            return new Result(Outcome.WRONG, how);
        }
    }

    private final Map<String, Map<Outcome, Integer>> counts = new TreeMap<>();
    private final Map<String, Long> times = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();
    private final Map<String, Integer> undecided = new TreeMap<>();
    private final boolean verbose = System.getProperty("ansatz.truth") != null;

    @Test
    void whatIsClaimedIsTrue() {
        int questions = Integer.getInteger("ansatz.truth", QUESTIONS);
        Random random = new Random(Long.getLong("ansatz.truth.seed", SEED));
        int asked = 0;
        for (int number = 0; asked < questions; number++) {
            asked += ask(random.nextLong(), number);
        }
        if (verbose) {
            report();
        }
        assertThat(wrong).isEmpty();
        // Values are told apart, for they are many and nearly all answered; of the others the normal build asks few of
        // each kind.
        Map<Outcome, Integer> values = counts.getOrDefault("value", Map.of());
        Map<Outcome, Integer> found = new EnumMap<>(Outcome.class);
        counts.forEach((kind, outcomes) -> {
            if (!kind.equals("value")) {
                outcomes.forEach((outcome, count) -> found.merge(outcome, count, Integer::sum));
            }
        });
        assertThat(part(values)).as("values " + values).isGreaterThanOrEqualTo(ANSWERED);
        assertThat(part(found)).as("searches and integrals " + found).isGreaterThanOrEqualTo(ANSWERED);
    }

    /** Questions of which the reference once said what was not true: zeros next to each other, one beside rounding, an end that counts, a pole. */
    @ParameterizedTest
    @ValueSource(
            longs = {
                -2644362369461270133L,
                1170849927023658621L,
                -5246468522234776974L,
                -5224661683293409959L,
                -8139422703908226403L,
                -3109362586054441700L
            })
    void theReferenceIsRightAsWell(long seed) {
        ask(seed, 0);
        assertThat(wrong).isEmpty();
    }

    private static double part(Map<Outcome, Integer> outcomes) {
        int right = outcomes.getOrDefault(Outcome.RIGHT, 0);
        int undecided = outcomes.getOrDefault(Outcome.UNDECIDED, 0);
        return right + undecided == 0 ? 1 : right / (double) (right + undecided);
    }

    private void report() {
        counts.forEach((kind, outcomes) -> System.out.printf(
                "%-12s %s  answered %.2f %%, %d ms%n",
                kind, outcomes, 100 * part(outcomes), times.get(kind) / 1_000_000));
        undecided.entrySet().stream()
                .sorted((a, b) -> b.getValue() - a.getValue())
                .limit(40)
                .forEach(why -> System.out.println(why.getValue() + "  " + why.getKey()));
        wrong.stream().limit(60).forEach(System.out::println);
    }

    private interface Question {
        Result ask(int points);
    }

    private int ask(long seed, int number) {
        Random random = new Random(seed);
        double width = Math.scalb(1.0, random.nextInt(5) - 1);
        double low = random.nextInt(3) == 0 ? 0 : (random.nextInt(33) - 16) / 4.0;
        double high = low + width;
        Tree tree = new Trees(random, low, high).tree(1 + random.nextInt(6));
        String text = tree.text();
        String domain = plain(low) + ".." + plain(high);
        BigDecimal point = BigDecimal.valueOf(Math.round(1000 * (low + width * random.nextDouble())), 3);
        double inexact = low + width * random.nextDouble();
        String over = " for x in " + domain + ")";
        ask("value", seed, text + " at " + point, p -> value(tree, new Value.Exact(rational(point)), point));
        ask("value", seed, text + " at " + inexact, p -> value(tree, new Value.Real(inexact), new BigDecimal(inexact)));
        if (!verbose && number % SOLVED != 0) {
            return 2;
        }
        Asking asking = new Asking(tree, low, high);
        ask("root", seed, "root(" + text + over, p -> root("root(" + text + over, asking.with(p)));
        int sign = random.nextBoolean() ? 1 : -1;
        String name = sign > 0 ? "max(" : "min(";
        ask("extreme", seed, name + text + over, p -> extreme(name + text + over, sign, asking.with(p)));
        ask("place", seed, "arg" + name + text + over, p -> place("arg" + name + text + over, sign, asking.with(p)));
        ask("integral", seed, "integrate(" + text + over, p -> integral("integrate(" + text + over, asking.with(p)));
        return 6;
    }

    /** The reference of one tree, made when it is first needed. */
    private static final class Asking {
        private final Tree tree;
        private final double low;
        private final double high;
        private final Map<Integer, Reference> made = new TreeMap<>();

        Asking(Tree tree, double low, double high) {
            this.tree = tree;
            this.low = low;
            this.high = high;
        }

        Reference with(int points) {
            return made.computeIfAbsent(points, p -> new Reference(tree, low, high, p));
        }
    }

    private void ask(String kind, long seed, String text, Question question) {
        if (!System.getProperty("ansatz.truth.kinds", kind).contains(kind)) {
            return;
        }
        long start = System.nanoTime();
        Result result;
        try {
            result = question.ask(POINTS);
            if (result.outcome == Outcome.WRONG) {
                result = question.ask(MORE_POINTS);
            }
        } catch (NoReference e) {
            result = new Result(Outcome.NO_REFERENCE, "");
        }
        times.merge(kind, System.nanoTime() - start, Long::sum);
        counts.computeIfAbsent(kind, k -> new EnumMap<>(Outcome.class)).merge(result.outcome, 1, Integer::sum);
        if (result.outcome == Outcome.WRONG) {
            wrong.add(seed + " " + text + "\n    " + result.of);
        }
        if (result.outcome == Outcome.UNDECIDED) {
            undecided.merge(kind + ": " + result.of.replaceAll("[-0-9.]+(E-?[0-9]+)?", "#"), 1, Integer::sum);
            if (System.getProperty("ansatz.truth.undecided") != null) {
                System.out.println(text + "\n    " + result.of);
            }
        }
    }

    private static String plain(double x) {
        return new BigDecimal(x).toPlainString();
    }

    private static Rational rational(BigDecimal x) {
        return Rational.of(x.unscaledValue().longValueExact(), 1)
                .over(Rational.of(BigDecimal.TEN.pow(x.scale()).longValueExact(), 1));
    }

    // ---- questions

    private static Result value(Tree tree, Value.Exact at, BigDecimal x) {
        return value(tree, at, x, NumberSet.RATIONAL);
    }

    private static Result value(Tree tree, Value.Real at, BigDecimal x) {
        return value(tree, at, x, NumberSet.REAL);
    }

    private static Result value(Tree tree, Value at, BigDecimal x, NumberSet set) {
        BigDecimal[] truth = Reference.exactly(tree, x);
        Sheet sheet = Sheet.of().given("x", Type.of(set, Dimension.NONE), at);
        Term term = sheet.read(tree.text()).term();
        Frame frame = sheet.frame().pooled(STEPS);
        try {
            Enclosed enclosure = frame.enclosure(term);
            Interval range = Enclosed.real(enclosure).range();
            boolean holds = holds(range, truth[0], truth[1]);
            if (!holds) {
                return Result.wrong("it is " + truth[0].round(new MathContext(25)) + ", not in " + range);
            }
        } catch (NoEnclosure | NoValue e) {
            // the estimate is all there is
        }
        Estimate estimate;
        try {
            estimate = frame.estimate(term, TRIALS);
        } catch (NoValue e) {
            return Result.undecided(String.valueOf(e.getMessage()));
        }
        BigDecimal value = decimal(estimate.value());
        BigDecimal away = value.subtract(truth[0]).abs().subtract(truth[1]);
        if (Double.isFinite(estimate.error()) && away.compareTo(new BigDecimal(estimate.error())) > 0) {
            return Result.wrong("it is " + truth[0].round(new MathContext(25)) + ", not "
                    + value.round(new MathContext(25)) + " ± " + estimate.error());
        }
        double scale = Math.max(1e-9, Math.abs(truth[0].doubleValue()));
        return estimate.error() <= VAGUE * scale ? Result.RIGHT : Result.undecided("vague");
    }

    private static boolean holds(Interval range, BigDecimal truth, BigDecimal error) {
        return (range.low() == Double.NEGATIVE_INFINITY || new BigDecimal(range.low()).compareTo(truth.add(error)) <= 0)
                && (range.high() == Double.POSITIVE_INFINITY
                        || new BigDecimal(range.high()).compareTo(truth.subtract(error)) >= 0);
    }

    private static BigDecimal decimal(Value value) {
        if (value instanceof Value.Exact exact) {
            return new BigDecimal(exact.number().numerator())
                    .divide(new BigDecimal(exact.number().denominator()), new MathContext(80));
        }
        return new BigDecimal(Arithmetic.real(value));
    }

    /** What the program says of a formula, and whether its enclosure holds the truth. */
    private record Said(Estimate estimate, Interval proved, String fault) {
        static Said of(String formula) {
            Sheet sheet = Sheet.of();
            Term term = sheet.read(formula).term();
            Frame frame = sheet.frame().pooled(STEPS);
            Interval proved = Interval.ENTIRE;
            try {
                proved = Enclosed.real(frame.enclosure(term)).range();
            } catch (NoEnclosure | NoValue e) {
                // only an estimate, or nothing at all
            }
            try {
                return new Said(frame.estimate(term, TRIALS), proved, "");
            } catch (NoValue e) {
                return new Said(Estimate.of(0, Double.POSITIVE_INFINITY), proved, String.valueOf(e.getMessage()));
            }
        }

        double value() {
            return Arithmetic.real(estimate.value());
        }

        /** Whether it fits a set that holds the truth. */
        Result against(double low, double high, double scale) {
            if (proved.low() > high || proved.high() < low) {
                return Result.wrong("it lies from " + low + " to " + high + ", not in " + proved);
            }
            if (!fault.isEmpty()) {
                return Result.undecided(fault);
            }
            if (value() + estimate.error() < low || value() - estimate.error() > high) {
                return Result.wrong(
                        "it lies from " + low + " to " + high + ", not at " + value() + " ± " + estimate.error());
            }
            double size = Math.max(scale, Math.abs(value()));
            return estimate.error() <= VAGUE * size + Double.MIN_NORMAL ? Result.RIGHT : Result.undecided("vague");
        }
    }

    private static Result extreme(String formula, int sign, Reference reference) {
        Reference.Range value = reference.largest(sign).value();
        double low = sign > 0 ? value.low() : -value.high();
        double high = sign > 0 ? value.high() : -value.low();
        return Said.of(formula).against(low, high, reference.scale());
    }

    private static Result place(String formula, int sign, Reference reference) {
        Reference.Range place = reference.largest(sign).place();
        if (place == null) {
            throw new NoReference("several places");
        }
        return Said.of(formula).against(place.low(), place.high(), 1);
    }

    private static Result integral(String formula, Reference reference) {
        Reference.Number integral = reference.integral();
        if (integral.error() > 1e-6 * Math.max(Math.abs(integral.value()), 1e-3 * reference.scale())) {
            throw new NoReference("not known well");
        }
        return Said.of(formula)
                .against(
                        integral.value() - integral.error(),
                        integral.value() + integral.error(),
                        1e-3 * reference.scale());
    }

    /** What is closer together cannot be told from what rounding makes of a zero of a higher order. */
    private static final double APART = 1e-18;

    private static final Pattern SEVERAL = Pattern.compile("there are (\\w+) roots, near (.*): narrow the interval.*");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9.]+([eE]-?[0-9]+)?");

    private static Result root(String formula, Reference reference) {
        Reference.Zeros zeros = reference.zeros();
        if (zeros.vanishes()) {
            throw new NoReference("zero on a whole interval");
        }
        int least = distinct(zeros.simple());
        boolean certain = zeros.touching().isEmpty();
        Said said = Said.of(formula);
        if (said.fault.isEmpty()) {
            if (least > 1 || certain && least == 0) {
                return Result.wrong(zeros + ", not one at " + said.value());
            }
            double from = said.value() - said.estimate.error();
            double to = said.value() + said.estimate.error();
            boolean met = least == 1 && zeros.simple().stream().allMatch(zero -> zero.meets(from, to))
                    || least == 0 && zeros.touching().stream().anyMatch(zero -> zero.meets(from, to));
            if (!met) {
                return Result.wrong(zeros + ", not at " + said.value() + " ± " + said.estimate.error());
            }
            return said.estimate.error() <= VAGUE ? Result.RIGHT : Result.undecided("vague");
        }
        if (said.fault.startsWith("no root") || said.fault.contains("at a pole or a jump")) {
            return least == 0 ? Result.RIGHT : Result.wrong(zeros + ", but: " + said.fault);
        }
        Matcher several = SEVERAL.matcher(said.fault);
        if (!several.matches()) {
            return Result.undecided(said.fault);
        }
        int number = several.group(1).equals("two") ? 2 : Integer.parseInt(several.group(1));
        int most = zeros.simple().size() + 2 * zeros.touching().size();
        if (number < least || number > most) {
            return Result.wrong(zeros + ", but: " + said.fault);
        }
        Matcher places = NUMBER.matcher(several.group(2));
        while (places.find()) {
            double near = Double.parseDouble(places.group());
            double room = 1e-6;
            boolean met = zeros.simple().stream().anyMatch(zero -> zero.meets(near - room, near + room))
                    || zeros.touching().stream().anyMatch(zero -> zero.meets(near - room, near + room));
            if (!met) {
                return Result.wrong(zeros + ", but: " + said.fault);
            }
        }
        return Result.RIGHT;
    }

    /** How many zeros are so far apart that it can be asked for one of them; a claimed error holds all the others beside it. */
    private static int distinct(List<Reference.Range> zeros) {
        int distinct = 0;
        double last = Double.NEGATIVE_INFINITY;
        for (Reference.Range zero : zeros.stream()
                .sorted(Comparator.comparingDouble(Reference.Range::low))
                .toList()) {
            distinct += zero.low() - last > APART ? 1 : 0;
            last = zero.high();
        }
        return distinct;
    }
}
