package org.ansatz.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was read: how many responses there were, which of them are to no question, and which rows could not be read. */
final class Intake {

    private static final int MOST_REMARKS = 20;

    /** Of something that is to be added to others more is noted: what is rare here may be the first of its kind elsewhere. */
    private static final int MOST_OF_A_PIECE = 10_000;

    private final int most;
    private final List<Note> notes = new ArrayList<>();
    private final Map<String, Long> strangers = new LinkedHashMap<>();
    private long responses;
    private long unknown;
    private long refused;

    private enum Kind {
        /** How all of it is encoded. */
        ENCODING,
        /** The first response to no question, or from nobody, that is known, for a reason. */
        STRANGER,
        /** A row that cannot be read. */
        REFUSED
    }

    private record Note(Kind kind, long line, String text) {}

    private Intake(int most) {
        this.most = most;
    }

    /** Of all responses. */
    static Intake whole() {
        return new Intake(MOST_REMARKS);
    }

    /** Of a piece of them, to be added to the others. */
    static Intake piece() {
        return new Intake(MOST_OF_A_PIECE);
    }

    /** Counts a response. */
    void response() {
        responses++;
    }

    /** Notes that the last response is to no question, or from nobody, that is known. */
    void unknown(long line, String reason) {
        unknown++;
        stranger(line, reason, 1);
    }

    private void stranger(long line, String reason, long count) {
        if (strangers.containsKey(reason)) {
            strangers.merge(reason, count, Long::sum);
        } else if (strangers.size() < most) {
            strangers.put(reason, count);
            notes.add(new Note(Kind.STRANGER, line, reason));
        }
    }

    /** Notes a row that cannot be read. */
    void refused(long line, String reason) {
        if (++refused <= MOST_REMARKS) {
            notes.add(new Note(Kind.REFUSED, line, reason));
        }
    }

    /** Notes what is unusual in how it is encoded. */
    void encoded(Charset encoding) {
        if (!encoding.equals(StandardCharsets.UTF_8)) {
            encoded("read as " + encoding.name());
        }
    }

    private void encoded(String remark) {
        Note note = new Note(Kind.ENCODING, 0, remark);
        if (!notes.contains(note)) {
            notes.add(note);
        }
    }

    long responses() {
        return responses;
    }

    long unknown() {
        return unknown;
    }

    long refused() {
        return refused;
    }

    /** How much was read: responses, and rows that cannot be read. */
    long rows() {
        return responses + refused;
    }

    /** What is to be said of it, the rarer beside what many have in common. */
    List<String> remarks() {
        List<String> all = new ArrayList<>();
        for (Note note : notes) {
            all.add(note.kind() == Kind.ENCODING ? note.text() : "line " + note.line() + ": " + note.text());
        }
        long listed = strangers.values().stream().mapToLong(Long::longValue).sum();
        strangers.forEach((reason, count) -> {
            if (count > 1) {
                all.add(reason + ": " + count + " responses in all");
            }
        });
        if (unknown > listed) {
            all.add(unknown - listed + " further responses to questions that are not known");
        }
        if (refused > MOST_REMARKS) {
            all.add(refused - MOST_REMARKS + " further rows that cannot be read");
        }
        return all;
    }

    /** Writes it for {@link #add}. */
    void save(Bytes bytes) {
        bytes.number(responses);
        bytes.number(unknown);
        bytes.number(refused);
        bytes.number(notes.size());
        for (Note note : notes) {
            bytes.text(note.kind().name());
            bytes.number(note.line());
            bytes.text(note.text());
            bytes.number(strangers.getOrDefault(note.text(), 0L));
        }
    }

    /**
     * Adds what was written of others that were read after it.
     *
     * @param linesBefore how many lines stand before theirs
     */
    void add(InputStream in, long linesBefore) throws IOException {
        responses += Bytes.number(in);
        unknown += Bytes.number(in);
        long refusedThere = Bytes.number(in);
        for (long left = Bytes.number(in); left > 0; left--) {
            Kind kind = Kind.valueOf(Bytes.text(in));
            long line = linesBefore + Bytes.number(in);
            String text = Bytes.text(in);
            long count = Bytes.number(in);
            switch (kind) {
                case ENCODING -> encoded(text);
                case STRANGER -> stranger(line, text, count);
                case REFUSED -> {
                    refusedThere--;
                    refused(line, text);
                }
            }
        }
        refused += refusedThere;
    }
}
