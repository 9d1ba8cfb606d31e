package org.ansatz.expression.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expansion.Coefficient;
import org.ansatz.expansion.Expansion;
import org.ansatz.expansion.Monomial;
import org.ansatz.expansion.NoExpansion;
import org.ansatz.expression.syntax.Op;
import org.ansatz.expression.term.Generator;
import org.ansatz.expression.term.Inside;
import org.ansatz.expression.term.Loop;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.value.Enclosed;
import org.ansatz.expression.value.Value;
import org.ansatz.interval.Interval;
import org.ansatz.interval.NoEnclosure;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Rational;
import org.jspecify.annotations.Nullable;

/**
 * Evaluation to expansions: how a term behaves where its variable goes to infinity or to a point. A name that has a value in the
 * frame stands for it. What does not depend on the variable and has no expansion (an engine's result, what a field block gives) is
 * taken as it is enclosed, or else as the frame evaluates it.
 */
final class FarOut implements Term.Cases<FarOut.Known> {

    /** What is known of a term. */
    sealed interface Known {}

    /** A number, by its real and its imaginary part. */
    record Number(Expansion re, Expansion im) implements Known {
        boolean isReal() {
            return im.isZero();
        }
    }

    /** Whether a condition holds in the end. */
    record Truth(boolean holds) implements Known {}

    /** What vanishes geometrically is below it in the end. */
    private static final Rational FAST = Rational.of(-100);

    /** What an operation on expansions costs, at most some ten milliseconds. */
    private static final int STEPS = 500;

    private final Frame frame;
    private final @Nullable Known[] places;

    /** The parts of all terms, in which what is said of the whole must hold, too. */
    private final List<Expansion> seen = new ArrayList<>();

    /** Whether the variable takes whole numbers only. */
    private final boolean isIndex;

    /** What is the same wherever the variable is, and has no enclosure. */
    private final Fixed fixed;

    private FarOut(Frame frame, boolean isIndex, Fixed fixed) {
        this.frame = frame;
        this.fixed = fixed;
        this.isIndex = isIndex;
        places = new Known[frame.places().length];
    }

    /**
     * A real term as its variable goes where an expansion says.
     *
     * @param isIndex whether x, in which the expansion is, takes whole numbers only
     * @param fixed what is the same wherever the variable is, for all ways that it goes
     * @throws NoExpansion if too little is known
     */
    static Expansion of(Term term, int slot, Expansion variable, boolean isIndex, Frame frame, Fixed fixed) {
        FarOut inside = new FarOut(frame, isIndex, fixed);
        inside.places[slot] = new Number(variable, Expansion.of(0));
        return inside.real(term);
    }

    /**
     * A term as its variable, a whole number, goes where an expansion says, and all that it is made of.
     *
     * @throws NoExpansion if too little is known
     */
    static Loop.Expanded ofIndex(Term term, int slot, Expansion variable, Frame frame) {
        if (Inside.any(term, part -> part instanceof Term.Element)) {
            // Where it settles is known of a recurrence, and not how fast: too little for what a series leaves.
            throw new NoExpansion("a recurrence");
        }
        FarOut inside = new FarOut(frame, true, new Fixed());
        inside.places[slot] = new Number(variable, Expansion.of(0));
        Number number = inside.number(term);
        return new Loop.Expanded(number.re, number.im, inside.seen);
    }

    /**
     * A real term that does not depend on any variable, as exactly as it is known; null if it varies.
     *
     * @throws NoExpansion if it is not known
     */
    static @Nullable Coefficient constant(Term term, Frame frame) {
        return new FarOut(frame, false, new Fixed()).real(term).constant();
    }

    private static Number number(Expansion re) {
        return new Number(re, Expansion.of(0));
    }

    private Expansion real(Term term) {
        Number number = number(term);
        if (!number.isReal()) {
            throw new NoExpansion("what is complex");
        }
        return number.re;
    }

    private Number number(Term term) {
        if (known(term) instanceof Number number) {
            return number;
        }
        throw new NoExpansion("what is no number");
    }

    private boolean holds(Term term) {
        if (known(term) instanceof Truth truth) {
            return truth.holds;
        }
        throw new NoExpansion("what is no condition");
    }

