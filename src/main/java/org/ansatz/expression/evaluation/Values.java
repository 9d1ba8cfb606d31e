package org.ansatz.expression.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Op;
import org.ansatz.expression.term.Function;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.Shape;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.ansatz.expression.value.Value.Truth;

/** Evaluation to values in one frame, exact as long as they are; dual numbers are values, too. What has none throws. */
final class Values implements Term.Cases<Value> {

    private final Frame frame;

    Values(Frame frame) {
        this.frame = frame;
    }

    // ---- leaves

    @Override
    public Value ofConstant(Term.Constant term) {
        return term.value();
    }

    @Override
    public Value ofComputed(Term.Computed term) {
        return term.function().apply(frame);
    }

    @Override
    public Value ofNamed(Term.Named term) {
        Value value = frame.slot(term.slot());
        if (value == null) {
            String name = term.variable().name();
            throw term.fault(name + " has no value here; give it one, as in f(…; " + name + " = …)");
        }
        return value;
    }

    @Override
    public Value ofCandidate(Term.Candidate term) {
        return frame.value(candidate(term, frame));
    }

    /** The formula that is under test. */
    static Term candidate(Term.Candidate term, Frame frame) {
        Value formula = frame.slot(term.slot());
        if (!(formula instanceof Value.Handle)) {
            throw term.fault(term.name() + " is what is asked for; here no candidate is under test");
        }
        return (Term) ((Value.Handle) formula).of();
    }

    @Override
    public Value ofStep(Term.Step term) {
        Value value = frame.slot(term.slot());
        if (value == null) {
            try {
                value = frame.value(term.body());
            } catch (ExpressionFault e) {
                throw inStep(term.name(), term, e);
            }
            frame.bind(term.slot(), value);
        }
        return value;
    }

    /** What is wrong inside a step, said where the step is used. */
    static ExpressionFault inStep(String name, Term term, ExpressionFault inside) {
        return inside.within(term.span(), "in the step " + name + ": ");
    }

    // ---- matrices

    @Override
    public Value ofRows(Term.Rows term) {
        return filled(term, all(term.entries()));
    }

    static Value filled(Term.Rows term, List<Value> entries) {
        Shape shape = term.type().shape();
        return new Value.Array(shape.rows().count(), shape.columns().count(), entries);
    }

    @Override
    public Value ofTransposed(Term.Transposed term) {
        return Arrays.transpose((Value.Array) frame.value(term.operand()));
    }

    /** The values of all terms, in a list that may be changed. */
    private List<Value> all(List<Term> terms) {
        List<Value> values = new ArrayList<>(terms.size());
        for (Term term : terms) {
            values.add(frame.value(term));
        }
        return values;
    }

    // ---- operators

    @Override
    public Value ofUnary(Term.Unary term) {
        Value value = frame.value(term.operand());
        return term.op() == Op.NOT ? Truth.of(!((Truth) value).holds()) : Operations.opposite(value);
    }

    @Override
    public Value ofBinary(Term.Binary term) {
        return combined(term, frame.value(term.left()), frame.value(term.right()));
    }

    /** What a binary operation makes of its operands' values. */
    Value combined(Term.Binary term, Value a, Value b) {
        Op op = term.op();
        if (!(a instanceof Value.Array) && !(b instanceof Value.Array)) {
            Value result = Operations.of(op.onEntries(), a, b);
            if (result instanceof Value.Exact) {
                return result;
            }
            Value left = frame.converted(a);
            Value right = frame.converted(b);
            return left == a && right == b ? result : Operations.of(op.onEntries(), left, right);
        }
        if (Operations.isMatrixProduct(op, a, b)) {
            frame.spend(Operations.multiplications(a, b), term);
            Value.Array product = (Value.Array) Arrays.product((Value.Array) a, (Value.Array) b);
            return term.type().isScalar() ? product.at(0, 0) : product; // of a row and a column
        }
        Operations.requireOneShape(op, a, b);
        return Arrays.entrywise(a, b, (x, y) -> Operations.of(op.onEntries(), x, y));
    }

    @Override
    public Value ofLogic(Term.Logic term) {
        return joined(term.op(), holds(term.left()), () -> holds(term.right()));
    }

    /** What a word of logic makes of two truths; the second is asked for only where it matters. */
    static Value joined(Op op, boolean a, BooleanSupplier b) {
        switch (op) {
            case AND:
                return Truth.of(a && b.getAsBoolean());
            case OR:
                return Truth.of(a || b.getAsBoolean());
            case NAND:
                return Truth.of(!(a && b.getAsBoolean()));
            case NOR:
                return Truth.of(!(a || b.getAsBoolean()));
            case XNOR:
                return Truth.of(a == b.getAsBoolean());
            default:
                return Truth.of(a != b.getAsBoolean());
        }
    }

    @Override
    public Value ofComparison(Term.Comparison term) {
        return compared(term, (index, left, right) -> areTied(term, index, left, right));
    }

    /** Whether errors hide a difference where claims are judged; a derivative is the limit of what has none. */
    boolean areTied(Term.Comparison term, int index, Value left, Value right) {
        return frame.isJudging()
                && !Arrays.isDual(left)
                && !Arrays.isDual(right)
                && Ties.areTied(term, index, left, right, frame);
    }

    /** What decides which neighbours in a comparison count as equal. */
    interface Tying {
        /** Whether these two do, the left one being operand {@code index}. */
        boolean areTied(int index, Value left, Value right);
    }

