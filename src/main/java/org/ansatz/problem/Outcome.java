package org.ansatz.problem;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ansatz.expression.type.Estimate;
import org.jspecify.annotations.Nullable;

/**
 * An answer as values: what the routes of a problem agree on, or what one of them finds.
 *
 * @param letters the options that are chosen, in order; empty where none are asked for
 * @param value the number, array, set or interval; of a single option that is chosen, what it offers. Empty if the answer is a
 *     function, several parts, or letters alone
 * @param parts the answers to several parts, by name, in the order in which they are asked for
 * @param text in words, as the command line prints it: {@code C}, {@code -22.8294 dB}, {@code 2*X*(z - y)'/m}
 */
public record Outcome(Set<String> letters, Optional<Quantity> value, Map<String, Quantity> parts, String text) {

    /** Copies. */
    public Outcome {
        letters = Collections.unmodifiableSet(new TreeSet<>(letters));
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }

    /**
     * What a conclusion comes to, or nothing if it is none.
     *
     * @param evidence on which it rests; null if there is more than one
     */
    static Optional<Outcome> of(Conclusion conclusion, @Nullable Evidence evidence, Answer answer, Case data) {
        if (conclusion instanceof Conclusion.Chosen) {
            Set<String> letters = ((Conclusion.Chosen) conclusion).keys();
            Optional<Quantity> value = evidence instanceof Evidence.Values
                    ? value((Evidence.Values) evidence, answer)
                    : offered(letters, data);
            return Optional.of(new Outcome(letters, value, Map.of(), conclusion.brief()));
        }
        if (conclusion instanceof Conclusion.Found) {
            Optional<Quantity> value = value(((Conclusion.Found) conclusion).values(), answer);
            return Optional.of(new Outcome(Set.of(), value, Map.of(), conclusion.brief()));
        }
        return conclusion instanceof Conclusion.FoundParts
                ? Optional.of(ofParts((Conclusion.FoundParts) conclusion, answer))
                : Optional.empty();
    }

    private static Outcome ofParts(Conclusion.FoundParts found, Answer answer) {
        Map<String, Quantity> parts = new LinkedHashMap<>();
        for (Answer.Part part : answer.parts()) {
            value(found.of(part.name()).values(), part.answer()).ifPresent(value -> parts.put(part.name(), value));
        }
        return new Outcome(Set.of(), Optional.empty(), parts, found.brief());
    }

    /** A function has values at many points, and is no value. */
    private static Optional<Quantity> value(Evidence.Values values, Answer answer) {
        boolean isOne = values.points().size() == 1 && values.points().get(0).isEmpty();
        return isOne ? Optional.of(Quantity.of(values.first(), values.type(), answer.unit())) : Optional.empty();
    }

    private static Optional<Quantity> offered(Set<String> letters, Case data) {
        return data.question().isFunction() || letters.size() != 1
                ? Optional.empty()
                : data.options().stream()
                        .filter(option -> letters.contains(option.key()) && !option.isClaim() && !option.hasParts())
                        .map(option -> Quantity.of(
                                Estimate.exact(data.frame()
                                        .rested()
                                        .value(option.expression().term())),
                                option.expression().type(),
                                option.expression().unit()))
                        .findFirst();
    }

    /**
     * The answer to one part.
     *
     * @throws NoSuchElementException if no part has this name
     */
    public Quantity part(String name) {
        Quantity part = parts.get(name);
        if (part == null) {
            throw new NoSuchElementException("there is no part '" + name + "'; there "
                    + (parts.isEmpty() ? "are none" : "is " + String.join(", ", parts.keySet())));
        }
        return part;
    }

    /** As the command line prints it. */
    @Override
    public String toString() {
        return text;
    }
}
