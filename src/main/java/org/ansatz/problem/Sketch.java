package org.ansatz.problem;

import org.ansatz.figure.Graphic;

/** What a statement shows beside its words, for any set of its data: a circuit's schematic. */
public interface Sketch {

    /** The picture; a value that the data do not give is left out. */
    Graphic drawn(Case data);
}
