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

    void add(Showing showing, String reply, Mark mark, Rating rating, boolean exam) throws IOException {
        String slip = mark instanceof Mark.Wrong ? ((Mark.Wrong) mark).slip() : "";
        add(showing, reply, outcome(mark), slip, rating, exam);
    }

    void addShown(Showing showing) throws IOException {
        add(showing, "", Outcome.SHOWN, "", Rating.AGAIN, false);
    }

    private static Outcome outcome(Mark mark) {
        if (mark instanceof Mark.Right) {
            return Outcome.RIGHT;
        }
        return mark instanceof Mark.UnitMissing ? Outcome.UNIT_MISSING : Outcome.WRONG;
    }

    private void add(Showing showing, String reply, Outcome outcome, String slip, Rating rating, boolean exam)
            throws IOException {
        progress()
                .add(new Attempt(
                        showing.id(),
                        Instant.ofEpochMilli(now().toEpochMilli()),
                        showing.problem().id(),
                        showing.problem().card().topic(),
                        showing.data().seed(),
                        showing.settings(),
                        reply,
                        outcome,
                        slip,
                        showing.hints(),
                        rating,
                        exam));
    }
}
