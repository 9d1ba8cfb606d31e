package org.ansatz.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.term.Uses;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.Show;
import org.ansatz.field.block.Block;
import org.ansatz.field.block.Ground;
import org.ansatz.problem.Case;
import org.ansatz.problem.Evidence;
import org.ansatz.problem.Footing;
import org.ansatz.problem.Ranged;
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
        Dependence dependence = new Dependence(evidence, data, ask, this::run, unknowns());
        engines.removeIf(engine -> !dependence.isOn(engine));
        return new Footing(engines, sharedDefinitions);
    }

    private Run run(Case data) {
        return new Run(data, block, unknown, uses.engines());
    }

    private List<Binding.Variable> unknowns() {
        return unknown == null
                ? List.of()
                : unknown.ranged().stream().map(Ranged::variable).toList();
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
    public List<Assumed> assumptions() {
        return block == null
                ? List.of()
                : block.block().assumptions().stream()
                        .map(assumption -> new Assumed(assumption.says(), over(assumption.block())))
                        .toList();
    }

    private Route over(Block other) {
        Ground ground = new Ground(other, Objects.requireNonNull(block).uses());
        return new AskingRoute(name, uses, sharedDefinitions, ground, unknown, steps, ask, asked);
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
