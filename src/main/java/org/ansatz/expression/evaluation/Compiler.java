package org.ansatz.expression.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ansatz.expression.program.Block;
import org.ansatz.expression.program.Form;
import org.ansatz.expression.program.Kind;
import org.ansatz.expression.program.Program;
import org.ansatz.expression.program.Unwritten;
import org.ansatz.expression.syntax.Op;
import org.ansatz.expression.term.Term;

/**
 * Writes a program that evaluates terms for many values of some names. {@link Unwritten} is what needs more than real numbers, exact
 * numbers that a double holds, truth values and matrices of them.
 */
final class Compiler implements Term.Cases<Block> {

    private final Survey survey;
    private final boolean isPlain;
    private final Program.Writer writer = new Program.Writer();
    private final List<Block> inputBlocks = new ArrayList<>();
    private final List<Block> constantBlocks = new ArrayList<>();

    /** Where names that vary, parameters of steps and steps have their values, by their slots. */
    private final Map<Integer, Block> inputs = new HashMap<>();

    private final Map<Integer, Block> parameters = new HashMap<>();
    private final Map<Integer, Block> steps = new HashMap<>();
    private final IdentityHashMap<Term, Block> constants = new IdentityHashMap<>();

    /**
     * A compiler.
     *
     * @param survey of the terms
     * @param slots where the values of the names stand that vary
     * @param forms what they hold, and then what the constants hold
     * @param isPlain whether no roundings are simulated
     */
    Compiler(Survey survey, int[] slots, List<Form> forms, boolean isPlain) {
        this.survey = survey;
        this.isPlain = isPlain;
        for (int i = 0; i < slots.length; i++) {
            inputBlocks.add(writer.block(forms.get(i)));
            inputs.put(slots[i], inputBlocks.get(i));
        }
        for (int i = 0; i < survey.constants().size(); i++) {
            constantBlocks.add(writer.block(forms.get(slots.length + i)));
            constants.put(survey.constants().get(i), constantBlocks.get(i));
        }
    }

    /**
     * The program for the terms.
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
        return new Compiled(writer.program(), inputBlocks, constantBlocks, results);
    }

    private Block block(Term term) {
        return survey.varies(term) ? term.fold(this) : constant(term);
    }

    private Block constant(Term term) {
        return Objects.requireNonNull(constants.get(term));
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
        return isPlain ? block : writer.copied(block);
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
        return term.function().kernel(term.type()).written(writer, blocks(term.arguments()));
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

    @Override
    public Block ofElement(Term.Element term) {
        throw new Unwritten("a recurrence");
    }

    @Override
    public Block ofEarlier(Term.Earlier term) {
        throw new Unwritten("a recurrence");
    }
}
