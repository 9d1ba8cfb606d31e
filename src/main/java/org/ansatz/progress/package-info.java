/** What a learner did, kept on disk, and what follows from it. */
@NullMarked
package org.ansatz.progress;

import org.jspecify.annotations.NullMarked;
