package org.ansatz.expression.evaluation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.ansatz.expression.syntax.Op;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Domain;
import org.ansatz.expression.term.EnclosedLoop;
import org.ansatz.expression.term.Generator;
import org.ansatz.expression.term.RealInterval;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Enclosed;
import org.ansatz.expression.value.EnclosedArithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.interval.Interval;
import org.ansatz.interval.NoEnclosure;
import org.ansatz.interval.Regularity;
import org.ansatz.interval.Series;
import org.ansatz.quantity.NoValue;
import org.jspecify.annotations.Nullable;

/**
 * Evaluation to enclosures: what a term is known to lie in while some variables range over sets. Names that have values in the
 * frame stand for these. What does not depend on the variables and does not say how it is enclosed (an engine's result, what a
 * field block gives) is taken as the frame evaluates it; then nothing that follows is proved any more, but nothing between the
 * points is overlooked either.
 */
final class Enclosures implements Term.Cases<Enclosed> {

    /** An interval that is no shorter than minus so many roundings of its ends may be as short as a point. */
    private static final int ENDS = 4;

    private final Frame frame;
    private final int order;
    private final @Nullable Enclosed[] places;
    private final List<Generator> bound;
    /** Null where nothing is taken as it is evaluated. */
    private final @Nullable Fixed fixed;

    /** Whether searches inside may lie in sets that are far too large. */
    private boolean isOutline;

    /** Sees what is differentiated; null if nobody asks. */
    private @Nullable Differentiated differentiated;

    /** The places of steps that were evaluated here. */
    private final BitSet steps = new BitSet();

    /** Where inner variables are in their intervals, where somebody asks. */
    private double part;

    /** The elements of each sequence that is being followed, from its first. */
    private final Map<Integer, Following> followed = new HashMap<>();

    /** How many parameters have no value in the frame, for they are known to lie in sets. */
    private int hidden;

    /** What was evaluated to a value because it has no enclosure, the same wherever the variables are. */
    static final class Fixed {
        private final IdentityHashMap<Term, Value> values = new IdentityHashMap<>();
    }

    Enclosures(Frame frame, int order, @Nullable Enclosed[] places, List<Generator> bound, @Nullable Fixed fixed) {
        this.frame = frame;
        this.order = order;
        this.places = places;
        this.bound = bound;
        this.fixed = fixed;
    }

    /**
     * What a term is known to lie in where the frame is.
     *
     * @throws NoEnclosure if it, or a part of it, does not say how it is enclosed
     */
    static Enclosed of(Term term, Frame frame) {
        return new Enclosures(frame, 0, frame.places(), List.of(), null).enclosure(term);
    }

    /** In outline: searches inside may lie in sets that are far too large. */
    Enclosures outline() {
        isOutline = true;
        return this;
    }

    /** Receives what each derivative is of. */
    interface Differentiated {
        /** What is differentiated lies in this. */
        void see(Enclosed body);
    }

    /**
     * Goes through all of a term and shows what its derivatives are of. What does not say how it is enclosed may be anything; an
     * inner variable over an interval is where {@code part} of it, from 0 to 1, is below.
     */
    void showDifferentiated(Term term, double part, Differentiated receiver) {
        differentiated = receiver;
        this.part = part;
        enclosure(term);
    }

    /** Puts a variable where it is in its interval, which is measured from 0 to 1, and says how wide that is. */
    Series place(Generator variable, Series part) {
        Series low = end(variable, 0);
        Series width = width(low, end(variable, 1));
        places[variable.slot()] = new Enclosed.Real(low.plus(width.times(part)));
        return width;
    }

    /** Puts a variable into a set. */
    void put(Generator variable, Interval set) {
        places[variable.slot()] = new Enclosed.Real(Series.variable(set, order));
    }

    /** All that a variable goes through. */
    Interval domain(Generator variable) {
        List<Term> ends = variable.domain().parts();
        return end(ends.get(0)).hull(end(ends.get(1)));
    }

    private Interval end(Term term) {
        return Enclosed.real(enclosure(term)).range();
    }

    private Series end(Generator variable, int which) {
        Term term = variable.domain().parts().get(which);
        Series end = Enclosed.real(enclosure(term));
        if (!end.range().isBounded()) {
            throw new NoEnclosure("an interval without an end");
        }
        return end;
    }

