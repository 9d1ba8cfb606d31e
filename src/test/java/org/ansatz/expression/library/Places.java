package org.ansatz.expression.library;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.ansatz.expression.NumberFunctions.Called;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Enclosed;
import org.ansatz.expression.value.Value;
import org.ansatz.interval.Interval;
import org.ansatz.interval.Series;
import org.ansatz.quantity.NoValue;

/** Where a function is tried: small, large and negative numbers, and beside its zeros and poles and the ends of its domain. */
final class Places {

    private static final double[] SPOTS = {
        0, 1e-300, 1e-9, 1e-3, 0.02, 0.3, 0.5, 0.99, 1, 1.01, 1.5707, 2.5, 7, 20, 100, 700, 1e6, 1e17
    };
    private static final int RANDOM = 40;
    private static final double GRID = 0.37;

    private final Called f;
    private final SplittableRandom random;
    private final List<Box> boxes = new ArrayList<>();

    Places(Called f) {
        this.f = f;
        random = new SplittableRandom(f.toString().hashCode());
        for (int varied = 0; varied < f.arguments(); varied++) {
            for (double spot : SPOTS) {
                add(varied, spot);
                add(varied, -spot);
            }
            for (int i = 0; i < RANDOM; i++) {
                add(varied, random.nextDouble(-4, 4));
            }
            for (double edge : edges(varied)) {
                add(varied, edge);
            }
        }
    }

    /** Sets of the arguments, of which one is the variable. */
    record Box(List<Interval> sides, int varied) {}

    /** A set of complex numbers for each argument; the variable goes along the real axis. */
    record Rectangle(List<Interval> re, List<Interval> im, int varied) {
        List<Enclosed> enclosed() {
            List<Enclosed> found = new ArrayList<>();
            for (int i = 0; i < re.size(); i++) {
                Series along = i == varied ? Series.variable(re.get(i), 1) : Series.constant(re.get(i), 1);
                found.add(new Enclosed.Complex(along, Series.constant(im.get(i), 1)));
            }
            return found;
        }
    }

    /** A narrow set around a number, or one that begins or ends there. */
    private Interval around(double x) {
        double width = Math.max(Math.abs(x), 1e-3) * Math.pow(10, -random.nextDouble(0.5, 15));
        return switch (random.nextInt(4)) {
            case 0 -> new Interval(x, x + width);
            case 1 -> new Interval(x - width, x);
            default -> new Interval(x - width * random.nextDouble(), x + width * random.nextDouble());
        };
    }

    private void add(int varied, double x) {
        List<Interval> sides = new ArrayList<>();
        for (int i = 0; i < f.arguments(); i++) {
            sides.add(i == varied ? around(x) : around(random.nextDouble(-4, 4)));
        }
        boxes.add(new Box(List.copyOf(sides), varied));
    }

    /** Beyond all numbers where there is no value. */
    private double valueAt(int varied, double x) {
        List<Value> at = new ArrayList<>();
        for (int i = 0; i < f.arguments(); i++) {
            at.add(new Value.Real(i == varied ? x : 1.3));
        }
        try {
            return Arithmetic.real(f.function().apply(at).value());
        } catch (NoValue e) {
            return Double.NaN;
        }
    }

    private static boolean isAlike(double a, double b) {
        return Double.isNaN(a) ? Double.isNaN(b) : Math.signum(a) == Math.signum(b);
    }

    /** Where a value changes its sign or ceases to be, to the last digit. */
    private List<Double> edges(int varied) {
        List<Double> found = new ArrayList<>();
        for (double x = -20 * GRID; x < 20 * GRID; x += GRID) {
            double low = x;
            double high = x + GRID;
            double sought = valueAt(varied, low);
            if (!isAlike(sought, valueAt(varied, high))) {
                for (int i = 0; i < 60; i++) {
                    double middle = (low + high) / 2;
                    boolean isBelow = isAlike(sought, valueAt(varied, middle));
                    low = isBelow ? middle : low;
                    high = isBelow ? high : middle;
                }
                found.add(low);
                found.add(high);
            }
        }
        return found;
    }

    List<Box> boxes() {
        return boxes;
    }

    List<Rectangle> rectangles() {
        List<Rectangle> found = new ArrayList<>();
        for (Box box : boxes) {
            List<Interval> im = new ArrayList<>();
            for (int i = 0; i < f.arguments(); i++) {
                im.add(around(random.nextInt(4) == 0 ? 0 : random.nextDouble(-3, 3)));
            }
            found.add(new Rectangle(box.sides(), im, box.varied()));
            found.add(new Rectangle(box.sides(), zeros(), box.varied()));
            found.add(new Rectangle(zeros(), box.sides(), box.varied()));
        }
        return found;
    }

    /** With these a set lies on an axis, where branch cuts are. */
    private List<Interval> zeros() {
        return Collections.nCopies(f.arguments(), Interval.ZERO);
    }

    private double inside(Interval set) {
        return switch (random.nextInt(4)) {
            case 0 -> set.low();
            case 1 -> set.high();
            default -> Math.min(set.high(), set.low() + random.nextDouble() * set.width());
        };
    }

    /** Some points of a box. */
    List<List<Value>> inside(Box box) {
        List<List<Value>> points = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            points.add(box.sides().stream()
                    .<Value>map(side -> new Value.Real(inside(side)))
                    .toList());
        }
        return points;
    }

    /** Some points of a rectangle. */
    List<List<Value>> inside(Rectangle rectangle) {
        List<List<Value>> points = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            List<Value> point = new ArrayList<>();
            for (int k = 0; k < f.arguments(); k++) {
                point.add(new Value.Complex(
                        inside(rectangle.re().get(k)), inside(rectangle.im().get(k))));
            }
            points.add(point);
        }
        return points;
    }
}
