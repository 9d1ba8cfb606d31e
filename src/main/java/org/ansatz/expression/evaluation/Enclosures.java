package org.ansatz.expression.evaluation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.ansatz.expression.syntax.Op;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Domain;
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
import org.ansatz.quantity.Rational;
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

    private final EnclosedElements elements = new EnclosedElements(this);

    /** How many parameters have no value in the frame, for they are known to lie in sets. */
    private int hidden;

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
        return in(frame, 0).enclosure(term);
    }

    /** Where the frame is, with so many derivatives: nothing ranges over a set yet, and nothing is taken as it is evaluated. */
    static Enclosures in(Frame frame, int order) {
        return new Enclosures(frame, order, frame.places(), List.of(), null);
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

    Frame frame() {
        return frame;
    }

    /** How many derivatives are asked for. */
    int order() {
        return order;
    }

    boolean isOutline() {
        return isOutline;
    }

    /** Whether something that has no value in the frame ranges over a set. */
    boolean isOfSets() {
        return !bound.isEmpty() || hidden > 0;
    }

    /** Whether nothing is taken as it is evaluated, so that what follows is proved. */
    boolean isProving() {
        return fixed == null;
    }

    EnclosedElements elements() {
        return elements;
    }

    /** What a place holds; null if nothing. */
    @Nullable
    Enclosed at(int slot) {
        return places[slot];
    }

    /** Puts a set into a place; null leaves it empty. */
    void put(int slot, @Nullable Enclosed set) {
        places[slot] = set;
    }

    /** The same sets with one coefficient more, in which nothing moves with another variable. */
    Enclosures still() {
        Enclosures still = new Enclosures(frame, order + 1, frame.places(), bound, fixed);
        still.isOutline = isOutline;
        for (int i = 0; i < places.length; i++) {
            Enclosed known = places[i];
            still.places[i] = known == null || steps.get(i) ? null : EnclosedArithmetic.each(known, still::constant);
        }
        return still;
    }

    private Enclosed constant(Enclosed set) {
        if (set instanceof Enclosed.Truth) {
            return set;
        }
        return set instanceof Enclosed.Complex z
                ? new Enclosed.Complex(constant(z.re()), constant(z.im()))
                : new Enclosed.Real(constant(Enclosed.real(set)));
    }

    private Series constant(Series set) {
        return Series.constant(set.range(), order).atMost(set.regularity());
    }

    /** Puts a variable into a set. */
    void put(Generator variable, Interval set) {
        places[variable.slot()] = new Enclosed.Real(Series.variable(set, order));
    }

    /** How wide the interval of a variable is. */
    Series width(Generator variable) {
        return width(end(variable, 0), end(variable, 1));
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
        Value known = fixed == null ? null : fixed.known(term);
        if (known != null) {
            return Enclosed.of(known, order);
        }
        try {
            return term.fold(this);
        } catch (NoEnclosure e) {
            if ((fixed != null || isOfSets()) && isFixed(term)) {
                return fixed(term, e);
            }
            if (differentiated != null) {
                return anything(term.type(), e);
            }
            throw e;
        }
    }

    /** What is the same wherever the variables are: what it lies in where none is looked for, or else its value, unless that is no proof. */
    private Enclosed fixed(Term term, NoEnclosure none) {
        try {
            return in(frame, order).enclosure(term);
        } catch (NoEnclosure e) {
            if (fixed == null) {
                throw none;
            }
            try {
                return Enclosed.of(fixed.value(term, frame), order);
            } catch (NoValue noValue) {
                throw none;
            }
        }
    }

    /** Whether a term is the same wherever the variables are. */
    boolean isFixed(Term term) {
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
        if (term instanceof Term.Earlier earlier && elements.isFollowed(earlier)) {
            return false;
        }
        if (term instanceof Term.Bound statistic && statistic.rule().isStatistic()) {
            return isFixedFor(statistic);
        }
        return term.inside().stream().allMatch(this::isFixed);
    }

    /** Whether a term is the same wherever all variables but one are. */
    boolean isFixedBut(int slot, Term term) {
        Enclosed set = places[slot];
        places[slot] = null;
        boolean isFixed = isFixed(term);
        places[slot] = set;
        return isFixed;
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
            return truth.not();
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
                return both(a, term.right(), false).not();
            case OR:
                return both(a.not(), term.right(), true).not();
            case NOR:
                return both(a.not(), term.right(), true);
            case XNOR:
                return a.differs(truth(term.right())).not();
            default:
                return a.differs(truth(term.right()));
        }
    }

    Enclosed.Truth truth(Term term) {
        return (Enclosed.Truth) enclosure(term);
    }

    /** {@code a} and {@code term}, or {@code a} and not {@code term}; the second is evaluated only where the first can hold. */
    private Enclosed.Truth both(Enclosed.Truth a, Term term, boolean negated) {
        if (!a.canHold()) {
            return a;
        }
        Enclosed.Truth b = negated ? truth(term).not() : truth(term);
        return new Enclosed.Truth(
                b.canHold(), a.canFail() || b.canFail(), a.regularity().and(b.regularity()));
    }

    @Override
    public Enclosed ofComparison(Term.Comparison term) {
        Enclosed.Truth all = new Enclosed.Truth(true, false, Regularity.SMOOTH);
        Enclosed left = enclosure(term.operands().get(0));
        for (int i = 0; i < term.ops().size() && all.canHold(); i++) {
            Enclosed right = enclosure(term.operands().get(i + 1));
            Enclosed.Truth next = Operations.holds(term.ops().get(i), left, right);
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
        int before = hidden;
        try {
            for (int i = 0; i < term.slots().length; i++) {
                int slot = term.slots()[i];
                Term argument = term.arguments().get(i);
                Value exact = isFixed(argument) ? certain(argument) : null;
                places[slot] = exact == null ? enclosure(argument) : null;
                hidden += exact == null ? 1 : 0;
                if (exact != null) {
                    frame.bind(slot, exact);
                }
            }
            return enclosure(term.body());
        } finally {
            hidden = before;
            for (int slot : term.slots()) {
                places[slot] = null; // so that what comes after may be the same everywhere
            }
        }
    }

    /** The value of a term where it is one number for certain: exact, or the only whole number in what it lies in; else null. */
    @Nullable
    Value certain(Term term) {
        if (isFixed(term)) {
            try {
                Frame.Found found = frame.found(term);
                if (found.value() instanceof Value.Exact && !found.isRounded()) {
                    return found.value();
                }
            } catch (NoValue e) {
                return null;
            }
        }
        return term.type().isScalar() && term.type().set() == NumberSet.INTEGER ? onlyWhole(term) : null;
    }

    private @Nullable Value onlyWhole(Term term) {
        try {
            Series known = Enclosed.real(enclosure(term));
            double whole = Math.ceil(known.range().low());
            boolean isOnly = whole == Math.floor(known.range().high())
                    && !Double.isInfinite(whole)
                    && known.regularity().isAtLeast(Regularity.DEFINED);
            return isOnly ? new Value.Exact(Rational.exactly(whole)) : null;
        } catch (NoEnclosure e) {
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
        Binding.Variable variable = frame.block().standsFor(term);
        return variable == null ? null : places[variable.slot()];
    }

    @Override
    public Enclosed ofDerivative(Term.Derivative term) {
        if (differentiated != null) {
            differentiated.see(enclosure(term.body()));
        }
        requireSound(frame.isBroken(Engine.DUAL));
        return new Enclosed.Real(new EnclosedSlopes(this).whereItStands(term.body(), term.slot()));
    }

    @Override
    public Enclosed ofElement(Term.Element term) {
        requireSound(frame.isBroken(Engine.RECURRENCE));
        return elements.of(term);
    }

    @Override
    public Enclosed ofEarlier(Term.Earlier term) {
        return elements.of(term);
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
        return term.rule().enclosure(new EnclosedBinder(term, this));
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
}
