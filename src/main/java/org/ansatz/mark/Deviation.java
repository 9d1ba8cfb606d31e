package org.ansatz.mark;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.Show;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.ansatz.gradcheck.Factor;
import org.ansatz.gradcheck.Likeness;
import org.ansatz.judge.Mistake;
import org.ansatz.problem.Evidence.Values;
import org.ansatz.problem.Point;
import org.ansatz.quantity.Dimension;
import org.ansatz.quantity.Notation;
import org.jspecify.annotations.Nullable;

/**
 * How a wrong formula differs from the function that was found: a point at which it does, and what all points have in
 * common.
 *
 * @param values of the formula, at the points at which the function was found
 * @param found the function
 */
public record Deviation(List<Estimate> values, Values found) {

    private static final int DIGITS = 4;
    private static final double SAME_RATIO = 1e-9;

    /** So many show what differs by more than that ratio. */
    private static final int MOST_DIGITS = 10;

    /** What all points have in common, in words; empty if nothing does. */
    public String says() {
        Mistake factor = factor();
        return factor == null ? described(alike()).message() : factor.says();
    }

    /** What is said of it, {@code point} being a place where they differ. */
    Mark.Wrong at(int point) {
        Mistake factor = factor();
        if (factor != null) {
            return new Mark.Wrong(
                    factor.name(),
                    factor.says() + ": " + counterexample(point),
                    Mistake.first(factor.name(), factor.says()));
        }
        Mark.Wrong alike = described(alike());
        int place = tellingPoint(point);
        String message = (alike.message().isEmpty() ? "" : alike.message() + ": ") + counterexample(place);
        boolean tellsAtOnce = alike.first().equals(alike.message());
        return new Mark.Wrong(alike.slip(), message, tellsAtOnce ? message : alike.first());
    }

    // ---- one factor everywhere, of numbers

    /** The mistake that explains one and the same factor at all points, or null. */
    @Nullable
    Mistake factor() {
        double ratio = Double.NaN;
        for (int i = 0; i < found.inside(); i++) {
            Value mine = values.get(i).value();
            Value right = found.values().get(i).value();
            boolean real =
                    (mine instanceof Value.Real || mine instanceof Value.Exact) && !(right instanceof Value.Array);
            if (!real || Arithmetic.real(right) == 0) {
                return null;
            }
            double here = Arithmetic.real(mine) / Arithmetic.real(right);
            if (i > 0 && !(Math.abs(here - ratio) <= SAME_RATIO * Math.abs(ratio))) {
                return null;
            }
            ratio = here;
        }
        return Mistake.only(Mistake.from(1), ratio, 1, SAME_RATIO, 0);
    }

    // ---- what is alike

    /**
     * What the formula has in common with the function at each point at which it is wrong. A single row or column shows
     * less than a matrix, and counts only where there is nothing else; but a factor must hold there, too.
     */
    private Likeness alike() {
        Likeness everywhere = Likeness.common(likenesses(1));
        List<Likeness> ofMatrices = likenesses(2);
        if (!ofMatrices.isEmpty() && !(everywhere instanceof Likeness.Scaled)) {
            Likeness likeness = Likeness.common(ofMatrices);
            if (!(likeness instanceof Likeness.Varying)) {
                return likeness;
            }
        }
        return everywhere instanceof Likeness.Varying && !isSeenOfSeveral() ? new Likeness.None() : everywhere;
    }

    /** Whether there are entries to compare at two points at least: any number is another one times a factor. */
    private boolean isSeenOfSeveral() {
        int points = 0;
        for (int i = 0; i < found.inside(); i++) {
            double[] right = numbers(found.values().get(i).value());
            long entries = java.util.Arrays.stream(right).filter(x -> x != 0).count();
            points += isWrong(i) && entries > 1 ? 1 : 0;
        }
        return points > 1;
    }

    private List<Likeness> likenesses(int least) {
        List<Likeness> likenesses = new ArrayList<>();
        for (int i = 0; i < found.inside(); i++) {
            double[] mine = numbers(values.get(i).value());
            Value right = found.values().get(i).value();
            int columns = right instanceof Value.Array ? ((Value.Array) right).columns() : 1;
            int rows = numbers(right).length / columns;
            if (isWrong(i) && mine.length == rows * columns && Math.min(rows, columns) >= least) {
                likenesses.add(Likeness.of(
                        mine,
                        numbers(right),
                        rows,
                        columns,
                        SAME_RATIO,
                        sizes(found.points().get(i))));
            }
        }
        return likenesses;
    }

