package org.ansatz.figure;

/** What can be drawn: a figure along two axes, or the schematic of a circuit. */
public sealed interface Graphic permits Figure, Schematic {

    /** What it shows. */
    String title();
}
