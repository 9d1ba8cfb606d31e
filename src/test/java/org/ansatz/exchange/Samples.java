package org.ansatz.exchange;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ansatz.bank.Yaml;
import org.ansatz.exchange.item.Illustration;
import org.ansatz.exchange.item.Item;
import org.ansatz.exchange.item.Picture;
import org.ansatz.problem.MarkingScheme;
import org.ansatz.problem.Problem;
import org.ansatz.verify.Verifier;

/** Problems of each kind of answer, as items. */
public final class Samples {

    public static final String LAMP = """
            title: Lamp & switch
            topic: networks/power
            marks: 2
            statement: |
              A lamp of {R} hangs on {U}. Which power does it take, with $P = U^2/R$?

              - Losses do **not** count.
            given: {U: 12 V, R: 6 ohm}
            answer:
              kind: mcq
              options: {A: 24 W, B: 2 W, C: 72 W, D: 12 W}
            routes:
              voltage: U^2/R
              current: (U/R)^2*R
            misconceptions:
              - says: the current was given
                value: U/R*(1 V)
              - says: voltage and resistance were multiplied
                value: U*R*(1 A/V)*(1 A)
            hints: [Which current flows?, Power is voltage times current.]
            solution: |
              With $I = U/R$ it is {U^2/R}.
            variants:
              draw: {U: 12 V..24 V step 1 V}
            """;

    public static final String CLAIMS = """
            title: Signs
            statement: Which hold?
            given: {a: 2}
            quantities: {s: 1, c: 1}
            answer:
              kind: msq
              options:
                A: {text: the square is positive, claim: s > 0}
                B: {text: the cube is negative, claim: c < 0}
                C: {text: "twice {a} is 4", claim: s == 4}
            routes:
              powers: {value: {s: a^2, c: a^3}}
              sums: {value: {s: "sum(a for k in 1:2)", c: "sum(a^2 for k in 1:2)"}}
            """;

    public static final String NUMBER = """
            title: Time constant
            topic: networks
            statement: How long is it?
            given: {R: 4.7 kohm, C: 1 uF}
            answer: {kind: number, unit: ms}
            routes:
              product: R*C
              charge: root(exp(-t/(R*C)) - exp(-1) for t in 0 s..1 s)
            misconceptions:
              - says: the kilo was left out
                value: R*C/1000
              - says: the product was rounded
                value: R*C*1.0001
            """;

    public static final String PARTS = """
            title: Resonance
            statement: Where, and how large?
            given: {L: 1 mH, C: 1 nF}
            answer: {kind: number, find: {w: krad/s, Z: ohm}, tolerance: 1 %}
            routes:
              formula: {value: {w: 1/sqrt(L*C), Z: sqrt(L/C)}}
              balance: {value: {w: "root(x*L - 1/(x*C) for x in 1 krad/s..10 Mrad/s)", Z: L*w}}
            """;

    public static final String INTERVAL = """
            title: Stable
            statement: For which gains?
            given: {a: 3}
            answer: {kind: interval}
            routes:
              one: -a..2*a
              two: root(x + a for x in -10..0)..root(x/a - 2 for x in 0..10)
            """;

    public static final String FORMULA = """
            title: Slope
            statement: What is the slope of $x^3$?
            answer: {kind: formula, of: {x: -2..2}}
            routes:
              rule: 3*x^2
              machine: derivative(u^3 for u at x)
            """;

    private Samples() {}

    public static Item item(String problem) {
        return item(problem, Problem.PUBLISHED, MarkingScheme.GATE);
    }

    public static Item item(String text, long seed, MarkingScheme scheme) {
        Problem problem = Yaml.problem(text);
        return Items.of(
                Verifier.explained(
                        seed == Problem.PUBLISHED
                                ? Verifier.published(problem, List.of())
                                : Verifier.variant(problem, seed)),
                scheme,
                /* illustration= */ null,
                List.of());
    }

    /** A scheme that takes marks off for a wrong number, too. */
    public static MarkingScheme strict() {
        return new MarkingScheme(
                "strict",
                MarkingScheme.GATE.wrongOption(),
                MarkingScheme.GATE.wrongOptions(),
                MarkingScheme.GATE.wrongOption(),
                MarkingScheme.GATE.unitMissing(),
                Set.of(),
                Map.of());
    }

    /** An item about a lamp with a figure and a plot. */
    public static Item pictured(String id, String title, String figureInWords, Map<String, String> facts) {
        Item plain = item(LAMP);
        Picture figure = new Picture("figure.png", new byte[] {1, 2}, figureInWords);
        return new Item(
                id,
                title,
                plain.topic(),
                plain.text(),
                new Illustration(figure, List.of("--X--"), List.of("--X--")),
                plain.instruction(),
                plain.interaction(),
                plain.marks(),
                plain.wrong(),
                plain.solution(),
                plain.hints(),
                List.of(new Picture("plot-1.png", new byte[] {3, -1}, "power")),
                facts);
    }
}
