/** What an author may want to mend in a problem that can be read. */
@NullMarked
package org.ansatz.lint;

import org.jspecify.annotations.NullMarked;
