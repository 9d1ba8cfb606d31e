package org.ansatz.expression.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.ansatz.expression.program.Block;
import org.ansatz.expression.program.Form;
import org.ansatz.expression.program.Kind;
import org.ansatz.expression.program.Program;
import org.ansatz.expression.program.Unwritten;
import org.ansatz.expression.syntax.Op;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.value.Value;

/**
 * Writes a program that evaluates terms for many values of some names. What rests on none of them is evaluated beforehand, in
 * the frame, and is a constant of the program. {@link Unwritten} is what needs more than real numbers, whole numbers, truth values
 * and matrices of them, or an engine other than arithmetic.
 */
final class Compiler implements Term.Cases<Block> {

    private final Frame frame;
    private final boolean stepsDepend;
    private final Program.Writer writer = new Program.Writer();
    private final List<Block> inputBlocks = new ArrayList<>();

    /** Where names that vary, parameters of steps and steps have their values, by their slots. */
    private final Map<Integer, Block> inputs = new HashMap<>();

    private final Map<Integer, Block> parameters = new HashMap<>();
    private final Map<Integer, Block> steps = new HashMap<>();
    private final List<Compiled.Load> loads = new ArrayList<>();

    /** Whether terms rest on an input, and whether they rest on a parameter, for those that were asked about. */
    private final IdentityHashMap<Term, Boolean> touching = new IdentityHashMap<>();

    private final IdentityHashMap<Term, Boolean> mentioning = new IdentityHashMap<>();

    /**
     * A compiler.
     *
     * @param frame gives the values of all other names
     * @param slots where the values of the names stand that vary
     * @param forms what they hold
     * @param stepsDepend whether steps and blocks may rest on these names
     */
    Compiler(Frame frame, int[] slots, List<Form> forms, boolean stepsDepend) {
        this.frame = frame;
        this.stepsDepend = stepsDepend;
        for (int i = 0; i < slots.length; i++) {
            inputBlocks.add(writer.block(forms.get(i)));
            inputs.put(slots[i], inputBlocks.get(i));
        }
    }

    /**
     * The program for some terms.
     *
     * @throws Unwritten if it has none
     */
    Compiled compile(List<Term> terms) {
        List<Block> results = blocks(terms);
        for (Block result : results) {
            if (!result.form().isSingle() || result.kind() == Kind.RATIONAL) {
                throw new Unwritten("a result that is no single number");
            }
        }
        return new Compiled(writer.program(), frame.isPlain(), frame.isJudging(), inputBlocks, loads, results);
    }

    private Block block(Term term) {
        return varies(term) ? term.fold(this) : constant(term);
    }

    private Block constant(Term term) {
        Value value = frame.value(term);
        Block block = writer.block(Compiled.form(value));
        loads.add(new Compiled.Load(term, block));
        return block;
    }

    // ---- what varies

    private boolean varies(Term term) {
        return touches(term) || !parameters.isEmpty() && mentions(term);
    }

    /** Whether a term rests on an input, directly or through steps and their arguments. */
    private boolean touches(Term term) {
        Boolean known = touching.get(term);
        if (known == null) {
            known = isTouching(term);
            touching.put(term, known);
        }
        return known;
    }

    private boolean isTouching(Term term) {
        if (term instanceof Term.Named named) {
            return inputs.containsKey(named.slot());
        }
        if (term instanceof Term.Step step && !stepsDepend) {
            return false;
        }
        boolean isOfFrame =
                term instanceof Term.Exported || term instanceof Term.Candidate || term instanceof Term.Computed;
        boolean isByInput = term instanceof Term.Derivative derivative && inputs.containsKey(derivative.slot());
        return isOfFrame && stepsDepend || isByInput || any(term.inside(), this::touches);
    }

    /** Whether a term in the body of a step rests on a parameter of it. */
    private boolean mentions(Term term) {
        Boolean known = mentioning.get(term);
        if (known == null) {
            known = term instanceof Term.Named named && parameters.containsKey(named.slot())
                    || any(term.inside(), this::mentions);
            mentioning.put(term, known);
        }
        return known;
    }

