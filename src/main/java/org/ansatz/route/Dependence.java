package org.ansatz.route;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.ansatz.expression.evaluation.Presumed;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.ansatz.problem.Case;
import org.ansatz.problem.Evidence;
import org.ansatz.quantity.NoValue;

/**
 * Whether what a route found depends on an engine: numbers, whether they move where the engine gives false results; a test,
 * whether it chooses among the options by them; claims, whether either is so of the quantities they speak of.
 *
 * @param evidence what was found
 * @param data for which
 * @param ask what was asked
 * @param run how the route runs on other data
 * @param unknowns quantities that the route finds before it is asked
 */
record Dependence(Evidence evidence, Case data, Ask ask, Function<Case, Run> run, List<Binding.Variable> unknowns) {

    private static final int ALL = Integer.MAX_VALUE;

    /** Whether it does. */
    boolean isOn(Engine engine) {
        if (ask instanceof Ask.ForTest test) {
            return chooses(test, presumed(engine, true, test), presumed(engine, false, test));
        }
        return moves(data.breaking(engine), true, 1)
                || moves(data.breakingEachCall(engine), false, 1)
                || moves(data.breaking(engine), true, ALL)
                || moves(data.breakingEachCall(engine), false, ALL)
                || isCount() && moves(data.breakingGrossly(engine), true, ALL)
                || ask instanceof Ask.ForClaims claims
                        && chooses(
                                claims,
                                presumed(engine, true, claims).ofData(),
                                presumed(engine, false, claims).ofData());
    }

    // ---- numbers

    /** Whether all that was found are whole numbers, which do not change where what they count or round changes a little. */
    private boolean isCount() {
        return trace(ALL).stream().allMatch(Arithmetic::isWhole);
    }

    /**
     * Whether the evidence changes at the first {@code most} places where an engine gives false results.
     *
     * @param unless whether it does if there is no evidence any more; false results that differ from call to call may leave a
     *     search without a root on which nothing rests
     */
    private boolean moves(Case broken, boolean unless, int most) {
        List<Value> sound = trace(most);
        if (sound.isEmpty()) {
            return true;
        }
        try {
            return !areSame(sound, ask.trace(run.apply(broken), most));
        } catch (NoValue e) {
            return unless;
        }
    }

    /** The numbers behind the evidence; values are those numbers themselves. */
    private List<Value> trace(int most) {
        if (!(evidence instanceof Evidence.Values)) {
            return ask.trace(run.apply(data), most);
        }
        List<Value> values = new ArrayList<>();
        for (Estimate estimate : ((Evidence.Values) evidence).values()) {
            if (values.size() < most) {
                values.add(estimate.value());
            }
        }
        return values;
    }

    private static boolean areSame(List<Value> a, List<Value> b) {
        boolean same = a.size() == b.size();
        for (int i = 0; same && i < a.size(); i++) {
            same = Arrays.distance(a.get(i), b.get(i)) == 0;
        }
        return same;
    }

    // ---- tests and claims

    /** All truths that rest on an engine, presumed to hold or to fail. */
    private Presumed presumed(Engine engine, boolean holds, Ask.Choosing choosing) {
        Set<Integer> before = new HashSet<>();
        unknowns.forEach(unknown -> before.add(unknown.slot()));
        return Presumed.in(choosing.truths(), engine, holds, before);
    }

    /**
     * Whether a test or claims choose among the options by an engine. All truths that rest on it are presumed, once to hold and once
     * to fail. Where one leaves what passes as it is, and the other lets all options pass or none, they guard the test, as in
     * {@code x > m and area > 0}: what chooses is the rest.
     */
    private boolean chooses(Ask.Choosing choosing, Presumed hold, Presumed fail) {
        Set<String> found = choosing.passing(run.apply(data));
        Set<String> ifTrue = passing(choosing, hold);
        Set<String> ifFalse = passing(choosing, fail);
        if (isChoice(ifTrue) && !ifTrue.equals(found) || isChoice(ifFalse) && !ifFalse.equals(found)) {
            return true;
        }
        // Where all pass or none, a truth that speaks of the data alone is the same for all options, and tells nothing
        // of them.
        return isChoice(found)
                ? !ifTrue.equals(found) && !ifFalse.equals(found)
                : !passing(choosing, hold.of(asked())).equals(passing(choosing, fail.of(asked())));
    }

    /** Whether some pass and some do not. */
    private boolean isChoice(Set<String> passing) {
        return !passing.isEmpty() && passing.size() < data.options().size();
    }

    /** The places of what is asked for. */
    private Set<Integer> asked() {
        Set<Integer> asked = new HashSet<>();
        for (Binding binding : data.question().asked()) {
            if (binding instanceof Binding.Variable variable) {
                asked.add(variable.slot());
            } else if (binding instanceof Binding.AskedFunction function) {
                asked.add(function.slot());
            }
        }
        return asked;
    }

    /** Which options pass where truths are presumed; none if there is no telling. */
    private Set<String> passing(Ask.Choosing choosing, Presumed truths) {
        try {
            return choosing.passing(run.apply(data.presuming(truths)));
        } catch (NoValue e) {
            return Set.of();
        }
    }
}
