package org.ansatz.practice;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;
import org.ansatz.mark.Mark;
import org.ansatz.progress.Attempt;
import org.ansatz.progress.Outcome;
import org.ansatz.progress.Progress;
import org.ansatz.schedule.Rating;

/** Keeps replies as attempts. */
final class Recorder {

    private final Supplier<Progress> store;
    private final Clock clock;

    Recorder(Supplier<Progress> store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    Progress progress() {
        return store.get();
    }

    void add(Sitting sitting, String reply, Mark mark, Rating rating, boolean exam) throws IOException {
        String slip = mark instanceof Mark.Wrong ? ((Mark.Wrong) mark).slip() : "";
        add(sitting, reply, outcome(mark), slip, rating, exam);
    }

    void addShown(Sitting sitting) throws IOException {
        add(sitting, "", Outcome.SHOWN, "", Rating.AGAIN, false);
    }

    private static Outcome outcome(Mark mark) {
        if (mark instanceof Mark.Right) {
            return Outcome.RIGHT;
        }
        return mark instanceof Mark.UnitMissing ? Outcome.UNIT_MISSING : Outcome.WRONG;
    }

    private void add(Sitting sitting, String reply, Outcome outcome, String slip, Rating rating, boolean exam)
            throws IOException {
        progress()
                .add(new Attempt(
                        sitting.id(),
                        Instant.ofEpochMilli(now().toEpochMilli()),
                        sitting.problem().id(),
                        sitting.problem().card().topic(),
                        sitting.data().seed(),
                        sitting.settings(),
                        reply,
                        outcome,
                        slip,
                        sitting.hints(),
                        rating,
                        exam));
    }
}
