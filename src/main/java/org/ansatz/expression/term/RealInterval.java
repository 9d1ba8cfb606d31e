package org.ansatz.expression.term;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Enclosed;
import org.ansatz.expression.value.Value;
import org.ansatz.interval.Interval;
import org.ansatz.interval.NoEnclosure;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Rational;

/** The real interval {@code low..high}. */
public final class RealInterval extends Domain {
    /** A ratio of the ends beyond which a real interval is drawn from on a logarithmic scale. */
    private static final double SEVERAL_SCALES = 100;

    private final Term low;
    private final Term high;

    public RealInterval(Term low, Term high, Type type) {
        super(type);
        this.low = low;
        this.high = high;
    }

    /** The lower end, in SI. */
    public double low(Evaluator frame) {
        return end(low, frame);
    }

    private static double end(Term term, Evaluator frame) {
        return real(frame.value(term));
    }

    private static double real(Value end) {
        if (end instanceof Value.Dual) {
            throw new NoValue("the end of an interval is not differentiated; differentiate by hand, or by differences");
        }
        return Arithmetic.real(end);
    }

    /** The upper end, in SI. */
    public double high(Evaluator frame) {
        double top = end(high, frame);
        if (top < low(frame)) {
            throw new NoValue("the interval " + low(frame) + ".." + top + " is empty");
        }
        return top;
    }

    /** The smallest set that holds both ends for certain, though they were rounded, and all between; it may be unbounded. */
    public Interval enclosure(Evaluator frame) {
        Interval[] ends = ends(frame);
        return ends[0].hull(ends[1]);
    }

    /**
     * The same, where each end says what it lies in.
     *
     * @throws NoEnclosure if one does not
     */
    public Interval provedEnclosure(Evaluator frame) {
        Interval[] ends = provedEnds(frame);
        return ends[0].hull(ends[1]);
    }

    /** What each end is known to lie in; an infinite one is a point. */
    public Interval[] ends(Evaluator frame) {
        Interval[] ends = {enclosure(low, frame), enclosure(high, frame)};
        if (ends[0].low() > ends[1].high()) {
            throw new NoValue("the interval " + ends[0].middle() + ".." + ends[1].middle() + " is empty");
        }
        return ends;
    }

    /**
     * Both, where each says what it lies in.
     *
     * @throws NoEnclosure if one does not
     */
    public Interval[] provedEnds(Evaluator frame) {
        proved(low, frame);
        proved(high, frame);
        return ends(frame);
    }

    private static Interval proved(Term term, Evaluator frame) {
        if (term instanceof Term.Constant || term instanceof Term.Unary) {
            double end = end(term, frame);
            if (Double.isInfinite(end)) {
                return Interval.of(end);
            }
        }
        return Enclosed.real(frame.enclosure(term)).range();
    }

    private static Interval enclosure(Term term, Evaluator frame) {
        try {
            return proved(term, frame);
        } catch (NoEnclosure e) {
            return Interval.of(real(frame.unenclosed(term)));
        }
    }

    /** The lower end, as exact as it is known. */
    public Rational exactLow(Evaluator frame) {
        return exact(low, frame);
    }

    /** The upper end, as exact as it is known. */
    public Rational exactHigh(Evaluator frame) {
        return exact(high, frame);
    }

    private static Rational exact(Term term, Evaluator frame) {
        Value end = frame.value(term);
        return end instanceof Value.Exact exact
                ? exact.number()
                : Rational.exactly(enclosure(term, frame).middle());
    }

    @Override
    public List<Term> parts() {
        return List.of(low, high);
    }

    @Override
    public boolean isDiscrete() {
        return false;
    }

    @Override
    public boolean each(Evaluator frame, Visitor visitor) {
        throw new NoValue("a real interval cannot be counted off");
    }

    @Override
    public Value draw(Evaluator frame, Sample sample) {
        double a = low(frame);
        double b = high(frame);
        if (sample.isEdge()) {
            return new Value.Real(nearEdge(a, b, sample));
        }
        if (sample.isCoincidence()) {
            return new Value.Real(coincident(a, b, sample));
        }
        double u = sample.random().uniform();
        if (a > 0 && b / a > SEVERAL_SCALES) {
            return new Value.Real(a * Math.pow(b / a, u));
        }
        double x = a + (b - a) * u;
        boolean aroundZero = a < 0 && b > 0;
        return new Value.Real(aroundZero ? x * Math.pow(10, -DECADES * sample.spread()) : x);
    }

    /** An end, zero, or a place that it shares with other amounts over the same interval, or its opposite. */
    private static double coincident(double a, double b, Sample sample) {
        double common = a + (b - a) * sample.common();
        double[] places = {a, b, a <= 0 && 0 <= b ? 0 : common, common, a <= -common && -common <= b ? -common : common
        };
        return places[(int) sample.random().below(places.length)];
    }

    /** Small whole numbers and halves; where these do not lie within, 1, 2 and 5 times powers of ten. */
    @Override
    public List<Value> roundElements(Evaluator frame) {
        double a = low(frame);
        double b = high(frame);
        List<Value> round = new ArrayList<>();
        for (int twice : new int[] {2, -2, 4, -4, 0, 1, -1, 6, -6, 20, -20}) {
            if (2 * a <= twice && twice <= 2 * b) {
                round.add(new Value.Exact(Rational.of(twice).over(Rational.of(2))));
            }
        }
        int decade = (int) Math.floor(Math.log10(Math.max(Math.abs(a), Math.abs(b)))) + 1;
        for (int k = 3 * decade; k > 3 * (decade - 4) && round.size() < 5; k--) {
            Rational step = Rational.of(new int[] {1, 2, 5}[Math.floorMod(k, 3)])
                    .times(Rational.powerOfTen(Math.floorDiv(k, 3)));
            for (Rational x : new Rational[] {step, step.negate()}) {
                if (a <= x.toDouble() && x.toDouble() <= b) {
                    round.add(new Value.Exact(x));
                }
            }
        }
        return round;
    }

    /** Near zero, if it lies within, near the lower end, or near the upper end. */
    private static double nearEdge(double a, double b, Sample sample) {
        boolean aroundZero = a < 0 && b > 0;
        int edge = sample.edge(aroundZero ? 3 : 2) + (aroundZero ? 0 : 1);
        double depth = sample.depth();
        if (edge == 0) {
            return depth * (sample.random().next() < 0 ? a : b);
        }
        double away = a > 0 ? a * (Math.pow(b / a, depth) - 1) : depth * (b - a);
        return edge == 1 ? a + away : b - depth * (b - a);
    }
}