    private static Series width(Series low, Series high) {
        Series width = high.minus(low);
        double rounding = ENDS * Math.ulp(low.range().magnitude() + high.range().magnitude());
        if (width.range().high() < 0) {
            throw new NoValue(
                    "the interval " + low.range().middle() + ".." + high.range().middle() + " is empty");
        }
        return width.range().low() < -rounding ? width.atMost(Regularity.DEFINED) : width;
    }

    /**
     * A term where the first variables lie in a box.
     *
     * @param by which of them is differentiated by
     * @param order how often
     * @param fixed what is taken as it is evaluated; null if nothing is, so that what follows is proved
     */
    static Enclosures in(
            Interval[] box, int by, int order, List<Generator> variables, Frame frame, @Nullable Fixed fixed) {
        @Nullable Enclosed[] places = frame.places();
        for (int i = 0; i < box.length; i++) {
            Series series = i == by ? Series.variable(box[i], order) : Series.constant(box[i], order);
            places[variables.get(i).slot()] = new Enclosed.Real(series);
        }
        return new Enclosures(frame, order, places, variables, fixed);
    }

    /** What a term is known to lie in. */
    Enclosed enclosure(Term term) {
        frame.spend(1 + order, term);
        Value known = fixed == null || fixed.values.isEmpty() ? null : fixed.values.get(term);
        if (known != null) {
            return Enclosed.of(known, order);
        }
        try {
            return term.fold(this);
        } catch (NoEnclosure e) {
            if (fixed == null || !isFixed(term)) {
                if (differentiated != null) {
                    return anything(term.type(), e);
                }
                throw e;
            }
            frame.remembered().plain();
            Value value = value(term, e);
            fixed.values.put(term, value);
            return Enclosed.of(value, order);
        }
    }

    private Value value(Term term, NoEnclosure none) {
        try {
            return frame.value(term);
        } catch (NoValue e) {
            throw none;
        }
    }

    /** Whether a term is the same wherever the variables are. */
    private boolean isFixed(Term term) {
        if (term instanceof Term.Named named) {
            return places[named.slot()] == null;
        }
        if (term instanceof Term.Exported exported) {
            return place(exported) == null
                    && bound.stream().noneMatch(Generator::isDeclared)
                    && exported.arguments().stream().allMatch(this::isFixed);
        }
        if (term instanceof Term.Candidate || term instanceof Term.Computed) {
            return bound.isEmpty();
        }
        if (term instanceof Term.Earlier earlier && followed.containsKey(earlier.table())) {
            return false;
        }
        if (term instanceof Term.Bound statistic && statistic.rule().isStatistic()) {
            return isFixedFor(statistic);
        }
        return term.inside().stream().allMatch(this::isFixed);
    }

    /** A statistic has its own values for the random variables that it is taken over. */
    private boolean isFixedFor(Term.Bound statistic) {
        @Nullable Enclosed[] around = places.clone();
        statistic.generators().forEach(generator -> places[generator.slot()] = null);
        boolean isFixed = statistic.inside().stream().allMatch(this::isFixed);
        System.arraycopy(around, 0, places, 0, around.length);
        return isFixed;
    }

    // ---- leaves

    /** What is no exact number was rounded when it was read. */
    @Override
    public Enclosed ofConstant(Term.Constant term) {
        if (term.value() instanceof Value.Real real && Double.isFinite(real.x())) {
            Interval around = real.x() == Math.PI ? Interval.PI : Interval.around(real.x());
            return new Enclosed.Real(Series.constant(around, order));
        }
        return Enclosed.of(term.value(), order);
    }

    @Override
    public Enclosed ofComputed(Term.Computed term) {
        throw new NoEnclosure("what Java code computes");
    }

    @Override
    public Enclosed ofNamed(Term.Named term) {
        Enclosed set = places[term.slot()];
        if (set != null) {
            return set;
        }
        Value value = frame.slot(term.slot());
        if (value == null) {
            throw new NoEnclosure(term.variable().name() + ", which has no value");
        }
        frame.remembered().read(term.slot(), value);
        return Enclosed.of(value, order);
    }

    @Override
    public Enclosed ofCandidate(Term.Candidate term) {
        return enclosure(Values.candidate(term, frame));
    }

