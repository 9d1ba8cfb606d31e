package org.ansatz.exchange.item;

import java.util.List;

/**
 * What a file of another program holds.
 *
 * @param items the questions that can be problems
 * @param losses what cannot, and what of the items is lost
 */
public record Imported(List<Item> items, List<Loss> losses) {
    /** Copies. */
    public Imported {
        items = List.copyOf(items);
        losses = List.copyOf(losses);
    }
}
