/**
 * Verdicts, derivations, faults and training runs as text or JSON. Decides nothing.
 */
@NullMarked
package org.ansatz.report;

import org.jspecify.annotations.NullMarked;
