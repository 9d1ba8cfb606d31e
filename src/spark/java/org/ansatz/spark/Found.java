package org.ansatz.spark;

import java.io.IOException;
import java.io.Serializable;
import org.ansatz.sheet.Shard;

/** What a task has found: a shard, as bytes, or why there is none. A task that fails would be tried again, and found the same. */
final class Found implements Serializable {

    private static final long serialVersionUID = 1;

    private final byte[] state;
    private final byte[][] parts;
    private final String fault;

    /** What a piece can come to. */
    enum Kind {
        /** Its responses are marked. */
        MARKED,
        /** It cannot be read without what stands around it. */
        CUT,
        /** It cannot be read at all. */
        UNREADABLE
    }

    private Found(byte[] state, byte[][] parts, String fault) {
        this.state = state;
        this.parts = parts;
        this.fault = fault;
    }

    /** Marks responses. */
    interface Marking {
        /** Does it. */
        Shard shard() throws IOException;
    }

    /** What comes of marking responses of a file. */
    static Found by(String file, Marking marking) {
        try {
            Shard shard = marking.shard();
            return new Found(shard.state(), shard.parts().toArray(byte[][]::new), "");
        } catch (IOException e) {
            return new Found(new byte[0], new byte[0][], file + ": " + e.getMessage());
        }
    }

    Kind kind() {
        if (!fault.isEmpty()) {
            return Kind.UNREADABLE;
        }
        return Shard.isCut(state) ? Kind.CUT : Kind.MARKED;
    }

    /** Why the responses cannot be read, in a sentence; an empty text if they can. */
    String fault() {
        return fault;
    }

    /** See {@link Shard#state}. */
    byte[] state() {
        return state;
    }

    /** See {@link Shard#parts}. */
    byte[][] parts() {
        return parts;
    }
}
