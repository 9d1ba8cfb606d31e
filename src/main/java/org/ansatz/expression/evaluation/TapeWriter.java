package org.ansatz.expression.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ansatz.expression.syntax.Op;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Function;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;

/**
 * Writes terms on a tape, each as a form that is affine in the unknowns. What occurs twice is written once; what depends on
 * no input is computed at once.
 */
final class TapeWriter implements Term.Cases<AffineForm> {

    private static final int LARGEST_PRODUCT = 8;

    private final Frame frame;
    private final int unknowns;
    private final Map<Integer, AffineForm> bound = new HashMap<>();
    private final Map<Long, Integer> results = new HashMap<>();
    private final Map<Double, Integer> constants = new HashMap<>();
    private final BitSet fixed = new BitSet();
    private final List<Double> places = new ArrayList<>();
    private final List<int[]> operations = new ArrayList<>();
    private final List<Tape.FunctionCall> calls = new ArrayList<>();

    /** A writer on an empty tape; the values of all names that are neither inputs nor unknowns come from the frame. */
    TapeWriter(Frame frame, List<Binding.Variable> inputs, List<Binding.Variable> unknowns) {
        this.frame = frame;
        this.unknowns = unknowns.size();
        for (Binding.Variable input : inputs) {
            bound.put(input.slot(), AffineForm.of(place(Double.NaN)));
        }
        for (int k = 0; k < this.unknowns; k++) {
            int[] coefficients = new int[this.unknowns];
            Arrays.fill(coefficients, AffineForm.NONE);
            coefficients[k] = constant(1);
            bound.put(unknowns.get(k).slot(), new AffineForm(constant(0), coefficients));
        }
    }

    /** The tape as it stands. */
    Tape tape() {
        int[] program = new int[4 * operations.size()];
        for (int i = 0; i < operations.size(); i++) {
            System.arraycopy(operations.get(i), 0, program, 4 * i, 4);
        }
        double[] values = new double[places.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = places.get(i);
        }
        return new Tape(program, calls.toArray(new Tape.FunctionCall[0]), values);
    }

    /** Whether a term is one real number. */
    static boolean isReal(Term term) {
        return term.type().isNumber() && term.type().isScalar() && term.type().set() != NumberSet.COMPLEX;
    }

    // ---- what terms write

    /** The form of a term, unwritten if it is not made of real numbers alone. */
    AffineForm form(Term term) {
        return term.fold(this);
    }

    @Override
    public AffineForm ofConstant(Term.Constant term) {
        return constant(term.value());
    }

    private AffineForm constant(Value value) {
        boolean real = value instanceof Value.Real || value instanceof Value.Exact;
        return real ? AffineForm.of(constant(Arithmetic.real(value))) : AffineForm.UNWRITTEN;
    }

    @Override
    public AffineForm ofNamed(Term.Named term) {
        AffineForm form = bound.get(term.slot());
        if (form != null) {
            return form;
        }
        Value value = frame.slot(term.slot());
        return value == null ? AffineForm.UNWRITTEN : constant(value);
    }

    /** A step is written where it is first used. */
    @Override
    public AffineForm ofStep(Term.Step term) {
        AffineForm known = bound.get(term.slot());
        AffineForm form = known == null ? form(term.body()) : known;
        if (form.isWritten()) {
            bound.put(term.slot(), form);
        }
        return form;
    }

    /** Parameters have the forms of their arguments. */
    @Override
    public AffineForm ofInlined(Term.Inlined term) {
        for (int i = 0; i < term.slots().length; i++) {
            AffineForm argument = form(term.arguments().get(i));
            if (!argument.isWritten()) {
                return AffineForm.UNWRITTEN;
            }
            bound.put(term.slots()[i], argument);
        }
        return form(term.body());
    }

    @Override
    public AffineForm ofUnary(Term.Unary term) {
        AffineForm form = term.op() == Op.NOT ? AffineForm.UNWRITTEN : form(term.operand());
        return !form.isWritten() ? form : each(form, place -> operation(Tape.NEGATE, place, place));
    }

    @Override
    public AffineForm ofBinary(Term.Binary term) {
        AffineForm a = isReal(term) ? form(term.left()) : AffineForm.UNWRITTEN;
        AffineForm b = a.isWritten() ? form(term.right()) : a;
        return b.isWritten() ? combined(term.op().onEntries(), a, b) : b;
    }

    private AffineForm combined(Op op, AffineForm a, AffineForm b) {
        switch (op) {
            case ADD:
                return sum(Tape.ADD, a, b);
            case SUBTRACT:
                return sum(Tape.SUBTRACT, a, b);
            case MULTIPLY:
                return a.isConstant()
                        ? scaled(b, a.constant())
                        : b.isConstant() ? scaled(a, b.constant()) : AffineForm.UNWRITTEN;
            case DIVIDE:
                return b.isConstant()
                        ? each(a, place -> operation(Tape.DIVIDE, place, b.constant()))
                        : AffineForm.UNWRITTEN;
            case POWER:
                return a.isConstant() && b.isConstant()
                        ? AffineForm.of(power(a.constant(), b.constant()))
                        : AffineForm.UNWRITTEN;
            default:
                return AffineForm.UNWRITTEN;
        }
    }

    @Override
    public AffineForm ofCall(Term.Call term) {
        Function function = term.function();
        if (!isReal(term) || !function.engine().equals(Engine.ARITHMETIC)) {
            return AffineForm.UNWRITTEN;
        }
        int[] from = new int[term.arguments().size()];
        for (int i = 0; i < from.length; i++) {
            Term at = term.arguments().get(i);
            AffineForm argument = isReal(at) ? form(at) : AffineForm.UNWRITTEN;
            if (!argument.isConstant()) {
                return AffineForm.UNWRITTEN;
            }
            from[i] = argument.constant();
        }
        return AffineForm.of(call(function, from));
    }

