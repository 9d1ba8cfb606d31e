package org.ansatz.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import org.ansatz.mark.Mark;
import org.ansatz.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What is taken in of responses but for who gave them: how many there were, and what came of them, question by question. A reply that
 * was met before is looked up. Replies may be judged by several threads; the rest is for one.
 */
final class Take {

    /** The most replies to a question that are remembered, and the longest; others are marked whenever they are met. */
    private static final int MAX_REMEMBERED = 20_000;

    private static final int LONGEST_REMEMBERED = 200;

    private final Examiner examiner;
    private final Intake intake;
    private final List<Register> registers = new ArrayList<>();
    private final AtomicReferenceArray<Counted> published;
    private final Map<Examiner.Asked, Counted> variants = new ConcurrentHashMap<>();

    /** Nothing has been taken in yet. */
    Take(Examiner examiner, Intake intake) {
        this.examiner = examiner;
        this.intake = intake;
        for (Item item : examiner.questions().all()) {
            registers.add(new Register(item));
        }
        published = new AtomicReferenceArray<>(registers.size());
    }

    Intake intake() {
        return intake;
    }

    /** By the questions' numbers. */
    List<Register> registers() {
        return registers;
    }

    /** A response to a question that is known. */
    record Known(Response response, Item item, long seed) {}

    /**
     * Counts a response.
     *
     * @return null if it is to no question, or from nobody, that is known
     */
    @Nullable
    Known take(Response response) {
        intake.response();
        Questions questions = examiner.questions();
        Item item = questions.find(response.question());
        if (item == null) {
            intake.unknown(response.line(), questions.unknown(response.question()));
            return null;
        }
        Long seed = examiner.seed(response.candidate(), item);
        if (seed == null) {
            intake.unknown(
                    response.line(), "no seed is given for the candidate '" + shortened(response.candidate()) + "'");
            return null;
        }
        return new Known(response, item, seed);
    }

    private static String shortened(String text) {
        int most = 40;
        return text.length() <= most ? text : text.substring(0, most) + "…";
    }

    /**
     * What a reply comes to.
     *
     * @param number of its outcome, see {@link Register#number}
     * @param count where it is counted
     */
    record Judged(int number, Mark mark, Outcome outcome, LongAdder count) {}

    /** What a response comes to, which is counted. */
    Judged judge(Known known) {
        Judged judged =
                counted(known.item(), known.seed()).judged(known.response().reply());
        judged.count().increment();
        return judged;
    }

    private Counted counted(Item item, long seed) {
        if (seed != Problem.PUBLISHED) {
            if (variants.size() >= Examiner.MOST_VARIANTS) {
                variants.clear();
            }
            return variants.computeIfAbsent(
                    new Examiner.Asked(item.index(), seed), asked -> counted(examiner.rubric(item, seed)));
        }
        Counted known = published.get(item.index());
        if (known != null) {
            return known;
        }
        published.compareAndSet(item.index(), null, counted(examiner.rubric(item, seed)));
        return published.get(item.index());
    }

    private Counted counted(Rubric rubric) {
        Register register = registers.get(rubric.item().index());
        if (rubric.isPublished()) {
            register.ask();
        }
        return new Counted(rubric, register);
    }

    /** A question with its data, and where what came of replies to it is noted. */
    private record Counted(Rubric rubric, Register register, Map<String, Judged> remembered) {

        Counted(Rubric rubric, Register register) {
            this(rubric, register, new ConcurrentHashMap<>());
        }

        Judged judged(String reply) {
            Judged known = remembered.get(reply);
            if (known == null) {
                Rubric.Judgement made = rubric.judge(reply);
                Outcome outcome = made.outcome();
                known = new Judged(
                        register.number(outcome),
                        made.mark(),
                        outcome,
                        register.counter(reply, outcome, made.mark().message()));
                if (reply.length() <= LONGEST_REMEMBERED && remembered.size() < MAX_REMEMBERED) {
                    remembered.put(reply, known);
                }
            }
            return known;
        }
    }

    /** Writes it for {@link #add}. */
    void save(Bytes bytes) {
        intake.save(bytes);
        registers.forEach(register -> register.save(bytes));
    }

    /**
     * Adds what was written of others that were read after it.
     *
     * @param linesBefore how many lines stand before theirs
     * @return for each question, which number an outcome has here, by the number that it had there
     */
    int[][] add(InputStream in, long linesBefore) throws IOException {
        intake.add(in, linesBefore);
        int[][] numbers = new int[registers.size()][];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = registers.get(i).add(in);
        }
        return numbers;
    }
}
