/** Files of the learner's own. */
@NullMarked
package org.ansatz.files;

import org.jspecify.annotations.NullMarked;
