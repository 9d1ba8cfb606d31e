/**
 * Further sets of data for a problem, the same for the same seed on every machine.
 */
@NullMarked
package org.ansatz.variant;

import org.jspecify.annotations.NullMarked;
