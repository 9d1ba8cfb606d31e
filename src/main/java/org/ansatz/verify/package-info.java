/**
 * Runs the routes of a problem and audits its key: the verdict. Opens no file and prints nothing.
 */
@NullMarked
package org.ansatz.verify;

import org.jspecify.annotations.NullMarked;
