package org.ansatz.problem;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arrays;

/** What a route found, with its own estimate of how wrong it may be. */
public sealed interface Evidence {

    /** What a reader must know of how it was found, a sentence each; mostly nothing. */
    List<String> remarks();

    /** The same evidence with remarks. */
    Evidence with(List<String> remarks);

    /** How sure it is, and why it is not surer. */
    Sureness sureness();

    /** How sure it is. */
    default Certainty certainty() {
        return sureness().certainty();
    }

    /** The same evidence, this sure. */
    Evidence as(Sureness sureness);

    /** How many cases were tried, where they are samples. */
    int samples();

    /** How sure it is, in words: {@code proved}, {@code sampled (100 draws)}. */
    default String howSure() {
        return certainty() == Certainty.SAMPLED && samples() > 1
                ? certainty().word() + " (" + samples() + " draws)"
                : certainty().word();
    }

    /**
     * A value, or a function known at sample points: first those from all over the domain, then those from its edges,
     * where a function that is singular there may have no value that can be told.
     *
     * @param points where: what was drawn; one empty point for a single number
     * @param inside how many of the points are from all over the domain
     * @param values the value at each point; its error is infinite where it cannot be told
     * @param type of each value
     * @param candidates what each option is worth at the same points
     * @param remarks for a reader
     * @param terms the largest magnitude of what the values are differences of, where they are nothing but their error; otherwise 0
     * @param sureness how sure the values are
     * @param within how far off, in SI, they may be by the author's own word; 0 where nothing is said of it
     */
    record Values(
            List<Point> points,
            int inside,
            List<Estimate> values,
            Type type,
            Map<String, List<Estimate>> candidates,
            List<String> remarks,
            double terms,
            Sureness sureness,
            double within)
            implements Evidence {
        /** Copies. */
        public Values {
            points = List.copyOf(points);
            values = List.copyOf(values);
            candidates = new LinkedHashMap<>(candidates);
            remarks = List.copyOf(remarks);
        }

        /** Values without remarks. */
        public Values(
                List<Point> points,
                int inside,
                List<Estimate> values,
                Type type,
                Map<String, List<Estimate>> candidates) {
            this(points, inside, values, type, candidates, List.of(), 0, Sureness.estimated(""), 0);
        }

        @Override
        public Values with(List<String> newRemarks) {
            return new Values(points, inside, values, type, candidates, newRemarks, terms, sureness, within);
        }

        @Override
        public Values as(Sureness sure) {
            return new Values(points, inside, values, type, candidates, remarks, terms, sure, within);
        }

        @Override
        public int samples() {
            return inside;
        }

        /** The same values, which are differences of terms of this magnitude. */
        public Values ofTerms(double size) {
            return new Values(points, inside, values, type, candidates, remarks, size, sureness, within);
        }

        /** The same values, which may be this far off by the author's own word, if their errors are not larger. */
        public Values within(double bound) {
            List<Estimate> coarse = new ArrayList<>();
            values.forEach(each -> coarse.add(new Estimate(each.value(), Math.max(each.error(), bound))));
            Sureness least = sureness.and(Sureness.estimated("its author says how far off it may be"));
            return new Values(points, inside, coarse, type, candidates, remarks, terms, least, bound);
        }

        /** The first value. */
        public Estimate first() {
            return values.get(0);
        }

        /** The largest magnitude inside. */
        public double scale() {
            double scale = 0;
            for (Estimate estimate : values.subList(0, inside)) {
                scale = Math.max(scale, Arrays.size(estimate.value()));
            }
            return scale;
        }

        /** The largest error inside. */
        public double error() {
            double error = 0;
            for (Estimate estimate : values.subList(0, inside)) {
                error = Math.max(error, estimate.error());
            }
            return error;
        }
    }

    /**
     * A value for each of the parts that are asked for.
     *
     * @param parts by name, in the order in which they are asked for
     */
    record Parts(Map<String, Values> parts, List<String> remarks) implements Evidence {
        /** Copies. */
        public Parts {
            parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
            remarks = List.copyOf(remarks);
        }

