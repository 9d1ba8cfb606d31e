package org.ansatz.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ansatz.quantity.Rational;

/**
 * What candidates earned with their marked responses, and how each question worked; one part of the candidates at a time. Safe to use
 * from several threads.
 */
final class Scoring {

    private final List<Register> registers;

    /** The questions whose marks everybody gets, responses or none; those that nobody responded to were not asked. */
    private final List<Item> toAll = new ArrayList<>();

    private final Points points;

    /** For what each outcome earns; nothing is added. */
    private final List<ItemTally> worth;

    /**
     * A scoring of what came of all responses.
     *
     * @throws IOException in a sentence, if the marks are too finely divided
     */
    Scoring(Examiner examiner, List<Register> registers) throws IOException {
        this.registers = registers;
        List<Rational> marks = new ArrayList<>();
        for (Register register : registers) {
            Item item = register.item();
            List<Outcome> outcomes = register.outcomes();
            marks.add(item.worth().marks());
            outcomes.forEach(outcome -> marks.add(outcome.marks()));
            if (!outcomes.isEmpty() && examiner.isToAll(register)) {
                toAll.add(item);
            }
        }
        try {
            points = Points.of(marks);
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
        worth = tallies();
    }

    /** Tallies of all questions to which nothing was added. */
    List<ItemTally> tallies() {
        return registers.stream()
                .map(register -> new ItemTally(register, points))
                .toList();
    }

    Points points() {
        return points;
    }

    // ---- by candidate

    /** Receives what a candidate achieved; it is used again for the next one. */
    interface Scored {
        void achieved(Part part, int candidate, Achieved achieved) throws IOException;
    }

    /** What one candidate's responses come to; for one after the other. */
    final class Achieved implements Part.Each {
        private final EnumMap<Result, Integer> counts = new EnumMap<>(Result.class);
        private final Set<Integer> given = new HashSet<>();

        /** For {@link Part#counted}. */
        private final long[] latest = new long[registers.size()];

        private long earned;
        private int counted;
        private int superseded;

        private Achieved() {}

        @Override
        public void response(int question, int outcome) {
            ItemTally tally = worth.get(question);
            earned += tally.earned(outcome);
            given.remove(question);
            counts.merge(tally.result(outcome), 1, Integer::sum);
            counted++;
        }

        private Achieved by(Part part, int candidate) {
            for (Result result : Result.values()) {
                counts.put(result, 0);
            }
            counted = 0;
            earned = 0;
            toAll.forEach(item -> given.add(item.index()));
            superseded = part.counted(candidate, latest, this);
            for (int question : given) {
                earned += points.of(registers.get(question).item().worth().marks());
            }
            return this;
        }

        CandidateResult told(String name) {
            return result(name, earned, counts, superseded);
        }

        /** All points. */
        long earned() {
            return earned;
        }

        /** How many questions came to this. */
        int count(Result result) {
            return counts.getOrDefault(result, 0);
        }

        /** How many responses a later one replaced. */
        int superseded() {
            return superseded;
        }
    }

    /** What the candidates of one part achieved. */
    Sums sums(Part part, Scored each) throws IOException {
        Sums sums = new Sums();
        Achieved achieved = new Achieved();
        for (int i = 0; i < part.candidates(); i++) {
            achieved.by(part, i);
            sums.add(achieved.earned, achieved.counted, achieved.superseded);
            each.achieved(part, i, achieved);
        }
        return sums;
    }

    /** How marks are distributed. */
    Distribution distribution(Sums sums) {
        TreeMap<Rational, Long> byMarks = new TreeMap<>();
        sums.byPoints().forEach((sum, count) -> byMarks.put(points.marks(sum), count));
        return new Distribution(sums.candidates(), byMarks);
    }

    // ---- by question

    /**
     * Adds the responses of one part's candidates to tallies.
     *
     * @param all of all parts: it tells who belongs to the upper and the lower group
     */
    void tally(Part part, Distribution all, List<ItemTally> tallies) {
        long upper = points.of(all.upper());
        long lower = points.of(all.lower());
        Achieved achieved = new Achieved();
        for (int i = 0; i < part.candidates(); i++) {
            long earned = achieved.by(part, i).earned;
            part.counted(
                    i,
                    achieved.latest,
                    (question, outcome) ->
                            tallies.get(question).add(outcome, earned, earned >= upper, earned <= lower));
        }
    }

    /** Cronbach's alpha (Psychometrika 16, 1951, p. 297), where everybody had the same questions. */
    double alpha(Distribution distribution, List<ItemTally> tallies) {
        double variances = 0;
        int asked = 0;
        for (ItemTally tally : tallies) {
            if (tally.responses() > 0) {
                if (tally.responses() != distribution.candidates()) {
                    return Double.NaN;
                }
                asked++;
                variances += tally.variance();
            }
        }
        double all = distribution.deviation() * points.perMark();
        return asked < 2 || all == 0 ? Double.NaN : asked / (asked - 1.0) * (1 - variances / (all * all));
    }

    /** What was achieved as it is told. */
    CandidateResult result(String name, long earned, Map<Result, Integer> counts, int superseded) {
        return new CandidateResult(name, points.marks(earned), counts, superseded);
    }
}
