/**
 * What a question is to other programs: an item, how it is answered, what of it was lost on the way; and what the readers and
 * writers of all formats share. It knows no format.
 */
@NullMarked
package org.ansatz.exchange.item;

import org.jspecify.annotations.NullMarked;
