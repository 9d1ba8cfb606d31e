package org.ansatz.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.ansatz.quantity.Rational;

/** What is told of a class in the end. */
final class Conclusions {

    private static final int MOST_UNREAD = 1000;

    private final Examiner examiner;
    private final Take take;

    Conclusions(Examiner examiner, Take take) {
        this.examiner = examiner;
        this.take = take;
    }

    /**
     * The whole class.
     *
     * @param sums what all candidates achieved
     * @param tallies how each question worked
     */
    MarkedClass of(Scoring scoring, Sums sums, List<ItemTally> tallies) {
        List<ItemAnalysis> analyses = new ArrayList<>();
        Rational most = Rational.ZERO;
        for (Register register : take.registers()) {
            Item item = register.item();
            if (!register.outcomes().isEmpty()) {
                String objection = examiner.objection(register);
                analyses.add(tallies.get(item.index()).analysis(objection));
                most = objection.isEmpty() ? most.plus(item.worth().marks()) : most;
            }
        }
        Intake intake = take.intake();
        Distribution distribution = scoring.distribution(sums);
        return new MarkedClass(
                examiner.schemeName(),
                examiner.authority(),
                new MarkedClass.Tally(
                        intake.responses(),
                        sums.counted(),
                        sums.superseded(),
                        intake.unknown(),
                        intake.refused(),
                        remarks()),
                most,
                distribution,
                scoring.alpha(distribution, tallies),
                analyses,
                unread());
    }

    private List<String> remarks() {
        List<String> all = take.intake().remarks();
        for (Register register : take.registers()) {
            if (register.replies() == null) {
                all.add(register.item().id() + " has more than " + Register.MAX_REPLIES
                        + " different replies that are not right, which are not listed");
            }
        }
        return all;
    }

    private List<MarkedClass.Unread> unread() {
        List<MarkedClass.Unread> unread = new ArrayList<>();
        for (Register register : take.registers()) {
            Map<String, Register.Replied> replies = register.replies();
            if (replies != null && examiner.objection(register).isEmpty()) {
                replies.forEach((reply, replied) -> {
                    Result result = replied.outcome().result();
                    if (result == Result.UNREADABLE || result == Result.UNDECIDED) {
                        unread.add(new MarkedClass.Unread(
                                register.item().id(),
                                reply,
                                replied.reason(),
                                replied.count().sum()));
                    }
                });
            }
        }
        unread.sort(Comparator.comparingLong(MarkedClass.Unread::count)
                .reversed()
                .thenComparing(MarkedClass.Unread::question)
                .thenComparing(MarkedClass.Unread::reply));
        return unread.subList(0, Math.min(MOST_UNREAD, unread.size()));
    }
}
