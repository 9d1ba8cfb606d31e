package org.ansatz.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.Predicate;
import org.ansatz.quantity.Rational;

/** Puts marked responses together, first by candidate, then by question; one part of the candidates at a time. */
final class Results {

    /** The most bytes of one part's candidates that are kept in memory. */
    private static final long RUN_IN_MEMORY = 1 << 19;

    private final List<Item> items;
    private final Ledger ledger;
    private final Function<Item, String> objections;

    /** The questions whose marks everybody gets, responses or none; those that nobody responded to were not asked. */
    private final List<Item> toAll;

    private final Points points;
    private final ItemTally[] tallies;
    private final long[] latest;
    private long counted;
    private long superseded;

    /**
     * What all of them come to.
     *
     * @param most the marks of all questions that were marked
     */
    record Whole(
            long counted,
            long superseded,
            Rational most,
            Distribution distribution,
            double alpha,
            List<ItemAnalysis> items) {}

    /**
     * Results of a ledger.
     *
     * @param objections why a question could not be marked, or an empty text
     * @param toAll whether everybody gets the marks of a question
     */
    Results(List<Item> items, Ledger ledger, Function<Item, String> objections, Predicate<Item> toAll)
            throws IOException {
        this.items = items;
        this.ledger = ledger;
        this.objections = objections;
        this.toAll = items.stream()
                .filter(item -> !item.outcomes().isEmpty() && toAll.test(item))
                .toList();
        List<Rational> marks = new ArrayList<>();
        for (Item item : items) {
            marks.add(item.worth().marks());
            item.outcomes().forEach(outcome -> marks.add(outcome.marks()));
        }
        try {
            points = Points.of(marks);
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
        latest = new long[items.size()];
        tallies = items.stream().map(item -> new ItemTally(item, points)).toArray(ItemTally[]::new);
    }

    Whole whole(Sheet.Candidates candidates) throws IOException {
        Distribution distribution = distribution(candidates);
        if (distribution.candidates() > 0) {
            tally(distribution);
        }
        List<ItemAnalysis> analyses = new ArrayList<>();
        Rational most = Rational.ZERO;
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            if (!item.outcomes().isEmpty()) {
                String objection = objections.apply(item);
                analyses.add(tallies[i].analysis(objection));
                most = objection.isEmpty() ? most.plus(item.worth().marks()) : most;
            }
        }
        return new Whole(counted, superseded, most, distribution, alpha(distribution), analyses);
    }

    /** Ends where the thread was interrupted. */
    private static void goOn() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("stopped");
        }
    }

    // ---- by candidate

    /** Counts the candidates by their marks, and hands them on in the order in which they were first met. */
    private Distribution distribution(Sheet.Candidates candidates) throws IOException {
        Map<Long, Long> byPoints = new HashMap<>();
        List<Spill> runs = new ArrayList<>();
        long number = 0;
        try {
            for (int which = 0; which < ledger.parts(); which++) {
                goOn();
                Part part = ledger.part(which);
                Achieved own = new Achieved();
                Bytes bytes = new Bytes(1 << 10);
                Spill run = new Spill(RUN_IN_MEMORY);
                runs.add(run);
                for (int i = 0; i < part.candidates(); i++) {
                    own.by(part, i);
                    byPoints.merge(own.points, 1L, Long::sum);
                    counted += own.counted;
                    superseded += own.superseded;
                    if (candidates != Sheet.Candidates.NOBODY) {
                        bytes.clear();
                        write(part, i, own, bytes);
                        run.add(bytes);
                    }
                }
                number += part.candidates();
            }
            merge(runs, candidates);
        } finally {
            for (Spill run : runs) {
                run.close();
            }
        }
        TreeMap<Rational, Long> byMarks = new TreeMap<>();
        byPoints.forEach((sum, count) -> byMarks.put(points.marks(sum), count));
        return new Distribution(number, byMarks);
    }

    /** What one candidate's responses come to; for one after the other. */
    private final class Achieved implements Part.Each {
        private final EnumMap<Result, Integer> counts = new EnumMap<>(Result.class);
        private final Set<Integer> given = new HashSet<>();
        private long points;
        private int counted;
        private int superseded;

        @Override
        public void response(int question, int outcome) {
            ItemTally tally = tallies[question];
            points += tally.earned(outcome);
            given.remove(question);
            counts.merge(tally.result(outcome), 1, Integer::sum);
            counted++;
        }

        Achieved by(Part part, int candidate) {
            counts.clear();
            points = 0;
            counted = 0;
            toAll.forEach(item -> given.add(item.index()));
            superseded = part.counted(candidate, latest, this);
            for (int question : given) {
                points += Results.this.points.of(items.get(question).worth().marks());
            }
            return this;
        }
    }

    private static void write(Part part, int candidate, Achieved own, Bytes bytes) {
        bytes.number(part.firstRow(candidate));
        bytes.number(own.points >= 0 ? 2 * own.points : -2 * own.points - 1);
        bytes.number(own.superseded);
        for (Result result : Result.values()) {
            bytes.number(own.counts.getOrDefault(result, 0));
        }
        bytes.text(part.name(candidate));
    }

    /** The candidates of one part as they were written, of which the first has not been handed on. */
    private final class Run {
        private final InputStream in;
        private long row;

        Run(InputStream in) throws IOException {
            this.in = in;
            row = Bytes.number(in);
        }

        CandidateResult next() throws IOException {
            long folded = Bytes.number(in);
            long sum = folded % 2 == 0 ? folded / 2 : -(folded + 1) / 2;
            int replaced = (int) Bytes.number(in);
            Map<Result, Integer> counts = new EnumMap<>(Result.class);
            for (Result result : Result.values()) {
                counts.put(result, (int) Bytes.number(in));
            }
            CandidateResult next = new CandidateResult(Bytes.text(in), points.marks(sum), counts, replaced);
            row = Bytes.number(in);
            return next;
        }
    }

    private void merge(List<Spill> spills, Sheet.Candidates candidates) throws IOException {
        PriorityQueue<Run> runs = new PriorityQueue<>(Comparator.comparingLong((Run run) -> run.row));
        List<InputStream> open = new ArrayList<>();
        try {
            for (Spill spill : spills) {
                InputStream in = spill.open();
                open.add(in);
                Run run = new Run(in);
                if (run.row >= 0) {
                    runs.add(run);
                }
            }
            while (!runs.isEmpty()) {
                goOn();
                Run run = runs.remove();
                candidates.achieved(run.next());
                if (run.row >= 0) {
                    runs.add(run);
                }
            }
        } finally {
            for (InputStream in : open) {
                in.close();
            }
        }
    }

    // ---- by question

    private void tally(Distribution distribution) throws IOException {
        long upper = points.of(distribution.upper());
        long lower = points.of(distribution.lower());
        for (int which = 0; which < ledger.parts(); which++) {
            goOn();
            Part part = ledger.part(which);
            Achieved own = new Achieved();
            for (int i = 0; i < part.candidates(); i++) {
                long all = own.by(part, i).points;
                part.counted(
                        i,
                        latest,
                        (question, outcome) -> tallies[question].add(outcome, all, all >= upper, all <= lower));
            }
        }
    }

    /** Cronbach's alpha (Psychometrika 16, 1951, p. 297), where everybody had the same questions. */
    private double alpha(Distribution distribution) {
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
}