    private boolean isWrong(int i) {
        Value right = found.values().get(i).value();
        double allowed = SAME_RATIO * Arrays.size(right) + found.error();
        return !(Arrays.distance(values.get(i).value(), right) <= allowed);
    }

    /** The real entries, row by row; none if there are others. */
    private static double[] numbers(Value value) {
        List<Value> entries = value instanceof Value.Array ? ((Value.Array) value).entries() : List.of(value);
        double[] numbers = new double[entries.size()];
        for (int i = 0; i < numbers.length; i++) {
            Value entry = entries.get(i);
            if (!(entry instanceof Value.Real || entry instanceof Value.Exact)) {
                return new double[0];
            }
            numbers[i] = Arithmetic.real(entry);
        }
        return numbers;
    }

    /** What a factor may be made of: the numbers that were drawn, products and quotients of two. */
    private static Map<String, Double> sizes(Point point) {
        Map<String, Double> numbers = point.numbers();
        Map<String, Double> sizes = new LinkedHashMap<>(numbers);
        List<String> names = new ArrayList<>(numbers.keySet());
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                String a = names.get(i);
                String b = names.get(j);
                double x = numbers.getOrDefault(a, 1.0);
                double y = numbers.getOrDefault(b, 1.0);
                sizes.put(a + "*" + b, x * y);
                sizes.put(a + "/" + b, x / y);
                sizes.put(b + "/" + a, y / x);
            }
        }
        return sizes;
    }

    private Mark.Wrong described(Likeness likeness) {
        if (likeness instanceof Likeness.Scaled) {
            String times = times((Likeness.Scaled) likeness, isRightSomewhere());
            if (times.isEmpty()) {
                return new Mark.Wrong("", "");
            }
            return "-1".equals(times)
                    ? new Mark.Wrong("the sign", "the sign is wrong")
                    : new Mark.Wrong(
                            "a factor",
                            "the right value times " + times,
                            found.type().isScalar()
                                    ? "it is off by a factor; is something counted twice, or left out?"
                                    : "every entry is off by one and the same factor; what is summed, and what averaged?");
        }
        if (likeness instanceof Likeness.Varying) {
            return new Mark.Wrong(
                    "a factor",
                    "the right value times a factor that is not always the same",
                    "every entry is off by a factor that is not always the same; what is summed, and what averaged?");
        }
        if (likeness instanceof Likeness.Transposed) {
            String factor = times(((Likeness.Transposed) likeness).scaled(), false);
            String times = "1".equals(factor) ? "" : " times " + factor;
            return new Mark.Wrong("rows and columns", "the transpose of the right value" + times);
        }
        if (likeness instanceof Likeness.RowFactors) {
            return new Mark.Wrong("a factor", "each row is off by a factor of its own");
        }
        if (likeness instanceof Likeness.ColumnFactors) {
            return new Mark.Wrong("a factor", "each column is off by a factor of its own");
        }
        return new Mark.Wrong("", only(likeness));
    }

    /**
     * A factor in words, if it can be told from all others at the sizes at which the formula is wrong: {@code m/2} is not said
     * where it may be {@code m/n}, since n was 2 wherever it was tried. Of a number that is right elsewhere nothing is said: it
     * has no sizes that its factor may depend on.
     *
     * @param isOneSomewhere whether it must be 1 at other sizes, at which the formula is right
     */
    private String times(Likeness.Scaled scaled, boolean isOneSomewhere) {
        boolean isNumber = !Double.isNaN(scaled.factor()) && !isOneSomewhere;
        List<Factor> told = new ArrayList<>(scaled.names());
        told.removeIf(name -> isNumber ? name.power() != 0 : !isTried(name) || !isOneWhereRight(name));
        if (told.size() == 1) {
            return told.get(0).toString();
        }
        String unknown = found.type().isScalar() ? "" : "a factor that depends on the sizes";
        return isNumber ? shown(scaled.factor()) : unknown;
    }

    /** A factor with so many digits that it is not taken for a rounder one: 1.000002 is not 1. */
    private static String shown(double factor) {
        int digits = DIGITS;
        while (digits < MOST_DIGITS && isRounder(factor, digits)) {
            digits++;
        }
        return Notation.number(factor, digits);
    }

    private static boolean isRounder(double factor, int digits) {
        BigDecimal shown = new BigDecimal(factor).round(new MathContext(digits)).stripTrailingZeros();
        return shown.precision() < digits && Math.abs(shown.doubleValue() - factor) > SAME_RATIO * Math.abs(factor);
    }

    private boolean isRightSomewhere() {
        for (int i = 0; i < found.inside(); i++) {
            if (isRight(i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the formula is right at a point, and would not be so with a factor. */
    private boolean isRight(int i) {
        return !isWrong(i) && Arrays.size(found.values().get(i).value()) > 0;
    }

    private boolean isOneWhereRight(Factor factor) {
        for (int i = 0; i < found.inside(); i++) {
            if (isRight(i) && Math.abs(factor.at(sizes(found.points().get(i))) - 1) > SAME_RATIO) {
                return false;
            }
        }
        return true;
    }

    /** Whether each size in a factor had more than one value. */
    private boolean isTried(Factor factor) {
        for (String size : factor.size().split("[*/]")) {
            Set<Double> tried = new TreeSet<>();
            for (int i = 0; i < found.inside(); i++) {
                Double value = found.points().get(i).numbers().get(size);
                if (value != null) {
                    tried.add(value);
                }
            }
            if (tried.size() < 2) {
                return false;
            }
        }
        return true;
    }

    private static String only(Likeness likeness) {
        if (likeness instanceof Likeness.OneEntry) {
            Likeness.OneEntry entry = (Likeness.OneEntry) likeness;
            return "only entry " + (entry.row() + 1) + ", " + (entry.column() + 1) + " is wrong";
        }
        if (likeness instanceof Likeness.OneRow) {
            return "only row " + (((Likeness.OneRow) likeness).row() + 1) + " is wrong";
        }
        return likeness instanceof Likeness.OneColumn
                ? "only column " + (((Likeness.OneColumn) likeness).column() + 1) + " is wrong"
                : "";
    }

    // ---- one point

    /** Of matrices a point at which all sizes differ and none is 1, so that one sees which is which. */
    private int tellingPoint(int point) {
        for (int i = 0; i < found.inside() && found.values().get(i).value() instanceof Value.Array; i++) {
            if (isWrong(i) && isTelling(found.points().get(i).numbers().values())) {
                return i;
            }
        }
        return point;
    }

    private static boolean isTelling(Collection<Double> sizes) {
        return !sizes.contains(1.0) && new TreeSet<>(sizes).size() == sizes.size();
    }

    private String counterexample(int point) {
        Value mine = values.get(point).value();
        Value right = found.values().get(point).value();
        if (!(right instanceof Value.Array)) {
            int digits = digits(mine, right);
            return "at " + found.points().get(point) + " yours is " + shown(mine, digits) + ", and it should be "
                    + shown(right, digits);
        }
        String where = where(found.points().get(point).numbers());
        return mine instanceof Value.Array && Arrays.shape(mine).equals(Arrays.shape(right))
                ? entry((Value.Array) mine, (Value.Array) right) + where
                : "yours is " + Arrays.shape(mine) + ", and it should be " + Arrays.shape(right) + where;
    }

    /** The sizes alone: the entries of matrices are too many to show, and other numbers do not tell without them. */
    private static String where(Map<String, Double> numbers) {
        StringBuilder where = new StringBuilder();
        for (Map.Entry<String, Double> number : numbers.entrySet()) {
            if (number.getValue() == Math.rint(number.getValue())) {
                where.append(where.length() == 0 ? ", where " : ", ")
                        .append(number.getKey())
                        .append(" = ")
                        .append(Notation.number(number.getValue(), DIGITS));
            }
        }
        return where.toString();
    }

    /** The entry that is the furthest off. */
    private String entry(Value.Array mine, Value.Array right) {
        int worst = 0;
        double furthest = -1;
        for (int i = 0; i < mine.entries().size(); i++) {
            double distance =
                    Arrays.distance(mine.entries().get(i), right.entries().get(i));
            if (!(distance <= furthest)) {
                worst = i;
                furthest = distance;
            }
        }
        Value is = mine.entries().get(worst);
        Value should = right.entries().get(worst);
        int digits = digits(is, should);
        return "entry " + (worst / mine.columns() + 1) + ", " + (worst % mine.columns() + 1) + " is "
                + shown(is, digits) + ", and it should be " + shown(should, digits);
    }

    /** As many digits as tell two values apart. */
    private int digits(Value mine, Value right) {
        int digits = DIGITS;
        while (digits < MOST_DIGITS && shown(mine, digits).equals(shown(right, digits))) {
            digits++;
        }
        return digits;
    }

    private String shown(Value value, int digits) {
        Dimension dimension = found.type().dimensionOrNone();
        return Show.value(value, Type.real(dimension), null, digits);
    }
}
