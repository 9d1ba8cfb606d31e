package org.ansatz.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ansatz.problem.Remark;
import org.ansatz.problem.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A plot that cannot be meant is refused when its file is read, with its place and what would be right. */
final class PlotFaultsTest {

    private static final String PROBLEM = """
            title: A divider
            statement: What is the resistance?
            given: {E: 10 V, spare: 3 V}
            any: {k: 1..2}
            answer:
              kind: mcq
              find: R
              options: {A: 1 kohm, B: 2 kohm}
            routes:
              a: {least: abs(E*R - 10 kohm*V)}
              b: {equation: R*E == 10 kohm*V}
            plots:
              p:
            """;

    private static final String CLAIMS = """
            title: Sign
            statement: Which sign?
            any: {k: 1..2}
            quantities: {s: 1}
            answer: {kind: mcq, options: {A: {text: positive, claim: s > 0}, B: {text: negative, claim: s < 0}}}
            routes:
              a: {value: {s: k}}
              b: {value: {s: integrate(k for x in 0..1)}}
            plots:
              p:
            """;

    private static List<String> faults(String problem, String fields) {
        StringBuilder plot = new StringBuilder(problem);
        for (String field : fields.split(" ; ", -1)) {
            plot.append("    ").append(field.strip()).append('\n');
        }
        return Yaml.faults(Yaml.read(plot.toString()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "curves: {y: 1 V} | 14:5: p: the field 'over' is missing",
                "over: {x: 0..1} | 14:5: p: a plot draws something: curves: {label: EXPR}, stems or map",
                "over: {x: 0..1} ; curves: {y: x} ; curvs: {y: x} | 16:5: unknown field 'curvs'; did you mean 'curves'?",
                "over: {x: 5} ; curves: {y: 1} | 14:15: a domain is",
                "over: {x: real[2, 2]} ; curves: {y: 1} | 14:19: YAML cannot read this",
                "over: {x: complex} ; curves: {y: 1} | 14:15: a plot runs over an interval 0 s..1 ms, whole numbers 1:8",
                "over: {x: [1, 2j]} ; curves: {y: 1} | 14:15: a plot runs over an interval",
                "over: {E: 0 s..1 s} ; curves: {y: E} | 14:15: E is a voltage (V); this is a time (s)",
                "over: {in: 0..1} ; curves: {y: 1} | 14:16: 'in' cannot be a name",
                "over: {x: 0..1, y: 0..1, z: 0..1} ; map: {m: x} | 14:11: over: a plot runs over one variable",
                "over: {x: 0..1, y: 1:4} ; map: {m: x} | 14:24: a map runs over intervals: 0..1",
                "over: {x: 0..1, y: 0..1} ; curves: {m: x} | 15:13: curves: over two variables there is a 'map'",
                "over: {x: 0..1} ; map: {m: x} | 15:10: map: a map runs over two variables",
                "over: {x: 0..1, y: 0..1} ; map: {m: x, n: y} | 15:20: one map fills the plane; make a second plot",
                "over: {x: 0..1} ; curves: {y: x + z} | 15:21: unknown name 'z'",
                "over: {x: 0..1} ; curves: {y: x == 1} | 15:17: a single number is needed here; this is a truth value",
                "over: {x: 0..1} ; curves: {y: j*x} | 15:17: a real number is needed here; this is complex",
                "over: {x: 0..1} ; curves: {y: x*E, z: x} | 15:25: what is drawn in one plot shares an axis: 'y' is a voltage",
                "over: {x: 0..1} ; curves: {y: x} ; levels: {l: 1 V} | 16:17: what is drawn in one plot shares an axis",
                "over: {x: 0 s..1 s} ; curves: {y: x} ; marks: {m: 1} | 16:16: a time (s) is needed here; this is a pure number",
                "over: {x: 0..1} ; curves: {y: x} ; spots: {m: 1} | 16:16: a spot is written [along, height]",
                "over: {x: 0..1} ; curves: {y: x} ; between: 1 | 16:14: the heights that are shown are written low..high",
                "over: {x: 0..1} ; curves: {y: x} ; between: 1 V..2 V | 16:14: a pure number is needed here; this is a voltage",
                "over: {x: 0..1} ; curves: {y: x} ; logarithmic: z | 16:18: 'z' is none of x, y, both",
                "over: {x: 0..1} ; curves: {y: k*x} | 14:5: p: k has no value here: plot over it, or fix it: with: {k: …}",
                "over: {x: 0..1} ; curves: {y: R*x} | 14:5: p: R has no value here: it is what is asked; draw it for 'each option'",
                "over: {x: 0..1} ; curves: {each option: x} | 15:27: this depends on neither option nor R, so every option",
                "over: {x: 0..1} ; with: {z: 1} ; curves: {y: x} | 15:15: 'z' is no number that the problem declares",
                "over: {x: 0..1} ; with: {k: 1 V} ; curves: {y: x*k} | 15:15: a pure number is needed here; this is a voltage",
                "over: {x: 0..1} ; let: y = q2 ; curves: {y: x} | 15:14: unknown name 'q2'",
                "over: {x: 0..1} ; iq: {gain: 1, phase: 0} ; logic: Y = A ; curves: {y: x} | 14:5: p: a route has at most one field",
                "over: {x: 0..1} ; distribution: {symbols: 2:4, equal: '[1, 2]', raise: 1, lower: 2} ; curves: {y: dH}"
                        + " | 14:5: p: this block draws at random",
                "over: {f: 1 Hz..2 Hz} ; line: {source: k*1 ohm, sections: [], load: 1 ohm} ; curves: {y: abs(gamma(f))}"
                        + " | 14:5: p: k has no value here",
                "flat | 14:5: fields are needed here"
            })
    void faultsHaveTheirPlace(String fields, String message) {
        List<String> faults = faults(PROBLEM, fields);
        assertThat(faults).as(fields).isNotEmpty();
        assertThat(faults).anySatisfy(fault -> assertThat(fault).startsWith(message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "over: {x: 0..1} ; curves: {y: s*x} | 11:5: p: s has no value here: define it in 'let'",
                "over: {x: 0..1} ; curves: {each option: x} | 12:27: the options are claims, of which nothing can be drawn"
            })
    void claimsAreNothingToDraw(String fields, String message) {
        assertThat(faults(CLAIMS, fields)).anySatisfy(fault -> assertThat(fault).startsWith(message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "over: {x: 0..1} ; curves: {each option: option*x}",
                "over: {R: 0 ohm..1 ohm} ; curves: {y: R} ; marks: {each option: option}",
                "over: {k: 0..9} ; curves: {y: k}",
                "over: {x: 0..1} ; with: {k: 2} ; let: y = k ; curves: {y: x*y}",
                "over: {x: [1, 2, 5]} ; stems: {y: x}",
                "over: {x: 0..1} ; with: {k: 2} ; curves: {y: x} ; spots: {a: '[k, 2*(k + 1)]', b: '[(k + 1)*2, (k - 1)*((k + 1)/2)]'}",
                "over: {x: 0..(k + 1)} ; with: {k: 2} ; curves: {y: x} ; between: 2*(0 - k)..2*(k + 1)"
            })
    void whatIsMeantIsRead(String fields) {
        assertThat(faults(PROBLEM, fields)).isEmpty();
    }

    @Test
    void aQuantityOfTheClaimsCanBeDefined() {
        assertThat(faults(CLAIMS, "over: {k: 0..1} ; let: s = k ; curves: {y: s}"))
                .isEmpty();
    }

    @Test
    void aGivenThatIsOnlyPlottedIsUnused() {
        List<Remark> remarks = Yaml.problem(PROBLEM + "    over: {spare: 0 V..1 V}\n    curves: {y: spare}\n")
                .remarks();
        assertThat(remarks).anySatisfy(remark -> {
            assertThat(remark.rule()).isEqualTo(Rule.UNUSED_GIVEN);
            assertThat(remark.message()).contains("'spare'");
        });
    }
}
