package org.ansatz.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.term.Uses;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.Show;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.ansatz.field.block.Ground;
import org.ansatz.problem.Case;
import org.ansatz.problem.Evidence;
import org.ansatz.problem.Footing;
import org.ansatz.problem.Route;
import org.ansatz.quantity.NoValue;
import org.jspecify.annotations.Nullable;

/**
 * A route: at most one field block, and one question to the expressions over the names it exports.
 *
 * @param name the author's name for it
 * @param uses what its expressions rest on
 * @param sharedDefinitions the problem's steps it goes through that do more than convert one given
 * @param block the field block, or null
 * @param unknown what it finds first, or null
 * @param steps the steps it goes through, the problem's and its own, as written
 * @param ask the question
 * @param asked the question as written
 */
record AskingRoute(
        String name,
        Uses uses,
        Set<String> sharedDefinitions,
        @Nullable Ground block,
        Run.@Nullable Unknown unknown,
        List<WrittenStep> steps,
        Ask ask,
        String asked)
        implements Route {

    private static final int SHOWN_DIGITS = 6;
    private static final int ALL = Integer.MAX_VALUE;

    /** Copies the lists. */
    AskingRoute {
        sharedDefinitions = Set.copyOf(sharedDefinitions);
        steps = List.copyOf(steps);
    }

    @Override
    public Footing footing() {
        return new Footing(uses.engines(), sharedDefinitions);
    }

    @Override
    public Footing footing(Case data, Evidence evidence) {
        Set<Engine> engines = new TreeSet<>(uses.engines());
        engines.removeIf(engine -> !moves(evidence, engine, data));
        return new Footing(engines, sharedDefinitions);
    }

    private boolean moves(Evidence evidence, Engine engine, Case data) {
        return moves(evidence, data, data.breaking(engine), true, 1)
                || moves(evidence, data, data.breakingEachCall(engine), false, 1)
                || moves(evidence, data, data.breaking(engine), true, ALL)
                || moves(evidence, data, data.breakingEachCall(engine), false, ALL)
                || isCount(evidence) && moves(evidence, data, data.breakingGrossly(engine), true, ALL);
    }

    /** Whether all that was found are whole numbers, which do not change where what they count or round changes a little. */
    private static boolean isCount(Evidence evidence) {
        return evidence instanceof Evidence.Values values
                && values.values().stream().allMatch(estimate -> Arithmetic.isWhole(estimate.value()));
    }

    /**
     * Whether the evidence changes at the first {@code most} places where an engine gives false results.
     *
     * @param unless whether it does if there is no evidence any more; false results that differ from call to call may leave a
     *     search without a root on which nothing rests
     */
    private boolean moves(Evidence evidence, Case data, Case broken, boolean unless, int most) {
        List<Value> sound = trace(evidence, data, most);
        if (sound.isEmpty()) {
            return true;
        }
        try {
            return !areSame(sound, ask.trace(run(broken), most));
        } catch (NoValue e) {
            return unless;
        }
    }

    /** The numbers behind the evidence; values are those numbers themselves. */
    private List<Value> trace(Evidence evidence, Case data, int most) {
        if (!(evidence instanceof Evidence.Values)) {
            return ask.trace(run(data), most);
        }
        List<Value> values = new ArrayList<>();
        for (Estimate estimate : ((Evidence.Values) evidence).values()) {
            if (values.size() < most) {
                values.add(estimate.value());
            }
        }
        return values;
    }

    private Run run(Case data) {
        return new Run(data, block, unknown, uses.engines());
    }

    private static boolean areSame(List<Value> a, List<Value> b) {
        boolean same = a.size() == b.size();
        for (int i = 0; same && i < a.size(); i++) {
            same = Arrays.distance(a.get(i), b.get(i)) == 0;
        }
        return same;
    }

    @Override
    public Set<String> names() {
        return uses.names();
    }

    @Override
    public Evidence evidence(Case data) {
        Run run = run(data);
        Evidence evidence = ask.evidence(run);
        List<String> remarks = run.remarks();
        return remarks.isEmpty() ? evidence : evidence.with(remarks);
    }

    @Override
    public List<Shown> derivation(Case data) {
        @Nullable Frame frame = firstFrame(data);
        List<Shown> shown = new ArrayList<>();
        for (WrittenStep step : steps) {
            shown.add(new Shown(step.line(), frame == null ? "" : value(step.binding(), frame)));
        }
        account(frame).forEach(line -> shown.add(new Shown(line, "")));
        return shown;
    }

    /** What the block says of its solution; nothing where it has none. */
    private static List<String> account(@Nullable Frame frame) {
        try {
            return frame == null ? List.of() : frame.account();
        } catch (NoValue e) {
            return List.of();
        }
    }

    /** The first set of values that the route works with, or null if there is none. */
    private @Nullable Frame firstFrame(Case data) {
        try {
            return run(data).world(0).frame();
        } catch (NoValue e) {
            return null;
        }
    }

    /** The value of a step; nothing for a function, or for a step that depends on what is not known yet. */
    private static String value(Binding step, Frame frame) {
        if (!(step instanceof Binding.Step)) {
            return "";
        }
        Term term = ((Binding.Step) step).term();
        try {
            return Show.value(frame.value(term), term.type(), null, SHOWN_DIGITS);
        } catch (ExpressionFault e) {
            return "";
        }
    }
}
