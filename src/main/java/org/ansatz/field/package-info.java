/**
 * The fields of engineering that problems are written in: the list of them, what a field block is ({@code block}), and
 * a room for each.
 */
@NullMarked
package org.ansatz.field;

import org.jspecify.annotations.NullMarked;