    @Override
    public Enclosed ofStep(Term.Step term) {
        Enclosed known = places[term.slot()];
        if (known == null) {
            known = enclosure(term.body());
            places[term.slot()] = known;
            steps.set(term.slot());
        }
        return known;
    }

    // ---- matrices

    @Override
    public Enclosed ofRows(Term.Rows term) {
        int rows = term.type().shape().rows().count();
        return new Enclosed.Array(rows, term.entries().size() / rows, all(term.entries()));
    }

    private List<Enclosed> all(List<Term> terms) {
        List<Enclosed> all = new ArrayList<>(terms.size());
        terms.forEach(term -> all.add(enclosure(term)));
        return all;
    }

    @Override
    public Enclosed ofTransposed(Term.Transposed term) {
        return EnclosedArithmetic.transpose((Enclosed.Array) enclosure(term.operand()));
    }

    // ---- operators

    @Override
    public Enclosed ofUnary(Term.Unary term) {
        Enclosed operand = enclosure(term.operand());
        if (operand instanceof Enclosed.Truth truth) {
            return not(truth);
        }
        return EnclosedArithmetic.each(operand, EnclosedArithmetic::negate);
    }

    @Override
    public Enclosed ofBinary(Term.Binary term) {
        Enclosed a = enclosure(term.left());
        if (term.op() == Op.MULTIPLY && Alike.are(term.left(), term.right())) {
            return squared(a);
        }
        Enclosed b = enclosure(term.right());
        if (term.op() == Op.MULTIPLY && a instanceof Enclosed.Array x && b instanceof Enclosed.Array y) {
            frame.spend((long) x.entries().size() * y.columns(), term);
            Enclosed.Array product = EnclosedArithmetic.product(x, y);
            return term.type().isScalar() ? product.at(0, 0) : product;
        }
        return EnclosedArithmetic.entrywise(a, b, (x, y) -> combined(term.op().onEntries(), x, y));
    }

    private static Enclosed squared(Enclosed a) {
        return a instanceof Enclosed.Real real
                ? new Enclosed.Real(real.series().square())
                : EnclosedArithmetic.multiply(a, a);
    }

    private Enclosed combined(Op op, Enclosed a, Enclosed b) {
        switch (op) {
            case ADD:
                return EnclosedArithmetic.add(a, b);
            case SUBTRACT:
                return EnclosedArithmetic.subtract(a, b);
            case MULTIPLY:
                return EnclosedArithmetic.multiply(a, b);
            case DIVIDE:
                return EnclosedArithmetic.divide(a, b);
            case POLAR:
                Series angle = Enclosed.real(b);
                Series zero = Series.constant(Interval.ZERO, order);
                return EnclosedArithmetic.multiply(a, EnclosedArithmetic.exp(new Enclosed.Complex(zero, angle)));
            default:
                return EnclosedArithmetic.power(a, b);
        }
    }

    @Override
    public Enclosed ofLogic(Term.Logic term) {
        Enclosed.Truth a = truth(term.left());
        switch (term.op()) {
            case AND:
                return both(a, term.right(), false);
            case NAND:
                return not(both(a, term.right(), false));
            case OR:
                return not(both(not(a), term.right(), true));
            case NOR:
                return both(not(a), term.right(), true);
            case XNOR:
                return not(differs(a, truth(term.right())));
            default:
                return differs(a, truth(term.right()));
        }
    }

    private Enclosed.Truth truth(Term term) {
        return (Enclosed.Truth) enclosure(term);
    }

    private static Enclosed.Truth not(Enclosed.Truth a) {
        return new Enclosed.Truth(/* canHold= */ a.canFail(), /* canFail= */ a.canHold(), a.regularity());
    }

    /** {@code a} and {@code term}, or {@code a} and not {@code term}; the second is evaluated only where the first can hold. */
    private Enclosed.Truth both(Enclosed.Truth a, Term term, boolean negated) {
        if (!a.canHold()) {
            return a;
        }
        Enclosed.Truth b = negated ? not(truth(term)) : truth(term);
        return new Enclosed.Truth(
                b.canHold(), a.canFail() || b.canFail(), a.regularity().and(b.regularity()));
    }

    private static Enclosed.Truth differs(Enclosed.Truth a, Enclosed.Truth b) {
        return new Enclosed.Truth(
                a.canHold() && b.canFail() || a.canFail() && b.canHold(),
                a.canHold() && b.canHold() || a.canFail() && b.canFail(),
                a.regularity().and(b.regularity()));
    }

