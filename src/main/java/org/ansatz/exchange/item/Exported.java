package org.ansatz.exchange.item;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Items in some format: a file, and what the format cannot hold. */
public final class Exported {

    private final byte[] bytes;
    private final List<Loss> losses;

    /**
     * A file that is text.
     *
     * @param losses what the format cannot hold
     */
    public Exported(String text, List<Loss> losses) {
        this(text.getBytes(StandardCharsets.UTF_8), losses);
    }

    /**
     * Any file.
     *
     * @param bytes the file; copied
     * @param losses what the format cannot hold
     */
    public Exported(byte[] bytes, List<Loss> losses) {
        this.bytes = bytes.clone();
        this.losses = List.copyOf(losses);
    }

    /** The file; a copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The file of a format that is text. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** What the format cannot hold. */
    public List<Loss> losses() {
        return losses;
    }
}
