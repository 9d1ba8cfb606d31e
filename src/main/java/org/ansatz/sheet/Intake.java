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

    private final List<String> remarks = new ArrayList<>();
    private final Map<String, Long> strangers = new LinkedHashMap<>();
    private long responses;
    private long unknown;
    private long refused;

    /** Counts a response. */
    void response() {
        responses++;
    }

    /** Notes that the last response is to no question, or from nobody, that is known. */
    void unknown(Response response, String reason) {
        unknown++;
        if (strangers.size() < MOST_REMARKS || strangers.containsKey(reason)) {
            if (strangers.merge(reason, 1L, Long::sum) == 1) {
                remarks.add("line " + response.line() + ": " + reason);
            }
        }
    }

    /** Notes a row that cannot be read. */
    void refused(long line, String reason) {
        if (++refused <= MOST_REMARKS) {
            remarks.add("line " + line + ": " + reason);
        }
    }

    /** Notes what is unusual in how it is encoded. */
    void encoded(Charset encoding) {
        String remark = "read as " + encoding.name();
        if (!encoding.equals(StandardCharsets.UTF_8) && !remarks.contains(remark)) {
            remarks.add(remark);
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
        List<String> all = new ArrayList<>(remarks);
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

    /** Writes it for {@link #restore}. */
    void save(Bytes bytes) {
        bytes.number(responses);
        bytes.number(unknown);
        bytes.number(refused);
        bytes.number(remarks.size());
        remarks.forEach(bytes::text);
        bytes.number(strangers.size());
        strangers.forEach((reason, count) -> {
            bytes.text(reason);
            bytes.number(count);
        });
    }

    /** Becomes as it was. */
    void restore(InputStream in) throws IOException {
        responses = Bytes.number(in);
        unknown = Bytes.number(in);
        refused = Bytes.number(in);
        for (long left = Bytes.number(in); left > 0; left--) {
            remarks.add(Bytes.text(in));
        }
        for (long left = Bytes.number(in); left > 0; left--) {
            strangers.put(Bytes.text(in), Bytes.number(in));
        }
    }
}