    /** Whether a chain of comparisons holds. */
    Value compared(Term.Comparison term, Tying tying) {
        Value left = frame.value(term.operands().get(0));
        for (int i = 0; i < term.ops().size(); i++) {
            Value right = frame.value(term.operands().get(i + 1));
            boolean tied = tying.areTied(i, left, right);
            if (!Operations.holds(term.ops().get(i), left, right, tied)) {
                return Truth.FALSE;
            }
            left = right;
        }
        return Truth.TRUE;
    }

    @Override
    public Value ofChoice(Term.Choice term) {
        return frame.value(chosen(term));
    }

    /** The branch that is taken. */
    Term chosen(Term.Choice term) {
        return holds(term.condition()) ? term.then() : term.otherwise();
    }

    private boolean holds(Term condition) {
        return ((Truth) frame.value(condition)).holds();
    }

    // ---- what is applied

    @Override
    public Value ofCall(Term.Call term) {
        return applied(term, all(term.arguments()));
    }

    /** What a function makes of its arguments' values, in a list that may be changed. */
    Value applied(Term.Call term, List<Value> values) {
        Function function = term.function();
        Engine engine = engine(function, values);
        if (engine.equals(Engine.LINEAR_SOLVE)) {
            frame.spend(operations(values.get(0)), term);
        }
        Estimate result = function.apply(values);
        boolean settled = frame.isPlain() || Estimation.isExact(result.value()) || !convert(values);
        Value value = frame.result(engine, settled ? result : function.apply(values));
        boolean single = term.type().isNumber() && term.type().isScalar() && value instanceof Value.Array;
        return single
                ? ((Value.Array) value).at(0, 0)
                : value; // a matrix of one entry, as the shapes of the arguments said
    }

    /** Replaces exact numbers by what a function takes them for; whether that changes any. */
    private boolean convert(List<Value> values) {
        boolean changed = false;
        for (int i = 0; i < values.size(); i++) {
            Value converted = frame.converted(values.get(i));
            changed |= converted != values.get(i);
            values.set(i, converted);
        }
        return changed;
    }

    /** About as many steps as elimination in a matrix takes. */
    private static long operations(Value matrix) {
        int entries =
                matrix instanceof Value.Array ? ((Value.Array) matrix).entries().size() : 1;
        return (long) (entries * Math.sqrt(entries));
    }

    /** The algebra of a 1 × 1 matrix is arithmetic. */
    private static Engine engine(Function function, List<Value> values) {
        boolean trivial = function.engine().equals(Engine.LINEAR_SOLVE);
        for (Value value : values) {
            trivial &= !(value instanceof Value.Array)
                    || ((Value.Array) value).entries().size() == 1;
        }
        return trivial ? Engine.ARITHMETIC : function.engine();
    }

    @Override
    public Value ofInlined(Term.Inlined term) {
        for (int i = 0; i < term.slots().length; i++) {
            frame.bind(term.slots()[i], frame.value(term.arguments().get(i)));
        }
        try {
            return frame.value(term.body());
        } catch (ExpressionFault e) {
            throw inStep(term.name(), term, e);
        }
    }

    @Override
    public Value ofExported(Term.Exported term) {
        return frame.block().value(term.export(), all(term.arguments()));
    }

    @Override
    public Value ofDerivative(Term.Derivative term) {
        Value at = frame.slot(term.slot());
        if (at == null) {
            throw term.fault("the variable of this derivative has no value here");
        }
        Sides sides = new Sides(term.body().type(), term.type());
        Value slope = Slopes.at(at, (x, inside) -> inside.with(term.slot(), x).value(term.body()), sides, frame);
        return frame.result(Engine.DUAL, EnclosedSlopes.orEnclosed(slope, term.body(), term.slot(), at, frame));
    }

    @Override
    public Value ofCase(Term.Case term) {
        Frame at = frame;
        for (int i = 0; i < term.slots().length; i++) {
            at = at.with(term.slots()[i], frame.value(term.values().get(i)));
        }
        return at.value(term.body());
    }

    @Override
    public Value ofBound(Term.Bound term) {
        return bound(term, new FrameLoop(term, frame));
    }

    /** What a binder makes of its body, which may be evaluated otherwise. */
    Value bound(Term.Bound term, java.util.function.Function<Frame, Value> body) {
        return bound(term, new FrameLoop(term, body, frame));
    }

    private Value bound(Term.Bound term, FrameLoop loop) {
        Estimate estimate = term.rule().apply(loop);
        return frame.result(loop.triedOne() ? Engine.ARITHMETIC : term.rule().engine(term.domains()), estimate);
    }

    // ---- sequences

    @Override
    public Value ofElement(Term.Element term) {
        long index = Elements.index(term.recurrence().name(), frame.value(term.index()));
        try {
            Value element = frame.elements(term.recurrence()).at(index, frame);
            return frame.result(Engine.RECURRENCE, Estimate.exact(element));
        } catch (ExpressionFault e) {
            throw inStep(term.recurrence().name(), term, e);
        }
    }

    @Override
    public Value ofEarlier(Term.Earlier term) {
        long index = Elements.index(term.name(), frame.value(term.index()));
        Value table = frame.slotOrFail(term.table());
        return ((Elements) ((Value.Handle) table).of()).known(index);
    }
}
