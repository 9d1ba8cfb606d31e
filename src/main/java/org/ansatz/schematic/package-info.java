/** Where the parts of a circuit stand in its schematic, and how wires run between them; knows nothing of netlists. */
@NullMarked
package org.ansatz.schematic;

import org.jspecify.annotations.NullMarked;
