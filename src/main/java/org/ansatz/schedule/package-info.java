/** When a question should be seen again: the scheduling algorithm FSRS-6. */
@NullMarked
package org.ansatz.schedule;

import org.jspecify.annotations.NullMarked;
