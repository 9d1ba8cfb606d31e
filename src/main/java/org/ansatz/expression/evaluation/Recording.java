package org.ansatz.expression.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ansatz.expression.reverse.Traced;
import org.ansatz.expression.reverse.WengertList;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Op;
import org.ansatz.expression.term.Domain;
import org.ansatz.expression.term.Function;
import org.ansatz.expression.term.Generator;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.OutOfDomain;
import org.ansatz.expression.value.Tied;
import org.ansatz.expression.value.Value;
import org.ansatz.expression.value.Value.Truth;
import org.ansatz.quantity.NoValue;

/** Evaluation in reverse mode: a frame, the tape, and which names and steps stand on it. */
final class Recording implements Term.Cases<Traced> {

    private final Frame frame;
    private final WengertList tape;
    private final Map<Integer, Traced> variables;
    private final Map<Integer, Traced> steps = new HashMap<>();

    /** Whether the variable holds dual numbers that are one side of a point, so that comparisons decide. */
    private final boolean onOneSide;

    private Recording(Frame frame, WengertList tape, boolean onOneSide, Map<Integer, Traced> variables) {
        this.frame = frame;
        this.tape = tape;
        this.onOneSide = onOneSide;
        this.variables = new HashMap<>(variables);
    }

    /** The gradient of a term by a variable at a point, in {@code frame} otherwise. */
    static Value gradient(Term term, int slot, Value point, Sides sides, Frame frame) {
        try {
            return pass(term, slot, point, false, frame).gradient();
        } catch (Tied e) {
            return bySides(term, slot, point, sides, frame);
        }
    }

    /** Where no side decides, as of relu(floor(x)), nobody else can. */
    private static Value bySides(Term term, int slot, Value point, Sides sides, Frame frame) {
        try {
            return gradientOfSides(term, slot, point, sides, frame);
        } catch (Tied e) {
            throw e.order() == 0 ? new NoValue(e.reason()) : e;
        }
    }

    /** A value, and how it changes with every entry of a variable. */
    private record Pass(Value value, Value gradient) {}

    private static Pass pass(Term term, int slot, Value point, boolean onOneSide, Frame frame) {
        Frame at = frame.with(slot, point);
        WengertList tape = new WengertList(cotangent -> at.settle(cotangent, term));
        Recording recording = new Recording(at, tape, onOneSide, Map.of());
        Traced variable = tape.variable(point);
        recording.bind(slot, variable);
        Traced result = recording.traced(term);
        return new Pass(result.value(), tape.gradient(result, variable));
    }