    private static boolean any(List<Term> terms, Predicate<Term> asked) {
        for (Term term : terms) {
            if (asked.test(term)) {
                return true;
            }
        }
        return false;
    }

    // ---- leaves

    @Override
    public Block ofConstant(Term.Constant term) {
        return constant(term);
    }

    @Override
    public Block ofComputed(Term.Computed term) {
        throw new Unwritten("what Java code computes");
    }

    @Override
    public Block ofNamed(Term.Named term) {
        Block input = inputs.get(term.slot());
        Block block = input == null ? Objects.requireNonNull(parameters.get(term.slot())) : input;
        return frame.isPlain() ? block : writer.copied(block);
    }

    @Override
    public Block ofCandidate(Term.Candidate term) {
        throw new Unwritten("a formula under test");
    }

    @Override
    public Block ofStep(Term.Step term) {
        Block known = steps.get(term.slot());
        if (known == null) {
            known = block(term.body());
            steps.put(term.slot(), known);
        }
        return known;
    }

    // ---- matrices

    @Override
    public Block ofRows(Term.Rows term) {
        int rows = term.type().shape().rows().count();
        return writer.rows(blocks(term.entries()), rows, term.entries().size() / rows);
    }

    @Override
    public Block ofTransposed(Term.Transposed term) {
        return writer.transposed(block(term.operand()));
    }

    private List<Block> blocks(List<Term> terms) {
        List<Block> blocks = new ArrayList<>(terms.size());
        for (Term term : terms) {
            blocks.add(block(term));
        }
        return blocks;
    }

    // ---- operators

    @Override
    public Block ofUnary(Term.Unary term) {
        return writer.negated(block(term.operand()));
    }

    @Override
    public Block ofBinary(Term.Binary term) {
        Block a = block(term.left());
        Block b = block(term.right());
        boolean areMatrices =
                !term.left().type().isScalar() && !term.right().type().isScalar();
        if (areMatrices && term.op() == Op.MULTIPLY) {
            return writer.product(a, b);
        }
        boolean repeats = term.op() != term.op().onEntries();
        if (areMatrices && !repeats && !hasOneShape(a.form(), b.form())) {
            throw new Unwritten("matrices of two shapes");
        }
        return writer.entrywise(term.op().onEntries(), a, b);
    }

    private static boolean hasOneShape(Form a, Form b) {
        return a.rows() == b.rows() && a.columns() == b.columns();
    }

    @Override
    public Block ofLogic(Term.Logic term) {
        return writer.joined(term.op(), block(term.left()), block(term.right()));
    }

    /** A chain holds if each of its comparisons does. */
    @Override
    public Block ofComparison(Term.Comparison term) {
        if (frame.isJudging()) {
            throw new Unwritten("a comparison that allows for errors");
        }
        List<Block> operands = blocks(term.operands());
        Block chain = null;
        for (int i = 0; i < term.ops().size(); i++) {
            Block holds = writer.compared(term.ops().get(i), operands.get(i), operands.get(i + 1));
            chain = chain == null ? holds : writer.joined(Op.AND, chain, holds);
        }
        return Objects.requireNonNull(chain);
    }

    @Override
    public Block ofChoice(Term.Choice term) {
        return writer.chosen(block(term.condition()), block(term.then()), block(term.otherwise()));
    }

    // ---- what is applied

    @Override
    public Block ofCall(Term.Call term) {
        if (!term.function().engine().equals(Engine.ARITHMETIC)) {
            throw new Unwritten(term.function().name());
        }
        return writer.applied(term.function().kernel(term.type()), blocks(term.arguments()));
    }

    @Override
    public Block ofInlined(Term.Inlined term) {
        for (int i = 0; i < term.slots().length; i++) {
            parameters.put(term.slots()[i], block(term.arguments().get(i)));
        }
        return block(term.body());
    }

    @Override
    public Block ofExported(Term.Exported term) {
        throw new Unwritten("what a field block finds");
    }

    @Override
    public Block ofDerivative(Term.Derivative term) {
        throw new Unwritten("a derivative");
    }

    @Override
    public Block ofCase(Term.Case term) {
        throw new Unwritten("a case");
    }

    @Override
    public Block ofBound(Term.Bound term) {
        throw new Unwritten("a binder");
    }
}
