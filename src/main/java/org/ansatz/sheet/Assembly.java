package org.ansatz.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Puts shards together: what comes out is what a {@link Sheet} makes of all responses at once. One assembly takes the states of all
 * shards, in their order; others, which are made from what it tells, each take parts of the candidates; and the first one takes
 * what they have summed. Safe to use from several threads.
 */
public final class Assembly {

    private final Examiner examiner;
    private final Take take;
    private final List<Long> rowsBefore;

    /** For each shard and question, which number an outcome has here, by the number that it has there. */
    private final List<int[][]> numbers;

    private final Scoring scoring;

    private Assembly(Examiner examiner, Take take, List<Long> rowsBefore, List<int[][]> numbers) throws IOException {
        this.examiner = examiner;
        this.take = take;
        this.rowsBefore = rowsBefore;
        this.numbers = numbers;
        this.scoring = new Scoring(examiner, take.registers());
    }

    /**
     * The assembly of all shards.
     *
     * @param states of the shards, in the order of the responses
     * @param beginFiles for each of them, whether it begins a file: lines are counted in each file
     * @throws IOException in a sentence, if the marks are too finely divided
     */
    public static Assembly of(Examiner examiner, List<byte[]> states, List<Boolean> beginFiles) throws IOException {
        Take take = new Take(examiner, Intake.whole());
        List<Long> rowsBefore = new ArrayList<>();
        List<int[][]> numbers = new ArrayList<>();
        long linesBefore = 0;
        for (int i = 0; i < states.size(); i++) {
            InputStream in = new ByteArrayInputStream(states.get(i), 1, states.get(i).length - 1);
            long lines = Bytes.number(in);
            linesBefore = beginFiles.get(i) ? 0 : linesBefore;
            rowsBefore.add(take.intake().responses());
            numbers.add(take.add(in, linesBefore));
            linesBefore += lines;
        }
        return new Assembly(examiner, take, rowsBefore, numbers);
    }

    // ---- for those who take parts

    /** What another process must know of it. */
    public byte[] told() {
        Bytes bytes = new Bytes(1 << 12);
        take.save(bytes);
        bytes.number(rowsBefore.size());
        rowsBefore.forEach(bytes::number);
        for (int[][] shard : numbers) {
            for (int[] question : shard) {
                bytes.number(question.length);
                for (int number : question) {
                    bytes.number(number);
                }
            }
        }
        return bytes.toArray();
    }

    /** The assembly that has {@linkplain #told() told} this. */
    public static Assembly restored(Examiner examiner, byte[] told) throws IOException {
        InputStream in = new ByteArrayInputStream(told);
        Take take = new Take(examiner, Intake.whole());
        take.add(in, 0);
        List<Long> rowsBefore = new ArrayList<>();
        for (long left = Bytes.number(in); left > 0; left--) {
            rowsBefore.add(Bytes.number(in));
        }
        List<int[][]> numbers = new ArrayList<>();
        for (int i = 0; i < rowsBefore.size(); i++) {
            int[][] shard = new int[take.registers().size()][];
            for (int question = 0; question < shard.length; question++) {
                shard[question] = new int[(int) Bytes.number(in)];
                for (int outcome = 0; outcome < shard[question].length; outcome++) {
                    shard[question][outcome] = (int) Bytes.number(in);
                }
            }
            numbers.add(shard);
        }
        return new Assembly(examiner, take, rowsBefore, numbers);
    }

    /**
     * One part of the candidates.
     *
     * @param pieces what shards have of it, by the number of the shard
     */
    public byte[] part(Map<Integer, byte[]> pieces) {
        Bytes bytes = new Bytes(1 << 12);
        pieces.forEach((shard, piece) -> Part.renumber(piece, rowsBefore.get(shard), numbers.get(shard), bytes));
        return bytes.toArray();
    }

    /** Receives what a candidate achieved, and the row in which the candidate was first met. */
    public interface Ordered {
        /** Does nothing. */
        Ordered NOBODY = (row, result) -> {};

        /** Receives a candidate. */
        void achieved(long row, CandidateResult result) throws IOException;
    }

    /** What the candidates of a part achieved, summed. */
    public byte[] sums(byte[] part, Ordered candidates) throws IOException {
        Bytes bytes = new Bytes(1 << 10);
        scoring.sums(Part.of(part), (of, candidate, achieved) -> {
                    if (candidates != Ordered.NOBODY) {
                        candidates.achieved(of.firstRow(candidate), achieved.told(of.name(candidate)));
                    }
                })
                .save(bytes);
        return bytes.toArray();
    }

    /**
     * How the questions worked for the candidates of a part.
     *
     * @param sums of all parts
     */
    public byte[] tallies(byte[] part, byte[] sums) throws IOException {
        List<ItemTally> tallies = scoring.tallies();
        Distribution distribution = scoring.distribution(Sums.restored(new ByteArrayInputStream(sums)));
        if (distribution.candidates() > 0) {
            scoring.tally(Part.of(part), distribution, tallies);
        }
        Bytes bytes = new Bytes(1 << 10);
        tallies.forEach(tally -> tally.save(bytes));
        return bytes.toArray();
    }

    // ---- the whole

    /** The sums of all parts. */
    public static byte[] together(Iterable<byte[]> sums) throws IOException {
        Sums all = new Sums();
        for (byte[] one : sums) {
            all.add(Sums.restored(new ByteArrayInputStream(one)));
        }
        Bytes bytes = new Bytes(1 << 10);
        all.save(bytes);
        return bytes.toArray();
    }

    /**
     * The class.
     *
     * @param sums of all parts
     * @param tallies of the parts
     */
    public MarkedClass marked(byte[] sums, Iterable<byte[]> tallies) throws IOException {
        List<ItemTally> all = scoring.tallies();
        for (byte[] part : tallies) {
            InputStream in = new ByteArrayInputStream(part);
            for (ItemTally tally : all) {
                tally.add(in);
            }
        }
        return new Conclusions(examiner, take).of(scoring, Sums.restored(new ByteArrayInputStream(sums)), all);
    }
}
