package org.ansatz.route;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ansatz.expression.value.Value;
import org.ansatz.problem.Case;
import org.ansatz.problem.Evidence;
import org.ansatz.problem.Footing;
import org.ansatz.problem.Route;
import org.jspecify.annotations.Nullable;

/** A route that is of limited accuracy by its author's word. */
record CoarseRoute(Route exact, Accuracy accuracy) implements Route {

    @Override
    public String name() {
        return exact.name();
    }

    @Override
    public Footing footing() {
        return exact.footing();
    }

    @Override
    public Footing footing(Case data, Evidence evidence) {
        return exact.footing(data, evidence);
    }

    @Override
    public Set<String> names() {
        return exact.names();
    }

    @Override
    public Route part(int index) {
        return exact.part(index);
    }

    @Override
    public Evidence evidence(Case data) {
        return accuracy.on(exact.evidence(data));
    }

    @Override
    public @Nullable Evidence following(Case data, int part, Map<String, Value> earlier) {
        return exact.following(data, part, earlier);
    }

    @Override
    public List<Assumed> assumptions() {
        return exact.assumptions().stream()
                .map(assumed -> new Assumed(assumed.assuming(), new CoarseRoute(assumed.route(), accuracy)))
                .toList();
    }

    @Override
    public List<Shown> derivation(Case data) {
        return exact.derivation(data);
    }

    @Override
    public String asked() {
        return exact.asked();
    }
}
