package org.ansatz.request;

import java.util.List;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.syntax.Node;
import org.ansatz.expression.term.Registry;
import org.ansatz.expression.term.Sample;
import org.ansatz.expression.term.Scope;
import org.ansatz.field.block.BlockKind;
import org.ansatz.field.block.Fields;
import org.ansatz.field.block.Ground;
import org.ansatz.field.block.Refused;
import org.ansatz.field.block.SolvedBlock;
import org.ansatz.field.block.Written;
import org.ansatz.problem.Question;
import org.ansatz.quantity.Unit;
import org.ansatz.route.GroundReader;
import org.jspecify.annotations.Nullable;

/**
 * The question what an {@code expression} is worth, with the data in {@code given}, the steps in {@code let}, and at most one
 * field block, whose names it may speak of: what a route is in a problem.
 *
 * @param expression the question
 * @param unit the unit that is asked for, or null
 * @param block the block, or null
 * @param frame holds the givens
 */
public record EvalRequest(
        Expression expression,
        @Nullable Unit unit,
        @Nullable Ground block,
        Frame frame) {

    private static final Question NOTHING_ASKED = new Question(List.of(), List.of(), List.of(), List.of(), List.of());
    private static final long SEED = 1;

    /**
     * Reads a request; the fields' owner asks for other fields before and finishes them after.
     *
     * @throws Refused if anything is wrong, after reporting it
     */
    public static EvalRequest read(Fields fields, Registry registry, List<BlockKind> kinds) {
        Setting setting = new Setting(fields, registry);
        Scope scope = setting.scope();
        Ground block = GroundReader.read(fields, scope, kinds, NOTHING_ASKED).block();
        Written text = fields.text("expression");
        Expression expression = text.formula(scope);
        boolean converted = text.syntax() instanceof Node.In;
        Unit unit = expression.unit();
        boolean isShown = converted || unit != null && unit.isAngular();
        return new EvalRequest(expression, isShown ? unit : null, block, setting.frame());
    }

    /** The answer. */
    public Evaluation answer() {
        if (block == null) {
            return Evaluation.of(expression, unit, frame);
        }
        SolvedBlock solved = block.solved(Sample.inside(SEED, 0));
        // What a block remarks on is known only once it was asked for values.
        Evaluation found = Evaluation.of(expression, unit, frame.with(solved));
        return found instanceof Evaluation.Found ? ((Evaluation.Found) found).with(solved.remarks()) : found;
    }
}
