/**
 * Circuits: the block of problem files, and how what it asks is run. The mathematics stands in rooms of its own, which know
 * neither problems nor expressions and can be used as a library: {@code netlist} is what is written, {@code linear} solves
 * linear networks and textbook devices, {@code piecewise} ideal diodes exactly, and {@code solution} is what all of them give.
 */
@NullMarked
package org.ansatz.field.circuit;

import org.jspecify.annotations.NullMarked;
