package org.ansatz.judge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.ansatz.problem.Evidence.Values;

/**
 * Sets and intervals number by number, so that each is compared by its own size: a lower end of 1 mV beside an upper one of
 * 1 kV. Sets are in order, so that their numbers correspond; an end may be infinite, and then is that or nothing.
 */
final class Entries {

    private Entries() {}

    /** How many numbers a value has. */
    static int count(Value value) {
        return value instanceof Value.Array ? ((Value.Array) value).entries().size() : 1;
    }

    /** One number of a value. */
    static Value at(Value value, int index) {
        return value instanceof Value.Array ? ((Value.Array) value).entries().get(index) : value;
    }

    /** Whether values have as many numbers at each point as others. */
    static boolean areAsMany(List<Estimate> a, List<Estimate> b) {
        boolean asMany = a.size() == b.size();
        for (int i = 0; asMany && i < a.size(); i++) {
            asMany = count(a.get(i).value()) == count(b.get(i).value());
        }
        return asMany;
    }

    /** Each number of a set or interval as a value of its own, or none if points have more of them than others. */
    static List<Values> of(Values values) {
        int count = count(values.first().value());
        for (Estimate estimate : values.values()) {
            if (count(estimate.value()) != count) {
                return List.of();
            }
        }
        List<Values> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            entries.add(entry(values, i));
        }
        return entries;
    }

    private static Values entry(Values values, int index) {
        Map<String, List<Estimate>> candidates = new LinkedHashMap<>();
        values.candidates().forEach((key, offered) -> {
            if (areAsMany(offered, values.values())) {
                candidates.put(key, entry(offered, index));
            }
        });
        return new Values(
                        values.points(),
                        values.inside(),
                        entry(values.values(), index),
                        values.type().ofEntry(),
                        candidates)
                .as(values.sureness());
    }

    private static List<Estimate> entry(List<Estimate> estimates, int index) {
        List<Estimate> entries = new ArrayList<>();
        for (Estimate estimate : estimates) {
            entries.add(new Estimate(at(estimate.value(), index), estimate.error()));
        }
        return entries;
    }

    /** Without what has the value of an earlier one: a set holds a double root once, however often it is written. */
    static <T> List<T> different(List<T> numbers, Function<T, Value> value) {
        List<T> different = new ArrayList<>();
        for (T number : numbers) {
            boolean isNew = different.stream()
                    .noneMatch(other -> Arrays.distance(value.apply(other), value.apply(number)) == 0);
            if (isNew) {
                different.add(number);
            }
        }
        return different;
    }
}
