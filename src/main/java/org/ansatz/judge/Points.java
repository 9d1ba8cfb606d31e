package org.ansatz.judge;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.term.Domain;
import org.ansatz.expression.term.RealInterval;
import org.ansatz.expression.term.Sample;
import org.ansatz.expression.term.SplitMix;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Show;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.ansatz.problem.Point;
import org.ansatz.problem.Ranged;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Rational;
import org.jspecify.annotations.Nullable;

/**
 * Points of the domain of some variables, at which formulas in them are tried.
 *
 * @param variables what is varied
 * @param conditions what must hold of them
 * @param frame holds all other names
 */
record Points(List<Ranged> variables, List<Expression> conditions, Frame frame) {

    private static final int ROUND = 40;
    private static final int MAX_COUNTED = 4096;
    private static final int DESCENTS = 80;

    /** The directions in which a variable is moved; across the axis if it is complex. */
    private static final List<Value> STEPS =
            List.of(new Value.Real(1), new Value.Real(-1), new Value.Complex(0, 1), new Value.Complex(0, -1));

    /** How far a complex variable is moved at most. */
    private static final double WIDTH = 20;

    private static final int ROUND_DIGITS = 6;

    /** With how many digits values are shown, and with how many where these do not show that they differ. */
    private static final int SHOWN = 6;

    private static final int ALL_DIGITS = 17;
    private static final int SEARCHED = 64;
    private static final int HALVINGS = 50;
    private static final long SEED = 1;

    /** Copies the lists. */
    Points {
        variables = List.copyOf(variables);
        conditions = List.copyOf(conditions);
    }

    /** Points whose coordinates are easy to read, the easiest first. */
    List<Frame> round() {
        List<List<Value>> axes = new ArrayList<>();
        for (Ranged variable : variables) {
            List<Value> axis = variable.domain().roundElements(frame);
            if (axis.isEmpty()) {
                return List.of();
            }
            axes.add(axis);
        }
        List<Frame> points = new ArrayList<>();
        SplitMix random = new SplitMix(SEED);
        int longest = axes.stream().mapToInt(List::size).max().orElse(1);
        for (int i = 0; i < (variables.size() == 1 ? longest : variables.isEmpty() ? 1 : ROUND); i++) {
            Frame point = frame;
            for (int v = 0; v < axes.size(); v++) {
                List<Value> axis = axes.get(v);
                int index = i < longest ? (i + v) % axis.size() : (int) random.below(axis.size());
                point = point.with(variables.get(v).variable(), axis.get(index));
            }
            add(point, points);
        }
        return points;
    }

    /** Every point of a domain that can be counted off and is small; otherwise none. */
    List<Frame> every() {
        List<Frame> points = List.of(frame);
        for (Ranged variable : variables) {
            List<Frame> longer = new ArrayList<>();
            for (Frame point : points) {
                boolean all = variable.domain().isDiscrete()
                        && variable.domain().each(frame, element -> {
                            longer.add(point.with(variable.variable(), element));
                            return longer.size() <= MAX_COUNTED;
                        });
                if (!all) {
                    return List.of();
                }
            }
            points = longer;
        }
        List<Frame> allowed = new ArrayList<>();
        points.forEach(point -> add(point, allowed));
        return allowed;
    }

    /** Points from all over the domain. */
    List<Frame> inside() {
        return drawn(Sample.inside(SEED));
    }

    /** More points from all over the domain, others in each round. */
    List<Frame> inside(int round) {
        return drawn(Sample.inside(SEED + round));
    }

    /** Points from close to the edges of the domain and to zero. */
    List<Frame> edges() {
        return drawn(Sample.edges(SEED));
    }

    private List<Frame> drawn(List<Sample> samples) {
        List<Frame> points = new ArrayList<>();
        for (Sample sample : variables.isEmpty() ? List.<Sample>of() : samples) {
            Frame point = frame;
            for (Ranged variable : variables) {
                point = point.with(variable.variable(), variable.domain().draw(frame, sample));
            }
            add(point, points);
        }
        return points;
    }

    private void add(Frame point, List<Frame> points) {
        if (meetsConditions(point)) {
            points.add(point);
        }
    }

    private boolean meetsConditions(Frame point) {
        for (Expression condition : conditions) {
            try {
                if (!((Value.Truth) point.value(condition.term())).holds()) {
                    return false;
                }
            } catch (ExpressionFault e) {
                return false;
            }
        }
        return true;
    }

