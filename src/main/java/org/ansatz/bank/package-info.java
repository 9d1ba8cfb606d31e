/**
 * From YAML to checked problems and keys; every fault with file, line and column. Solves nothing.
 */
@NullMarked
package org.ansatz.bank;

import org.jspecify.annotations.NullMarked;