    private Known known(Term term) {
        frame.spend(STEPS, term);
        try {
            Known known = term.fold(this);
            if (known instanceof Number number) {
                seen.add(number.re);
                seen.add(number.im);
            }
            return known;
        } catch (NoExpansion e) {
            if (!isFixed(term)) {
                throw e;
            }
            return fixed(term, e);
        }
    }

    /** Whether a term does not depend on the variable. */
    private boolean isFixed(Term term) {
        if (term instanceof Term.Named named) {
            return places[named.slot()] == null;
        }
        if (term instanceof Term.Exported || term instanceof Term.Candidate || term instanceof Term.Computed) {
            return isAnywhere();
        }
        return term.inside().stream().allMatch(this::isFixed);
    }

    /** Whether there is no variable. */
    private boolean isAnywhere() {
        for (Known place : places) {
            if (place != null) {
                return false;
            }
        }
        return true;
    }

    private Known fixed(Term term, NoExpansion none) {
        try {
            Interval range = Enclosed.real(Enclosures.of(term, frame)).range();
            return number(Expansion.of(Coefficient.of(range)));
        } catch (NoEnclosure | NoValue | ClassCastException e) {
            return known(value(term, none), none);
        }
    }

    private Value value(Term term, NoExpansion none) {
        try {
            return fixed.value(term, frame);
        } catch (NoValue e) {
            throw none;
        }
    }

    private static Known known(Value value, NoExpansion none) {
        if (value instanceof Value.Exact exact) {
            return number(Expansion.of(Coefficient.of(exact.number())));
        }
        if (value instanceof Value.Real real && Double.isFinite(real.x())) {
            return number(Expansion.of(Coefficient.of(Rational.exactly(real.x()))));
        }
        if (value instanceof Value.Complex z && Double.isFinite(z.re()) && Double.isFinite(z.im())) {
            return new Number(
                    Expansion.of(Coefficient.of(Rational.exactly(z.re()))),
                    Expansion.of(Coefficient.of(Rational.exactly(z.im()))));
        }
        if (value instanceof Value.Truth truth) {
            return new Truth(truth.holds());
        }
        throw none;
    }

    // ---- leaves

    @Override
    public Known ofConstant(Term.Constant term) {
        if (term.value() instanceof Value.Real real && Double.isFinite(real.x())) {
            return number(Expansion.of(
                    real.x() == Math.PI
                            ? Coefficient.PI
                            : Coefficient.constant("constant " + real.x(), Interval.around(real.x()))));
        }
        return known(term.value(), new NoExpansion("what is infinite"));
    }

    @Override
    public Known ofComputed(Term.Computed term) {
        throw new NoExpansion("what Java code computes");
    }

    @Override
    public Known ofNamed(Term.Named term) {
        Known place = places[term.slot()];
        if (place != null) {
            return place;
        }
        Value value = frame.slot(term.slot());
        if (value == null) {
            throw new NoExpansion(term.variable().name() + ", which has no value");
        }
        frame.remembered().read(term.slot(), value);
        if (value instanceof Value.Dual) {
            throw new NoExpansion("what is being differentiated: differences(…) needs values only");
        }
        return known(value, new NoExpansion(term.variable().name()));
    }

    @Override
    public Known ofCandidate(Term.Candidate term) {
        return known(Values.candidate(term, frame));
    }

    @Override
    public Known ofStep(Term.Step term) {
        Known place = places[term.slot()];
        if (place == null) {
            place = known(term.body());
            places[term.slot()] = place;
        }
        return place;
    }

    @Override
    public Known ofRows(Term.Rows term) {
        throw new NoExpansion("a matrix");
    }

    @Override
    public Known ofTransposed(Term.Transposed term) {
        throw new NoExpansion("a matrix");
    }

    // ---- operators

    @Override
    public Known ofUnary(Term.Unary term) {
        if (term.op() == Op.NOT) {
            return new Truth(!holds(term.operand()));
        }
        Number operand = number(term.operand());
        return new Number(operand.re.negate(), operand.im.negate());
    }

