package org.ansatz.field.information;

import java.util.List;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.evaluation.Model;
import org.ansatz.expression.syntax.Node;
import org.ansatz.expression.term.Domain;
import org.ansatz.expression.term.Sample;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.Export;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.type.Shape;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.field.block.Block;
import org.ansatz.field.block.BlockKind;
import org.ansatz.field.block.Fields;
import org.ansatz.field.block.Written;
import org.ansatz.problem.Question;
import org.ansatz.quantity.NoValue;

/**
 * The block {@code distribution}: a distribution drawn at random over some number of symbols, two of them equally likely,
 * of which one then gains probability at the cost of the other. It exports the distributions before and after, and the
 * change of their entropy.
 */
public final class DistributionBlock implements BlockKind {

    private static final int MAX_SYMBOLS = 65_536;
    private static final Type ROW = Type.REAL.with(Shape.of(1, -1));

    private static final Export SYMBOLS =
            Export.value("N", Type.of(NumberSet.INTEGER, null), Engine.SAMPLING, "number of symbols");
    private static final Export SHIFT =
            Export.value("epsilon", Type.REAL, Engine.SAMPLING, "probability that is moved");
    private static final Export BEFORE = Export.value("before", ROW, Engine.SAMPLING, "probabilities before, a row");
    private static final Export AFTER = Export.value("after", ROW, Engine.SAMPLING, "probabilities after, a row");
    private static final Export CHANGE =
            Export.value("dH", Type.REAL, Engine.SAMPLING, "change of the entropy, in bits");

    /** A reader of such blocks. */
    public DistributionBlock() {}

    @Override
    public String key() {
        return "distribution";
    }

    @Override
    public Block read(Fields route, Scope scope, Question question) {
        Fields fields = route.fields("distribution");
        Domain counts = counts(fields.text("symbols"), scope);
        Written equal = fields.text("equal");
        int raised = symbol(fields.text("raise"));
        int lowered = symbol(fields.text("lower"));
        fields.finish();
        requirePair(equal, raised, lowered);
        return new Draws(counts, raised, lowered);
    }

    private static Domain counts(Written symbols, Scope scope) {
        Node node = symbols.syntax();
        Node range = node instanceof Node.Range ? node : new Node.Range(node.span(), node, node, true);
        Domain counts = symbols.domain(range, scope);
        if (!counts.isDiscrete()) {
            throw symbols.fault("numbers of symbols are whole: write 2:16");
        }
        return counts;
    }

    /** A symbol by its number, the first being 1. */
    private static int symbol(Written text) {
        if (!text.text().matches("[1-9][0-9]{0,3}")) {
            throw text.fault("a symbol is named by its number, the first being 1");
        }
        return Integer.parseInt(text.text()) - 1;
    }

    private static void requirePair(Written equal, int raised, int lowered) {
        String text = equal.text().replace(" ", "");
        String pair = "[" + (raised + 1) + "," + (lowered + 1) + "]";
        String reverse = "[" + (lowered + 1) + "," + (raised + 1) + "]";
        if (raised == lowered || !text.equals(pair) && !text.equals(reverse)) {
            throw equal.fault("the two equally likely symbols are the one that is raised and the one that is lowered: "
                    + "equal: " + pair);
        }
    }

    /** The block as written; symbols counted from 0. */
    private record Draws(Domain counts, int raised, int lowered) implements Block {

        @Override
        public List<Export> exports() {
            return List.of(SYMBOLS, SHIFT, BEFORE, AFTER, CHANGE);
        }

        @Override
        public boolean isSampled() {
            return true;
        }

        @Override
        public Model solve(Frame frame, Sample sample) {
            int symbols = Arithmetic.count(counts.draw(frame, sample));
            if (symbols <= Math.max(raised, lowered) || symbols > MAX_SYMBOLS) {
                throw new NoValue(symbols + " symbols; from " + (Math.max(raised, lowered) + 1) + " to " + MAX_SYMBOLS
                        + " are possible");
            }
            Perturbation drawn = Perturbation.drawn(symbols, raised, lowered, sample.random()::uniform);
            return (export, arguments, at) -> estimate(drawn, export);
        }

        private static Estimate estimate(Perturbation drawn, Export export) {
            String name = export.name();
            if (name.equals(SYMBOLS.name())) {
                return Estimate.exact(Value.Exact.of(drawn.symbols()));
            }
            if (name.equals(SHIFT.name())) {
                return Estimate.of(drawn.shift(), Math.ulp(drawn.shift()));
            }
            if (name.equals(BEFORE.name())) {
                return Estimate.exact(Arithmetic.row(drawn.before()));
            }
            if (name.equals(AFTER.name())) {
                return Estimate.exact(Arithmetic.row(drawn.after()));
            }
            return Estimate.of(drawn.entropyChange(), drawn.rounding());
        }
    }
}