    @Override
    public Enclosed ofComparison(Term.Comparison term) {
        Enclosed.Truth all = new Enclosed.Truth(true, false, Regularity.SMOOTH);
        Enclosed left = enclosure(term.operands().get(0));
        for (int i = 0; i < term.ops().size() && all.canHold(); i++) {
            Enclosed right = enclosure(term.operands().get(i + 1));
            Enclosed.Truth next = compared(term.ops().get(i), left, right);
            if (next.canHold() && next.canFail()) {
                next = exactly(term, i, next);
            }
            all = new Enclosed.Truth(
                    next.canHold(),
                    all.canFail() || next.canFail(),
                    all.regularity().and(next.regularity()));
            left = right;
        }
        return all;
    }

    /** Two exact numbers that no double holds are the same interval whether they are equal or not, and are compared as they are. */
    private Enclosed.Truth exactly(Term.Comparison term, int i, Enclosed.Truth otherwise) {
        Term left = term.operands().get(i);
        Term right = term.operands().get(i + 1);
        if (!isFixed(left) || !isFixed(right)) {
            return otherwise;
        }
        try {
            if (frame.value(left) instanceof Value.Exact a && frame.value(right) instanceof Value.Exact b) {
                boolean holds = Operations.holds(term.ops().get(i), a, b, false);
                return new Enclosed.Truth(holds, !holds, otherwise.regularity());
            }
        } catch (NoValue e) {
            return otherwise;
        }
        return otherwise;
    }

    private static Enclosed.Truth compared(Op op, Enclosed left, Enclosed right) {
        if (left instanceof Enclosed.Truth a && right instanceof Enclosed.Truth b) {
            Enclosed.Truth differ = differs(a, b);
            return op == Op.EQUAL ? not(differ) : differ;
        }
        Series a = Enclosed.real(left);
        Series b = Enclosed.real(right);
        Interval x = a.range();
        Interval y = b.range();
        Regularity regularity = a.regularity().and(b.regularity());
        switch (op) {
            case LESS:
                return new Enclosed.Truth(x.low() < y.high(), x.high() >= y.low(), regularity);
            case LESS_OR_EQUAL:
                return new Enclosed.Truth(x.low() <= y.high(), x.high() > y.low(), regularity);
            case GREATER:
                return new Enclosed.Truth(x.high() > y.low(), x.low() <= y.high(), regularity);
            case GREATER_OR_EQUAL:
                return new Enclosed.Truth(x.high() >= y.low(), x.low() < y.high(), regularity);
            default:
                boolean same = x.isPoint() && x.equals(y);
                boolean equal = op == Op.EQUAL;
                return new Enclosed.Truth(equal ? x.meets(y) : !same, equal ? !same : x.meets(y), regularity);
        }
    }

    @Override
    public Enclosed ofChoice(Term.Choice term) {
        Enclosed.Truth condition = truth(term.condition());
        if (!condition.canHold() || !condition.canFail()) {
            Enclosed chosen = enclosure(condition.canHold() ? term.then() : term.otherwise());
            return condition.regularity().isAtLeast(Regularity.DEFINED)
                    ? chosen
                    : EnclosedArithmetic.atMost(chosen, condition.regularity());
        }
        Enclosed either = EnclosedArithmetic.or(enclosure(term.then()), enclosure(term.otherwise()));
        return EnclosedArithmetic.atMost(either, condition.regularity().and(Regularity.DEFINED));
    }

    // ---- what is applied

    @Override
    public Enclosed ofCall(Term.Call term) {
        requireSound(frame.isBroken(term.function().engine()));
        Enclosed value = term.function().enclosure(all(term.arguments()));
        boolean isNumber = term.type().isScalar() && !term.type().isCollection();
        return isNumber && value instanceof Enclosed.Array array ? array.at(0, 0) : value;
    }

    /** An engine that is broken to see what rests on it is asked for values, which show it. */
    private static void requireSound(boolean broken) {
        if (broken) {
            throw new NoEnclosure("an engine's result");
        }
    }