    @Override
    public Known ofBinary(Term.Binary term) {
        Number a = number(term.left());
        Number b = number(term.right());
        switch (term.op().onEntries()) {
            case ADD:
                return new Number(a.re.plus(b.re), a.im.plus(b.im));
            case SUBTRACT:
                return new Number(a.re.minus(b.re), a.im.minus(b.im));
            case MULTIPLY:
                return product(a, b);
            case DIVIDE:
                return product(a, inverse(b));
            case POLAR:
                return product(a, exp(new Number(Expansion.of(0), b.re)));
            default:
                return power(a, b);
        }
    }

    private static Number product(Number a, Number b) {
        if (a.isReal() && b.isReal()) {
            return number(a.re.times(b.re));
        }
        return new Number(
                a.re.times(b.re).minus(a.im.times(b.im)), a.re.times(b.im).plus(a.im.times(b.re)));
    }

    private static Number inverse(Number a) {
        if (a.isReal()) {
            return number(a.re.power(Rational.of(-1)));
        }
        Expansion inverse = a.re.times(a.re).plus(a.im.times(a.im)).power(Rational.of(-1));
        return new Number(a.re.times(inverse), a.im.negate().times(inverse));
    }

    private Number exp(Number a) {
        Expansion size = a.re.exp();
        if (a.isReal()) {
            return number(size);
        }
        Expansion angle = turned(a.im);
        return new Number(size.times(angle.sine(true)), size.times(angle.sine(false)));
    }

    /** An angle without whole turns that grow with an index. */
    private Expansion turned(Expansion angle) {
        return isIndex ? angle.withoutTurns() : angle;
    }

    private Number power(Number base, Number exponent) {
        if (!exponent.isReal()) {
            throw new NoExpansion("a complex power");
        }
        Coefficient fixed = exponent.re.constant();
        Rational exact = fixed == null ? null : fixed.rational();
        boolean isWhole =
                exact != null && exact.isInteger() && exact.numerator().bitLength() < 8;
        if (!base.isReal()) {
            if (exact == null || !isWhole) {
                throw new NoExpansion("a power of what is complex");
            }
            Number power = number(Expansion.of(1));
            for (int i = Math.abs(exact.numerator().intValue()); i > 0; i--) {
                power = product(power, base);
            }
            return exact.signum() < 0 ? inverse(power) : power;
        }
        Coefficient constant = base.re.constant();
        if (isIndex && exact == null && constant != null && constant.hasSign() && constant.sign() < 0) {
            Expansion size = base.re.negate().power(exponent.re);
            return number(exponent.re.isOdd() ? size.negate() : size);
        }
        return number(base.re.power(exponent.re));
    }

    @Override
    public Known ofLogic(Term.Logic term) {
        boolean a = holds(term.left());
        return new Truth(((Value.Truth) Values.joined(term.op(), a, () -> holds(term.right()))).holds());
    }

    @Override
    public Known ofComparison(Term.Comparison term) {
        for (int i = 0; i < term.ops().size(); i++) {
            Expansion left = real(term.operands().get(i));
            Expansion difference = left.minus(real(term.operands().get(i + 1)));
            seen.add(difference);
            int sign = difference.sign();
            if (!holds(term.ops().get(i), sign)) {
                return new Truth(false);
            }
        }
        return new Truth(true);
    }

    private static boolean holds(Op op, int sign) {
        switch (op) {
            case EQUAL:
                return sign == 0;
            case UNEQUAL:
                return sign != 0;
            case LESS:
                return sign < 0;
            case LESS_OR_EQUAL:
                return sign <= 0;
            case GREATER:
                return sign > 0;
            default:
                return sign >= 0;
        }
    }

    @Override
    public Known ofChoice(Term.Choice term) {
        return known(holds(term.condition()) ? term.then() : term.otherwise());
    }

    // ---- what is applied

