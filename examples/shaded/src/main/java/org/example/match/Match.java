package org.example.match;

import java.util.List;
import org.ansatz.field.line.Cable;
import org.ansatz.field.line.Cascade;
import org.ansatz.field.line.Section;
import org.apache.commons.math3.complex.Complex;

/** The mismatch of a quarter wave between 50 and 200 ohms; Ansatz and commons-math3 are in the same jar, under other names. */
public final class Match {

    private Match() {}

    /** Prints it. */
    public static void main(String[] arguments) {
        Section quarter = Cable.ofImpedance(100).section(Cable.SPEED_OF_LIGHT / 4e9); // ohm, m
        Cascade matched = new Cascade(f -> new Complex(50), List.of(quarter), f -> new Complex(200));
        System.out.printf("VSWR at 1 GHz: %.3f, at 1.2 GHz: %.3f%n", matched.vswr(1e9), matched.vswr(1.2e9));
    }
}
