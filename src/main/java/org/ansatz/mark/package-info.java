/** Replies of a learner against what the routes found: marks and feedback. Keys are never opened here. */
@NullMarked
package org.ansatz.mark;

import org.jspecify.annotations.NullMarked;