    /** The gradient where the term branches just at the point: each entry is approached from both sides. */
    private static Value gradientOfSides(Term term, int slot, Value point, Sides sides, Frame frame) {
        if (!(point instanceof Value.Array)) {
            return sides.agreed(new AlongEntry(term, slot, point, 0), point, frame);
        }
        List<Value> entries = ((Value.Array) point).entries();
        List<Value> slopes = new ArrayList<>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            slopes.add(sides.agreed(new AlongEntry(term, slot, point, i), entries.get(i), frame));
        }
        return new Value.Array(((Value.Array) point).rows(), ((Value.Array) point).columns(), slopes);
    }

    /** A term as a function of one entry of the point, in reverse mode. */
    private record AlongEntry(Term term, int slot, Value point, int entry) implements Sides.Around {

        @Override
        public Sides.Side side(boolean isAfter, Frame frame) {
            int order = frame.nextOneSided();
            Value moved = point instanceof Value.Array
                    ? moved((Value.Array) point, entry, order, isAfter)
                    : Slopes.beside(point, order, isAfter);
            Pass pass = pass(term, slot, moved, true, frame);
            Value gradient = Arrays.re(pass.gradient(), order);
            Value slope = gradient instanceof Value.Array
                    ? ((Value.Array) gradient).entries().get(entry)
                    : gradient;
            return new Sides.Side(Arrays.re(pass.value(), order), slope);
        }

        @Override
        public Value at(Value x, Frame frame) {
            Value moved = point instanceof Value.Array ? ((Value.Array) point).with(entry, x) : x;
            return frame.with(slot, moved).value(term);
        }
    }

    /** All entries as dual numbers of this order, of which only one moves. */
    private static Value moved(Value.Array point, int entry, int order, boolean isAfter) {
        return point.map(x -> (Value) new Value.Dual(order, x, Arithmetic.ZERO))
                .with(entry, Slopes.beside(point.entries().get(entry), order, isAfter));
    }

    /** A recording on the same tape in which a name has another value. */
    private Recording with(int slot, Traced value) {
        Recording other = new Recording(frame.with(slot, value.value()), tape, onOneSide, variables);
        other.variables.put(slot, value);
        return other;
    }

    /** A recording on the same tape in a frame in which a binder gave its variables values: these do not stand on it. */
    private Recording in(Frame inside, List<Generator> generators) {
        if (inside == frame) {
            return this;
        }
        Recording other = new Recording(inside, tape, onOneSide, variables);
        generators.forEach(generator -> other.variables.remove(generator.slot()));
        return other;
    }

    /** Gives a name a value, here and in the frame. */
    private void bind(int slot, Traced value) {
        frame.bind(slot, value.value());
        variables.put(slot, value);
    }

    /** All terms, each on the tape. */
    private List<Traced> all(List<Term> terms) {
        List<Traced> traced = new ArrayList<>(terms.size());
        for (Term term : terms) {
            traced.add(traced(term));
        }
        return traced;
    }

    /** Their values. */
    private static List<Value> values(List<Traced> traced) {
        List<Value> values = new ArrayList<>(traced.size());
        for (Traced one : traced) {
            values.add(one.value());
        }
        return List.copyOf(values);
    }

    /** The value of a term, and where the tape holds how it came about. */
    Traced traced(Term term) {
        try {
            Traced traced = term.fold(this);
            return traced.with(frame.settle(traced.value(), term));
        } catch (ExpressionFault | Tied e) {
            throw e;
        } catch (NoValue e) {
            throw new ExpressionFault(term.span(), e.reason(), e instanceof OutOfDomain);
        }
    }

    // ---- what is recorded of each term

    @Override
    public Traced ofConstant(Term.Constant term) {
        return Traced.constant(term.value());
    }

    @Override
    public Traced ofComputed(Term.Computed term) {
        return constant(term);
    }

    @Override
    public Traced ofNamed(Term.Named term) {
        Traced traced = variables.get(term.slot());
        return traced == null ? Traced.constant(term.fold(frame.values())) : traced;
    }

    @Override
    public Traced ofCandidate(Term.Candidate term) {
        return traced(Values.candidate(term, frame));
    }

    @Override
    public Traced ofStep(Term.Step term) {
        Traced known = steps.get(term.slot());
        if (known == null) {
            known = inStep(term.name(), term, term.body());
            steps.put(term.slot(), known);
        }
        return known;
    }

    private Traced inStep(String name, Term use, Term body) {
        try {
            return traced(body);
        } catch (ExpressionFault e) {
            throw Values.inStep(name, use, e);
        }
    }

    @Override
    public Traced ofRows(Term.Rows term) {
        List<Traced> traced = all(term.entries());
        return tape.result(
                Values.filled(term, values(traced)),
                traced,
                (entry, cotangent) -> ((Value.Array) cotangent).entries().get(entry));
    }

    @Override
    public Traced ofTransposed(Term.Transposed term) {
        Traced traced = traced(term.operand());
        return tape.result(
                Arrays.transpose((Value.Array) traced.value()),
                List.of(traced),
                (i, cotangent) -> Arrays.transpose((Value.Array) cotangent));
    }

    @Override
    public Traced ofUnary(Term.Unary term) {
        Traced traced = traced(term.operand());
        if (term.op() == Op.NOT) {
            return Traced.constant(Truth.of(!((Truth) traced.value()).holds()));
        }
        return tape.result(
                Operations.opposite(traced.value()), List.of(traced), (i, cotangent) -> Operations.opposite(cotangent));
    }

    @Override
    public Traced ofBinary(Term.Binary term) {
        Traced a = traced(term.left());
        Traced b = traced(term.right());
        return tape.result(
                frame.values().combined(term, a.value(), b.value()),
                List.of(a, b),
                (operand, cotangent) -> pulled(term, operand, a.value(), b.value(), cotangent));
    }

    private Value pulled(Term.Binary term, int operand, Value a, Value b, Value cotangent) {
        if (Operations.isMatrixProduct(term.op(), a, b)) {
            frame.spend(Operations.multiplications(a, b), term);
        }
        return Operations.pullback(term.op(), operand, a, b, cotangent);
    }

    @Override
    public Traced ofLogic(Term.Logic term) {
        return Traced.constant(Values.joined(term.op(), holds(term.left()), () -> holds(term.right())));
    }

    private boolean holds(Term condition) {
        return ((Truth) traced(condition).value()).holds();
    }

    /** Where sides that may change with the tape are equal just here, what is compared next to them decides nothing. */
    @Override
    public Traced ofComparison(Term.Comparison term) {
        return Traced.constant(frame.values().compared(term, (index, left, right) -> {
            if (isEqualJustHere(term, index, left, right)) {
                throw new Tied(0);
            }
            return frame.values().areTied(term, index, left, right);
        }));
    }

    private boolean isEqualJustHere(Term.Comparison term, int index, Value left, Value right) {
        return !onOneSide
                && Operations.isEqual(left, right)
                && (isReadBy(term.operands().get(index))
                        || isReadBy(term.operands().get(index + 1)));
    }

    @Override
    public Traced ofChoice(Term.Choice term) {
        return traced(holds(term.condition()) ? term.then() : term.otherwise());
    }

    @Override
    public Traced ofCall(Term.Call term) {
        Function function = term.function();
        List<Traced> traced = all(term.arguments());
        List<Value> values = values(traced);
        Value result = frame.values().applied(term, new ArrayList<>(values));
        return tape.result(
                result, traced, (argument, cotangent) -> function.pullback(argument, values, result, cotangent));
    }

    @Override
    public Traced ofInlined(Term.Inlined term) {
        for (int i = 0; i < term.slots().length; i++) {
            bind(term.slots()[i], traced(term.arguments().get(i)));
        }
        return inStep(term.name(), term, term.body());
    }

    @Override
    public Traced ofExported(Term.Exported term) {
        return constant(term);
    }

    @Override
    public Traced ofDerivative(Term.Derivative term) {
        return constant(term);
    }

    @Override
    public Traced ofCase(Term.Case term) {
        Recording at = this;
        for (int i = 0; i < term.slots().length; i++) {
            at = at.with(term.slots()[i], traced(term.values().get(i)));
        }
        return at.traced(term.body());
    }

    @Override
    public Traced ofElement(Term.Element term) {
        return constant(term);
    }

    @Override
    public Traced ofEarlier(Term.Earlier term) {
        return constant(term);
    }

    /** What is recorded are the values of the body, in the order in which the rule asks for them. */
    @Override
    public Traced ofBound(Term.Bound term) {
        if (!term.body().type().isNumber()) {
            return Traced.constant(frame.values()
                    .bound(
                            term,
                            inside -> in(inside, term.generators())
                                    .traced(term.body())
                                    .value()));
        }
        if (!term.rule().isPulledBack() || !isReadBy(term)) {
            return constant(term);
        }
        for (Domain domain : term.domains()) {
            for (Term end : domain.parts()) {
                if (isReadBy(end)) {
                    throw end.fault("reverse mode does not go through what a variable ranges over");
                }
            }
        }
        List<Traced> bodies = new ArrayList<>();
        Value result = frame.values().bound(term, inside -> {
            Traced body = in(inside, term.generators()).traced(term.body());
            bodies.add(body);
            return body.value();
        });
        List<Value> values = values(bodies);
        return tape.result(
                result, bodies, (element, cotangent) -> term.rule().pullback(element, values, result, cotangent));
    }

    /** The value of a term that reverse mode does not go through, which must not depend on what stands on the tape. */
    private Traced constant(Term term) {
        if (term.type().isNumber() && isReadBy(term)) {
            throw term.fault("reverse mode does not go through this; "
                    + (term instanceof Term.Exported ? "" : "derivative(…) and ") + "differences(…) may");
        }
        return Traced.constant(term.fold(frame.values()));
    }

    // ---- what depends on the tape

    /** Whether the value of a term may change with what stands on the tape. */
    private boolean isReadBy(Term term) {
        return isReadBy(term, new HashSet<>());
    }

    private boolean isReadBy(Term term, Set<Integer> seen) {
        if (term instanceof Term.Named) {
            Traced variable = variables.get(((Term.Named) term).slot());
            return variable != null && !variable.isConstant();
        }
        if (term instanceof Term.Step && !seen.add(((Term.Step) term).slot())) {
            return false;
        }
        if (term instanceof Term.Computed || term instanceof Term.Candidate || term instanceof Term.Exported) {
            return true;
        }
        for (Term part : term.inside()) {
            if (isReadBy(part, seen)) {
                return true;
            }
        }
        return false;
    }
}
