/** Readers of what both problem files and requests state: data, tolerances, keys. */
@NullMarked
package org.ansatz.statement;

import org.jspecify.annotations.NullMarked;
