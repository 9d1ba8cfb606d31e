/** Rows of named fields, read from CSV and JSON; the JDK alone. */
@NullMarked
package org.ansatz.table;

import org.jspecify.annotations.NullMarked;