    /**
     * Points on both sides of the zeros of a quantity: where it has the sign that it has seldom, and close to where its sign
     * changes on the way from one side to the other.
     */
    List<Frame> around(Term quantity) {
        List<Frame> positive = new ArrayList<>();
        List<Frame> negative = new ArrayList<>();
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < SEARCHED; i++) {
            samples.add(Sample.inside(SEED + 1, i));
        }
        List<Frame> searched = drawn(samples);
        searched.addAll(edges());
        searched.addAll(drawn(Sample.corners(SEED)));
        for (Frame point : searched) {
            double value = sign(quantity, point);
            if (value != 0) {
                (value > 0 ? positive : negative).add(point);
            }
        }
        if (positive.isEmpty() != negative.isEmpty()) {
            List<Frame> there = positive.isEmpty() ? negative : positive;
            Frame beyond = beyondZero(quantity, there);
            (positive.isEmpty() ? positive : negative).addAll(beyond == null ? List.of() : List.of(beyond));
        }
        if (positive.isEmpty() || negative.isEmpty()) {
            return List.of();
        }
        List<Frame> seldom = positive.size() < negative.size() ? positive : negative;
        List<Frame> around = new ArrayList<>(seldom.subList(0, Math.min(3, seldom.size())));
        around.addAll(crossing(quantity, positive.get(0), negative.get(0)));
        return around;
    }

    /** Points at and close to a change of sign between two others, at distances of 1e-3 and 1e-6 of the way. */
    private List<Frame> crossing(Term quantity, Frame positive, Frame negative) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            Frame point = between(positive, negative, middle);
            if (point == null) {
                return List.of();
            }
            if (sign(quantity, point) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        List<Frame> points = new ArrayList<>();
        for (double distance : new double[] {-1e-3, 1e-3, -1e-6, 1e-6, 0}) {
            Frame point = between(positive, negative, Math.max(0, Math.min(1, low + distance)));
            if (point != null) {
                add(point, points);
            }
        }
        Frame zero = between(positive, negative, low);
        Frame easy = zero == null ? null : rounded(zero);
        if (easy != null) {
            add(easy, points);
        }
        return points;
    }

    /** The point whose coordinates are those of another one to six digits, and exact; null if they are not all real. */
    private @Nullable Frame rounded(Frame point) {
        Frame easy = frame;
        for (Ranged variable : variables) {
            Value value = point.value(variable.variable());
            if (!(value instanceof Value.Real)) {
                return null;
            }
            BigDecimal x = new BigDecimal(((Value.Real) value).x()).round(new MathContext(ROUND_DIGITS));
            easy = easy.with(variable.variable(), new Value.Exact(Rational.parse(x.toString())));
        }
        return easy;
    }

    /** Where a quantity of one sign has the other, found downhill along the real variables; or null. */
    private @Nullable Frame beyondZero(Term quantity, List<Frame> points) {
        Frame best = points.get(0);
        for (Frame point : points) {
            best = size(quantity, point) < size(quantity, best) ? point : best;
        }
        double sign = sign(quantity, best);
        double reach = 0.25;
        for (int i = 0; i < DESCENTS; i++) {
            Frame better = best;
            for (Ranged variable : variables) {
                for (Value step : STEPS) {
                    Frame moved = moved(best, variable, Arithmetic.multiply(new Value.Real(reach), step));
                    if (moved != null && sign(quantity, moved) == -sign && meetsConditions(moved)) {
                        return moved;
                    }
                    better = moved != null && size(quantity, moved) < size(quantity, better) ? moved : better;
                }
            }
            reach = better == best ? reach / 2 : reach;
            best = better;
        }
        return null;
    }

    private static double size(Term quantity, Frame point) {
        try {
            return Math.abs(Arithmetic.real(point.value(quantity)));
        } catch (NoValue e) {
            return Double.POSITIVE_INFINITY;
        }
    }

    /** A point moved along one variable by a part of its interval, within it; null if that is not possible. */
    private @Nullable Frame moved(Frame point, Ranged variable, Value part) {
        Value value = point.value(variable.variable());
        if (value == null) {
            return null;
        }
        if (variable.domain() instanceof Domain.Plane) {
            Value step = Arithmetic.multiply(new Value.Real(WIDTH), part);
            return point.with(variable.variable(), Arithmetic.add(value, step));
        }
        if (!(variable.domain() instanceof RealInterval) || part instanceof Value.Complex) {
            return null;
        }
        RealInterval interval = (RealInterval) variable.domain();
        double low = interval.low(frame);
        double high = interval.high(frame);
        double x = Arithmetic.real(value) + Arithmetic.real(part) * (high - low);
        return x < low || x > high ? null : point.with(variable.variable(), new Value.Real(x));
    }

    /** A point on the straight line from one to another, or null if a variable is counted off. */
    private @Nullable Frame between(Frame from, Frame to, double part) {
        Frame point = frame;
        for (Ranged variable : variables) {
            Value a = from.value(variable.variable());
            Value b = to.value(variable.variable());
            if (variable.domain().isDiscrete() || a == null || b == null) {
                return null;
            }
            point = point.with(
                    variable.variable(),
                    a instanceof Value.Array
                            ? Arrays.entrywise(a, b, (x, y) -> between(x, y, part))
                            : between(a, b, part));
        }
        return point;
    }

    private static Value between(Value a, Value b, double part) {
        return Arithmetic.add(a, Arithmetic.multiply(new Value.Real(part), Arithmetic.subtract(b, a)));
    }

    private static double sign(Term quantity, Frame point) {
        try {
            return Math.signum(Arithmetic.real(point.value(quantity)));
        } catch (NoValue e) {
            return 0;
        }
    }

    /** The coordinates of a point, printed: {@code x = 2, t = 0.5 s}. */
    String name(Frame point) {
        return name(point, Point.DIGITS);
    }

    private String name(Frame point, int digits) {
        return Point.of(point, variables).toString(digits);
    }

    /**
     * That two terms differ at a point; with a variable's name if they are derivatives by it. The point is rounded to as few
     * digits as still show the difference, and the values are those there, so that whoever types it as it is printed finds them.
     */
    Equivalence.Different difference(Frame frame, Term one, Term other, String slope) {
        Shown exact = Shown.at(frame, one, other, SHOWN);
        Shown there = exact.differ() ? exact : Shown.at(frame, one, other, ALL_DIGITS);
        for (int digits = Point.DIGITS; digits < ALL_DIGITS; digits += 3) {
            Frame easy = printed(frame, digits);
            Shown here = easy == null ? null : Shown.at(easy, one, other, exact.differ() ? SHOWN : ALL_DIGITS);
            if (easy != null && here != null && (exact.differ() ? here.isLike(there) : here.equals(there))) {
                return new Equivalence.Different(name(easy, digits), here.a(), here.b(), slope);
            }
        }
        return new Equivalence.Different(name(frame, ALL_DIGITS), there.a(), there.b(), slope);
    }

    /** What two terms are at a point, printed. */
    private record Shown(String a, String b) {

        private static final String UNDEFINED = "not defined";

        static Shown at(Frame frame, Term one, Term other, int digits) {
            return new Shown(show(one, frame, digits), show(other, frame, digits));
        }

        boolean differ() {
            return !a.equals(b);
        }

        /** Whether these differ as others do: as values, or as one that is there and one that is not. */
        boolean isLike(Shown others) {
            return differ()
                    && a.startsWith(UNDEFINED) == others.a.startsWith(UNDEFINED)
                    && b.startsWith(UNDEFINED) == others.b.startsWith(UNDEFINED);
        }

        private static String show(Term term, Frame frame, int digits) {
            try {
                return Show.value(frame.value(term), term.type(), null, digits);
            } catch (ExpressionFault e) {
                return UNDEFINED + " (" + e.message() + ")";
            }
        }
    }

    /** The point that is printed with so many digits; null if it is outside the domain or the conditions. */
    private @Nullable Frame printed(Frame point, int digits) {
        Frame read = frame;
        for (Ranged variable : variables) {
            Value value = point.value(variable.variable());
            if (value == null) {
                return null;
            }
            Value near = value instanceof Value.Array
                    ? Arrays.entrywise(value, value, (x, y) -> near(x, digits))
                    : near(value, digits);
            if (variable.domain() instanceof RealInterval interval
                    && (Arithmetic.real(near) < interval.low(frame) || Arithmetic.real(near) > interval.high(frame))) {
                return null;
            }
            read = read.with(variable.variable(), near);
        }
        return meetsConditions(read) ? read : null;
    }

    private static Value near(Value value, int digits) {
        if (value instanceof Value.Real real) {
            return new Value.Real(near(real.x(), digits));
        }
        return value instanceof Value.Complex z ? new Value.Complex(near(z.re(), digits), near(z.im(), digits)) : value;
    }

    private static double near(double x, int digits) {
        return Double.isFinite(x)
                ? new BigDecimal(x).round(new MathContext(digits)).doubleValue()
                : x;
    }
}
