package org.ansatz.sheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ansatz.bank.Bank;

/** A bank of four problems, one of each kind of answer that marks are given for in a way of its own, and a key that is wrong. */
public final class SmallBank {

    private static final String CHOICE = """
            title: Current in a resistor
            marks: 1
            statement: A voltage of {V} lies across {R}. Which current flows?
            given:
              V: 12 V
              R: 4 ohm
            answer:
              kind: mcq
              options:
                A: V/R
                B: 2*V/R
                C: V/(2*R)
                D: V/R + 1 A
            routes:
              law: V/R
              search:
                value: root(i*R - V for i in 0 A..1 kA)
            misconceptions:
              - says: the ratio was taken twice
                value: 2*V/R
            variants:
              draw:
                V: 10 V..20 V step 1 V
                R: 2 ohm..4 ohm step 1 ohm
            """;

    private static final String SEVERAL = """
            title: Even numbers
            marks: 2
            statement: Let n be twice {k}. Which statements about n are true?
            given:
              k: 3
            quantities:
              n: 1
            answer:
              kind: msq
              options:
                A: {text: n is even., claim: "mod(n, 2) == 0"}
                B: {text: n is less than 5., claim: n < 5}
                C: {text: n is divided by 3., claim: "mod(n, 3) == 0"}
                D: {text: n is larger than 10., claim: n > 10}
            routes:
              product:
                value: {n: 2*k}
              count:
                value: {n: "sum(if(mod(i, 2) == 0, 1, 0) for i in 1:4*k)"}
            """;

    private static final String NUMBER = """
            title: A length
            marks: 2
            statement: A wave of {f} travels at {c}. How long is it?
            given:
              f: 100 MHz
              c: 300 m/us
            answer:
              kind: number
              unit: m
            routes:
              law: c/f
              search:
                value: root(x*f - c for x in 0 m..100 m)
            misconceptions:
              - says: half a wave was taken for a whole one
                value: c/(2*f)
            """;

    private static final String PARTS = """
            title: Two currents
            marks: 2
            statement: Two currents have the sum {s} and the difference {d}. Find the larger one, x, and the smaller one, y.
            given:
              s: 10 A
              d: 4 A
            answer:
              kind: number
              find: {x: A, y: A}
            routes:
              halves:
                value: {x: (s + d)/2, y: (s - d)/2}
              search:
                value:
                  x: root(2*u - s - d for u in 0 A..100 A)
                  y: root(2*u - s + d for u in 0 A..100 A)
            """;

    private static final String KEYS = """
            claim: teacher
            answers:
              choice: B
              number: 2.5 m to 3.5 m
            """;

    private SmallBank() {}

    /** Writes the bank into a folder. */
    public static Path write(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("problems"));
        Files.createDirectories(folder.resolve("answers"));
        Files.writeString(folder.resolve("problems/choice.yaml"), CHOICE);
        Files.writeString(folder.resolve("problems/several.yaml"), SEVERAL);
        Files.writeString(folder.resolve("problems/number.yaml"), NUMBER);
        Files.writeString(folder.resolve("problems/parts.yaml"), PARTS);
        Files.writeString(folder.resolve("answers/keys.yaml"), KEYS);
        return folder;
    }

    /** The bank, written into a folder and read. */
    public static Bank in(Path folder) throws IOException {
        write(folder);
        return Bank.load(folder.resolve("problems")).withKeys(folder.resolve("answers"));
    }
}
