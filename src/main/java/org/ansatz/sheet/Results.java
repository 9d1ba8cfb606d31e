package org.ansatz.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.CancellationException;

/** Goes through the parts of a ledger, first by candidate, then by question. */
final class Results {

    /** The most bytes of one part's candidates that are kept in memory. */
    private static final long RUN_IN_MEMORY = 1 << 19;

    private final Ledger ledger;
    private final Scoring scoring;

    Results(Ledger ledger, Scoring scoring) {
        this.ledger = ledger;
        this.scoring = scoring;
    }

    /** Ends where the thread was interrupted. */
    private static void goOn() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("stopped");
        }
    }

    /** What all candidates achieved; they are handed on in the order in which they were first met. */
    Sums sums(Sheet.Candidates candidates) throws IOException {
        Sums sums = new Sums();
        List<Spill> runs = new ArrayList<>();
        try {
            for (int which = 0; which < ledger.parts(); which++) {
                goOn();
                Spill run = new Spill(RUN_IN_MEMORY);
                runs.add(run);
                Bytes bytes = new Bytes(1 << 10);
                sums.add(scoring.sums(ledger.part(which), (part, candidate, achieved) -> {
                    if (candidates != Sheet.Candidates.NOBODY) {
                        bytes.clear();
                        write(part, candidate, achieved, bytes);
                        run.add(bytes);
                    }
                }));
            }
            merge(runs, candidates);
        } finally {
            for (Spill run : runs) {
                run.close();
            }
        }
        return sums;
    }

    private static void write(Part part, int candidate, Scoring.Achieved achieved, Bytes bytes) {
        bytes.number(part.firstRow(candidate));
        bytes.integer(achieved.earned());
        bytes.number(achieved.superseded());
        for (Result result : Result.values()) {
            bytes.number(achieved.count(result));
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
            long earned = Bytes.integer(in);
            int superseded = (int) Bytes.number(in);
            Map<Result, Integer> counts = new EnumMap<>(Result.class);
            for (Result result : Result.values()) {
                counts.put(result, (int) Bytes.number(in));
            }
            CandidateResult next = scoring.result(Bytes.text(in), earned, counts, superseded);
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

    /** How each question worked. */
    List<ItemTally> tallies(Distribution distribution) throws IOException {
        List<ItemTally> tallies = scoring.tallies();
        for (int which = 0; which < ledger.parts() && distribution.candidates() > 0; which++) {
            goOn();
            scoring.tally(ledger.part(which), distribution, tallies);
        }
        return tallies;
    }
}