    @Override
    public Enclosed ofInlined(Term.Inlined term) {
        for (int i = 0; i < term.slots().length; i++) {
            int slot = term.slots()[i];
            Term argument = term.arguments().get(i);
            Value exact = isFixed(argument) ? exact(argument) : null;
            places[slot] = exact == null ? enclosure(argument) : null;
            hidden += exact == null ? 1 : 0;
            if (exact != null) {
                frame.bind(slot, exact);
            }
        }
        return enclosure(term.body());
    }

    /** The value of a term if it is exact, or null. */
    private @Nullable Value exact(Term term) {
        try {
            Value value = frame.value(term);
            return value instanceof Value.Exact ? value : null;
        } catch (NoValue e) {
            return null;
        }
    }

    @Override
    public Enclosed ofExported(Term.Exported term) {
        Enclosed place = place(term);
        if (place == null) {
            throw new NoEnclosure("what a field block finds");
        }
        return place;
    }

    /** Where the variable is for which an exported name stands; null if there is none, or it is nowhere in particular. */
    private @Nullable Enclosed place(Term.Exported term) {
        Binding.Variable variable = frame.standsFor(term);
        return variable == null ? null : places[variable.slot()];
    }

    @Override
    public Enclosed ofDerivative(Term.Derivative term) {
        if (differentiated != null) {
            differentiated.see(enclosure(term.body()));
        }
        requireSound(frame.isBroken(Engine.DUAL));
        return new Enclosed.Real(slopeWhereItStands(term.body(), term.slot()));
    }

    /** The earlier elements of a sequence that is being followed. */
    private interface Following {
        /** What an earlier element lies in. */
        Enclosed at(Term.Earlier asked);
    }

    /**
     * What the rule of a sequence makes of the elements before, with its slope by one of them.
     *
     * @param before what these elements lie in, the last first; the rule asks for no others
     * @param by of which the slope is, from 0
     * @param index what the index of the element that is made lies in
     * @throws NoEnclosure if the rule, or a part of it, does not say
     */
    static Series next(Term.Recurrence recurrence, List<Interval> before, int by, Interval index, Frame frame) {
        Enclosures inside = new Enclosures(frame, 1, frame.places(), List.of(), null);
        Interval own = index.minus(Interval.of(recurrence.shift()));
        inside.places[recurrence.index()] = new Enclosed.Real(Series.constant(own, 1));
        inside.followed.put(recurrence.table(), asked -> {
            int lag = Lags.of(asked, recurrence);
            Interval set = before.get(lag - 1);
            return new Enclosed.Real(lag - 1 == by ? Series.variable(set, 1) : Series.constant(set, 1));
        });
        return Enclosed.real(inside.enclosure(recurrence.ruleFor((long) index.low())));
    }

    /** The elements one after the other, each enclosed. */
    @Override
    public Enclosed ofElement(Term.Element term) {
        requireSound(frame.isBroken(Engine.RECURRENCE));
        Term.Recurrence recurrence = term.recurrence();
        long index = index(recurrence.name(), term.index());
        List<Enclosed> known = new ArrayList<>();
        Following mine = asked -> known(known, index(asked.name(), asked.index()) - recurrence.first());
        Following around = followed.put(recurrence.table(), mine);
        Enclosed place = places[recurrence.index()];
        try {
            for (long next = recurrence.first(); next <= index; next++) {
                Term start = recurrence.start(next);
                places[recurrence.index()] = Enclosed.of(Value.Exact.of(next - recurrence.shift()), order);
                known.add(enclosure(start == null ? recurrence.ruleFor(next) : start));
            }
            return known(known, index - recurrence.first());
        } catch (NoValue e) {
            throw new NoEnclosure(e.reason());
        } finally {
            places[recurrence.index()] = place;
            followed.remove(recurrence.table());
            if (around != null) {
                followed.put(recurrence.table(), around);
            }
        }
    }

    @Override
    public Enclosed ofEarlier(Term.Earlier term) {
        Following mine = followed.get(term.table());
        if (mine == null) {
            throw new NoEnclosure("a sequence inside its own rule");
        }
        return mine.at(term);
    }

    private static Enclosed known(List<Enclosed> elements, long place) {
        if (place < 0 || place >= elements.size()) {
            throw new NoEnclosure("an element that is not known");
        }
        return elements.get((int) place);
    }

    /** An index, which is one number. */
    private long index(String name, Term term) {
        Value exact = isFixed(term) ? exact(term) : null;
        if (exact != null) {
            return Elements.index(name, exact);
        }
        Interval range = Enclosed.real(enclosure(term)).range();
        if (range.low() != range.high() || range.low() != Math.rint(range.low())) {
            throw new NoEnclosure("an index that is not one number");
        }
        return (long) range.low();
    }

