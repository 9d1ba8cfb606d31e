package org.ansatz.exchange.item;

/** A picture that goes with a text. */
public final class Picture {

    private final String name;
    private final byte[] bytes;
    private final String alternative;

    /**
     * A picture.
     *
     * @param name of its file, {@code plot-1.png}
     * @param bytes the file; copied
     * @param alternative what stands for it where it is not seen
     */
    public Picture(String name, byte[] bytes, String alternative) {
        this.name = name;
        this.bytes = bytes.clone();
        this.alternative = alternative;
    }

    /** The name of its file. */
    public String name() {
        return name;
    }

    /** The file; a copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** What stands for it where it is not seen. */
    public String alternative() {
        return alternative;
    }
}
