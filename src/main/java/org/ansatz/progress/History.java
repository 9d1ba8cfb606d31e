package org.ansatz.progress;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.ansatz.schedule.Fsrs;
import org.ansatz.schedule.Memory;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a learner's attempts at one instant; immutable. A sitting is one review, in an exam or not, rated and
 * dated by its last attempt. Days are the learner's own, in a time zone.
 *
 * <p>Attempts may be of problems that are no longer there: they count in what was done, and whoever asks what to do says which
 * problems there are.
 */
public final class History {

    /** How many days {@link #forecast} looks ahead, today included. */
    public static final int FORTNIGHT = 14;

    private final List<Attempt> attempts;
    private final List<Sitting> sittings;
    private final SortedMap<String, Standing> standings;
    private final Instant now;
    private final ZoneId zone;

    private History(List<Attempt> attempts, Fsrs fsrs, Instant now, ZoneId zone) {
        this.attempts = possible(attempts, now);
        this.sittings = sittings(this.attempts);
        this.standings = standings(sittings, fsrs);
        this.now = now;
        this.zone = zone;
    }

    /**
     * What follows from attempts. Nobody knows when one was made that is dated after {@code now}, by a clock that was wrong or in
     * an import: it counts as of the last one before, or of long ago, so that it does not hold its question back.
     *
     * @param attempts in the order of time, as of {@link Progress#attempts}
     * @param fsrs by what memories are reckoned
     * @param now what is due is due by then
     * @param zone where the learner's days begin
     */
    public static History of(List<Attempt> attempts, Fsrs fsrs, Instant now, ZoneId zone) {
        return new History(attempts, fsrs, now, zone);
    }

    private static List<Attempt> possible(List<Attempt> attempts, Instant now) {
        Instant last = attempts.stream()
                .map(Attempt::at)
                .filter(at -> !at.isAfter(now))
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        return attempts.stream()
                .map(attempt -> attempt.at().isAfter(now) ? attempt.madeAt(last) : attempt)
                .toList();
    }

    /** Every sitting, in the order in which they ended. */
    public List<Sitting> sittings() {
        return sittings;
    }

    /** How the learner stands with each problem that was tried, by id. */
    public SortedMap<String, Standing> standings() {
        return standings;
    }

    /** How the learner stands with a problem; null if it was never tried. */
    public @Nullable Standing standing(String problem) {
        return standings.get(problem);
    }

    /** How well a problem is remembered; {@link Memory#fresh} if it was never tried. */
    public Memory memory(String problem) {
        Standing standing = standings.get(problem);
        return standing == null ? Memory.fresh() : standing.memory();
    }

    /**
     * The problems that were tried and are due now, the longest overdue first, then by id.
     *
     * @param there which problems there are
     */
    public List<String> due(Predicate<String> there) {
        List<String> due = new ArrayList<>();
        for (Standing standing : standings.values()) {
            if (!standing.memory().due().isAfter(now) && there.test(standing.problem())) {
                due.add(standing.problem());
            }
        }
        due.sort(Comparator.comparing(problem -> memory(problem).due()));
        return List.copyOf(due);
    }

    /**
     * The problems that fall due on each of the next {@value #FORTNIGHT} days, by the time they do; what is overdue counts
     * today. Every day is there, if only with an empty list.
     *
     * @param there which problems there are
     */
    public SortedMap<LocalDate, List<String>> forecast(Predicate<String> there) {
        LocalDate today = day(now);
        SortedMap<LocalDate, List<String>> days = new TreeMap<>();
        for (int ahead = 0; ahead < FORTNIGHT; ahead++) {
            days.put(today.plusDays(ahead), new ArrayList<>());
        }
        for (Standing standing : standings.values()) {
            LocalDate due = day(standing.memory().due());
            List<String> ofDay = days.get(due.isBefore(today) ? today : due);
            if (ofDay != null && there.test(standing.problem())) {
                ofDay.add(standing.problem());
            }
        }
        for (Map.Entry<LocalDate, List<String>> ofDay : days.entrySet()) {
            ofDay.getValue()
                    .sort(Comparator.comparing(problem -> memory(problem).due()));
            ofDay.setValue(List.copyOf(ofDay.getValue()));
        }
        return Collections.unmodifiableSortedMap(days);
    }

    /**
     * On how many days in a row there was an attempt, up to today. Today may still come: without an attempt today the streak
     * of yesterday stands.
     */
    public int streak() {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (Attempt attempt : attempts) {
            days.add(day(attempt.at()));
        }
        LocalDate day = day(now);
        if (!days.contains(day)) {
            day = day.minusDays(1);
        }
        int streak = 0;
        while (days.contains(day.minusDays(streak))) {
            streak++;
        }
        return streak;
    }

    /** For each topic, in how many of all sittings the first attempt was right without hints; by topic. */
    public SortedMap<String, Share> accuracy() {
        SortedMap<String, Share> accuracy = new TreeMap<>();
        for (Sitting sitting : sittings) {
            Share before = accuracy.getOrDefault(sitting.topic(), new Share(0, 0));
            int right = sitting.rightAtOnce() ? 1 : 0;
            accuracy.put(sitting.topic(), new Share(before.some() + right, before.all() + 1));
        }
        return Collections.unmodifiableSortedMap(accuracy);
    }

    /** What was recognised as mistakes, the most frequent first. */
    public List<Tally> slips() {
        List<String> slips = new ArrayList<>();
        for (Attempt attempt : attempts) {
            slips.add(attempt.slip());
        }
        return Tally.of(slips);
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    /** A sitting is told by its number and its problem: what was imported from elsewhere may use a number again. */
    private record Key(long sitting, String problem) {}

    private static List<Sitting> sittings(List<Attempt> attempts) {
        Map<Key, List<Attempt>> grouped = new LinkedHashMap<>();
        for (Attempt attempt : attempts) {
            Key key = new Key(attempt.sitting(), attempt.problem());
            grouped.computeIfAbsent(key, unseen -> new ArrayList<>()).add(attempt);
        }
        List<Sitting> sittings = new ArrayList<>();
        for (List<Attempt> ofSitting : grouped.values()) {
            sittings.add(new Sitting(ofSitting));
        }
        sittings.sort(Comparator.comparing(Sitting::at));
        return List.copyOf(sittings);
    }

    private static SortedMap<String, Standing> standings(List<Sitting> sittings, Fsrs fsrs) {
        Map<String, List<Sitting>> ofProblem = new HashMap<>();
        for (Sitting sitting : sittings) {
            ofProblem
                    .computeIfAbsent(sitting.problem(), unseen -> new ArrayList<>())
                    .add(sitting);
        }
        SortedMap<String, Standing> standings = new TreeMap<>();
        ofProblem.forEach((problem, own) -> {
            Memory memory = Memory.fresh();
            for (Sitting sitting : own) {
                memory = fsrs.reviewed(memory, sitting.rating(), sitting.at());
            }
            standings.put(problem, new Standing(problem, own, memory));
        });
        return Collections.unmodifiableSortedMap(standings);
    }
}