    @Override
    public Enclosed ofCase(Term.Case term) {
        throw new NoEnclosure("what is asked for at other values");
    }

    @Override
    public Enclosed ofBound(Term.Bound term) {
        Differentiated receiver = differentiated;
        if (receiver != null && term.rule().isDerivative()) {
            receiver.see(around(term, receiver));
        } else if (receiver != null && term.domains().stream().anyMatch(RealInterval.class::isInstance)) {
            around(term, receiver);
        }
        requireSound(frame.isBroken(term.rule().engine(term.domains())));
        return term.rule().enclosure(new Inside(term));
    }

    /** The derivative by a name of what stands beside it: what a field block finds may rest on it, too, and does not say how. */
    private Series slopeWhereItStands(Term body, int slot) {
        if (restsOnMore(body)) {
            throw new NoEnclosure("a derivative of what does not say what it rests on");
        }
        Enclosed at = places[slot];
        if (at != null && isAlone(body, slot)) {
            return slopeAt(Enclosed.real(at), body, slot);
        }
        if (at != null) {
            // Where samples are only held against it, it would cost more than they do.
            if (isOutline) {
                throw new NoEnclosure("a derivative of what moves with another variable");
            }
            return ForwardSlope.of(body, slot, this);
        }
        Value value = frame.slot(slot);
        if (value == null) {
            throw new NoEnclosure("a name that has no value");
        }
        return slopeAt(Enclosed.real(Enclosed.of(value, order)), body, slot);
    }

    /** Whether nothing else that a term rests on moves with the variables. */
    private boolean isAlone(Term term, int slot) {
        Enclosed at = places[slot];
        places[slot] = null;
        boolean isAlone = isFixed(term);
        places[slot] = at;
        return isAlone;
    }

    /** The order of what is enclosed here. */
    int order() {
        return order;
    }

    private static boolean restsOnMore(Term term) {
        return term instanceof Term.Exported
                || term instanceof Term.Candidate
                || term instanceof Term.Computed
                || term instanceof Term.Earlier
                || term instanceof Term.Element
                || term.inside().stream().anyMatch(Enclosures::restsOnMore);
    }

    /**
     * The derivative by a variable at a point that may move: one coefficient more holds it. At a kink there is no derivative, and beside it one
     * in the first coefficient; where the body may jump none is known.
     */
    private Series slopeAt(Series at, Term of, int slot) {
        if (!of.type().isScalar()) {
            throw new NoEnclosure("a derivative of a matrix");
        }
        Enclosures beside = new Enclosures(frame, order + 1, frame.places(), bound, fixed);
        beside.isOutline = isOutline;
        for (int i = 0; i < places.length; i++) {
            Enclosed known = places[i];
            beside.places[i] = known == null || steps.get(i) ? null : EnclosedArithmetic.each(known, this::still);
        }
        beside.places[slot] = null;
        boolean isAlone = beside.isFixed(of);
        if (!isAlone && !isOutline) {
            throw new NoEnclosure("a derivative of what moves with another variable"); // only its range is known
        }
        beside.places[slot] = new Enclosed.Real(Series.variable(at.range(), order + 1));
        Series body = Enclosed.real(beside.enclosure(of));
        if (!body.regularity().isAtLeast(Regularity.CONTINUOUS)) {
            return Series.ranging(Interval.ENTIRE, order, body.regularity().and(Regularity.PARTIAL));
        }
        if (isAlone && body.regularity() == Regularity.SMOOTH) {
            return body.derivative().at(at);
        }
        Regularity defined = body.regularity() == Regularity.SMOOTH ? Regularity.DEFINED : Regularity.PARTIAL;
        return Series.ranging(body.coefficient(1), order, defined.and(at.regularity()));
    }

    /** The same set, in which nothing moves with another variable. */
    private Enclosed still(Enclosed set) {
        if (set instanceof Enclosed.Truth) {
            return set;
        }
        return set instanceof Enclosed.Complex z
                ? new Enclosed.Complex(still(z.re()), still(z.im()))
                : new Enclosed.Real(still(Enclosed.real(set)));
    }