        /**
         * What was found for a part.
         *
         * @throws IllegalArgumentException if there is no part of this name
         */
        public Values of(String part) {
            Values values = parts.get(part);
            if (values == null) {
                throw new IllegalArgumentException(part);
            }
            return values;
        }

        @Override
        public Parts with(List<String> newRemarks) {
            return new Parts(parts, newRemarks);
        }

        @Override
        public Sureness sureness() {
            Sureness least = Sureness.EXACT;
            for (Values values : parts.values()) {
                least = least.and(values.sureness());
            }
            return least;
        }

        @Override
        public Parts as(Sureness sureness) {
            Map<String, Values> sure = new LinkedHashMap<>();
            parts.forEach((name, values) -> sure.put(name, values.as(sureness)));
            return new Parts(sure, remarks);
        }

        @Override
        public int samples() {
            int most = 0;
            for (Values values : parts.values()) {
                most = Math.max(most, values.samples());
            }
            return most;
        }
    }

    /**
     * How far each option is from meeting the route's condition; zero is perfect.
     *
     * @param byOption the largest distance over all cases
     * @param type of the distances
     * @param remarks for a reader
     * @param sureness how sure they are
     * @param samples how many cases were tried
     */
    record Residuals(Map<String, Estimate> byOption, Type type, List<String> remarks, Sureness sureness, int samples)
            implements Evidence {
        /** Copies the list. */
        public Residuals {
            remarks = List.copyOf(remarks);
        }

        /** Residuals without remarks. */
        public Residuals(Map<String, Estimate> byOption, Type type) {
            this(byOption, type, List.of(), Sureness.estimated(""), 1);
        }

        @Override
        public Residuals with(List<String> newRemarks) {
            return new Residuals(byOption, type, newRemarks, sureness, samples);
        }

        @Override
        public Residuals as(Sureness sure) {
            return new Residuals(byOption, type, remarks, sure, samples);
        }
    }

    /**
     * Which options hold.
     *
     * @param byOption what is known of each
     * @param remarks for a reader
     * @param sureness how sure the least sure of them is
     */
    record Truths(Map<String, Finding> byOption, List<String> remarks, Sureness sureness) implements Evidence {
        /** Copies the list. */
        public Truths {
            remarks = List.copyOf(remarks);
        }

        /** Truths without remarks. */
        public Truths(Map<String, Finding> byOption) {
            this(byOption, List.of(), Sureness.estimated(""));
        }

        @Override
        public Truths with(List<String> newRemarks) {
            return new Truths(byOption, newRemarks, sureness);
        }

        @Override
        public Truths as(Sureness sure) {
            return new Truths(byOption, remarks, sure);
        }

        @Override
        public int samples() {
            int most = 0;
            for (Finding finding : byOption.values()) {
                most = finding.holds() ? Math.max(most, finding.samples()) : most;
            }
            return most;
        }
    }

    /**
     * What is known of one option's truth. Sampling refutes but never proves; trying every case does.
     *
     * @param holds whether no counter-example was found, and nothing is undecided
     * @param samples how many cases were tried; 0 if it was decided without sampling
     * @param counterexample the case that refutes it, or an empty text
     * @param undecided why it cannot be told whether it holds, or an empty text
     */
    record Finding(boolean holds, int samples, String counterexample, String undecided) {

        /** A truth that is decided. */
        public Finding(boolean holds, int samples, String counterexample) {
            this(holds, samples, counterexample, "");
        }

        /** Neither true nor false. */
        public static Finding undecided(int samples, String why) {
            return new Finding(false, samples, "", why);
        }

        @Override
        public String toString() {
            if (!undecided.isEmpty()) {
                return "undecided: " + undecided;
            }
            if (!holds) {
                return counterexample.isEmpty() ? "false" : "false: " + counterexample;
            }
            return samples == 0 ? "true" : "survived " + samples + " samples";
        }
    }
}
