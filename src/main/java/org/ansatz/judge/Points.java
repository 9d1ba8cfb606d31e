package org.ansatz.judge;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expression.Domain;
import org.ansatz.expression.Expression;
import org.ansatz.expression.Frame;
import org.ansatz.expression.Sample;
import org.ansatz.expression.Show;
import org.ansatz.expression.SplitMix;
import org.ansatz.expression.Term;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.problem.Ranged;
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

    /** Points from all over the domain. */
    List<Frame> inside() {
        return drawn(Sample.inside(SEED));
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
        for (Expression condition : conditions) {
            try {
                if (!((Value.Truth) condition.term().in(point)).holds()) {
                    return;
                }
            } catch (ExpressionFault e) {
                return;
            }
        }
        points.add(point);
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
        return points;
    }

    /** A point on the straight line from one to another, or null if not all variables are real. */
    private @Nullable Frame between(Frame from, Frame to, double part) {
        Frame point = frame;
        for (Ranged variable : variables) {
            Value a = from.value(variable.variable());
            Value b = to.value(variable.variable());
            if (!(variable.domain() instanceof Domain.Reals) || a == null || b == null) {
                return null;
            }
            double x = Arithmetic.real(a) + part * (Arithmetic.real(b) - Arithmetic.real(a));
            point = point.with(variable.variable(), new Value.Real(x));
        }
        return point;
    }

    private static double sign(Term quantity, Frame point) {
        try {
            return Math.signum(Arithmetic.real(quantity.in(point)));
        } catch (ExpressionFault | ArithmeticException e) {
            return 0;
        }
    }

    /** The coordinates of a point, printed: {@code x = 2, t = 0.5 s}. */
    String name(Frame point) {
        StringBuilder name = new StringBuilder();
        for (Ranged variable : variables) {
            Value value = point.value(variable.variable());
            if (value != null) {
                name.append(name.length() == 0 ? "" : ", ")
                        .append(variable.name())
                        .append(" = ")
                        .append(Show.value(value, variable.variable().type(), null, 4));
            }
        }
        return name.toString();
    }

    /** That two terms differ at a point; with a variable's name if they are derivatives by it. */
    Equivalence.Different difference(Frame frame, Term one, Term other, String slope) {
        String a = show(one, frame, 6);
        String b = show(other, frame, 6);
        return a.equals(b)
                ? new Equivalence.Different(name(frame), show(one, frame, 17), show(other, frame, 17), slope)
                : new Equivalence.Different(name(frame), a, b, slope);
    }

    private static String show(Term term, Frame frame, int digits) {
        try {
            return Show.value(term.in(frame), term.type(), null, digits);
        } catch (ExpressionFault e) {
            return "not defined (" + e.message() + ")";
        }
    }
}
