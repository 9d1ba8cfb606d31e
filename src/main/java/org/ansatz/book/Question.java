package org.ansatz.book;

import org.ansatz.exchange.item.Item;
import org.ansatz.report.page.Page;
import org.jspecify.annotations.Nullable;

/**
 * A question of a book.
 *
 * @param item what is asked, and its answer
 * @param kind of its answer, as a problem file has it
 * @param difficulty from 1 to 3
 * @param routes what each route found and where misconceptions lead, for teachers; null if it is not shown
 */
public record Question(
        Item item, String kind, int difficulty, @Nullable Page routes) {}
