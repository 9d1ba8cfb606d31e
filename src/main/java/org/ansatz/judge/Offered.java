package org.ansatz.judge;

import java.util.List;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.ansatz.problem.Answer;
import org.ansatz.problem.Case;
import org.ansatz.problem.Evidence.Values;
import org.ansatz.problem.Option;
import org.ansatz.problem.Tolerance;

/**
 * One of the things that options offer a value for, and what was found for it.
 *
 * @param name by which it is asked for; empty if it is the only one
 * @param values what was found
 * @param answer how it is asked for
 * @param tolerance how near an option must come
 * @param data with the options as far as they speak of it
 */
record Offered(String name, Values values, Answer answer, Tolerance tolerance, Case data) {

    /** What was found, with its name if it is one of several. */
    String printed() {
        String value = ValueMeaning.printed(values, answer, data);
        return name.isEmpty() ? value : name + " = " + value;
    }

    private List<Estimate> candidates(Option option) {
        return values.candidates().getOrDefault(option.key(), List.of());
    }

    /** How far an option is from what was found, in SI; infinite for a set with more or fewer numbers. */
    double distance(Option option) {
        return Pointwise.distance(values, candidates(option));
    }

    /** Whether an option is what was found, within a tolerance. */
    boolean fits(Option option, Tolerance within) {
        if (values.type().isCollection()) {
            return Entries.areAsMany(candidates(option), values.values()) && entriesFit(option, within);
        }
        if (data.question().isFunction()) {
            return Judge.isFunction(candidates(option), values, within);
        }
        double value = Arrays.size(candidates(option).get(0).value());
        double allowed = Precision.ofOption(within, Printed.of(own(option).expression()), value) + values.error();
        return distance(option) <= allowed;
    }

    private boolean entriesFit(Option option, Tolerance within) {
        List<Values> entries = Entries.of(values);
        for (int i = 0; i < entries.size(); i++) {
            Values entry = entries.get(i);
            List<Estimate> offered = entry.candidates().getOrDefault(option.key(), List.of());
            Value number = offered.get(0).value();
            Printed printed =
                    Printed.of(own(option).expression(), number, data.frame().rested());
            double allowed = Precision.ofOption(within, printed, Arrays.size(number)) + entry.error();
            double distance = Pointwise.distance(entry, offered);
            if (!(distance <= allowed) || Double.isInfinite(distance)) {
                return false;
            }
        }
        return !entries.isEmpty() || Entries.count(values.first().value()) == 0;
    }

    private Option own(Option option) {
        for (Option each : data.options()) {
            if (each.key().equals(option.key())) {
                return each;
            }
        }
        return option;
    }

    /**
     * By which part of itself what was found is off an option. Numbers of a row, a matrix, a set or an interval may differ in size
     * by far, so that each counts by its own part; one that is zero, by its part of the largest.
     */
    Estimate apart(Option option) {
        List<Estimate> offered = candidates(option);
        double furthest = 0;
        double error = 0;
        for (int i = 0; i < Math.min(values.inside(), offered.size()); i++) {
            Value found = values.values().get(i).value();
            Value other = offered.get(i).value();
            double largest = Arrays.sizeOfFinite(found);
            double parts = Arrays.shape(found).equals(Arrays.shape(other))
                    ? Arrays.size(Arrays.entrywise(found, other, (a, b) -> part(a, b, largest)))
                    : Double.POSITIVE_INFINITY;
            furthest = Math.max(furthest, parts);
            error = Math.max(error, largest == 0 ? 0 : values.error() / largest);
        }
        return Estimate.of(furthest, error);
    }

    private static Value part(Value found, Value other, double largest) {
        double size = Arrays.size(found) == 0 ? largest : Arrays.size(found);
        double distance = Arrays.distance(found, other);
        double part = distance == 0 ? 0 : Double.isInfinite(distance) ? distance : distance / size;
        return new Value.Real(part);
    }
}
