package org.ansatz.sheet;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Responses by candidate, the candidates in the order in which they were first met. Written without an object for each response:
 * there may be millions.
 */
final class Part {

    private static final int NONE = -1;
    private static final int LEAST = 1 << 10;
    private static final int PRIME = 31;

    private final byte[] bytes;
    private final Bytes.Cursor cursor;

    // for each response
    private long[] row = new long[LEAST];
    private int[] question = new int[LEAST];
    private int[] outcome = new int[LEAST];
    private int[] next = new int[LEAST];
    private int responses;

    // for each candidate
    private int[] nameAt = new int[LEAST];
    private int[] nameLength = new int[LEAST];
    private int[] last = new int[LEAST];
    private long[] first = new long[LEAST];
    private int candidates;

    /** Candidates by the hash of their names, open addressing. */
    private int[] table = new int[4 * LEAST];

    private Integer[] order = {};

    private Part(byte[] bytes) {
        this.bytes = bytes;
        this.cursor = new Bytes.Cursor(bytes);
        Arrays.fill(table, NONE);
    }

    /** Writes a response for {@link #of}. */
    static void write(Bytes bytes, long row, int question, int outcome, String candidate) {
        bytes.number(row);
        bytes.number(question);
        bytes.number(outcome);
        bytes.text(candidate);
    }

    /**
     * Writes responses again that others have read and numbered.
     *
     * @param rowsBefore how many responses were read before theirs
     * @param numbers for each question, which number an outcome has here, by the number that it has there
     */
    static void renumber(byte[] theirs, long rowsBefore, int[][] numbers, Bytes bytes) {
        Bytes.Cursor cursor = new Bytes.Cursor(theirs);
        while (cursor.hasNext()) {
            bytes.number(rowsBefore + cursor.number());
            int question = (int) cursor.number();
            bytes.number(question);
            bytes.number(numbers[question][(int) cursor.number()]);
            int length = (int) cursor.number();
            bytes.number(length);
            bytes.add(theirs, cursor.skip(length), length);
        }
    }

    /** The responses that were written. */
    static Part of(byte[] bytes) {
        Part part = new Part(bytes);
        part.read();
        return part;
    }

    private void read() {
        while (cursor.hasNext()) {
            long at = cursor.number();
            int which = (int) cursor.number();
            int came = (int) cursor.number();
            int length = (int) cursor.number();
            int candidate = candidate(cursor.skip(length), length);
            if (responses == row.length) {
                growResponses();
            }
            row[responses] = at;
            question[responses] = which;
            outcome[responses] = came;
            next[responses] = last[candidate];
            last[candidate] = responses++;
            first[candidate] = Math.min(first[candidate], at);
        }
        order = new Integer[candidates];
        for (int i = 0; i < candidates; i++) {
            order[i] = i;
        }
        Arrays.sort(order, (a, b) -> Long.compare(first[a], first[b]));
    }

    private void growResponses() {
        int size = 2 * responses;
        row = Arrays.copyOf(row, size);
        question = Arrays.copyOf(question, size);
        outcome = Arrays.copyOf(outcome, size);
        next = Arrays.copyOf(next, size);
    }

    private int candidate(int at, int length) {
        int hash = 0;
        for (int i = at; i < at + length; i++) {
            hash = PRIME * hash + bytes[i];
        }
        int slot = spread(hash);
        while (table[slot] != NONE) {
            int known = table[slot];
            if (Arrays.equals(bytes, nameAt[known], nameAt[known] + nameLength[known], bytes, at, at + length)) {
                return known;
            }
            slot = slot + 1 & table.length - 1;
        }
        if (candidates == nameAt.length) {
            growCandidates();
            return candidate(at, length);
        }
        table[slot] = candidates;
        nameAt[candidates] = at;
        nameLength[candidates] = length;
        last[candidates] = NONE;
        first[candidates] = Long.MAX_VALUE;
        return candidates++;
    }

    private int spread(int hash) {
        return (hash ^ hash >>> 15) * 0x2C1B3C6D >>> 7 & table.length - 1;
    }

    private void growCandidates() {
        int size = 2 * candidates;
        nameAt = Arrays.copyOf(nameAt, size);
        nameLength = Arrays.copyOf(nameLength, size);
        last = Arrays.copyOf(last, size);
        first = Arrays.copyOf(first, size);
        table = new int[4 * size];
        Arrays.fill(table, NONE);
        for (int i = 0; i < candidates; i++) {
            int hash = 0;
            for (int k = nameAt[i]; k < nameAt[i] + nameLength[i]; k++) {
                hash = PRIME * hash + bytes[k];
            }
            int slot = spread(hash);
            while (table[slot] != NONE) {
                slot = slot + 1 & table.length - 1;
            }
            table[slot] = i;
        }
    }

    int candidates() {
        return candidates;
    }

    /** The name of a candidate. */
    String name(int candidate) {
        int i = order[candidate];
        return new String(bytes, nameAt[i], nameLength[i], StandardCharsets.UTF_8);
    }

    /** The row in which a candidate was first met. */
    long firstRow(int candidate) {
        return first[order[candidate]];
    }

    /** Receives a response. */
    interface Each {
        void response(int question, int outcome);
    }

    /**
     * Hands on a candidate's responses that count: of several to one question the last.
     *
     * @param latest the row of the last response to each question so far, by its number; used and left all zeros
     * @return how many do not count
     */
    int counted(int candidate, long[] latest, Each each) {
        int start = last[order[candidate]];
        int all = 0;
        for (int i = start; i != NONE; i = next[i]) {
            latest[question[i]] = Math.max(latest[question[i]], row[i]);
            all++;
        }
        int counted = 0;
        for (int i = start; i != NONE; i = next[i]) {
            if (latest[question[i]] == row[i]) {
                each.response(question[i], outcome[i]);
                counted++;
            }
        }
        for (int i = start; i != NONE; i = next[i]) {
            latest[question[i]] = 0;
        }
        return all - counted;
    }
}
