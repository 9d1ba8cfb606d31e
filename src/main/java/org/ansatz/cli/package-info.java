/**
 * Arguments, wiring and exit codes; no mathematics and no wording of reports.
 */
@NullMarked
package org.ansatz.cli;

import org.jspecify.annotations.NullMarked;
