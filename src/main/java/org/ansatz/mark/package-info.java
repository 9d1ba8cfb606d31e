/**
 * Replies against what the routes found: marks and feedback. A class may be marked against a key that is handed in; practice hands
 * in none.
 */
@NullMarked
package org.ansatz.mark;

import org.jspecify.annotations.NullMarked;
