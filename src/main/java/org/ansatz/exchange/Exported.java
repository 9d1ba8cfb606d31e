package org.ansatz.exchange;

import java.util.List;

/**
 * Items in some format.
 *
 * @param text the file
 * @param losses what the format cannot hold
 */
public record Exported(String text, List<Loss> losses) {
    /** Copies the list. */
    public Exported {
        losses = List.copyOf(losses);
    }
}