    @Override
    public Known ofCall(Term.Call term) {
        if (frame.isBroken(term.function().engine())) {
            throw new NoExpansion("an engine's result");
        }
        String name = term.function().name();
        if (term.arguments().size() == 1) {
            Number z = number(term.arguments().get(0));
            switch (name) {
                case "real":
                    return number(z.re);
                case "imag":
                    return number(z.im);
                case "conj":
                    return new Number(z.re, z.im.negate());
                case "exp":
                    return exp(z);
                case "abs":
                    if (!z.isReal()) {
                        Expansion square = z.re.times(z.re).plus(z.im.times(z.im));
                        return number(square.power(Rational.of(1, 2)));
                    }
                    break;
                case "arg":
                    return number(angle(z));
                default:
                    break;
            }
            boolean turns = name.equals("sin") || name.equals("cos") || name.equals("tan");
            if (turns && z.isReal()) {
                return number(term.function().expansion(List.of(turned(z.re))));
            }
        }
        List<Expansion> arguments = new ArrayList<>();
        term.arguments().forEach(argument -> arguments.add(real(argument)));
        if (isIndex && name.equals("mod")) {
            Coefficient divisor = arguments.get(1).constant();
            Rational exact = divisor == null ? null : divisor.rational();
            if (exact != null && exact.signum() > 0) {
                return number(Expansion.of(Coefficient.of(arguments.get(0).remainder(exact))));
            }
        }
        return number(term.function().expansion(arguments));
    }

    /** The angle of a complex number that is clear of the negative real axis in the end. */
    private static Expansion angle(Number z) {
        if (z.im.isZero()) {
            return z.re.sign() > 0 ? Expansion.of(0) : Expansion.of(Coefficient.PI);
        }
        int side = z.im.sign();
        Coefficient quarter = Coefficient.PI.times(Coefficient.of(Rational.of(side, 2)));
        // arg z = ±π/2 − atan(re/im), which is smooth on either side of the real axis.
        Expansion ratio = z.re.over(z.im);
        return Expansion.of(quarter).minus(ratio.atan());
    }

    @Override
    public Known ofInlined(Term.Inlined term) {
        try {
            for (int i = 0; i < term.slots().length; i++) {
                places[term.slots()[i]] = known(term.arguments().get(i));
            }
            return known(term.body());
        } finally {
            for (int slot : term.slots()) {
                places[slot] = null; // so that the whole may be the same wherever the variable is
            }
        }
    }

    @Override
    public Known ofExported(Term.Exported term) {
        throw new NoExpansion("what a field block finds");
    }

    @Override
    public Known ofDerivative(Term.Derivative term) {
        throw new NoExpansion("a derivative");
    }

    /** A sequence that is proved to settle does so geometrically, and so faster than any power. */
    @Override
    public Known ofElement(Term.Element term) {
        Term.Recurrence recurrence = term.recurrence();
        Expansion index = real(term.index());
        boolean goesOn = index.constant() == null
                && index.lead().growth().compare(Monomial.power(Rational.ONE)) >= 0
                && index.sign() > 0;
        if (!goesOn || !recurrence.terms().stream().allMatch(this::isFixed)) {
            throw new NoExpansion("the recurrence " + recurrence.name());
        }
        Interval limit = FixedPoint.of(recurrence, frame);
        return number(Expansion.of(Coefficient.of(limit)).plus(Expansion.atMost(Monomial.power(FAST))));
    }

    @Override
    public Known ofEarlier(Term.Earlier term) {
        throw new NoExpansion("the recurrence " + term.name());
    }

    @Override
    public Known ofCase(Term.Case term) {
        throw new NoExpansion("a case");
    }

    /** Sums and products of a few. */
    @Override
    public Known ofBound(Term.Bound term) {
        boolean adds = term.rule().name().equals("sum");
        boolean isPlain = term.generators().size() == 1 && term.condition() == null;
        Generator generator = term.generators().get(0);
        boolean isCounted = generator.domain().isDiscrete() && !generator.isDeclared();
        if (!adds && !term.rule().name().equals("prod") || !isPlain || !isCounted) {
            throw new NoExpansion(term.rule().name());
        }
        if (!generator.domain().parts().stream().allMatch(this::isFixed)) {
            throw new NoExpansion("a domain that is not the same everywhere");
        }
        Number[] total = {number(Expansion.of(adds ? 0 : 1))};
        generator.domain().each(frame, element -> {
            places[generator.slot()] = known(element, new NoExpansion("an element"));
            Number body = number(term.body());
            total[0] =
                    adds ? new Number(total[0].re.plus(body.re), total[0].im.plus(body.im)) : product(total[0], body);
            return true;
        });
        places[generator.slot()] = null;
        return total[0];
    }
}