    private Series still(Series set) {
        return Series.constant(set.range(), order + 1).atMost(set.regularity());
    }

    /** What the body of a binder lies in where its variables are at their points, or at one of their intervals. */
    private Enclosed around(Term.Bound term, Differentiated receiver) {
        Enclosures inside = new Enclosures(frame, order, places.clone(), bound, fixed);
        inside.differentiated = receiver;
        inside.part = part;
        inside.hidden = hidden;
        for (Generator variable : term.generators()) {
            Domain domain = variable.domain();
            if (domain instanceof RealInterval) {
                inside.place(variable, Series.constant(Interval.of(part), order));
            } else if (domain instanceof Domain.Point) {
                inside.places[variable.slot()] = inside.enclosure(domain.parts().get(0));
            } else if (!(domain instanceof Domain.Here)) {
                throw new NoEnclosure("a variable that is neither at a point nor in an interval");
            }
        }
        return inside.enclosure(term.body());
    }

    /** A value of this type of which nothing is known. */
    private Enclosed anything(Type type, NoEnclosure none) {
        if (!type.isScalar() || !type.isNumber()) {
            throw none;
        }
        Series unknown = Series.ranging(Interval.ENTIRE, order, Regularity.PARTIAL);
        return type.set() == NumberSet.COMPLEX ? new Enclosed.Complex(unknown, unknown) : new Enclosed.Real(unknown);
    }

    /** A binder at work on enclosures. */
    private final class Inside implements EnclosedLoop {
        private final Term.Bound term;

        Inside(Term.Bound term) {
            this.term = term;
        }

        @Override
        public int order() {
            return order;
        }

        @Override
        public boolean isDiscrete() {
            return term.domains().stream().allMatch(Domain::isDiscrete);
        }

        @Override
        public void each(Visitor visitor) {
            for (Generator generator : term.generators()) {
                if (generator.isDeclared()) {
                    throw new NoEnclosure("a declared name that is bound anew");
                }
            }
            each(0, visitor);
        }

        private void each(int depth, Visitor visitor) {
            if (depth == term.generators().size()) {
                if (isMet()) {
                    visitor.visit(enclosure(term.body()));
                }
                return;
            }
            Generator generator = term.generators().get(depth);
            if (generator.domain() instanceof Domain.Endless) {
                throw new NoEnclosure("a sum without an end");
            }
            if (!generator.domain().parts().stream().allMatch(Enclosures.this::isFixed)) {
                throw new NoEnclosure("a domain that is not the same everywhere");
            }
            generator.domain().each(frame, element -> {
                places[generator.slot()] = Enclosed.of(element, order);
                each(depth + 1, visitor);
                return true;
            });
            places[generator.slot()] = null;
        }

        private boolean isMet() {
            Term condition = term.condition();
            if (condition == null) {
                return true;
            }
            Enclosed.Truth met = truth(condition);
            if (met.canHold() && met.canFail()) {
                throw new NoEnclosure("a condition that is not decided");
            }
            return met.canHold();
        }

        @Override
        public boolean isOutlined() {
            return isOutline
                    && (!bound.isEmpty() || hidden > 0)
                    && term.generators().size() == 1
                    && term.condition() == null
                    && term.generators().get(0).domain() instanceof RealInterval
                    && !term.generators().get(0).isDeclared();
        }

        @Override
        public Series width() {
            Generator variable = term.generators().get(0);
            return Enclosures.width(end(variable, 0), end(variable, 1));
        }

        @Override
        public Enclosed body(Interval part) {
            Generator variable = term.generators().get(0);
            place(variable, Series.constant(part, order));
            Enclosed body = enclosure(term.body());
            places[variable.slot()] = null;
            return body;
        }

        @Override
        public Series slope() {
            Generator variable = term.generators().get(0);
            if (variable.domain() instanceof Domain.Here) {
                return slopeWhereItStands(term.body(), variable.slot());
            }
            if (variable.isDeclared()) {
                throw new NoEnclosure("a derivative by a declared name that is bound anew");
            }
            return slopeAt(Enclosed.real(enclosure(variable.domain().parts().get(0))), term.body(), variable.slot());
        }

        @Override
        public FrameLoop loop() {
            if (!bound.isEmpty() || hidden > 0) {
                throw new NoEnclosure("a search inside a search");
            }
            return new FrameLoop(term, frame);
        }
    }
}
