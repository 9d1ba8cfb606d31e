package org.ansatz.route;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.value.Value;
import org.ansatz.problem.Case;
import org.ansatz.problem.Evidence;
import org.ansatz.problem.Footing;
import org.ansatz.problem.Route;
import org.jspecify.annotations.Nullable;

/** A route that finds each part of the answer by an expression of its own; each part rests on what its expression rests on. */
final class PartsRoute implements Route {

    private final String name;
    private final Map<String, Route> parts;
    private final Map<String, Following> following;

    /**
     * A route.
     *
     * @param parts asks for the value of each part, by its name, in the order in which they are asked for
     * @param following the parts that rest on earlier ones, by their names
     */
    PartsRoute(String name, Map<String, Route> parts, Map<String, Following> following) {
        this.name = name;
        this.parts = new LinkedHashMap<>(parts);
        this.following = Map.copyOf(following);
    }

    /**
     * A part that rests on earlier ones, which are data to it.
     *
     * @param route asks for its value
     * @param earlier where the values of earlier parts are bound, by their names
     */
    record Following(Route route, Map<String, Binding.Variable> earlier) {
        /** Copies. */
        Following {
            earlier = Map.copyOf(earlier);
        }
    }

    @Override
    public @Nullable Evidence following(Case data, int part, Map<String, Value> earlier) {
        Following own = following.get(List.copyOf(parts.keySet()).get(part));
        if (own == null) {
            return null;
        }
        Frame frame = data.frame();
        for (Map.Entry<String, Binding.Variable> bound : own.earlier().entrySet()) {
            Value value = earlier.get(bound.getKey());
            if (value == null) {
                return null;
            }
            frame = frame.with(bound.getValue(), value);
        }
        return own.route().evidence(new Case(data.question(), data.options(), frame, data.seed()).part(part));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Route part(int index) {
        return List.copyOf(parts.values()).get(index);
    }

    @Override
    public Footing footing() {
        return Footing.of(parts.values().stream().map(Route::footing).toList());
    }

    @Override
    public Footing footing(Case data, Evidence evidence) {
        List<Footing> footings = new ArrayList<>();
        for (Map.Entry<String, Route> part : parts.entrySet()) {
            Evidence own = ((Evidence.Parts) evidence).of(part.getKey());
            footings.add(part.getValue().footing(data.part(footings.size()), own));
        }
        return Footing.of(footings);
    }

    @Override
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        parts.values().forEach(part -> names.addAll(part.names()));
        return names;
    }

    @Override
    public Evidence evidence(Case data) {
        Map<String, Evidence.Values> found = new LinkedHashMap<>();
        Set<String> remarks = new LinkedHashSet<>();
        for (Map.Entry<String, Route> part : parts.entrySet()) {
            Evidence evidence = part.getValue().evidence(data.part(found.size()));
            remarks.addAll(evidence.remarks());
            found.put(part.getKey(), (Evidence.Values) evidence);
        }
        return new Evidence.Parts(found, List.copyOf(remarks));
    }

    /** All parts stand on one block, so that each has the same assumptions, in the same order. */
    @Override
    public List<Assumed> assumptions() {
        List<Assumed> assumptions = new ArrayList<>();
        for (Assumed first : part(0).assumptions()) {
            Map<String, Route> assumed = new LinkedHashMap<>();
            parts.forEach((part, route) -> assumed.put(
                    part, route.assumptions().get(assumptions.size()).route()));
            assumptions.add(new Assumed(first.assuming(), new PartsRoute(name, assumed, Map.of())));
        }
        return assumptions;
    }

    @Override
    public List<Shown> derivation(Case data) {
        Set<Shown> shown = new LinkedHashSet<>();
        int index = 0;
        for (Route part : parts.values()) {
            shown.addAll(part.derivation(data.part(index)));
            index++;
        }
        return List.copyOf(shown);
    }

    @Override
    public String asked() {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, Route> part : parts.entrySet()) {
            String asked = part.getValue().asked();
            text.append(text.length() == 0 ? "" : ", ")
                    .append(part.getKey())
                    .append(" = ")
                    .append(asked.startsWith(VALUE) ? asked.substring(VALUE.length()) : asked);
        }
        return VALUE + text;
    }
}