    @Override
    public AffineForm ofComputed(Term.Computed term) {
        return AffineForm.UNWRITTEN;
    }

    @Override
    public AffineForm ofCandidate(Term.Candidate term) {
        return AffineForm.UNWRITTEN;
    }

    @Override
    public AffineForm ofRows(Term.Rows term) {
        return AffineForm.UNWRITTEN;
    }

    @Override
    public AffineForm ofTransposed(Term.Transposed term) {
        return AffineForm.UNWRITTEN;
    }

    @Override
    public AffineForm ofLogic(Term.Logic term) {
        return AffineForm.UNWRITTEN;
    }

    @Override
    public AffineForm ofComparison(Term.Comparison term) {
        return AffineForm.UNWRITTEN;
    }

    @Override
    public AffineForm ofChoice(Term.Choice term) {
        return AffineForm.UNWRITTEN;
    }

    @Override
    public AffineForm ofExported(Term.Exported term) {
        return AffineForm.UNWRITTEN;
    }

    @Override
    public AffineForm ofDerivative(Term.Derivative term) {
        return AffineForm.UNWRITTEN;
    }

    @Override
    public AffineForm ofCase(Term.Case term) {
        return AffineForm.UNWRITTEN;
    }

    @Override
    public AffineForm ofBound(Term.Bound term) {
        return AffineForm.UNWRITTEN;
    }

    @Override
    public AffineForm ofElement(Term.Element term) {
        return AffineForm.UNWRITTEN;
    }

    @Override
    public AffineForm ofEarlier(Term.Earlier term) {
        return AffineForm.UNWRITTEN;
    }

    // ---- forms

    /** What becomes of each part of a form. */
    private interface Part {
        int of(int place);
    }

    private static AffineForm each(AffineForm form, Part part) {
        int[] coefficients = form.coefficients().clone();
        for (int k = 0; k < coefficients.length; k++) {
            coefficients[k] = coefficients[k] == AffineForm.NONE ? AffineForm.NONE : part.of(coefficients[k]);
        }
        return new AffineForm(part.of(form.constant()), coefficients);
    }

    private AffineForm scaled(AffineForm form, int factor) {
        return each(form, place -> operation(Tape.MULTIPLY, place, factor));
    }

    /** Sum or difference. */
    private AffineForm sum(int operation, AffineForm a, AffineForm b) {
        int constant = operation(operation, a.constant(), b.constant());
        if (a.isConstant() && b.isConstant()) {
            return AffineForm.of(constant);
        }
        int[] coefficients = new int[unknowns];
        for (int k = 0; k < unknowns; k++) {
            int left = a.coefficient(k);
            int right = b.coefficient(k);
            if (right == AffineForm.NONE) {
                coefficients[k] = left;
            } else if (left == AffineForm.NONE) {
                coefficients[k] = operation == Tape.ADD ? right : operation(Tape.NEGATE, right, right);
            } else {
                coefficients[k] = operation(operation, left, right);
            }
        }
        return new AffineForm(constant, coefficients);
    }

    /** Small whole and half exponents by products and the square root, which are exact to a rounding or two. */
    private int power(int base, int exponent) {
        double n = places.get(exponent);
        double whole = Math.floor(n);
        if (!fixed.get(exponent) || whole < 0 || whole > LARGEST_PRODUCT || n != whole && n != whole + 0.5) {
            return operation(Tape.POWER, base, exponent);
        }
        int product = n == whole ? constant(1) : operation(Tape.ROOT, base, base);
        int square = base;
        for (int left = (int) whole; left > 0; left >>= 1) {
            product = (left & 1) == 1 ? operation(Tape.MULTIPLY, product, square) : product;
            square = left > 1 ? operation(Tape.MULTIPLY, square, square) : square;
        }
        return product;
    }

    // ---- the tape

    private int place(double value) {
        places.add(value);
        return places.size() - 1;
    }

    private int constant(double value) {
        int place = constants.computeIfAbsent(value, this::place);
        fixed.set(place);
        return place;
    }

    private int call(Function function, int[] from) {
        int index = 0;
        while (index < calls.size() && !calls.get(index).is(function, from)) {
            index++;
        }
        if (index == calls.size()) {
            calls.add(new Tape.FunctionCall(function, from));
        }
        return operation(Tape.CALL, index, 0);
    }

    /** The place of a result: a known one if there is one, or if it is one of the operands. */
    private int operation(int operation, int a, int b) {
        if (operation != Tape.CALL && fixed.get(a) && fixed.get(b)) {
            return constant(Tape.result(operation, places.get(a), places.get(b)));
        }
        if (operation == Tape.ADD && is(0, a) || operation == Tape.MULTIPLY && is(1, a)) {
            return b;
        }
        boolean neutral = operation == Tape.ADD || operation == Tape.SUBTRACT ? is(0, b) : is(1, b);
        if (neutral && operation <= Tape.DIVIDE) {
            return a;
        }
        return results.computeIfAbsent(key(operation, a, b), key -> {
            int place = place(Double.NaN);
            operations.add(new int[] {operation, a, b, place});
            return place;
        });
    }

    private boolean is(double value, int place) {
        return fixed.get(place) && places.get(place) == value;
    }

    private static long key(int operation, int a, int b) {
        return ((long) operation << 56) + ((long) a << 28) + b;
    }
}
