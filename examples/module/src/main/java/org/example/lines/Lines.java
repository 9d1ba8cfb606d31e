package org.example.lines;

import java.util.List;
import org.ansatz.bank.Bank;
import org.ansatz.field.line.Cable;
import org.ansatz.field.line.Cascade;
import org.ansatz.field.line.Section;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Verdict;
import org.ansatz.verify.Verifier;
import org.apache.commons.math3.complex.Complex;

/** A quarter-wave transformer: its mismatch by the library, and its impedance as a problem that is verified. */
public final class Lines {

    private Lines() {}

    /** The characteristic impedance of the quarter wave that matches a load to a line, in ohms. */
    public static double match(double line, double load) {
        return Math.sqrt(line * load);
    }

    /** Prints both. */
    public static void main(String[] arguments) {
        Problem problem =
                Bank.fromClasspath(Lines.class.getClassLoader(), "problems").problem("quarter-wave");
        Verdict verdict = Verifier.published(problem, List.of());
        System.out.println(verdict.status() + ": " + verdict.answer().orElseThrow());

        Section quarter = Cable.ofImpedance(match(50, 200)).section(Cable.SPEED_OF_LIGHT / 4e9); // ohm, m
        Cascade matched = new Cascade(f -> new Complex(50), List.of(quarter), f -> new Complex(200));
        System.out.printf("VSWR at 1 GHz: %.3f%n", matched.vswr(1e9));
    }
}
