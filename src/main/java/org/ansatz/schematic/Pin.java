package org.ansatz.schematic;

import org.ansatz.figure.Schematic.Cell;

/**
 * An end of a symbol that a wire leads to.
 *
 * @param net what it is joined with
 */
record Pin(String net, Cell at) {}
